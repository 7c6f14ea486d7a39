// Clinical prose is read as it is written, to the character, and nothing of it is ever run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '#compiler/diagnostic';
import { toProse } from '#compiler/prose';
import { readMdx } from '#compiler/read/mdx';
import { readYaml } from '#compiler/read/yaml';
import { valueOf, type Tag } from '#compiler/read/tag';
import { sourceText } from '#compiler/source-text';

const read = (text: string) => readMdx(sourceText('a.mdx', text));

function proseOf(text: string): unknown {
  const [tag] = read(`<Answer to="ask:x">${text}</Answer>`).tags;
  const findings = new Findings('x');
  const prose = tag?.prose ? toProse(tag.prose, findings) : [];
  expect(findings.sorted()).toEqual([]);
  return prose;
}

const p = (...of: unknown[]) => ({ tag: 'p', of });

describe('prose', () => {
  it.each([
    ['SpO2 <90% and pH <=7.35'],
    ['lactate < 2 mmol/L, CRP <5'],
    ['1 < 2 > 0'],
    ['import this word; export of bile'],
    ['about ~1.5 L, then ~2 L'],
    ['"No! I can\'t!"'],
    ['T+5 × 10^3/µL — è così'],
  ])('is words as they stand: %s', (text) => {
    expect(proseOf(text)).toEqual([p(text)]);
  });

  it('begins a line with "import" when a clinician does', () => {
    expect(proseOf('\nimport of blood\n\nexport of bile\n')).toEqual([
      p('import of blood'),
      p('export of bile'),
    ]);
  });

  it('keeps paragraphs apart wherever the tags stand on the line', () => {
    expect(proseOf('One.\n\nTwo,\ngoes on.')).toEqual([p('One.'), p('Two, goes on.')]);
    expect(proseOf('\nOne.\n\nTwo.\n')).toEqual([p('One.'), p('Two.')]);
  });

  it('may hold emphasis, lists, tables, quotations and sub- and superscript', () => {
    expect(proseOf('\n- *a*\n- **b**\n')).toEqual([
      {
        tag: 'ul',
        of: [
          { tag: 'li', of: [{ tag: 'em', of: ['a'] }] },
          { tag: 'li', of: [{ tag: 'strong', of: ['b'] }] },
        ],
      },
    ]);
    expect(proseOf('SpO<sub>2</sub>')).toEqual([p('SpO', { tag: 'sub', of: ['2'] })]);
    expect(proseOf('\n> He said so.\n')).toEqual([{ tag: 'blockquote', of: [p('He said so.')] }]);
    expect(JSON.stringify(proseOf('\n| a | b |\n|--:|---|\n| 1 | <2 |\n'))).toBe(
      '[{"tag":"table","align":["right",null],"of":[{"tag":"thead","of":[{"tag":"tr","of":[{"tag":"th","of":["a"]},{"tag":"th","of":["b"]}]}]},' +
        '{"tag":"tbody","of":[{"tag":"tr","of":[{"tag":"td","of":["1"]},{"tag":"td","of":["<2"]}]}]}]}]',
    );
  });

  it('leaves out comments', () => {
    expect(proseOf('One {/* not this */} two.')).toEqual([p('One two.')]);
  });
});

describe('places', () => {
  const text =
    '{/* c */}\n<Region id="r" starts="a"><Stage id="a">One <2.</Stage> <Stage\n  id="bb"\n  tick="1 h">Two.</Stage></Region>\n';

  it('are those of the file, whatever was put on lines of its own', () => {
    const { tags, faults } = read(text);
    expect(faults).toEqual([]);
    const seen: string[] = [];
    const visit = (tag: Tag): void => {
      seen.push(text.slice(tag.place.start, tag.place.end));
      for (const { value, name } of tag.attributes) {
        seen.push(`${name}=${value === null ? '' : text.slice(value.place.start, value.place.end)}`);
      }
      if (tag.prose !== null) seen.push(text.slice(tag.prose.place.start, tag.prose.place.end));
      tag.children.forEach(visit);
    };
    tags.forEach(visit);
    expect(seen).toEqual([
      '<Region id="r" starts="a"',
      'id=r',
      'starts=a',
      '<Stage id="a"',
      'id=a',
      'One <2.',
      '<Stage\n  id="bb"\n  tick="1 h"',
      'id=bb',
      'tick=1 h',
      'Two.',
    ]);
  });

  it('count lines and columns from 1', () => {
    const source = sourceText('a.mdx', 'ab\ncd\n');
    expect(source.positionOf(0)).toEqual({ line: 1, column: 1 });
    expect(source.positionOf(4)).toEqual({ line: 2, column: 2 });
    expect(source.positionOf(99)).toEqual({ line: 3, column: 1 });
  });

  it('exist for every value of a YAML file', () => {
    const file = readYaml(sourceText('a.yaml', 'a:\n  - { b: "x y", c: 2 }\n'));
    expect(file.value).toEqual({ a: [{ b: 'x y', c: 2 }] });
    const { place } = file.phraseAt(['a', 0, 'b'], 'x y');
    expect(file.source.text.slice(place.start, place.end)).toBe('x y');
    expect(file.source.positionOf(file.keyPlaceOf(['a', 0, 'c']).start)).toEqual({ line: 2, column: 17 });
  });
});

describe('attributes', () => {
  it('hold comparisons and brackets as they stand', () => {
    const [tag] = read('<Turn to="x" when="map <65 and (hr >= 90)" />').tags;
    expect(tag && valueOf(tag, 'when')?.text).toBe('map <65 and (hr >= 90)');
  });
});

describe('any text at all', () => {
  it('is read without an exception', () => {
    const pieces = fc.constantFrom(
      '<Answer to="ask:x">',
      '</Answer>',
      '<',
      '>',
      '{',
      '}',
      '{/*',
      '*/}',
      '"',
      '`',
      '```\n',
      '---\n',
      '\n',
      '\n\n',
      '- ',
      '|',
      'import x from "y"\n',
      '<!--',
      '\\',
      'word ',
      '<br>',
      '<Stage',
      '=',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const file = read(text);
        for (const { place } of file.faults) expect(place.start).toBeLessThanOrEqual(text.length + 1);
        for (const tag of file.tags) if (tag.prose !== null) toProse(tag.prose, new Findings('x'));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('of YAML is read without an exception', () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 60,
          unit: fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '[', ']', '&', '*', '"', '#', '!', '|'),
        }),
        (text) => {
          const file = readYaml(sourceText('a.yaml', text));
          expect(file.placeOf(['a', 0, 'b']).start).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });
});
