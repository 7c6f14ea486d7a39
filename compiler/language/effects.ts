// Effects in one line: which quantity, by how much, from when, for how long.
import type { Effect } from '#machines/scenario/item';
import { conditionOf } from './check-condition';
import { expressionOf } from './check-expression';
import type { Desk } from './names';
import { didYouMean } from './problem';
import { secondsOf } from './span';
import type { EffectNode, TailNode, WordNode } from './tree';

/** Unit of the level or vital of this name; null after a problem. */
export function quantityOf(desk: Desk, word: WordNode): string | null {
  const known = desk.scope.quantities.get(word.name);
  if (known !== undefined) return known.unit;
  desk.problems.error(
    'unknown-name',
    word,
    `There is no level or vital "${word.name}".`,
    didYouMean(word.name, desk.scope.quantities.keys(), 'Declare it in physiology.yaml.'),
  );
  return null;
}

/** The effect that a line means; null after a problem. */
export function effectOf(desk: Desk, node: EffectNode): Effect | null {
  const unit = quantityOf(desk, node.quantity);
  const by = expressionOf(desk, node.by, unit);
  let onset = 0;
  let lasts: Effect['lasts'] = 'ever';
  let when: Effect['when'];
  const seen = new Set<TailNode['is']>();
  for (const tail of node.tails) {
    const kind = tail.is === 'while-running' ? 'for' : tail.is;
    if (seen.has(kind)) {
      desk.problems.error(
        'twice',
        tail,
        'An effect says this twice.',
        'Give one `for …` or `while running`, one `after …`, one `when …`.',
      );
    }
    seen.add(kind);
    if (tail.is === 'while-running') lasts = 'running';
    else if (tail.is === 'for') lasts = secondsOf(desk, tail.amount) ?? lasts;
    else if (tail.is === 'after') onset = secondsOf(desk, tail.amount) ?? onset;
    else when = conditionOf(desk, tail.condition) ?? undefined;
  }
  if (unit === null || by === null) return null;
  return { quantity: node.quantity.name, by, onset, lasts, ...(when === undefined ? {} : { when }) };
}
