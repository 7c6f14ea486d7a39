// The rules of the house, kept by reading the project's files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  anyTypes,
  barrel,
  leftUndone,
  misnamed,
  notRun,
  pathsOfAMachine,
  tooLong,
  unknownCommands,
  withoutOpening,
} from './manners';
import { code, filesUnder, root, told, words } from './project-files';
import { importsOf } from './read-source';
import { rooms, targetOf, wrongImports } from './rooms';

const everyCode = filesUnder('', code);
const inRooms = rooms.flatMap((room) => filesUnder(room, code).map((found) => ({ room, ...found })));
const inTests = filesUnder('tests', code);

test('the house has source files to look at', () => {
  expect(inRooms.length).toBeGreaterThan(0);
  expect(inTests.length).toBeGreaterThan(0);
});

describe('who may import whom', () => {
  test.each(rooms)('%s imports only what its room allows', (room) => {
    const found = inRooms.filter((file) => file.room === room);
    expect(told(found.flatMap(({ file, text }) => wrongImports(room, file, text)))).toEqual([]);
  });

  test('nothing outside tests imports tests', () => {
    const wrong = everyCode
      .filter(({ file }) => !file.startsWith('tests/'))
      .flatMap(({ file, text }) =>
        importsOf(text)
          .filter(({ from }) => {
            const target = targetOf(file, from);
            return target.kind === 'room' && target.name === 'tests';
          })
          .map(({ from, line }) => ({ file, line, what: `imports ${from}: nothing looks at tests` })),
      );
    expect(told(wrong)).toEqual([]);
  });

  test('at most two files of the compiler touch the disk', () => {
    const touching = filesUnder('compiler', code).filter(({ text }) =>
      importsOf(text).some(({ from, typeOnly }) => !typeOnly && /^(node:)?fs(\/|$)/.test(from)),
    );
    expect(touching.length, touching.map(({ file }) => file).join(', ')).toBeLessThanOrEqual(2);
  });

  test('content holds words, no code', () => {
    expect(filesUnder('content', code).map(({ file }) => file)).toEqual([]);
  });

  test('the linter knows every room, so that an editor shows a wrong import as it is written', () => {
    const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
    for (const room of rooms) expect(config).toContain(`"${room}/**"`);
  });
});

describe('manners of a file', () => {
  test('no type is `any`', () => {
    expect(told(everyCode.flatMap(({ file, text }) => anyTypes(file, text)))).toEqual([]);
  });

  test('no file of a room is too long', () => {
    expect(told(inRooms.flatMap(({ file, text }) => tooLong(file, text)))).toEqual([]);
  });

  test('every source file says what it is for', () => {
    expect(told(everyCode.flatMap(({ file, text }) => withoutOpening(file, text)))).toEqual([]);
  });

  test('no file only passes on what others export', () => {
    expect(told([...inRooms, ...inTests].flatMap(({ file, text }) => barrel(file, text)))).toEqual([]);
  });

  test('names are in kebab-case', () => {
    const styles = filesUnder('app', ['.css']);
    expect(told([...inRooms, ...inTests, ...styles].flatMap(({ file }) => misnamed(file)))).toEqual([]);
  });
});

describe('nothing is left lying about', () => {
  const texts = [...everyCode, ...filesUnder('', words)].filter(({ file }) => file !== 'package-lock.json');

  test('no note to self', () => {
    expect(told(texts.flatMap(({ file, text }) => leftUndone(file, text)))).toEqual([]);
  });

  test('no test is left out or run alone', () => {
    expect(told(inTests.flatMap(({ file, text }) => notRun(file, text)))).toEqual([]);
  });

  test('no path of one machine', () => {
    expect(told(texts.flatMap(({ file, text }) => pathsOfAMachine(file, text)))).toEqual([]);
  });

  test('every command in the README exists', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const scripts = Object.keys((manifest as { scripts: Record<string, string> }).scripts);
    const readme = existsSync(join(root, 'README.md')) ? readFileSync(join(root, 'README.md'), 'utf8') : '';
    expect(told(unknownCommands('README.md', readme, scripts))).toEqual([]);
  });
});
