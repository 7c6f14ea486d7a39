// Reference intervals for this patient, and the values of a laboratory panel as a case writes them.
import type { Analyte } from '#machines/scenario/item';
import type { Expression } from '#machines/scenario/condition';
import type { ResultValue } from '#machines/scenario/scenario';
import type { Phrase } from '../diagnostic';
import { nearest } from '../language/problem';
import { convert } from '../language/units';
import { valueOf, type Tag, type TagAttribute } from '../read/tag';
import type { AnalyteShape, BoundShape } from '../shape/catalogue';
import { attributeShape, TAGS } from '../shape/tags';
import { splitList, type Bench } from './bench';
import { words } from './items';

/** An analyte with its reference interval; without a sex the widest one stands. */
export function buildAnalyte(id: string, shape: AnalyteShape, sex: 'male' | 'female' | null): Analyte {
  const bound = (
    given: BoundShape | undefined,
    widest: (a: number, b: number) => number,
  ): number | undefined => {
    if (given === undefined || typeof given === 'number') return given;
    return sex === null ? widest(given.male, given.female) : given[sex];
  };
  const low = bound(shape.low, Math.min);
  const high = bound(shape.high, Math.max);
  const { normal } = shape;
  return {
    id,
    name: words(shape.name) ?? {},
    unit: shape.unit,
    decimals: shape.decimals ?? 0,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(shape['critical-low'] === undefined ? {} : { criticalLow: shape['critical-low'] }),
    ...(shape['critical-high'] === undefined ? {} : { criticalHigh: shape['critical-high'] }),
    normal:
      typeof normal === 'number'
        ? normal
        : typeof normal === 'string'
          ? { en: normal, it: normal }
          : (words(normal) ?? {}),
  };
}

/** Whether the interval differs between men and women. */
export function dependsOnSex(shape: AnalyteShape): boolean {
  return typeof shape.low === 'object' || typeof shape.high === 'object';
}

/**
 * Values of one <Result>, in print order of the panel; where any is given, those not mentioned stand at their normal value.
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
    const value = attribute?.value ? valueFrom(tag, id, attribute.value, analyte) : normalValue(analyte);
    return [{ analyte: id, value, ...(note === undefined ? {} : { note }), flagged: flagged.has(id) }];
  });

  function normalValue(analyte: Analyte): ResultValue['value'] {
    if (typeof analyte.normal === 'number') return { number: { op: 'number', value: analyte.normal } };
    return { text: bench.texts.words(`analyte/${analyte.id}`, analyte.normal, tag.place) };
  }

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
    if (unit === undefined || unit === analyte.unit) return value;
    return /\s/.test(unit) ? null : convert(value, unit, analyte.unit);
  }
}
