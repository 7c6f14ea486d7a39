// Chart entries as the learner reads them: titles, prose and values in a language, orders as they were signed.
import type { Encounter } from './encounter';
import type { Entry, SampledValue } from './kernel/state';
import { NOT_APPLICABLE, USUAL_WORDS } from './normal/sample-values';
import type { Analyte, Item, Language, OtherUnit, Ward, Words } from './scenario/item';
import type { TracingView } from './scenario/tracing';
import { routeIn } from './routes';
import type { Request } from './step';
import { plain, textOf, wardText, wordsIn } from './texts';
import type { ChartEntry, OtherValueView, ValueView } from './view';

const NOT_APPLICABLE_WORDS: Words = { en: 'Not applicable', it: 'Non applicabile' };

/** One entry in a language. */
export function revealEntry(
  encounter: Encounter,
  entry: Entry,
  index: number,
  language: Language,
): ChartEntry {
  const { scenario, ward } = encounter.playable;
  const item = entry.item === null ? undefined : encounter.playable.item(entry.item);
  const prose =
    entry.text === null
      ? entry.code === 'usual'
        ? wardText(ward, usualText(item, scenario.patient.age), language)
        : null
      : textOf(scenario, entry.text, language);
  const figure = entry.figure === null ? undefined : scenario.figures[entry.figure];
  return {
    index,
    at: entry.at,
    kind: entry.kind,
    item: entry.item,
    title: item ? wordsIn(item.name, language) : plain(textOf(scenario, entry.title, language)),
    prose,
    values: entry.values.flatMap((value) => revealValue(encounter, value, language)),
    figure: figure ? { id: figure.id, alt: textOf(scenario, figure.alt, language) } : null,
    ...(entry.tracing === null ? {} : { tracing: revealTracing(entry.tracing) }),
    detail:
      (entry.code === 'answered' ? answer(encounter, index, language) : null) ??
      entry.words ??
      (item && entry.request ? sentence(item, entry.request, language) : null) ??
      (item && entry.kind === 'order' && entry.code === null ? tubes(ward, item, language) : null),
    critical: entry.critical,
    code: entry.code,
  };
}

/** What the sample of a test is drawn into: "EDTA blood, 3 mL (potassium EDTA, purple cap)". */
function tubes({ specimens }: Ward, { specimen = [], volume }: Item, language: Language): string | null {
  const drawn = specimen.flatMap((kind) => {
    const known = specimens?.[kind];
    if (known === undefined) return [];
    const size = volume ?? known.volume;
    const measured = size === undefined ? '' : `, ${amount(size, language)} mL`;
    const tube = known.tube === undefined ? '' : ` (${wordsIn(known.tube, language)})`;
    return [`${wordsIn(known.name, language)}${measured}${tube}`];
  });
  return drawn.length === 0 ? null : drawn.join(' + ');
}

/** The usual answer or finding of an item for a patient of this age, in years. */
function usualText(item: Item | undefined, age: number): string | undefined {
  const fits = item?.usualAges?.find(({ ages: [from, to] }) => age >= from && age < to + 1);
  return fits?.text ?? item?.usual;
}

/** What was answered, in the words of the options. A question is answered once: the n-th answer of the chart is the n-th that is kept. */
function answer({ chart, answers, playable }: Encounter, index: number, language: Language): string | null {
  const place = chart.slice(0, index).filter(({ code }) => code === 'answered').length;
  const [checkpoint, chosen] = [...answers][place] ?? [];
  const asked = playable.checkpoints.find((one) => one.checkpoint.id === checkpoint)?.checkpoint;
  if (asked === undefined || chosen === undefined) return null;
  return asked.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }) => plain(textOf(playable.scenario, text, language)))
    .join(' · ');
}

/** Field by field: the recording holds nothing but what is drawn. */
function revealTracing(recorded: TracingView): TracingView {
  const { rhythm, rate, axis, pr, qrs, qtc, st, t, p, conduction, q, seed } = recorded;
  return { rhythm, rate, axis, pr, qrs, qtc, st, t, p, conduction, q, seed };
}

