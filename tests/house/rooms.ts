// The rooms of the house and who may import whom, with the reason that a wrong import is answered with.
//
// How imports are written: within a room relative (`./step`, `../levels/level`), across rooms through the `imports`
// field of package.json and without an ending (`#machines/scenario`); `#content/…` alone keeps its ending
// (`#content/words/en.json`). Four tools read that field, each in its own way: Next and TypeScript try every
// alternative of its lists (.ts, .tsx); tsx tries the first only, so that tsconfig.json adds `paths` for `#components/*`,
// where both endings live side by side; vitest too tries the first only, so that vitest.config.ts has an alias.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { importsOf, type Import } from './read-source';

export const rooms = ['machines', 'compiler', 'server', 'components', 'app'] as const;
export type Room = (typeof rooms)[number];

/** Where an import leads: a room or folder of this project, Node, or a package. */
export type Target = {
  readonly kind: 'room' | 'node' | 'package';
  readonly name: string;
  readonly path: string;
};

export type Complaint = { readonly file: string; readonly line: number; readonly what: string };

export function targetOf(file: string, from: string): Target {
  if (from.startsWith('.')) {
    const path = posix.normalize(posix.join(posix.dirname(file), from));
    return { kind: 'room', name: path.split('/')[0] ?? '', path };
  }
  if (from.startsWith('#'))
    return { kind: 'room', name: from.slice(1).split('/')[0] ?? '', path: from.slice(1) };
  const parts = from.replace(/^node:/, '').split('/');
  if (from.startsWith('node:') || builtinModules.includes(parts[0] ?? '')) {
    return { kind: 'node', name: parts[0] ?? '', path: parts.join('/') };
  }
  const name = from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return { kind: 'package', name, path: from };
}

const drawing = ['react', 'react-dom', 'radix-ui', 'cmdk', 'sonner', 'lucide-react', 'uplot'];
const store = ['libsql', 'pg', 'kysely'];
const heavy = ['xstate', 'zod', 'yaml', 'unified', '@lhncbc/ucum-lhc', 'peggy', ...store];

type Rule = {
  /** Other rooms that may be used at run time. */
  readonly rooms: readonly string[];
  /** Other rooms of which the types may be used. */
  readonly types: readonly string[];
  readonly node: (module: string) => boolean;
  readonly packages: (target: Target) => boolean;
  readonly why: string;
};

const isNext = (name: string) => name === 'next' || name.startsWith('@next/');

export const table: Record<Room, Rule> = {
  machines: {
    rooms: [],
    types: [],
    node: () => false,
    packages: ({ name }) => name === 'xstate',
    why: 'machines imports xstate and itself only, so that the same log replays to the same bytes anywhere',
  },
  compiler: {
    rooms: ['machines'],
    types: [],
    node: (module) => ['fs', 'path', 'url', 'crypto'].includes(module),
    packages: ({ name }) => !isNext(name) && ![...drawing, ...store, 'next-intl'].includes(name),
    why: 'compiler uses machines, the text libraries and little of Node, so that it runs in a terminal as in the server',
  },
  server: {
    rooms: ['compiler', 'machines', 'content'],
    types: [],
    node: () => true,
    packages: ({ name, path }) =>
      (!isNext(name) || path === 'next/headers') && !drawing.filter((n) => n !== 'react').includes(name),
    why: 'server decides and draws nothing; of Next it uses next/headers only',
  },
  components: {
    rooms: [],
    types: ['machines'],
    node: () => false,
    packages: ({ name, path }) =>
      !heavy.includes(name) && !name.startsWith('remark-') && !/^next\/(headers|server|cache)$/.test(path),
    why: 'components draw what they are handed; rules, stores and answers stay on the server (types from machines are fine)',
  },
  app: {
    rooms: ['server', 'components', 'content'],
    types: ['compiler', 'machines'],
    node: () => true,
    packages: ({ name }) => !store.includes(name),
    why: 'app leads from address to server to component; it runs no engine and knows no store',
  },
};

function allowed(room: Room, file: string, { from, typeOnly }: Import): boolean {
  const rule = table[room];
  const target = targetOf(file, from);
  if (target.kind === 'node') return rule.node(target.name);
  if (target.kind === 'package') return rule.packages(target);
  if (target.name === room) return true;
  if (from.startsWith('.')) return false;
  if (room === 'app' && /^server\/store(\/|$)/.test(target.path)) return false;
  return rule.rooms.includes(target.name) || (typeOnly && rule.types.includes(target.name));
}

/** The imports of a file that its room does not allow. */
export function wrongImports(room: Room, file: string, source: string): Complaint[] {
  return importsOf(source)
    .filter((found) => !allowed(room, file, found))
    .map(({ from, line }) => ({ file, line, what: `imports ${from}: ${table[room].why}` }));
}
