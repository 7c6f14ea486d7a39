// Levels and vitals of a case that answer the analyte of their name wherever it is reported.
import type { Expression } from '#machines/scenario/condition';
import type { Analyte } from '#machines/scenario/item';
import type { Quantity } from '#machines/scenario/scenario';
import type { Findings } from '../diagnostic';
import { factor, plain } from '../language/units';
import type { YamlFile } from '../read/yaml';
import { CHANNELS } from './normal';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10³/µL` and `10*3/uL` are one unit in two spellings. */
const spelled = (unit: string): string =>
  unit
    .replaceAll(/10(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])/g, '10*')
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replaceAll(/[µμ]/g, 'u');

/** What a unit must be multiplied by to become the other; null where they differ in kind. */
function times(from: string, to: string): number | null {
  if (spelled(from) === spelled(to) || plain(from) || plain(to)) return 1;
  return factor(spelled(from), spelled(to), undefined);
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
    const by = times(unit, analyte.unit);
    if (by === null) {
      const place = file?.keyPlaceOf([kind === 'level' ? 'levels' : 'vitals', id]);
      if (place !== undefined)
        findings.warning('fact-unit', place, {
          what: `${kind} ${id} is in ${unit}, but the analyte ${id} is reported in ${analyte.unit}`,
          why: 'the level does not answer where a result does not state the value itself',
          help: 'give the level the unit of the analyte, or another name',
        });
      continue;
    }
    facts[id] =
      by === 1 ? value : { op: 'arithmetic', by: '*', left: value, right: { op: 'number', value: by } };
  }
  return facts;
}
