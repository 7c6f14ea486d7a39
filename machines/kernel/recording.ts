// A tracing as it is recorded: what the case gives, and for the rest the patient of that second. Taken once, so that it never changes again.
import { chance } from '../chance';
import type { Expression } from '../scenario/condition';
import type { Item } from '../scenario/item';
import type { Rhythm } from '../scenario/rhythm';
import { intervalsOf, ofPotassium, TRACING_BOUNDS } from '../scenario/tracing';
import type { Tracing, TracingView } from '../scenario/tracing';
import { NOT_APPLICABLE } from '../normal/sample-values';
import type { Value } from '../normal/sample-values';
import type { State } from './state';

/** The analyte whose panel is the print of an electrocardiograph. */
const RATE = 'ventricular-rate';
const PRINTED = { rate: RATE, pr: 'pr-interval', qrs: 'qrs-duration', qtc: 'qtc' } as const;
const MEASURED = ['rate', 'pr', 'qrs', 'qtc'] as const;
const FORMLESS: readonly Rhythm[] = ['vf', 'asystole'];

/** A tracing before the panel is printed; the measurements that the panel must agree with. */
export interface Recording {
  readonly tracing: TracingView;
  readonly panel: ReadonlyMap<string, Value>;
}

type Bounded = keyof typeof TRACING_BOUNDS;

/**
 * Records a tracing now, where the response asks for one or the item prints the measurements of one; else null.
 * @param stated what the response states of the panel; it goes before what the rhythm would give
 * @param declared what the case says of an analyte or channel now
 */
export function record(
  state: State,
  item: Item,
  given: Tracing | undefined,
  stated: ReadonlyMap<string, Value>,
  declared: (id: string) => Value | null,
): Recording | null {
  const measures = item.analytes?.includes(RATE) ?? false;
  if (given === undefined && !measures) return null;
  const number = (of: Expression | undefined, name: Bounded): number | null => {
    if (of === undefined) return null;
    const { least, most } = TRACING_BOUNDS[name];
    const value = state.playable.book.preparedNumber(of)(state);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : null;
  };
  const present = state.playable.regions.map(
    (region, index) => region.stages[state.stage[index] ?? 0]?.rhythm,
  );
  const rhythm = given?.rhythm ?? present.find((one) => one !== undefined) ?? 'sinus';
  const potassium = number(given?.potassium, 'potassium') ?? declared('potassium')?.number ?? null;
  // A rhythm that the author names is drawn as it is named.
  const drawn =
    rhythm === 'sinus' && potassium !== null && (given?.rhythm === undefined || given.potassium !== undefined)
      ? ofPotassium(potassium)
      : { rhythm, p: null, t: null, conduction: null };
  const usual = intervalsOf(drawn.rhythm);
  const conduction = given?.conduction ?? drawn.conduction;

  const numbers: Record<(typeof MEASURED)[number], number | null | undefined> = {
    ...usual,
    rate: FORMLESS.includes(drawn.rhythm) ? 0 : (pulse(declared) ?? usual.rate),
    ...((given?.p ?? drawn.p) === 'absent' ? { pr: null } : { pr: usual.pr }),
    qrs: usual.qrs ?? (conduction === null || conduction === 'usual' ? undefined : 136),
    qtc: usual.qtc,
  };
  const panel = new Map<string, Value>();
  for (const name of MEASURED) {
    const own = stated.get(PRINTED[name])?.number;
    const told = number(given?.[name], name) ?? own ?? null;
    if (told !== null) numbers[name] = told;
    const value = numbers[name];
    if (value === undefined || !measures || stated.has(PRINTED[name])) continue;
    const formless = FORMLESS.includes(drawn.rhythm) && name !== 'rate';
    panel.set(
      PRINTED[name],
      value === null || formless
        ? { number: null, text: NOT_APPLICABLE, prefix: null }
        : { number: Math.round(value), text: null, prefix: null },
    );
  }
  const whole = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Math.round(value);
  return {
    panel,
    tracing: {
      rhythm: drawn.rhythm,
      rate: whole(numbers.rate) ?? 72,
      axis: whole(number(given?.axis, 'axis')),
      pr: whole(numbers.pr),
      qrs: whole(numbers.qrs),
      qtc: whole(numbers.qtc),
      st: (given?.st ?? []).map(({ territory, mm }) => ({
        territory,
        mm: Math.round((number(mm, 'st') ?? 0) * 10) / 10,
      })),
      t: given?.t ?? drawn.t,
      p: given?.p ?? drawn.p,
      conduction,
      q: given?.q ?? [],
      seed: Math.floor(chance(state.seed, `tracing ${state.now}`) * 65_536),
    },
  };
}

/** The heart rate of this second, where the case has one and the heart beats. */
function pulse(declared: (id: string) => Value | null): number | undefined {
  const rate = declared('hr')?.number ?? null;
  return rate === null || rate <= 0 ? undefined : rate;
}

/** The tracing with the measurements that were printed beside it, so that paper and print say the same. */
export function asPrinted(tracing: TracingView, printed: (analyte: string) => number | null): TracingView {
  const of = (name: (typeof MEASURED)[number]) => tracing[name] ?? printed(PRINTED[name]);
  return { ...tracing, pr: of('pr'), qrs: of('qrs'), qtc: of('qtc') };
}
