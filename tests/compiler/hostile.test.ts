// Whatever stands in a case folder, compiling it ends with diagnostics and never with an exception.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;
const catalogue = readCatalogue(`${fixtures}catalogue`);
const cases = ['canary', 'order-driven-stages', 'coupled-laboratory'].map((name) =>
  readCaseFolder(`${fixtures}cases/${name}`),
);

const piece = fc.constantFrom(
  '<constructor>',
  '<toString to="a" />',
  '<Answer to="__proto__" constructor="1">',
  '</Answer>',
  '<Stage id="constructor">x</Stage>',
  '__proto__: { a: 1 }\n',
  'constructor: {}\n',
  '  toString: 5\n',
  '"',
  '<',
  '{',
  '}',
  '\n',
  '---\n',
  ': ',
  '- ',
  '.nan',
  '.inf',
  '9'.repeat(400),
  `<Rule id="z" domain="z" points="${'9'.repeat(400)}" />`,
  `when="time > ${'9'.repeat(400)}"`,
  'when="(((((',
  '&a *a',
  '\u0000',
  '\uE000',
  '\uD800',
  '#',
  '= 1 / 0',
  '(',
  ')',
);

describe('a damaged case', () => {
  it('has diagnostics, and a scenario only without an error among them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(12), piece), { minLength: 1, maxLength: 4 }),
        (folder, damages) => {
          const files = new Map(folder.files);
          const names = [...files.keys()];
          for (const [which, where, cut, text] of damages) {
            const name = names[which % names.length] ?? '';
            const before = files.get(name) ?? '';
            const at = where % (before.length + 1);
            files.set(name, before.slice(0, at) + text + before.slice(at + cut));
          }
          const { scenario, diagnostics } = compileCase({ ...folder, files }, catalogue);
          const broken = diagnostics.some(({ severity }) => severity === 'error');
          expect(scenario === null).toBe(broken);
        },
      ),
      { numRuns: 250, seed: 7 },
    );
  });

  it.each([
    ['<constructor>\n\nx\n\n</constructor>\n<toString to="a" />\n<valueOf />'],
    ['<Answer to="ask:onset" constructor="1" toString>x</Answer>'],
    ['<Answer to="constructor">x</Answer>'],
    [`<Answer to="ask:onset" when="time > ${'9'.repeat(400)}">x</Answer>`],
    [`<Result of="order:chemistry" potassium="${'9'.repeat(400)}" />`],
    [
      `<Rule id="z" domain="care" points="0" when="done examine:skin" full="within ${'9'.repeat(400)} min" />`,
    ],
    [`<Domain id="a" points="${'9'.repeat(400)}" />`],
    ['<Result of="order:chemistry" constructor="5" __proto__="6" />'],
    [`<Answer to="ask:onset" when="${'('.repeat(5000)}">x</Answer>`],
    [`${'<Stage id="a">'.repeat(300)}x${'</Stage>'.repeat(300)}`],
    [`${'> '.repeat(500)}x`],
  ])('says what is wrong with %s', (text) => {
    const folder = cases[1];
    if (folder === undefined) throw new Error('there is a fixture case');
    const files = new Map([...folder.files, ['extra.mdx', text]]);
    const { scenario, diagnostics } = compileCase({ ...folder, files }, catalogue);
    expect(diagnostics.filter(({ file }) => file === 'extra.mdx').length).toBeGreaterThan(0);
    expect(scenario === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  });

  it.each([
    ['physiology.yaml', '__proto__: { a: 1 }\nconstructor: 5\n'],
    ['physiology.yaml', 'levels: { constructor: { starts: .inf }, a: { starts: .nan } }\n'],
    [
      'physiology.yaml',
      'attributes: { constructor: { a: 1 } }\neffects: { toString: [ { constructor: 5 } ] }\n',
    ],
    ['items.yaml', 'constructor: {}\n__proto__: {}\n'],
    ['walkthroughs.yaml', 'plays: 5\n'],
    ['sources.yaml', '- a\n'],
  ])('says what is wrong with %s', (name, text) => {
    const folder = cases[0];
    if (folder === undefined) throw new Error('there is a fixture case');
    const { diagnostics } = compileCase(
      { ...folder, files: new Map([...folder.files, [name, text]]) },
      catalogue,
    );
    expect(diagnostics.filter(({ file }) => file === name).length).toBeGreaterThan(0);
  });

  it('has no scenario where a time has no end', () => {
    const folder = cases[1];
    if (folder === undefined) throw new Error('there is a fixture case');
    const items = `order:ecg: { turnaround: ${'9'.repeat(400)} min }\n`;
    const { scenario } = compileCase(
      { ...folder, files: new Map([...folder.files, ['items.yaml', items]]) },
      catalogue,
    );
    expect(scenario).toBeNull();
  });

  it('may be no case at all', () => {
    for (const files of [
      new Map<string, string>(),
      new Map([['case.mdx', '']]),
      new Map([['case.mdx', '---\n[]\n---\n']]),
    ]) {
      const { scenario, diagnostics } = compileCase({ id: 'x', files, figures: new Set() }, catalogue);
      expect(scenario).toBeNull();
      expect(diagnostics.length).toBeGreaterThan(0);
    }
  });
});
