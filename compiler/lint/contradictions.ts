// Tells an author where results could contradict the story: one analyte both normal and not, and normal answers beside a raised fellow.
import { statementsOf, type Statement } from '#machines/normal/statements';
import type { Analyte, Item } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';
import type { Findings, Place } from '../diagnostic';
import { namesIn } from '../link/normal';
import { valueOf, type Tag } from '../read/tag';
import type { YamlFile } from '../read/yaml';
import type { AnalyteShape } from '../shape/catalogue';
import { AtStart } from './at-start';

type Level = 'low' | 'normal' | 'high';

/** What the linter looks at, all of one case. */
export interface Chart {
  readonly scenario: Scenario;
  /** intervals for this patient */
  readonly analytes: ReadonlyMap<string, Analyte>;
  readonly shapes: ReadonlyMap<string, AnalyteShape>;
  readonly items: ReadonlyMap<string, Item>;
  readonly tags: readonly Tag[];
  readonly physiology: YamlFile | undefined;
}

interface Declared {
  readonly statement: Statement;
  readonly number: number;
  readonly level: Level;
}

/** Warns of results that contradict each other, and of normal ones that contradict what the case declares. */
export function warnOfContradictions(chart: Chart, findings: Findings): void {
  const start = new AtStart(chart.scenario);
  const declared = new Map<string, Declared>();
  const statements = statementsOf(chart.scenario);
  for (const [id, list] of statements) {
    const analyte = chart.analytes.get(id);
    if (!analyte) continue;
    const now = list.flatMap((statement): Declared[] => {
      const holds = statement.when === null || start.holds(statement.when) === true;
      if (!('number' in statement.value) || !holds) return [];
      const number = start.number(statement.value.number);
      return Number.isFinite(number) ? [{ statement, number, level: levelOf(number, analyte) }] : [];
    });
    const [first] = now;
    if (!first) continue;
    declared.set(id, first);
    const other = now.find(({ level }) => level !== first.level);
    if (other) contradict(chart, analyte, first, other, findings);
  }
  warnOfNormals(chart, declared, new Set(statements.keys()), findings);
}

function levelOf(number: number, { low, high, decimals }: Analyte): Level {
  const printed = Number(number.toFixed(decimals));
  if (low !== undefined && printed < low) return 'low';
  return high !== undefined && printed > high ? 'high' : 'normal';
}

const written = (number: number, { decimals, unit }: Analyte): string =>
  `${number.toFixed(decimals)} ${unit}`.trim();

const speaker = ({ item }: Statement, id: string): string => item ?? `the level \`${id}\``;

function contradict(
  chart: Chart,
  analyte: Analyte,
  first: Declared,
  other: Declared,
  findings: Findings,
): void {
  const place = placeOf(chart, analyte.id, other.statement.item);
  if (place === null) return;
  findings.warning('contradicting-results', place, {
    what: `${speaker(other.statement, analyte.id)} states \`${analyte.id}\` ${written(other.number, analyte)} (${other.level}), ${speaker(first.statement, analyte.id)} states ${written(first.number, analyte)} (${first.level})`,
    why: 'both can be ordered at the same minute',
    help: `leave \`${analyte.id}\` out of one of them: it then answers what the other states`,
  });
}

/** Analytes that rise and fall with a declared abnormal one, and would be reported as normal. */
function warnOfNormals(
  chart: Chart,
  declared: ReadonlyMap<string, Declared>,
  stated: ReadonlySet<string>,
  findings: Findings,
): void {
  const told = new Set<string>();
  for (const [id, { number, level, statement }] of declared) {
    const analyte = chart.analytes.get(id);
    const marks = chart.shapes.get(id)?.marks ?? [];
    if (level === 'normal' || !analyte || marks.length === 0) continue;
    const place = placeOf(chart, id, statement.item);
    if (place === null) continue;
    for (const [other, shape] of chart.shapes) {
      const mark = marks.find((one) => shape.marks?.includes(one));
      if (mark === undefined || stated.has(other) || told.has(other)) continue;
      if (follows(other, chart.analytes, stated)) continue;
      const items = reporting(other, chart);
      const [item] = items;
      if (item === undefined) continue;
      told.add(other);
      const more = items.length > 1 ? ` (and ${items.length - 1} more)` : '';
      findings.warning('contradicting-normal', place, {
        what: `${item}${more} would report a normal \`${other}\`, while the case reports \`${id}\` ${written(number, analyte)} (${level})`,
        why: `both are marks of ${mark}`,
        help: `state it: <Result of="${item}" ${other}="…" />, give physiology.yaml a level ${other}, or take the item out with withheld in items.yaml`,
      });
    }
  }
}

/** Whether a rule carries something that the case states over to this analyte. */
function follows(id: string, analytes: ReadonlyMap<string, Analyte>, stated: ReadonlySet<string>): boolean {
  return (analytes.get(id)?.from ?? []).some(
    ({ given, is }) =>
      given.every((name) => stated.has(name)) &&
      [...given, ...namesIn(is)].some((name) => name !== id && stated.has(name)),
  );
}

/** Items on offer that report an analyte, by name. */
function reporting(analyte: string, { items, scenario }: Chart): readonly string[] {
  return [...items.values()]
    .filter(
      (item) =>
        (item.analytes ?? []).includes(analyte) &&
        !Object.hasOwn(scenario.withheld, item.id) &&
        !onlyWords(item.id, scenario),
    )
    .map(({ id }) => id)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** A case that reports an item in words prints no panel with it. */
function onlyWords(item: string, { responses }: Scenario): boolean {
  const own = responses[item] ?? [];
  return own.length > 0 && own.every(({ values }) => (values ?? []).length === 0);
}

/** Where the case states an analyte: the attribute of the result, or the level. */
function placeOf({ tags, physiology }: Chart, analyte: string, item: string | null): Place | null {
  if (item === null) {
    for (const kind of ['levels', 'vitals'] as const) {
      const value = physiology?.value;
      if (typeof value !== 'object' || value === null || !(kind in value)) continue;
      const group: unknown = Object.entries(value).find(([key]) => key === kind)?.[1];
      if (typeof group === 'object' && group !== null && analyte in group)
        return physiology?.keyPlaceOf([kind, analyte]) ?? null;
    }
    return null;
  }
  for (const tag of tags) {
    if (tag.name !== 'Result' || !(valueOf(tag, 'of')?.text ?? '').includes(item)) continue;
    const attribute = tag.attributes.find(({ name }) => name === analyte);
    if (attribute) return attribute.place;
  }
  return null;
}
