// Reads what an item is asked for: amounts converted to the item's units and bounded, routes and choices checked, presets filled in.
import type { Playable } from './playable';
import { got, inBounds, readAmount, readSeconds, readText, readTexts, refused, shown } from './reading';
import type { Read } from './reading';
import { ITEM_VERBS } from './scenario/item';
import type { Dosing, Item } from './scenario/item';
import type { Request, TreatAction } from './step';

const FIELDS = new Set([
  'action',
  'dose',
  'volume',
  'rate',
  'over',
  'every',
  'for',
  'route',
  'choices',
  'text',
  'confirmed',
  'reason',
]);
const LONGEST_TEXT = 2000;
const LONGEST_REASON = 300;
const MOST_CHOICES = 40;
/** A treatment may be ordered for at most this long. */
const LONGEST_ORDER = 400 * 86_400;

type Fields = { readonly [name: string]: unknown };

/** Reads `{do: 'verb:item', with}`. Says nothing about whether it may be done now. */
export function readRequest(playable: Playable, id: string, fields: Fields): Read<Request> {
  const verb = id.slice(0, id.indexOf(':'));
  if (!ITEM_VERBS.some((known) => known === verb)) return refused('unknown-verb', { verb: shown(verb) });
  const item =
    Object.hasOwn(playable.scenario.items, id) || Object.hasOwn(playable.ward.items, id)
      ? playable.item(id)
      : undefined;
  if (!item) return refused('unknown-item', { item: shown(id) });
  const strange = Object.keys(fields).find((name) => !FIELDS.has(name));
  if (strange !== undefined) return refused('malformed', { at: shown(strange) });
  const action = readAction(fields['action']);
  if (!action.ok) return action;
  const choices = readChoices(item, fields['choices']);
  if (!choices.ok) return choices;
  const text = fields['text'] === undefined ? got('') : readText(fields['text'], 'text', LONGEST_TEXT);
  if (!text.ok) return text;
  const { confirmed } = fields;
  if (confirmed !== undefined && typeof confirmed !== 'boolean')
    return refused('malformed', { at: 'confirmed' });
  const reason =
    fields['reason'] === undefined ? got('') : readText(fields['reason'], 'reason', LONGEST_REASON);
  if (!reason.ok) return reason;
  const common: Request = {
    item: id,
    action: action.value,
    ...(choices.value.length > 0 ? { choices: choices.value } : {}),
    ...(text.value === '' ? {} : { text: text.value }),
    ...(confirmed === true ? { confirmed } : {}),
    ...(reason.value === '' ? {} : { reason: reason.value }),
  };
  if (!item.dosing) return withoutDosing(common, fields);
  if (action.value === 'stop' || action.value === 'hold') return got(common);
  return readDosing(item.dosing, fields, common, playable.scenario.patient.weight);
}

function withoutDosing(request: Request, fields: Fields): Read<Request> {
  const dosed = ['dose', 'volume', 'rate', 'every', 'over'].find((name) => fields[name] !== undefined);
  if (dosed !== undefined) return refused('malformed', { at: dosed });
  return request.action === 'change' ? refused('nothing-to-change', { item: request.item }) : got(request);
}

function readAction(value: unknown): Read<TreatAction> {
  if (value === undefined || value === 'start') return got('start');
  if (value === 'change' || value === 'stop' || value === 'hold') return got(value);
  return refused('malformed', { at: 'action' });
}

function readChoices(item: Item, value: unknown): Read<readonly string[]> {
  if (value === undefined) return got([]);
  const texts = readTexts(value, 'choices', MOST_CHOICES, 80);
  if (!texts.ok) return texts;
  const known = item.choices ?? [];
  const wrong = texts.value.find((choice) => !known.some((one) => one.id === choice));
  if (wrong !== undefined)
    return refused('bad-choice', { got: wrong, choices: known.map((one) => one.id).join(', ') });
  if (!item.manyChoices && texts.value.length > 1)
    return refused('bad-choice', { got: texts.value.join(', '), choices: '1' });
  return got([...new Set(texts.value)]);
}

