// The face of a case: what the shelf and the cover show of it, so that a scenario is read only when somebody plays it.
import type { LiveClock, Scenario } from '#machines/scenario/scenario';

/** A part of a scenario, and of its texts only those that the cover shows. */
export type CaseFace = Pick<
  Scenario,
  'id' | 'language' | 'languages' | 'patient' | 'arrival' | 'cover' | 'texts'
> & {
  readonly liveClock?: LiveClock;
  readonly scoring: Pick<Scenario['scoring'], 'domains'>;
};

/** The face of a scenario. */
export function faceOf(scenario: Scenario): CaseFace {
  const { id, language, languages, patient, arrival, liveClock, cover, texts } = scenario;
  const { domains } = scenario.scoring;
  const shown = [cover.complaint, cover.role, cover.task, ...domains.map(({ name }) => name)];
  return {
    id,
    language,
    languages,
    patient,
    arrival,
    ...(liveClock === undefined ? {} : { liveClock }),
    cover,
    scoring: { domains },
    texts: Object.fromEntries(
      shown.flatMap((key) => {
        const text = texts[key];
        return text === undefined ? [] : [[key, text] as const];
      }),
    ),
  };
}
