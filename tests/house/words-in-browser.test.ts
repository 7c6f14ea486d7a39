// What runs in the browser gets only part of the interface's words: every sentence that it says must be among them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import english from '#content/words/en.json';
import { bedsideParts, debriefParts } from '../../app/words';

const components = join(import.meta.dirname, '../../components');
const parts = new Set(Object.keys(english).map((key) => key.split('.')[0] ?? ''));

/** The parts of the words (`form` of `form.dose`) that files say something of. */
function saidIn(folders: readonly string[], browserOnly: boolean): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(components, folder)).map((name) => join(folder, name)),
  );
  const texts = files.map((file) => readFileSync(join(components, file), 'utf8'));
  const said = texts
    .filter((text) => !browserOnly || text.includes("'use client'"))
    .flatMap((text) => [...text.matchAll(/[\s(:[?]['`]([a-z]+)\.[a-z$]/g)].map(([, part]) => part ?? ''));
  return [...new Set(said)].filter((part) => parts.has(part)).toSorted();
}

test('the bedside has every word that it says', () => {
  const said = saidIn(['encounter', 'live-clock', 'monitor', 'ecg', 'imaging', 'body-map', 'ui'], false);
  expect(said).toContain('confirm');
  expect(said.filter((part) => !bedsideParts.some((one) => one === part))).toEqual([]);
});

test('the debrief has every word that it says in the browser', () => {
  const said = saidIn(['debrief'], true);
  expect(said).toContain('curve');
  const handed: readonly string[] = [...debriefParts, 'reflection'];
  expect(said.filter((part) => !handed.includes(part))).toEqual([]);
});
