// Levels and vitals of a case that answer the analyte of their name wherever it is reported.
import type { Expression } from '#machines/scenario/condition';
import type { Analyte } from '#machines/scenario/item';
import type { Quantity } from '#machines/scenario/scenario';
import type { Findings } from '../diagnostic';
import { factor, plain, spelled } from '../language/units';
import type { YamlFile } from '../read/yaml';
import { CHANNELS } from './normal';

/** A level as the analyte's number; null where the units differ in kind. */
function asReported(value: Expression, unit: string, { unit: own, other }: Analyte): Expression | null {
  if (spelled(unit) === spelled(own) || plain(unit) || plain(own)) return value;
  if (other !== undefined && spelled(unit) === spelled(other.unit)) {
    const from: Expression =
      other.plus === undefined
        ? value
        : { op: 'arithmetic', by: '-', left: value, right: { op: 'number', value: other.plus } };
    return { op: 'arithmetic', by: '/', left: from, right: { op: 'number', value: other.times } };
  }
  const by = factor(spelled(unit), spelled(own), undefined);
  if (by === null || by === 1) return by === null ? null : value;
  return { op: 'arithmetic', by: '*', left: value, right: { op: 'number', value: by } };
}

/** Expressions by the name of an analyte, or of a channel that rules may take as given. */
export function factsOf(
  quantities: readonly Quantity[],
  analytes: ReadonlyMap<string, Analyte>,
  file: YamlFile | undefined,
  findings: Findings,
): { readonly [name: string]: Expression } {
  const facts: Record<string, Expression> = {};
  for (const { id, kind, unit, vital } of quantities) {
    const value: Expression = { op: 'quantity', id, last: false };
    const channel = CHANNELS.find((one) => one === vital?.channel);
    if (channel !== undefined && !analytes.has(channel) && !Object.hasOwn(facts, channel))
      facts[channel] = value;
    const analyte = analytes.get(id);
    if (analyte === undefined) continue;
    const reported = asReported(value, unit, analyte);
    if (reported === null) {
      const place = file?.keyPlaceOf([kind === 'level' ? 'levels' : 'vitals', id]);
      if (place !== undefined)
        findings.warning('fact-unit', place, {
          what: `${kind} ${id} is in ${unit}, but the analyte ${id} is reported in ${analyte.unit}`,
          why: 'the level does not answer where a result does not state the value itself',
          help: 'give the level the unit of the analyte, or another name',
        });
      continue;
    }
    facts[id] = reported;
  }
  return facts;
}
