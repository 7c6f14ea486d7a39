// Amounts that were typed with an order: "2 g", "0,1 gamma/kg/min", "in 15 min", "ogni 8 ore", "ev". Taken out of the text, so that they disturb no search.
import { convertAmount, isUnit, parseQuantity } from '#machines/quantity';
import type { Dosing } from '#machines/scenario/item';
import type { OfferDosing } from '#machines/view';

/** What an item's order form asks for. */
export type Form = Pick<OfferDosing, 'mode' | 'unit' | 'rateUnit' | 'routes'>;

/** The form of an item that is dosed. */
export const formOf = ({ mode, unit, rateUnit, routes }: Dosing): Form => ({
  mode,
  unit: unit ?? null,
  rateUnit: rateUnit ?? null,
  routes,
});

export interface Quantities {
  /** amounts in the order in which they were typed, with a unit or none */
  readonly amounts: readonly string[];
  readonly over: string | null;
  readonly every: string | null;
  /** as written: `iv`, `po` … */
  readonly route: string | null;
  /** the text without them */
  readonly rest: string;
}

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const UNIT = String.raw`(?:grammi|grammo|grams?|milligrammi|milligrams?|microgrammi|micrograms?|micros?|mics?|gamma|mcg|ug|µg|μg|ng|mg|kg|gr|g|mls|ml|cc|cl|dl|litres?|liters?|litri|litro|l|unità|units?|ui|iu|u|mmol|meq|puffs?|spruzzi|gocce|gtt|drops?|compresse|compressa|cpr|cp|tablets?|j|joules?|cmh2o)`;
const PER = String.raw`(?:\s*(?:/|\bper\b|\bal\b|\ball['’]|\bpro\b)\s*(?:kg|min(?:uto|ute)?|ora|hour|hr|h|die|day))`;
const TIME = String.raw`(?:seconds?|secondi|sec|s|minut[eio]s?|mins?|min|m|hours?|hrs?|ore|ora|h|days?|giorni|giorno)`;
const LETTER = String.raw`(?![\p{L}\p{N}])`;

