// The house tests can fail: each checker is shown something wrong, and something right that looks like it.
import { describe, expect, test } from 'vitest';
import {
  anyTypes,
  barrel,
  leftUndone,
  longestFile,
  misnamed,
  notRun,
  pathsOfAMachine,
  tooLong,
  unknownCommands,
  withoutOpening,
} from './manners';
import { blankOut, importsOf } from './read-source';
import { type Room, wrongImports } from './rooms';

describe('reading imports', () => {
  test('finds every form, and tells types from what runs', () => {
    const source = [
      `import a from 'a';`,
      `import type { B } from 'b';`,
      `import { type C } from 'c';`,
      `import 'd';`,
      `export { e } from 'e';`,
      `export type { F } from 'f';`,
      `const g = await import('g');`,
      `type H = typeof import('h');`,
      `const i = require("i");`,
      `import {`,
      `  j,`,
      `} from 'j';`,
      `export * as k from 'k'; import type from 'l';`,
    ].join('\n');
    expect(
      importsOf(source).map(({ from, line, typeOnly }) => `${from} ${line}${typeOnly ? ' type' : ''}`),
    ).toEqual([
      'a 1',
      'b 2 type',
      'c 3',
      'd 4',
      'e 5',
      'f 6 type',
      'g 7',
      'h 8 type',
      'i 9',
      'j 10',
      'k 13',
      'l 13',
    ]);
  });

  test('is not misled by comments, strings, templates, regular expressions or JSX text', () => {
    const source = [
      `// import a from 'a';`,
      `/* import b from 'b'; */`,
      `const c = "import c from 'c'"; const url = 'https://x.example'; import d from 'd';`,
      'const e = `import f from "f" ${g(`}`)} import h from "h"`;',
      `const i = /['"]/; import j from 'j';`,
      `const k = <p>Don't import it from here</p>;`,
      `import l from 'l';`,
    ].join('\n');
    expect(importsOf(source).map(({ from }) => from)).toEqual(['d', 'j', 'l']);
  });

  test('keeps lines where they were', () => {
    const source = 'a /* b\nc */ d // e\nf `g\n${h}` i';
    expect(
      blankOut(source, { keepStrings: false })
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['a', 'd', 'f', 'h   i']);
  });
});

describe('who may import whom', () => {
  const wrong: [Room, string, string][] = [
    ['machines', 'machines/a.ts', `import { readFile } from 'node:fs';`],
    ['machines', 'machines/a.ts', `import { readFile } from 'fs/promises';`],
    ['machines', 'machines/a.ts', `import React from 'react';`],
    ['machines', 'machines/deep/a.ts', `import { b } from '../../server/b';`],
    ['machines', 'machines/a.ts', `import type { B } from '#compiler/b';`],
    ['machines', 'machines/a.ts', `const b = await import('#server/b');`],
    ['compiler', 'compiler/a.ts', `import { b } from '#server/b';`],
    ['compiler', 'compiler/a.ts', `import { cookies } from 'next/headers';`],
    ['compiler', 'compiler/a.ts', `import { b } from '../machines/b';`],
    ['server', 'server/a.ts', `import { B } from '#components/b';`],
    ['server', 'server/a.ts', `import { redirect } from 'next/navigation';`],
    ['components', 'components/a.tsx', `import { b } from '#machines/b';`],
    ['components', 'components/a.tsx', `import { type B } from '#machines/b';`],
    ['components', 'components/a.tsx', `import type { B } from '#server/b';`],
    ['components', 'components/a.tsx', `export { b } from '#machines/b';`],
    ['components', 'components/a.tsx', `import { z } from 'zod';`],
    ['app', 'app/page.tsx', `import { b } from '#compiler/b';`],
    ['app', 'app/page.tsx', `import Database from 'libsql';`],
    ['app', 'app/page.tsx', `import { open } from '#server/store/open';`],
    ['app', 'app/page.tsx', `import { b } from '../tests/b';`],
  ];
  test.each(wrong)('%s: %s may not say %s', (room, file, source) => {
    expect(wrongImports(room, file, source)).toHaveLength(1);
  });

  const right: [Room, string, string][] = [
    [
      'machines',
      'machines/deep/a.ts',
      `import { setup } from 'xstate'; import { b } from '../b'; import c from '#machines/c';`,
    ],
    [
      'compiler',
      'compiler/a.ts',
      `import { b } from '#machines/b'; import { z } from 'zod'; import 'node:path';`,
    ],
    [
      'server',
      'server/a.ts',
      `import 'server-only'; import { b } from '#compiler/b'; import { cookies } from 'next/headers';`,
    ],
    [
      'components',
      'components/ui/a.tsx',
      `import type { B } from '#machines/b'; import Link from 'next/link'; import { c } from '../c';`,
    ],
    [
      'app',
      'app/page.tsx',
      `import { b } from '#server/b'; import { C } from '#components/c'; import type { D } from '#machines/d';`,
    ],
  ];
  test.each(right)('%s: %s may say %s', (room, file, source) => {
    expect(wrongImports(room, file, source)).toEqual([]);
  });
});

