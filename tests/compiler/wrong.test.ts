// Every mistake that an author can make is told at its place, in the same words each time, and nothing broken becomes a scenario.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCase, type CaseFiles } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';

const folder = new URL('../fixtures/wrong/', import.meta.url).pathname;
const catalogue = readCatalogue(`${folder}../catalogue`);
const right = readCaseFolder(`${folder}_right`);
const names = readdirSync(folder).filter((name) => !name.startsWith('_'));

/** The right case with the files of a wrong one in their place. */
function wrong(name: string): CaseFiles {
  const own = readCaseFolder(`${folder}${name}`);
  const files = new Map([...right.files, ...own.files]);
  return { id: name, files, figures: own.figures };
}

describe('diagnostics', () => {
  it('are none for a right case', () => {
    const { scenario, revision, diagnostics } = compileCase(right, catalogue);
    expect(reportText(diagnostics.filter(({ severity }) => severity !== 'warning'))).toBe('');
    expect(scenario?.id).toBe('_right');
    expect(revision).toMatch(/^[0-9a-f]{32}$/);
  });

  it('exist for a good number of mistakes', () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
  });

  it.each(names)('name what is wrong: %s', async (name) => {
    const { diagnostics } = compileCase(wrong(name), catalogue);
    await expect(reportText(diagnostics)).toMatchFileSnapshot(`${folder}${name}/diagnostics.txt`);
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it.each(names)('point into the file they name: %s', (name) => {
    const files = wrong(name);
    const { scenario, diagnostics } = compileCase(files, catalogue);
    const broken = diagnostics.some(({ severity }) => severity === 'error');
    expect(scenario === null).toBe(broken);
    for (const { file, line, column } of diagnostics) {
      const lines = files.files.get(file)?.split('\n') ?? [];
      expect(lines.length, file).toBeGreaterThanOrEqual(line);
      expect((lines[line - 1] ?? '').length + 1, `${file}:${line}`).toBeGreaterThanOrEqual(column);
    }
  });
});
