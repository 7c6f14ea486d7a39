// Measures the search over phrases written by hand: how often the first, how often one of three, how often something where there is nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '#machines/scenario/item';
import type { PhraseBook } from '#server/search/phrase-book';
import { understand, type Kind } from '#server/search/understand';

const conceptShape = z.strictObject({
  about: z.string(),
  kind: z.string().optional(),
  expect: z.array(z.string()),
  en: z.array(z.string()),
  it: z.array(z.string()),
});
const noneShape = z.strictObject({ en: z.array(z.string()), it: z.array(z.string()) });

/** One phrase with what it means; nothing for those that must match nothing. */
export interface Sample {
  readonly phrase: string;
  readonly language: Language;
  readonly expect: readonly string[];
  /** file it stands in: what kind of thing is said */
  readonly kind: string;
  /** one half is looked at when the search is improved, the other only measured */
  readonly half: 'dev' | 'test';
}

/** All phrases of a folder, in order. */
export function readSamples(folder: string): readonly Sample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .flatMap((file) => {
      const kind = file.replace('.yaml', '');
      const read: unknown = parse(readFileSync(join(folder, file), 'utf8'));
      const concepts =
        kind === 'none' ? [{ expect: [], ...noneShape.parse(read) }] : z.array(conceptShape).parse(read);
      return concepts.flatMap(({ expect, en, it }) => [
        ...samplesOf(en, 'en', expect, kind),
        ...samplesOf(it, 'it', expect, kind),
      ]);
    });
}

function samplesOf(
  phrases: readonly string[],
  language: Language,
  expect: readonly string[],
  kind: string,
): readonly Sample[] {
  return phrases.map((phrase, at) => ({
    phrase,
    language,
    expect,
    kind,
    half: (at + phrase.length) % 2 === 0 ? 'dev' : 'test',
  }));
}

export interface Rates {
  readonly phrases: number;
  readonly top1: number;
  readonly top3: number;
  /** of those right at the first place, how many the search was sure of */
  readonly sure: number;
}

/** What was measured; shares 0..1 rounded to four digits. */
export interface Evaluation extends Rates {
  /** phrases whose item the ward does not offer; they are in no other number */
  readonly notOffered: number;
  readonly falseMatch: number;
  readonly mustNotMatch: number;
  readonly byLanguage: { readonly [language: string]: Rates & { readonly falseMatch: number } };
  readonly byVerb: { readonly [verb: string]: Rates };
  readonly byKind: { readonly [kind: string]: Rates };
  readonly byHalf: { readonly [half: string]: Rates & { readonly falseMatch: number } };
}

/** A phrase that went wrong, with what came instead. */
export interface Miss {
  readonly sample: Sample;
  readonly got: readonly string[];
  readonly confident: boolean;
}

interface Judged {
  readonly sample: Sample;
  readonly place: number;
  readonly got: readonly string[];
  readonly confident: boolean;
}

/** Runs all samples against a ward. @param offers whether the ward has an id */
export function evaluate(
  book: PhraseBook,
  offers: (id: string) => boolean,
  samples: readonly Sample[],
): { readonly evaluation: Evaluation; readonly misses: readonly Miss[] } {
  const offered = samples.filter(({ expect, kind }) => kind === 'none' || expect.some(offers));
  const judged = offered.map((sample): Judged => {
    const kind: Kind | undefined = sample.kind === 'diagnosis' ? 'diagnosis' : undefined;
    const [part] = understand(book, sample.phrase, { kind });
    const got = (part?.meanings ?? []).map(({ id }) => id);
    return {
      sample,
      got,
      place: got.findIndex((id) => sample.expect.includes(id)),
      confident: part?.confident ?? false,
    };
  });
  const none = judged.filter(({ sample }) => sample.kind === 'none');
  const some = judged.filter(({ sample }) => sample.kind !== 'none');
  const group = (name: (sample: Sample) => string) => {
    const names = [...new Set(some.map(({ sample }) => name(sample)))].toSorted();
    return names.map((one) => [one, some.filter(({ sample }) => name(sample) === one)] as const);
  };
  const rated = (groups: ReturnType<typeof group>) =>
    Object.fromEntries(groups.map(([name, list]) => [name, ratesOf(list)]));
  const withFalse = (name: (sample: Sample) => string) =>
    Object.fromEntries(
      group(name).map(([key, list]) => [
        key,
        { ...ratesOf(list), falseMatch: falseRate(none.filter(({ sample }) => name(sample) === key)) },
      ]),
    );
  return {
    evaluation: {
      ...ratesOf(some),
      notOffered: samples.length - offered.length,
      falseMatch: falseRate(none),
      mustNotMatch: none.length,
      byLanguage: withFalse(({ language }) => language),
      byVerb: rated(group(({ expect }) => verbOf(expect[0] ?? ''))),
      byKind: rated(group(({ kind }) => kind)),
      byHalf: withFalse(({ half }) => half),
    },
    misses: judged
      .filter(({ sample, place, confident }) => (sample.kind === 'none' ? confident : place !== 0))
      .map(({ sample, got, confident }) => ({ sample, got, confident })),
  };
}

const verbOf = (id: string) => (id.includes(':') ? (id.split(':')[0] ?? '') : 'diagnose');
const share = (part: number, all: number) => (all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000);
const falseRate = (none: readonly Judged[]) =>
  share(none.filter(({ confident }) => confident).length, none.length);

function ratesOf(judged: readonly Judged[]): Rates {
  const within = (most: number) => judged.filter(({ place }) => place >= 0 && place < most).length;
  const right = judged.filter(({ place }) => place === 0);
  const sure = share(right.filter(({ confident }) => confident).length, right.length);
  return {
    phrases: judged.length,
    top1: share(within(1), judged.length),
    top3: share(within(3), judged.length),
    sure,
  };
}