describe('manners of a file', () => {
  test.each([
    'let a: any;',
    'f(b as any)',
    'Map<string, any>',
    'type A = any;',
    '(a: any[]) => 1',
    'Record<any, 1>',
  ])('sees the type in %s', (source) => expect(anyTypes('a.ts', source)).toHaveLength(1));
  test.each(['// as any;', `say('as any;')`, '<p>Do you take: any medicines?</p>', 'const anyOf = 1;'])(
    'leaves %s alone',
    (source) => expect(anyTypes('a.ts', source)).toEqual([]),
  );

  test('counts lines', () => {
    expect(tooLong('a.ts', 'a\n'.repeat(longestFile))).toEqual([]);
    expect(tooLong('a.ts', 'a\n'.repeat(longestFile + 1))).toHaveLength(1);
  });

  test('asks for an opening comment, before or after a directive', () => {
    expect(withoutOpening('a.ts', `import a from 'a';\n// late`)).toHaveLength(1);
    expect(withoutOpening('a.ts', `//\nimport a from 'a';`)).toHaveLength(1);
    expect(withoutOpening('a.ts', `// What it is for.\n`)).toEqual([]);
    expect(withoutOpening('a.ts', `'use client';\n\n/** What it is for. */`)).toEqual([]);
  });

  test('knows an index file and a passing-on of everything', () => {
    expect(barrel('server/index.ts', '')).toHaveLength(1);
    expect(barrel('server/door.ts', `export * from './a';`)).toHaveLength(1);
    expect(barrel('server/door.ts', `export { a } from './a';`)).toEqual([]);
  });

  test.each([
    'machines/patientTime.ts',
    'machines/Stage.ts',
    'server/my_store/a.ts',
    'components/[id]/a.tsx',
  ])('does not like the name %s', (file) => expect(misnamed(file)).toHaveLength(1));
  test.each([
    'machines/patient-time.ts',
    'app/case/[case-id]/page.tsx',
    'app/(shelf)/_parts/a.tsx',
    'tests/a.test.ts',
  ])('likes the name %s', (file) => expect(misnamed(file)).toEqual([]));
});

describe('nothing is left lying about', () => {
  test('sees a note to self', () => {
    expect(leftUndone('a.ts', `a\n// ${'TO'}${'DO'}: later`)).toMatchObject([{ line: 2 }]);
    expect(leftUndone('a.it.mdx', 'Il metodo che uso, todo incluso')).toEqual([]);
  });

  test('sees a test that is left out or run alone', () => {
    expect(notRun('a.test.ts', ['test.', 'skip("a", b)'].join(''))).toHaveLength(1);
    expect(notRun('a.test.ts', ['test.describe.', 'only("a", b)'].join(''))).toHaveLength(1);
    expect(notRun('a.test.ts', 'bytes.skip(2); list.only')).toEqual([]);
  });

  test('sees a path of one machine', () => {
    expect(pathsOfAMachine('a.md', `see ${['', 'work', 'main'].join('/')}`)).toHaveLength(1);
    expect(pathsOfAMachine('a.md', `see ${['', 'home', 'anna', 'corsia'].join('/')}`)).toHaveLength(1);
    const address = `https://${['example.org', 'work', 'main'].join('/')}`;
    expect(pathsOfAMachine('a.md', `${address} and time off/work/rest`)).toEqual([]);
  });

  test('sees a command that does not exist', () => {
    expect(unknownCommands('a.md', 'Run `npm run nonsense`.', ['play'])).toHaveLength(1);
    expect(unknownCommands('a.md', 'Run `npm run -s play -- x`.', ['play'])).toEqual([]);
    expect(unknownCommands('a.md', 'Run `npm test`.', ['play'])).toHaveLength(1);
  });
});
