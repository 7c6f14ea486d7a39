// The interface words: complete in both languages, none missing, none unused, numbers and spans by locale.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '#content/words/en.json';
import it from '#content/words/it.json';
import { makeWords, spanOf } from '#components/words';

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
const source = ['components', 'app']
  .flatMap(files)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const keys = Object.keys(en);
const stems = new Set(keys.map((key) => key.replace(/\.(one|other)$/, '')));
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

describe('the words of the interface', () => {
  test('stand in English and in Italian under the same keys, with the same parameters', () => {
    expect(Object.keys(it).toSorted()).toEqual(keys.toSorted());
    const english: Record<string, string> = en;
    const italian: Record<string, string> = it;
    for (const key of keys) {
      expect([...new Set(placeholders(italian[key] ?? ''))], key).toEqual([
        ...new Set(placeholders(english[key] ?? '')),
      ]);
      expect(italian[key]?.trim(), key).not.toBe('');
    }
  });

  test('are all there: every key that the code names exists', () => {
    const named = [...source.matchAll(/\bt\(\s*'([a-z][\w.-]+)'/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((key) => !stems.has(key))).toEqual([]);
  });

  test('are all used: by their key, or by a beginning that the code completes', () => {
    const beginnings = [...source.matchAll(/`([a-z]+\.(?:[a-z]+\.)?)\$\{/g)].map((match) => match[1] ?? '-');
    const used = (stem: string) =>
      source.includes(`'${stem}'`) || beginnings.some((beginning) => stem.startsWith(beginning));
    expect([...stems].filter((stem) => !used(stem))).toEqual([]);
  });
});

describe('words in a language', () => {
  const messages = { 'a.one': '{count} order', 'a.other': '{count} orders', 'b.c': 'T+{span}, {n}' };

  test('choose the plural by the count and fill parameters in', () => {
    const { t } = makeWords('en', messages);
    expect(t('a' as 'app.name', { count: 1 })).toBe('1 order');
    expect(t('a' as 'app.name', { count: 3 })).toBe('3 orders');
    expect(t('b.c' as 'app.name', { span: '5 min', n: 0.05 })).toBe('T+5 min, 0.05');
  });

  test('write numbers by locale, and numbers that came as text too', () => {
    const italian = makeWords('it', messages);
    expect(italian.number(37.5, 1)).toBe('37,5');
    expect(italian.number(-2.5)).toBe('−2,5');
    expect(italian.value('<0.05')).toBe('<0,05');
    expect(italian.value('E. coli')).toBe('E. coli');
    expect(makeWords('en', messages).value('27.4')).toBe('27.4');
  });

  test('write numbers as the locale does, the plain ones without its formatter', () => {
    const values = [
      0, 1, 7.5, 36.65, 0.05, 0.0004, 99.95, 100, 999, 999.5, 1000, 12_345.678, -3, -0.25, 1e21,
    ];
    for (const [language, locale] of [
      ['en', 'en-GB'],
      ['it', 'it-IT'],
    ] as const) {
      const { number } = makeWords(language, messages);
      for (const decimals of [undefined, 0, 1, 2])
        for (const value of values) {
          const written = new Intl.NumberFormat(locale, {
            minimumFractionDigits: decimals ?? 0,
            maximumFractionDigits: decimals ?? 3,
          }).format(value);
          expect(number(value, decimals)).toBe(written.replace(/^-/, '−'));
        }
    }
  });

  test('say times of day, days and spans', () => {
    const { clock, day, short } = makeWords('en', messages);
    expect(clock(10 * 3600 + 20 * 60, 42 * 60)).toBe('11:02');
    expect(clock(23 * 3600, 2 * 3600)).toBe('01:00');
    expect(day(23 * 3600, 2 * 3600)).toBe(2);
    expect([0, 45, 90, 3600, 5100, 50 * 3600, 72 * 3600].map(spanOf)).toEqual([
      '0 min',
      '45 s',
      '1 min 30 s',
      '1 h',
      '1 h 25 min',
      '2 d 2 h',
      '3 d',
    ]);
    expect(short(3900)).toBe('1 h 05');
    expect(makeWords('it', messages).span(72 * 3600)).toBe('3 gg');
  });
});
