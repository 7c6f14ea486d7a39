// The tracing of an electrocardiogram as an author writes it, `rhythm: sinus; st: inferior +2 mm; t: peaked`: every word checked at its place.
import type { Expression } from '#machines/scenario/condition';
import { RHYTHMS } from '#machines/scenario/rhythm';
import {
  CONDUCTIONS,
  P_SHAPES,
  T_SHAPES,
  TERRITORIES,
  TRACING_BOUNDS,
  type Territory,
  type Tracing,
} from '#machines/scenario/tracing';
import type { Phrase } from '../diagnostic';
import { nearest } from '../language/problem';
import { convert } from '../language/units';
import { valueOf, type Tag } from '../read/tag';
import type { Bench } from './bench';

const NUMBERS = ['potassium', 'rate', 'axis', 'pr', 'qrs', 'qtc'] as const;
const PARTS = ['rhythm', ...NUMBERS, 'st', 't', 'p', 'q', 'conduction'] as const;
/** What the machine prints beside the tracing: said in one place only. */
const PRINTED = { rate: 'ventricular-rate', pr: 'pr-interval', qrs: 'qrs-duration', qtc: 'qtc' } as const;
/** Nothing but the rhythm can be seen in these. */
const FORMLESS: readonly string[] = ['vf', 'asystole', 'sine-wave'];

/** A part of a phrase between two characters of it, without the blanks around. */
function cut(phrase: Phrase, from: number, to: number): Phrase {
  const raw = phrase.text.slice(from, to);
  const text = raw.trim();
  const start = phrase.place.start + from + (text === '' ? 0 : raw.indexOf(text));
  return { text, place: { file: phrase.place.file, start, end: start + Math.max(1, text.length) } };
}

/** The phrase at each separator that stands outside brackets. */
function split(phrase: Phrase, at: ',' | ';'): readonly Phrase[] {
  const out: Phrase[] = [];
  let [from, depth] = [0, 0];
  for (let index = 0; index <= phrase.text.length; index += 1) {
    const sign = phrase.text[index];
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign !== undefined && (sign !== at || depth > 0)) continue;
    out.push(cut(phrase, from, index));
    from = index + 1;
  }
  return out.filter(({ text }) => text !== '');
}

const isOneOf = <T extends string>(word: string, among: readonly T[]): T | undefined =>
  among.find((one) => one === word);

/** Reads the tracing of a <Result> or <Report>; undefined where it has none. */
export function linkTracing(tag: Tag, items: readonly string[], bench: Bench): Tracing | undefined {
  const phrase = valueOf(tag, 'tracing');
  if (phrase === null) return undefined;
  const { findings } = bench;
  const elsewhere = items.find((item) => !/^(?:order|procedure):/.test(item));
  if (elsewhere !== undefined) {
    findings.error('tracing-place', phrase.place, {
      what: `${elsewhere} records no tracing`,
      help: 'a tracing comes with an order:… or a procedure:…',
    });
  }
  const parts = new Map<string, Phrase>();
  for (const part of split(phrase, ';')) {
    const colon = part.text.indexOf(':');
    const name = (colon < 0 ? part.text : part.text.slice(0, colon)).trim();
    const known = isOneOf(name, PARTS);
    if (colon < 0 || known === undefined) {
      const near = nearest(name, PARTS);
      findings.error('tracing-part', part.place, {
        what: colon < 0 ? `"${part.text}" has no colon` : `a tracing has no ${name}`,
        help:
          near === null || near === name
            ? `write parts like \`rhythm: sinus; st: inferior +2 mm\`; there are: ${PARTS.join(', ')}`
            : `did you mean ${near}: …?`,
      });
      continue;
    }
    if (parts.has(known)) {
      findings.error('twice', part.place, { what: `\`${known}\` is given twice`, help: 'keep one of them' });
    }
    parts.set(known, cut(part, colon + 1, part.text.length));
  }
  if (parts.size === 0) {
    findings.error('tracing-part', phrase.place, {
      what: 'this tracing says nothing',
      help: 'leave it out: then it follows the patient; or write `rhythm: …`',
    });
  }
  for (const [name, analyte] of Object.entries(PRINTED)) {
    const part = parts.get(name);
    if (part === undefined || valueOf(tag, analyte) === null) continue;
    findings.error('twice', part.place, {
      what: `\`${name}\` of the tracing and ${analyte}="…" say the same thing`,
      help: 'keep one of them: the print follows the tracing, and the tracing the print',
    });
  }
  return whole(parts, bench);
}