function readDosing(dosing: Dosing, fields: Fields, common: Request, weight: number): Read<Request> {
  const preset = common.action === 'start' ? dosing.presets[0] : undefined;
  const field = (name: 'dose' | 'rate' | 'over' | 'every' | 'route'): unknown =>
    fields[name] ?? (name === 'over' && fields['rate'] !== undefined ? undefined : preset?.[name]);
  const conversion = { weight, perMl: dosing.perMl, perMlUnit: dosing.unit };
  const route = readRoute(dosing, field('route'));
  if (!route.ok) return route;
  let request: Request = { ...common, ...(route.value === null ? {} : { route: route.value }) };

  const { unit, rateUnit } = dosing;
  const dose = fields['volume'] ?? field('dose');
  if (dose !== undefined && unit !== undefined && dosing.mode !== 'infusion') {
    const amount = readAmount(dose, 'dose', unit, conversion);
    if (!amount.ok) return amount;
    const bounded = inBounds(amount.value, 'dose', dosing.dose ?? { least: 0, most: 1e6 }, unit);
    if (!bounded.ok) return bounded;
    request = { ...request, dose: bounded.value };
  }
  const rate = fields['rate'] ?? (dosing.mode === 'bolus' ? undefined : preset?.rate);
  if (rate !== undefined && rateUnit !== undefined && dosing.mode !== 'bolus') {
    const amount = readAmount(rate, 'rate', rateUnit, conversion);
    if (!amount.ok) return amount;
    const bounded = inBounds(amount.value, 'rate', dosing.rate ?? { least: 0, most: 1e6 }, rateUnit);
    if (!bounded.ok) return bounded;
    request = { ...request, rate: bounded.value };
  }
  const timed = readTimes(dosing, fields, field, request);
  return timed.ok ? complete(dosing, timed.value) : timed;
}

function readRoute(dosing: Dosing, value: unknown): Read<string | null> {
  if (value === undefined) return got(dosing.routes[0] ?? null);
  const text = typeof value === 'string' ? value : '';
  if (dosing.routes.includes(text)) return got(text);
  // "iv" means whichever intravenous way the item has first.
  const wider = dosing.routes.find((route) => route.startsWith(`${text}-`));
  return text !== '' && wider !== undefined
    ? got(wider)
    : refused('bad-route', { got: shown(value), routes: dosing.routes.join(', ') });
}

function readTimes(
  dosing: Dosing,
  fields: Fields,
  field: (name: 'over' | 'every') => unknown,
  request: Request,
): Read<Request> {
  let result = request;
  for (const [name, key] of [
    ['over', 'over'],
    ['every', 'every'],
    ['for', 'lasts'],
  ] as const) {
    const value = name === 'for' ? fields['for'] : field(name);
    if (value === undefined) continue;
    const seconds = readSeconds(value, name);
    if (!seconds.ok) return seconds;
    const bounded = inBounds(
      seconds.value,
      name,
      { least: name === 'over' ? 0 : 1, most: LONGEST_ORDER },
      's',
    );
    if (!bounded.ok) return bounded;
    result = { ...result, [key]: bounded.value };
  }
  if (dosing.mode !== 'bolus' || result.dose === undefined) return got(result);
  return bolusTime(dosing, fields['rate'], result, result.dose);
}

/** How long a bolus runs: as said, as its flow says, or the item's usual time, never faster than the item allows. */
function bolusTime(dosing: Dosing, rate: unknown, request: Request, dose: number): Read<Request> {
  const least = dosing.fastest === undefined ? 0 : Math.ceil((dose / dosing.fastest) * 60);
  if (request.over !== undefined) {
    return request.over < least
      ? refused('out-of-bounds', {
          field: 'over',
          got: request.over / 60,
          least: least / 60,
          most: LONGEST_ORDER / 60,
          unit: 'min',
        })
      : got(request);
  }
  if (rate !== undefined) {
    const flow = readAmount(rate, 'rate', `${dosing.unit ?? 'mL'}/h`, {});
    if (!flow.ok) return flow;
    if (flow.value <= 0)
      return refused('out-of-bounds', {
        field: 'rate',
        got: flow.value,
        least: 1,
        most: 1e6,
        unit: `${dosing.unit ?? 'mL'}/h`,
      });
    return got({ ...request, over: Math.max(least, Math.round((dose / flow.value) * 3600)) });
  }
  return got({ ...request, over: Math.max(least, dosing.over ?? 0) });
}

function complete(dosing: Dosing, request: Request): Read<Request> {
  if (dosing.mode === 'infusion' && request.rate === undefined) return refused('missing', { field: 'rate' });
  if (
    (dosing.mode === 'bolus' || dosing.mode === 'course') &&
    dosing.unit !== undefined &&
    request.dose === undefined &&
    request.action === 'start'
  )
    return refused('missing', { field: 'dose' });
  return got(request);
}
