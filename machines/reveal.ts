// The one way out: builds what a learner may see of an encounter, field by field. What is not written here is not sent.
import type { Encounter } from './encounter';
import { hintCosts } from './hint-costs';
import { revealHints } from './hints';
import { offerOf } from './offers';
import { lookUp } from './kernel/acts';
import { revealEntry } from './reveal-chart';
import { attached, monitor, pending, rhythm, runningNow } from './reveal-bedside';
import type { Language } from './scenario/item';
import type { Prose } from './scenario/scenario';
import { textOf } from './texts';
import type { CheckpointView, ClockView, EncounterView, NotesView, PatientView } from './view';

/** Longest wait of a live clock at its slowest, in seconds: a clock on the wall moves once a minute. */
const WALL_CLOCK = 60;

/**
 * The view of an encounter in a language. Chart entries before `chartFrom` are left out: the client has them.
 * Nothing unrevealed is read into it: no unopened checkpoint, no finding not looked for, no rule, no stage name but shown ones.
 */
export function reveal(encounter: Encounter, language: Language, chartFrom = 0): EncounterView {
  lookUp(encounter);
  const { scenario } = encounter.playable;
  const phase = encounter.phase;
  const begun = encounter.sequence > 0;
  const from = Math.max(0, Math.min(Math.trunc(chartFrom) || 0, encounter.chart.length));
  return {
    attempt: encounter.attempt,
    caseId: scenario.id,
    language,
    languages: scenario.languages,
    sequence: encounter.sequence,
    phase,
    mode: encounter.mode,
    now: encounter.now,
    arrival: scenario.arrival,
    clock: clock(encounter),
    patient: patient(encounter, language, begun),
    monitor: begun ? monitor(encounter, language) : [],
    alarms: begun ? alarms(encounter) : [],
    chartFrom: from,
    chart: encounter.chart
      .slice(from)
      .map((entry, index) => revealEntry(encounter, entry, from + index, language)),
    pending: pending(encounter, language),
    running: runningNow(encounter, language),
    checkpoints: checkpoints(encounter, language),
    notes: notes(encounter),
    interrupted: encounter.interruptions.map(({ at, cause, about }) => ({
      at,
      cause,
      about: cause === 'patient' || cause === 'ended' || cause === 'event' ? '' : about,
    })),
    ended: ended(encounter, language),
    opened: opened(encounter, language),
    hints: revealHints(encounter, language),
    hintCosts: encounter.mode === 'practice' ? hintCosts(scenario.scoring) : [],
  };
}

/** The grain is the case's base tick, never that of a stage: it would tell which stage it is. */
function clock({ playable: { scenario }, mode }: Encounter): ClockView {
  return {
    grain: Math.min(WALL_CLOCK, scenario.tick.base),
    required: mode === 'assessed' && scenario.liveClock?.required === true,
    rate: scenario.liveClock?.rate ?? null,
  };
}

function patient(encounter: Encounter, language: Language, begun: boolean): PatientView {
  const { scenario, regions } = encounter.playable;
  const { name, age, sex, weight } = scenario.patient;
  const stages = regions.map((region, index) => ({
    region: region.region,
    stage: region.stages[encounter.stage[index] ?? 0],
  }));
  const [course] = stages;
  const located = stages.find((one) => one.region.shown);
  return {
    name,
    age,
    sex,
    weight,
    look: begun ? textOf(scenario, course?.stage?.look, language) : [],
    figure: begun ? (course?.stage?.figure ?? 'lying') : 'lying',
    location: located ? textOf(scenario, located.stage?.label, language) : [],
    allergies: allergies(encounter, language),
    attached: attached(encounter),
    rhythm: begun ? rhythm(encounter) : null,
  };
}

/**
 * The answers to the questions that carry the class `allergies`, once they were asked, each as it was last given. A history in brief
 * is quoted only while nobody has asked for allergies alone.
 */
function allergies(encounter: Encounter, language: Language): Prose | null {
  const asked = new Map<string, Encounter['chart'][number]>();
  for (const entry of encounter.chart)
    if (entry.kind === 'question' && entry.item !== null && carries(encounter, entry.item, 'allergies'))
      asked.set(entry.item, entry);
  const alone = [...asked.keys()].filter((item) => !carries(encounter, item, 'brief-history'));
  const quoted = [...asked].filter(([item]) => alone.length === 0 || alone.includes(item));
  const answers = quoted.flatMap(([, entry]) => {
    const { prose } = revealEntry(encounter, entry, 0, language);
    return prose === null ? [] : [prose];
  });
  return answers.length === 0 ? null : answers.flat();
}

const carries = (encounter: Encounter, item: string, name: string): boolean =>
  encounter.playable.item(item)?.classes.includes(name) ?? false;

function alarms(encounter: Encounter): EncounterView['alarms'] {
  return encounter.playable.vitals.flatMap((vital, index) => {
    const side = encounter.alarm[index] ?? 0;
    return side === 0
      ? []
      : [
          {
            vital: vital.quantity.id,
            side: side < 0 ? ('low' as const) : ('high' as const),
            since: encounter.alarmSince[index] ?? 0,
          },
        ];
  });
}

function checkpoints(encounter: Encounter, language: Language): readonly CheckpointView[] {
  const { scenario } = encounter.playable;
  return encounter.playable.checkpoints.flatMap(({ checkpoint }, index) => {
    if ((encounter.checkpointOpen[index] ?? -1) < 0) return [];
    return [
      {
        id: checkpoint.id,
        text: textOf(scenario, checkpoint.text, language),
        many: checkpoint.many,
        options: checkpoint.options.map((option) => ({
          id: option.id,
          text: textOf(scenario, option.text, language),
        })),
        answered: encounter.answers.get(checkpoint.id) ?? null,
      },
    ];
  });
}

function notes(encounter: Encounter): NotesView {
  const latest = encounter.differentials.at(-1)?.value ?? [];
  return {
    problem: encounter.problem?.value ?? null,
    working: encounter.working.at(-1)?.value ?? null,
    differential: latest.map((entry) => ({
      diagnosis: entry.diagnosis,
      probability: entry.probability ?? null,
      for: entry.for,
      against: entry.against,
    })),
    final: encounter.final?.value ?? null,
  };
}

/** Title and text of the outcome, told when the bedside has ended by itself. */
function ended(encounter: Encounter, language: Language): EncounterView['ended'] {
  const { scenario, regions, book } = encounter.playable;
  const over = regions.some((region, index) => region.stages[encounter.stage[index] ?? 0]?.ends);
  if (!over) return null;
  const outcome = scenario.outcomes.find((one) => book.prepared(one.when)(encounter));
  if (!outcome) return null;
  // How it came to this may name what the learner has still to diagnose.
  const told = encounter.final !== null || encounter.phase === 'debrief';
  return {
    title: textOf(scenario, outcome.title, language),
    text: told ? textOf(scenario, outcome.text, language) : [],
  };
}

/** What is offered only after something, and is open now; sorted by id. */
function opened(encounter: Encounter, language: Language): EncounterView['opened'] {
  const { playable } = encounter;
  return playable.followUps.flatMap(({ item, opens }) =>
    opens(encounter) ? [offerOf(playable, item, language)] : [],
  );
}