function whole(parts: ReadonlyMap<string, Phrase>, bench: Bench): Tracing {
  const { findings } = bench;
  const rhythm = word('rhythm', RHYTHMS);
  const p = word('p', P_SHAPES);
  const conduction = word('conduction', CONDUCTIONS);
  const st = parts.has('st') ? shifts() : undefined;
  const t = parts.has('t') ? wave() : undefined;
  const qs = parts.get('q');
  const q = qs === undefined ? undefined : territoriesOf(split(qs, ','));
  const formless = rhythm !== undefined && FORMLESS.includes(rhythm);
  for (const name of ['st', 't', 'p', 'q', 'conduction', 'axis', 'pr']) {
    const unseen = parts.get(name);
    if (!formless || unseen === undefined) continue;
    findings.warning('unseen', unseen.place, {
      what: `\`${name}\` cannot be seen in ${rhythm}`,
      help: 'leave it out',
    });
  }
  const numbers: { [name in (typeof NUMBERS)[number]]?: Expression } = {};
  for (const name of NUMBERS) {
    const part = parts.get(name);
    const number = part === undefined ? undefined : numberOf(part, name);
    if (number !== undefined) numbers[name] = number;
  }
  return {
    ...(rhythm === undefined ? {} : { rhythm }),
    ...numbers,
    ...(st === undefined ? {} : { st }),
    ...(t === undefined ? {} : { t }),
    ...(p === undefined ? {} : { p }),
    ...(conduction === undefined ? {} : { conduction }),
    ...(q === undefined ? {} : { q }),
  };

  function oneOf<T extends string>(phrase: Phrase, among: readonly T[]): T | undefined {
    const known = isOneOf(phrase.text, among);
    if (known !== undefined) return known;
    const near = nearest(phrase.text, among);
    findings.error('unknown-value', phrase.place, {
      what: phrase.text === '' ? 'something is missing here' : `"${phrase.text}" is not known here`,
      help: near === null ? `it is one of: ${among.join(', ')}` : `did you mean ${near}?`,
    });
    return undefined;
  }

  function word<T extends string>(name: string, among: readonly T[]): T | undefined {
    const part = parts.get(name);
    return part === undefined ? undefined : oneOf(part, among);
  }

  function territoriesOf(phrases: readonly Phrase[]): readonly Territory[] {
    return phrases.flatMap((one) => oneOf(one, TERRITORIES) ?? []);
  }

  /** `inferior +2 mm, lateral -1 mm` */
  function shifts(): NonNullable<Tracing['st']> {
    const part = parts.get('st');
    return (part === undefined ? [] : split(part, ',')).flatMap((shift) => {
      const end = shift.text.search(/\s|$/);
      const territory = oneOf(cut(shift, 0, end), TERRITORIES);
      const mm = numberOf(cut(shift, end, shift.text.length), 'st');
      return territory === undefined || mm === undefined ? [] : [{ territory, mm }];
    });
  }

  /** `peaked`, `inverted lateral`, `inverted anterior, lateral` */
  function wave(): Tracing['t'] {
    const part = parts.get('t');
    if (part === undefined) return undefined;
    const end = part.text.search(/\s|$/);
    const shape = oneOf(cut(part, 0, end), T_SHAPES);
    const where = territoriesOf(split(cut(part, end, part.text.length), ','));
    return shape === undefined ? undefined : { shape, in: where };
  }

  /** A number in the unit of its part, or live after `=`. */
  function numberOf(phrase: Phrase, name: keyof typeof TRACING_BOUNDS): Expression | undefined {
    const { unit, least, most } = TRACING_BOUNDS[name];
    const live = /^=\s*/.exec(phrase.text);
    if (live !== null) return bench.expression(cut(phrase, live[0].length, phrase.text.length));
    const plain = /^([+\-−]?)\s*(\d+(?:\.\d+)?)\s*(\S*)$/.exec(phrase.text);
    const written = plain?.[3] === '°' ? 'deg' : (plain?.[3] ?? '');
    const size =
      plain === null ? null : written === '' ? Number(plain[2]) : inUnit(Number(plain[2]), written, unit);
    if (plain === null || size === null) {
      findings.error('number', phrase.place, {
        what: `"${phrase.text}" is no ${name === 'st' ? 'shift of ST' : name}`,
        help: `write a number in ${unit === 'deg' ? 'degrees' : unit}, or = and an expression`,
      });
      return undefined;
    }
    const value = plain[1] === '' || plain[1] === '+' ? size : -size;
    if (value < least || value > most) {
      findings.error('implausible', phrase.place, {
        what: `\`${name}\` ${value} lies outside ${least} to ${most}`,
        help: 'check the number and its unit',
      });
    }
    return { op: 'number', value };
  }
}

const inUnit = (value: number, from: string, to: string): number | null =>
  from === to ? value : convert(value, from, to);