function revealValue(encounter: Encounter, sampled: SampledValue, language: Language): readonly ValueView[] {
  const { scenario, ward } = encounter.playable;
  const analyte = scenario.analytes[sampled.analyte] ?? ward.analytes[sampled.analyte];
  if (!analyte) return [];
  const { number } = sampled;
  const rounded = number === null ? null : Number(number.toFixed(analyte.decimals));
  const words =
    usualWords(analyte, sampled.text, language) ?? plain(textOf(scenario, sampled.text, language));
  return [
    {
      analyte: analyte.id,
      name: wordsIn(analyte.name, language),
      value:
        rounded === null ? words : `${sampled.prefix ?? ''}${written(rounded, analyte.decimals, language)}`,
      number: rounded,
      unit: analyte.unit,
      low: analyte.low ?? null,
      high: analyte.high ?? null,
      flag: rounded === null ? null : flagOf(rounded, analyte),
      note: sampled.note === null ? null : textOf(scenario, sampled.note, language),
      ...(rounded === null || !analyte.other
        ? {}
        : { other: inOther(rounded, sampled.prefix ?? '', analyte, analyte.other, language) }),
    },
  ];
}

/** The printed number and its interval in the other unit, each rounded as that unit is. */
function inOther(
  number: number,
  prefix: string,
  { low, high }: Analyte,
  { system, unit, decimals, times, plus }: OtherUnit,
  language: Language,
): OtherValueView {
  // Adding 0 makes a negative zero an ordinary one.
  const turned = (one: number): number => Number((one * times + (plus ?? 0)).toFixed(decimals)) + 0;
  return {
    system,
    value: `${prefix}${written(turned(number), decimals, language)}`,
    number: turned(number),
    unit,
    low: low === undefined ? null : turned(low),
    high: high === undefined ? null : turned(high),
  };
}

/** Words of the catalogue for a value that is none of the case's; null where the case has a text for it. */
function usualWords(analyte: Analyte, text: string | null, language: Language): string | null {
  if (text === NOT_APPLICABLE) return wordsIn(analyte.absent ?? NOT_APPLICABLE_WORDS, language);
  return text === USUAL_WORDS && typeof analyte.normal === 'object'
    ? wordsIn(analyte.normal, language)
    : null;
}

function flagOf(
  value: number,
  range: {
    readonly low?: number;
    readonly high?: number;
    readonly criticalLow?: number;
    readonly criticalHigh?: number;
  },
): ValueView['flag'] {
  if (range.criticalLow !== undefined && value < range.criticalLow) return 'critical-low';
  if (range.criticalHigh !== undefined && value > range.criticalHigh) return 'critical-high';
  if (range.low !== undefined && value < range.low) return 'low';
  if (range.high !== undefined && value > range.high) return 'high';
  return null;
}

/** A number with its decimals, with the decimal sign of the language and a minus that reads as one. */
export function written(value: number, decimals: number, language: Language): string {
  const text = value.toFixed(decimals).replace('-', '\u2212');
  return language === 'it' ? text.replace('.', ',') : text;
}

/** An amount without needless zeros. */
function amount(value: number, language: Language): string {
  const text = String(Number(value.toPrecision(4)));
  return language === 'it' ? text.replace('.', ',') : text;
}

/** What was ordered, as an order sentence: `1000 mL · 30 min · iv`. */
export function sentence(item: Item, request: Request, language: Language): string | null {
  const { dosing } = item;
  const parts: string[] = [];
  if (request.dose !== undefined && dosing?.unit)
    parts.push(`${amount(request.dose, language)} ${dosing.unit}`);
  if (request.rate !== undefined && dosing?.rateUnit)
    parts.push(`${amount(request.rate, language)} ${dosing.rateUnit}`);
  if (request.over !== undefined && request.over > 0)
    parts.push(`${language === 'it' ? 'in' : 'over'} ${duration(request.over, language)}`);
  if (request.every !== undefined)
    parts.push(`${language === 'it' ? 'ogni' : 'every'} ${duration(request.every, language)}`);
  if (request.route !== undefined && dosing) parts.push(routeIn(request.route, language));
  for (const choice of request.choices ?? []) {
    const known = item.choices?.find((one) => one.id === choice);
    if (known) parts.push(wordsIn(known.name, language));
  }
  if (request.text !== undefined) parts.push(request.text);
  if (request.reason !== undefined)
    parts.push(`${language === 'it' ? 'motivo' : 'reason'}: ${request.reason}`);
  return parts.length > 0 ? parts.join(' · ') : null;
}

function duration(seconds: number, language: Language): string {
  // A day is written in hours, as orders are; and never "g", which beside a dose would be grams.
  if (seconds % 86_400 === 0 && seconds > 86_400)
    return `${seconds / 86_400} ${language === 'it' ? 'gg' : 'd'}`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  if (seconds >= 60) return `${amount(seconds / 60, language)} min`;
  return `${seconds} s`;
}
