// What speaks against an order without forbidding it: unusual amounts, what the chart knows of the patient, the same again, what does not go together.
import type { Item, Words } from '../scenario/item';
import type { Request, Warning, WarningCode } from '../step';
import { isOf } from './known';
import { contraindications, renalLimits, tooOften, whyOf } from './patient-cautions';
import type { State } from './state';
import { runningOf } from './treatments';

const DAY = 86_400;
/** A single dose counts as acting for this long, in seconds: a design choice for warnings only. */
const ACTS_FOR = 6 * 3600;

/** The warnings about a request as it stands now. `before`: those signed with it and ahead of it. Changes nothing. */
export function warningsOf(state: State, request: Request, before: readonly Request[]): readonly Warning[] {
  const item = state.playable.item(request.item);
  if (!item || request.action === 'stop' || request.action === 'hold') return [];
  const found = amounts(state, item, request, before);
  if (request.action === 'change' || runningOf(state, item.id)?.item.dosing?.mode === 'infusion')
    return found;
  return [
    ...found,
    ...contraindications(state, item),
    ...allergies(state, item),
    ...duplicates(state, item, before),
    ...together(state, item, before),
  ];
}

function warning(
  code: WarningCode,
  item: Item,
  params: Warning['params'],
  asksReason: boolean,
  why?: Words,
): Warning {
  return { code, item: item.id, params, asksReason, ...(why === undefined ? {} : { why }) };
}

function amounts(state: State, item: Item, request: Request, before: readonly Request[]): readonly Warning[] {
  const { usual, unit = '', rateUnit = '' } = item.dosing ?? {};
  const limits = renalLimits(state, item);
  const often = limits === null ? null : tooOften(item, request, limits);
  const found: Warning[] = [];
  const over = (key: 'dose' | 'rate' | 'day', got: number | undefined, of: string): void => {
    const exceeds = (most: number | undefined): most is number =>
      got !== undefined && most !== undefined && got > most * (1 + 1e-9);
    const params = { got: Number(got?.toPrecision(6)), unit: of };
    const renal = limits?.usual[key];
    const most = usual?.[key];
    // The tighter of two limits says it all.
    if (limits !== null && exceeds(renal)) {
      if (key === 'day' && often !== null) return;
      const { egfr } = limits;
      found.push({
        ...warning(`over-renal-${key}`, item, { ...params, most: renal, egfr }, true),
        ...whyOf(limits),
      });
    } else if (exceeds(most)) found.push(warning(`over-usual-${key}`, item, { ...params, most }, true));
  };
  over('dose', request.dose, unit);
  over('rate', request.rate, rateUnit);
  if (often !== null) found.push(often);
  if (request.dose !== undefined && request.action === 'start') {
    const earlier = state.orders.filter(
      (order) => order.item.id === item.id && !order.cancelled && state.now - order.orderedAt < DAY,
    );
    const all = [
      ...earlier.map((order) => order.request),
      ...before.filter((one) => one.item === item.id),
      request,
    ];
    const day = all.reduce((sum, one) => sum + ofDay(item, one), 0);
    over('day', day, unit);
  }
  return found;
}

/** What a request comes to in a day: a course repeats itself, a single dose does not. */
function ofDay(item: Item, { dose = 0, every }: Request): number {
  const interval = every ?? item.dosing?.every ?? 0;
  return item.dosing?.mode === 'course' && interval > 0 ? (dose * DAY) / interval : dose;
}

/** Only what the chart knows: somebody must have asked. */
function allergies(state: State, item: Item): readonly Warning[] {
  const { allergies: all = [] } = state.playable.scenario.patient;
  const known = state.chart.some(
    (entry) =>
      entry.kind === 'question' &&
      entry.item !== null &&
      (state.playable.item(entry.item)?.classes.includes('allergies') ?? false),
  );
  if (!known) return [];
  const told = (name: string, why?: Words): Warning => warning('allergy', item, { class: name }, true, why);
  const direct = all.filter((name) => isOf(item, name) || item.classes.includes(`allergy-${name}`));
  if (direct.length > 0) return direct.map((name) => told(name));
  const related = state.playable.ward.cautions?.relatedAllergies?.find(
    ({ allergy, other }) => isOf(item, other) && all.some((name) => isAllergy(state, name, allergy)),
  );
  return related ? [told(related.allergy, related.why)] : [];
}

/** Whether a patient's allergy is the one meant: the same name, or a medicine of that kind. */
function isAllergy(state: State, name: string, allergy: string): boolean {
  const kind = `allergy-${allergy}`;
  return name === allergy || name === kind || (state.playable.item(name)?.classes.includes(kind) ?? false);
}

function duplicates(state: State, item: Item, before: readonly Request[]): readonly Warning[] {
  const awaited = state.orders.some(
    (order) =>
      order.item.id === item.id &&
      !order.cancelled &&
      (!order.started || (item.verb === 'order' && order.awaited > 0)),
  );
  const twice = awaited || before.some((one) => one.item === item.id && one.action === 'start');
  // Boluses may follow each other closely, and a device is only set anew.
  const repeatable = item.dosing?.mode === 'bolus' || item.verb === 'consult' || item.verb === 'tell';
  return twice && !repeatable ? [warning('duplicate', item, {}, false)] : [];
}

/** Another of a class of which one is enough, and what does not go with what acts now. */
function together(state: State, item: Item, before: readonly Request[]): readonly Warning[] {
  const { cautions } = state.playable.ward;
  if (item.verb !== 'treat' || !cautions) return [];
  const others = acting(state, before).filter((other) => other.id !== item.id);
  const same = cautions.oneOf.flatMap((name) => {
    const other = item.classes.includes(name) ? others.find((one) => one.classes.includes(name)) : undefined;
    return other ? [warning('same-class', item, { class: name, other: other.id }, false)] : [];
  });
  const clashes = cautions.interactions.flatMap(({ one, other, why }) => {
    const found = others.find(
      (acts) => (isOf(item, one) && isOf(acts, other)) || (isOf(item, other) && isOf(acts, one)),
    );
    return found ? [warning('interaction', item, { other: found.id }, true, why)] : [];
  });
  return [...same, ...clashes];
}

/** Treatments that run, that are on their way, or that were given as a single dose not long ago; each once. */
function acting(state: State, before: readonly Request[]): readonly Item[] {
  const found = new Set<Item>(state.running.map(({ item }) => item));
  for (const order of state.orders) {
    const single = !['infusion', 'course', 'device'].includes(order.item.dosing?.mode ?? '');
    const recent = single && order.started && state.now - order.startsAt < ACTS_FOR;
    if (order.item.verb === 'treat' && !order.cancelled && (!order.started || recent)) found.add(order.item);
  }
  for (const request of before) {
    const item = state.playable.item(request.item);
    if (item?.verb === 'treat' && request.action === 'start') found.add(item);
  }
  return [...found];
}