const OVER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:in|over|during|nell['’]arco di|per)\s+(${NUMBER}|un['’]|una|one|an|half an)\s*(${TIME})${LETTER}`,
  'giu',
);
const EVERY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:ogni|every|each)\s*(${NUMBER})\s*(${TIME})|q\s*(\d+)\s*h)${LETTER}`,
  'giu',
);
const AMOUNT = new RegExp(String.raw`(?<![\p{L}\p{N}.,])(${NUMBER})\s*(${UNIT}${PER}{0,2})${LETTER}`, 'giu');
const WORDED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(a|an|one|un|half a|mezzo)\s+(litre|liter|litro|gram|grammo)${LETTER}`,
  'giu',
);
const BARE = new RegExp(String.raw`(?:(?<=\p{L}\s+(?:(?:a|at|to)\s+)?)|^)(${NUMBER})(?=\s*$)`, 'u');
const TIMES_A_DAY: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:od|once (?:a day|daily)|una volta al giorno|al dì|1 volta al giorno)(?!\p{L})/iu, '24 h'],
  [/(?<!\p{L})(?:bd|bid|twice (?:a day|daily)|due volte al giorno|2 volte al giorno)(?!\p{L})/iu, '12 h'],
  [
    /(?<!\p{L})(?:tds|tid|three times (?:a day|daily)|tre volte al giorno|3 volte al giorno)(?!\p{L})/iu,
    '8 h',
  ],
  [
    /(?<!\p{L})(?:qds|qid|four times (?:a day|daily)|quattro volte al giorno|4 volte al giorno)(?!\p{L})/iu,
    '6 h',
  ],
];
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:i\.?v\.?|e\.?v\.?|endovena|endovenos[oa]|intravenous(?:ly)?|in vena)(?!\p{L})/iu, 'iv'],
  [/(?<!\p{L})(?:p\.?o\.?|per os|os|oral(?:ly)?|by mouth|per bocca|orale)(?!\p{L})/iu, 'oral'],
  [/(?<!\p{L})(?:i\.?m\.?|intramuscolo|intramuscolare|intramuscular(?:ly)?)(?!\p{L})/iu, 'im'],
  [/(?<!\p{L})(?:s\.?c\.?|sottocute|sottocutanea|subcut(?:aneous(?:ly)?)?)(?!\p{L})/iu, 'sc'],
];
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/^(?:milligrammi|milligrams?)/i, 'mg'],
  [/^(?:microgrammi|micrograms?|micros?(?![a-z])|mics?(?![a-z]))/i, 'mcg'],
  [/^(?:grammi|grammo|grams?|gr)(?![a-z])/i, 'g'],
  [/^mls/i, 'mL'],
  [/^(?:joules?)/i, 'J'],
];

/** "x 3/die", "x 2 al dì", "3 volte al dì": so many times a day. */
const TIMES_DAILY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:x\s*([1-6])(?:\s*(?:volte|times))?\s*(?:/|a|al|per|in)?\s*(?:die|dì|di|d[iì]e|giorno|day|daily|gg)|([1-6])\s*(?:volte|times|v)\s*(?:/|al|a|per)?\s*(?:die|dì|giorno|day|daily))${LETTER}`,
  'giu',
);
/** "1 g x 3": only beside an amount. */
const TIMES_ALONE = /(?<![\p{L}\p{N}])x\s*([2-6])(?!\s*(?:\p{N}|[a-z]))/iu;
const DAILY = /(?<!\p{L})(?:die|al d[iì]|al giorno|daily|every day|ogni giorno|qd)(?!\p{L})/iu;
/** How it comes, and how strong it is mixed: no amount of the order form. */
const PACK = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${NUMBER}|una?|mezza|half an?|an?)\s*(?:fiala|fiale|fl|f|flac(?:one|oni)?|amp(?:s|oules?|ules?)?|vials?|bustin[ae]|sacc(?:a|he)|sachets?)|1:1\s*0?000|1:10[.,]?000)${LETTER}`,
  'giu',
);

/** Finds all amounts, times and the route of an order in a text. */
export function readQuantities(text: string): Quantities {
  let rest = ` ${text} `;
  let [over, every, route]: [string | null, string | null, string | null] = [null, null, null];
  const amounts: string[] = [];
  const cut = (pattern: RegExp, note: (...parts: readonly string[]) => void) => {
    rest = rest.replace(pattern, (...found: readonly unknown[]) => {
      note(...found.filter((part) => typeof part === 'string'));
      return ' ';
    });
  };
  cut(EVERY, (_, amount, unit) => {
    if (amount !== undefined)
      every ??= `${decimal(amount)} ${timeUnit(/^\d/.test(unit ?? '') || !TIMES.test(unit ?? '') ? 'h' : (unit ?? 'h'))}`;
  });
  cut(TIMES_DAILY, (_, ...found) => {
    const times = found.find((part) => /^[1-6]$/.test(part));
    if (times !== undefined) every ??= hoursBetween(times);
  });
  for (const [pattern, time] of TIMES_A_DAY)
    cut(pattern, () => {
      every ??= time;
    });
  cut(OVER, (_, amount, unit) => {
    over ??= `${/^\d/.test(amount ?? '') ? decimal(amount ?? '') : amount === 'half an' ? '0.5' : '1'} ${timeUnit(unit ?? 'min')}`;
  });
  cut(PACK, () => {});
  cut(AMOUNT, (_, amount, unit) => amounts.push(`${decimal(amount ?? '')} ${unitOf(unit ?? '')}`));
  cut(WORDED, (_, amount, unit) => {
    amounts.push(`${/half|mezzo/i.test(amount ?? '') ? '0.5' : '1'} ${/^g/i.test(unit ?? '') ? 'g' : 'L'}`);
  });
  if (amounts.length > 0) {
    cut(TIMES_ALONE, (_, times) => {
      every ??= hoursBetween(times ?? '1');
    });
    cut(DAILY, () => {
      every ??= '24 h';
    });
  }
  if (amounts.length > 0 || /\p{L}/u.test(rest)) {
    for (const [pattern, name] of ROUTES)
      if (route === null)
        cut(pattern, () => {
          route = name;
        });
  }
  rest = rest.trim();
  if (amounts.length === 0) {
    const bare = BARE.exec(rest);
    if (bare !== null && /\p{L}{4,}/u.test(rest)) {
      amounts.push(decimal(bare[1] ?? ''));
      rest = rest.slice(0, bare.index).trim();
    }
  }
  return { amounts, over, every, route, rest };
}

const hoursBetween = (timesADay: string) => `${Math.round((24 / Number(timesADay)) * 10) / 10} h`;
const TIMES = new RegExp(`^${TIME}$`, 'iu');
const decimal = (text: string) => text.replace(',', '.');
const timeUnit = (unit: string) =>
  /^s/i.test(unit) ? 's' : /^m/i.test(unit) ? 'min' : /^[dg]/i.test(unit) ? 'days' : 'h';

function unitOf(written: string): string {
  const spelled = SPELLED.reduce((unit, [pattern, name]) => unit.replace(pattern, name), written.trim());
  return spelled
    .replaceAll(/\s*(?:\/|\bper\b|\bal\b|\ball['’]|\bpro\b)\s*/giu, '/')
    .replaceAll(/\/(?:minuto|minute)/giu, '/min')
    .replaceAll(/\/(?:ora|hour|hr)/giu, '/h')
    .replaceAll(/\/(?:die|day)/giu, '/day');
}

/** What of them an item's order form can take, as strings of the step; amounts that do not fit the item are left out. */
export function fill(quantities: Quantities, dosing: Form): { readonly [field: string]: string } {
  const filled: Record<string, string> = {};
  for (const written of quantities.amounts) {
    const read = parseQuantity(written);
    if (read === null) continue;
    if (read.unit === null) {
      const rated = dosing.mode === 'infusion' && dosing.rateUnit !== null;
      const field = rated || dosing.unit === null ? 'rate' : 'dose';
      const unit = field === 'rate' ? dosing.rateUnit : dosing.unit;
      if (unit !== null) filled[field] ??= `${read.value} ${unit}`;
    } else if (dosing.rateUnit !== null && fits(read.value, read.unit, dosing.rateUnit))
      filled['rate'] ??= `${read.value} ${read.unit}`;
    else if (dosing.unit !== null && fits(read.value, read.unit, dosing.unit))
      filled['dose'] ??= `${read.value} ${read.unit}`;
    // "2 L of oxygen" is a flow, as everybody says it.
    else if (dosing.rateUnit !== null && fits(read.value, `${read.unit}/min`, dosing.rateUnit))
      filled['rate'] ??= `${read.value} ${read.unit}/min`;
  }
  if (quantities.over !== null && dosing.unit !== null) filled['over'] = quantities.over;
  if (quantities.every !== null && dosing.mode === 'course') filled['every'] = quantities.every;
  const route = dosing.routes.find(
    (one) => one === quantities.route || one.startsWith(`${quantities.route}-`),
  );
  if (route !== undefined) filled['route'] = route;
  return filled;
}

/** How well an item's form takes what was typed, 0..1: it has the route, and the amounts have its dimension. */
export function fitOf(quantities: Quantities, form: Form): number {
  const { route, amounts, over, every } = quantities;
  const byRoute = route === null || form.routes.length === 0 || hasRoute(form, route) ? 1 : MISFIT;
  const amountless =
    amounts.length > 0 && !('dose' in fill(quantities, form)) && !('rate' in fill(quantities, form));
  // An amount over a time is a bolus, one that is repeated a course.
  const timeless = (over !== null && form.mode === 'infusion') || (every !== null && form.mode !== 'course');
  return byRoute * (amountless ? MISFIT : 1) * (timeless ? MISFIT : 1);
}

const MISFIT = 0.9;
const hasRoute = (form: Form, route: string) =>
  form.routes.some((one) => one === route || one.startsWith(`${route}-`));

/** Any weight does: only whether the units can be brought together is asked. */
function fits(value: number, from: string, to: string): boolean {
  return isUnit(from) && convertAmount(value, from, to, { weight: 70 }) !== null;
}
