// The canonical text of a condition, read again, is the same condition; and the committed parser is the one its grammar gives.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition, EventRef, Expression, Window } from '#machines/scenario/condition';
import { readCondition } from '#compiler/language/read';
import { write } from '#compiler/language/write';
import { scope } from './sample-scope';

const items = (...among: string[]) => fc.subarray(among, { minLength: 1 }).map((all) => all.toSorted());
const event: fc.Arbitrary<EventRef> = fc.oneof(
  fc.record({ kind: fc.constant('asked' as const), items: items('ask:fever', 'ask:pain-onset') }),
  fc.record({
    kind: fc.constantFrom('done' as const, 'ordered' as const, 'resulted' as const, 'declined' as const),
    items: items('order:lactate', 'consult:surgeon', 'treat:saline'),
  }),
  fc.record({
    kind: fc.constantFrom('given' as const, 'stopped' as const),
    items: items('treat:saline', 'treat:meropenem'),
  }),
  fc.record({
    kind: fc.constant('phase' as const),
    items: items('order:ct-head/back', 'order:ct-head/leaves'),
  }),
  fc.record({ kind: fc.constant('chosen' as const), items: items('answer:cq9/a', 'answer:cq9/b') }),
  fc.record({ kind: fc.constant('chosen' as const), items: items('tell:sbar/shock', 'tell:sbar/who') }),
  fc.record({
    kind: fc.constantFrom('suspected' as const, 'diagnosed' as const),
    items: items('septic-shock', 'spondylodiscitis'),
  }),
  fc.record({ kind: fc.constant('noted' as const), items: items('note:problem', 'note:working') }),
  fc.constant({ kind: 'happened' as const, items: ['collapse'] }),
  fc.constant({ kind: 'finished' as const, items: ['finish'] }),
);
const seconds = fc.nat(1_000_000);
const span = fc.tuple(seconds, seconds).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const { condition } = fc.letrec<{
  condition: Condition;
  timed: Condition;
  window: Window;
  expression: Expression;
}>((tie) => {
  const some = fc.array(tie('condition'), { minLength: 2, maxLength: 3 });
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    event.map((one) => ({ op: 'event' as const, event: one })),
    fc.constantFrom<Condition>(
      { op: 'running', items: ['treat:saline'] },
      { op: 'in', region: 'course', stages: ['profound', 'shock'] },
      { op: 'been', region: 'respiratory', stages: ['normal'] },
    ),
  );
  return {
    timed: leaf,
    window: fc.oneof(
      span.map((one) => ({ kind: 'between' as const, ...one })),
      fc.record({
        kind: fc.constant('around' as const),
        anchor: tie('condition'),
        from: fc.constant(0),
        to: fc.constant(null),
      }),
      fc.tuple(tie('condition'), span).map(([anchor, one]) => ({ kind: 'around' as const, anchor, ...one })),
      fc
        .tuple(
          tie('condition'),
          seconds.filter((to) => to > 0),
        )
        .map(([anchor, to]) => ({ kind: 'around' as const, anchor, from: -to, to })),
      tie('condition').map((anchor) => ({
        kind: 'until' as const,
        anchor,
        plus: 0,
        must: false,
        open: true,
      })),
      fc
        .tuple(tie('condition'), seconds)
        .map(([anchor, plus]) => ({ kind: 'until' as const, anchor, plus, must: true, open: false })),
    ),
    expression: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Expression>(
        { op: 'quantity', id: 'pain', last: false },
        { op: 'quantity', id: 'grade', last: true },
        { op: 'measure', id: 'spectrum' },
        { op: 'entries', region: 'respiratory', stage: 'normal' },
        { op: 'requested', of: 'rate' },
        { op: 'negate', of: { op: 'quantity', id: 'pain', last: false } },
      ),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .filter((value) => !Object.is(value, -0))
        .map((value) => ({ op: 'number' as const, value })),
      fc
        .record({ op: fc.constant('count' as const), event, distinct: fc.boolean() })
        .filter((one) => one.event.kind !== 'finished'),
      fc
        .tuple(
          fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
          tie('expression'),
          tie('expression'),
        )
        .filter(([, left, right]) => left.op !== 'number' && right.op !== 'number')
        .map(([by, left, right]) => ({ op: 'arithmetic' as const, by, left, right })),
      fc
        .tuple(tie('expression'), tie('expression'))
        .map((of) => ({ op: 'call' as const, name: 'max' as const, of })),
      fc.record({
        op: fc.constant('if' as const),
        when: tie('condition'),
        yes: tie('expression'),
        no: tie('expression'),
      }),
      fc
        .tuple(
          event.filter(({ kind }) => kind !== 'finished'),
          fc.option(tie('window')),
        )
        .map(([one, window]) => ({ op: 'highest' as const, attribute: 'gram-negative', event: one, window })),
    ),
    condition: fc.oneof(
      { maxDepth: 4 },
      tie('timed'),
      fc.constantFrom<Condition>(
        { op: 'always' },
        { op: 'mode', mode: 'practice' },
        { op: 'variant', name: 'biphasic', value: 'no' },
        { op: 'daytime', from: 72_000, to: 28_740 },
        { op: 'reasoned', count: 3 },
      ),
      some.map((of) => ({ op: 'and' as const, of })),
      some.map((of) => ({ op: 'or' as const, of })),
      some.map((of) => ({ op: 'some' as const, count: 2, of })),
      tie('condition').map((of) => ({ op: 'not' as const, of })),
      fc.record({ op: fc.constant('held' as const), of: tie('condition'), seconds }),
      fc
        .tuple(tie('condition'), fc.integer({ min: 0, max: 100 }), span)
        .map(([of, share, one]) => ({ op: 'share' as const, of, share: share / 100, ...one })),
      fc.record({
        op: fc.constant('times' as const),
        count: fc.integer({ min: 1, max: 9 }),
        apart: seconds,
        of: tie('condition'),
      }),
      fc.record({ op: fc.constant('window' as const), of: tie('timed'), window: tie('window') }),
      fc.record({ op: fc.constant('while' as const), event, of: tie('condition') }),
      fc
        .tuple(
          fc.constantFrom(
            '<' as const,
            '<=' as const,
            '>' as const,
            '>=' as const,
            '=' as const,
            '!=' as const,
          ),
          tie('expression'),
          tie('expression'),
        )
        .map(([by, left, right]) => ({ op: 'compare' as const, by, left, right })),
      fc.constant<Condition>({
        op: 'compare',
        left: { op: 'since', of: { op: 'event', event: { kind: 'asked', items: ['ask:fever'] } } },
        by: '>',
        right: { op: 'stage-time', region: 'course' },
      }),
    ),
  };
});

it('a condition that is written and read again is the same', () => {
  fc.assert(
    fc.property(condition, (one) => {
      const text = write(one);
      fc.pre(text.length < 4000);
      expect(readCondition(text, scope)).toEqual({ value: one, problems: [] });
    }),
    { numRuns: 1000 },
  );
});

it('the committed parser is the one that `npm run grammar` makes', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { grammar: string };
  };
  const [tool, ...options] = manifest.scripts.grammar.split(' ');
  const output = options.indexOf('--output') + 1;
  expect([tool, output > 0]).toEqual(['peggy', true]);
  const made = execFileSync(
    process.execPath,
    [join(root, 'node_modules/peggy/bin/peggy.js'), ...options.with(output, '-')],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(readFileSync(join(root, options[output]!), 'utf8').trim()).toBe(made.trim());
});
