// The interface's words in one language: looks sentences up, fills in their parameters, writes numbers and times by locale.
import type { Language } from '#machines/scenario/item';

/** `app` declares the keys of content/words here, so that a wrong key is a type error. */
// An interface, because only interfaces can be completed from another folder.
// oxlint-disable-next-line typescript/no-empty-object-type
export interface WordRegister {}
type Stem<K extends string> = K extends `${infer Base}.one` | `${infer Base}.other` ? Base : K;
export type WordKey = WordRegister extends { readonly keys: infer K extends string } ? Stem<K> : string;
export type Messages = { readonly [key: string]: string };
export type Params = { readonly [name: string]: string | number };

export interface Words {
  readonly language: Language;
  /** The sentence of a key. `count` chooses between `.one` and `.other`; numbers are written by locale. */
  readonly t: (key: WordKey, params?: Params) => string;
  /** The same for a key put together at run time (a code, an id): null when there is none. */
  readonly find: (key: string, params?: Params) => string | null;
  /** A number by locale, with so many decimals (default: as many as it has, at most 3). */
  readonly number: (value: number, decimals?: number) => string;
  /** A number that came as text ("27.4", "<0.05"), with the decimal sign of the language; other text unchanged. */
  readonly value: (text: string) => string;
  /** Clock time "11:02" at `at` seconds after an arrival at `arrival` seconds after midnight. */
  readonly clock: (arrival: number, at: number) => string;
  /** Day of the stay, 1 on the day of arrival. */
  readonly day: (arrival: number, at: number) => number;
  /** The same for a narrow column: "42 min", "2 h 05". */
  readonly short: (seconds: number) => string;
  /** Seconds as a span: "45 s", "42 min", "2 h 05 min", "3 d 4 h". */
  readonly span: (seconds: number) => string;
}

const locales: { readonly [language in Language]: string } = { en: 'en-GB', it: 'it-IT' };
const marks: { readonly [language in Language]: string } = { en: '.', it: ',' };

/**
 * A number below a thousand that needs no rounding, as its locale writes it; null for any other. The first formatter of a page
 * takes a slow phone a twentieth of a second, and most pages need none.
 */
function plainNumber(language: Language, value: number, decimals = 0, most = decimals): string | null {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,3})(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined || part.length > most) return null;
  const written = part.padEnd(decimals, '0');
  return `${sign === '-' ? '−' : ''}${whole}${written === '' ? '' : marks[language] + written}`;
}

/** Seconds as a span of at most two units. */
export function spanOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (whole < 60) return whole === 0 ? '0 min' : `${whole} s`;
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** Makes the words of one language from a flat table of messages (all of them, or those a screen needs). */
export function makeWords(language: Language, messages: Messages): Words {
  const locale = locales[language];
  const formats = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals?: number): string => {
    const plain = plainNumber(language, value, decimals, decimals ?? 3);
    if (plain !== null) return plain;
    const key = decimals ?? -1;
    let format = formats.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals ?? 0,
        maximumFractionDigits: decimals ?? 3,
      });
      formats.set(key, format);
    }
    return format.format(value).replace(/^-/, '−');
  };
  const find = (key: string, params: Params = {}): string | null => {
    const count = params['count'];
    const text =
      // In both languages one is one, and everything else is many.
      (count === 1 ? messages[`${key}.one`] : undefined) ?? messages[key] ?? messages[`${key}.other`];
    if (text === undefined) return null;
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const filled = params[name];
      return filled === undefined ? whole : typeof filled === 'number' ? number(filled) : filled;
    });
  };
  return {
    language,
    t: (key, params) => find(key, params) ?? key,
    find,
    number,
    value: (text) =>
      language === 'it' && /^[<>≤≥]?\s*[-−]?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text,
    clock: (arrival, at) => {
      const minutes = Math.floor((arrival + at) / 60);
      const two = (part: number) => String(part).padStart(2, '0');
      return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
    },
    day: (arrival, at) => Math.floor((arrival + at) / 86_400) + 1,
    short: (seconds) => {
      const text = spanOf(seconds).replace(
        /( h) (\d+) min$/,
        (_, hours: string, rest: string) => `${hours} ${rest.padStart(2, '0')}`,
      );
      return language === 'it' ? text.replace(/\bd\b/, 'gg') : text;
    },
    span: (seconds) => {
      const text = spanOf(seconds);
      // Never "g": beside doses that would be grams.
      return language === 'it' ? text.replace(/\bd\b/, 'gg') : text;
    },
  };
}
