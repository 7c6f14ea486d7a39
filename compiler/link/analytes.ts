// Reference intervals for this patient, and the values of a laboratory panel as a case writes them.
import type { Analyte, AnalyteRule, OtherUnit, Words } from '#machines/scenario/item';
import type { Expression } from '#machines/scenario/condition';
import type { ResultValue } from '#machines/scenario/scenario';
import type { Phrase } from '../diagnostic';
import { nearest } from '../language/problem';
import { convert, spelled } from '../language/units';
import { valueOf, type Tag, type TagAttribute } from '../read/tag';
import type { AnalyteShape, BoundShape } from '../shape/catalogue';
import { attributeShape, TAGS } from '../shape/tags';
import { splitList, type Bench } from './bench';
import { words } from './items';

const USUAL: ResultValue['value'] = { usual: true };

type Sex = 'male' | 'female';

/** An analyte with its reference interval and rules; without a patient the widest interval stands. */
export function buildAnalyte(
  id: string,
  shape: AnalyteShape,
  patient: { readonly sex: Sex; readonly age: number } | null,
  from: readonly AnalyteRule[],
  other: OtherUnit | null = null,
): Analyte {
  const bound = (
    given: BoundShape | undefined,
    widest: (a: number, b: number) => number,
  ): number | undefined => {
    if (given === undefined || typeof given === 'number') return given;
    return patient === null ? widest(given.male, given.female) : given[patient.sex];
  };
  const row =
    patient && shape.ages?.find(({ ages: [least, most] }) => patient.age >= least && patient.age <= most);
  const low = bound(row?.low ?? shape.low, Math.min);
  const high = bound(row?.high ?? shape.high, Math.max);
  const { only } = shape;
  const absent = words(shape.absent);
  return {
    id,
    name: words(shape.name) ?? {},
    unit: shape.unit,
    decimals: shape.decimals ?? 0,
    ...(other === null ? {} : { other }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(shape['critical-low'] === undefined ? {} : { criticalLow: shape['critical-low'] }),
    ...(shape['critical-high'] === undefined ? {} : { criticalHigh: shape['critical-high'] }),
    normal: normalOf(row?.normal ?? shape.normal, patient?.sex ?? null),
    ...(from.length === 0 ? {} : { from }),
    ...(only === undefined
      ? {}
      : {
          only: {
            ...(only.sex === undefined ? {} : { sex: only.sex }),
            ...(only.ages === undefined ? {} : { ages: only.ages }),
          },
        }),
    ...(absent === undefined ? {} : { absent }),
    ...(shape.varies === undefined ? {} : { varies: shape.varies / 100 }),
  };
}

function normalOf(normal: AnalyteShape['normal'], sex: Sex | null): number | Words {
  if (typeof normal === 'number') return normal;
  if (typeof normal === 'string') return { en: normal, it: normal };
  if (!('male' in normal)) return words(normal) ?? {};
  return sex === null ? (normal.male + normal.female) / 2 : normal[sex];
}

/** Whether the interval or the usual value differs between patients. */
export function dependsOnPatient(shape: AnalyteShape): boolean {
  const { low, high, normal } = shape;
  return (
    shape.ages !== undefined ||
    typeof low === 'object' ||
    typeof high === 'object' ||
    (typeof normal === 'object' && 'male' in normal)
  );
}

/**
 * Values that one <Result> states, in print order of the panel. Those not mentioned are left to the simulation, which knows
 * the patient; a note or flag on one of them is kept.
 * @param panel analyte ids of the item
 */
export function resultValues(
  tag: Tag,
  panel: readonly string[],
  analytes: ReadonlyMap<string, Analyte>,
  shapes: ReadonlyMap<string, AnalyteShape>,
  bench: Bench,
): readonly ResultValue[] {
  const { findings } = bench;
  const given = new Map<string, TagAttribute>();
  for (const attribute of tag.attributes) {
    if (attributeShape(TAGS['Result'], attribute.name) !== undefined) continue;
    const analyte = attribute.name.replace(/^note-/, '');
    if (!panel.includes(analyte) && !analytes.has(analyte)) {
      const near = nearest(analyte, [...panel, ...analytes.keys()]);
      findings.error('unknown-analyte', attribute.place, {
        what: `there is no analyte ${analyte}`,
        help:
          near === null ? `this panel measures: ${panel.join(', ') || 'nothing'}` : `did you mean ${near}?`,
      });
      continue;
    }
    if (!panel.includes(analyte)) {
      const near = nearest(analyte, panel);
      findings.error('analyte-not-in-panel', attribute.place, {
        what: `\`${valueOf(tag, 'of')?.text ?? ''}\` does not measure ${analyte}`,
        help: near === null ? `it measures: ${panel.join(', ') || 'nothing'}` : `did you mean ${near}?`,
      });
      continue;
    }
    if (!attribute.name.startsWith('note-')) given.set(analyte, attribute);
  }
  const flagPhrase = valueOf(tag, 'flag');
  const flagged = new Set<string>();
  for (const { text, place } of flagPhrase === null ? [] : splitList(flagPhrase)) {
    flagged.add(text);
    if (!panel.includes(text)) bench.unknown('analyte', text, place, panel);
  }
  // a <Result> of words alone prints no panel
  if (given.size === 0) return [];
  return panel.flatMap((id): ResultValue[] => {
    const analyte = analytes.get(id);
    if (analyte === undefined) return [];
    const note = valueOf(tag, `note-${id}`) === null ? undefined : bench.texts.shown(tag, `note-${id}`, '');
    const attribute = given.get(id);
    if (!attribute?.value && note === undefined && !flagged.has(id)) return [];
    const value = attribute?.value ? valueFrom(tag, id, attribute.value, analyte) : USUAL;
    return [{ analyte: id, value, ...(note === undefined ? {} : { note }), flagged: flagged.has(id) }];
  });

  function valueFrom(owner: Tag, id: string, phrase: Phrase, analyte: Analyte): ResultValue['value'] {
    const live = /^\s*=\s*/.exec(phrase.text);
    if (live !== null) {
      const skip = live[0].length;
      const { file, start, end } = phrase.place;
      return {
        number: bench.expression({
          text: phrase.text.slice(skip),
          place: { file, start: start + skip, end },
        }),
      };
    }
    const plain = /^\s*([<>])?\s*(-?\d+(?:\.\d+)?)\s*(\S.*)?$/.exec(phrase.text);
    const number = plain === null ? null : inUnit(Number(plain[2]), plain[3]?.trim(), analyte);
    if (plain === null || number === null) return { text: bench.texts.shown(owner, id, '') };
    if (!Number.isFinite(number)) bench.number(phrase);
    const range = shapes.get(id)?.plausible;
    if (range !== undefined && (number < range[0] || number > range[1])) {
      findings.warning('implausible', phrase.place, {
        what: `\`${id}\` ${number} ${analyte.unit} lies outside ${range[0]} to ${range[1]}`,
        help: 'check the number and its unit',
      });
    }
    const value: Expression = { op: 'number', value: number };
    return { number: value, ...(plain[1] === '<' || plain[1] === '>' ? { prefix: plain[1] } : {}) };
  }

  /** The number in the analyte's unit; null when what follows it is no unit of that kind (then it is words). */
  function inUnit(value: number, unit: string | undefined, analyte: Analyte): number | null {
    if (unit === undefined || spelled(unit) === spelled(analyte.unit)) return value;
    const { other } = analyte;
    if (other !== undefined && spelled(unit) === spelled(other.unit))
      return Number(((value - (other.plus ?? 0)) / other.times).toPrecision(6));
    return /\s/.test(unit) ? null : convert(value, unit, analyte.unit);
  }
}
