// The unit of an expression, as far as it can be known before it is built, without complaints.
import { calledUnits } from './calls';
import { firm, type Measure, shared, UNKNOWN } from './measure';
import type { Desk } from './names';
import { requestedUnit, sumUnit } from './sums';
import type { ExpressionNode } from './tree';
import { compose, factor } from './units';

/** The unit of an expression, without complaints. */
export function measureOf(desk: Desk, node: ExpressionNode): Measure {
  switch (node.is) {
    case 'amount':
      return { unit: node.unit, firm: false };
    case 'name':
      return firm(desk.scope.quantities.get(node.name)?.unit ?? '');
    case 'time':
    case 'since':
    case 'stage-time':
      return firm('min');
    case 'weight':
      return firm('kg');
    case 'sum':
      return firm(sumUnit(desk, node.of, node.refs) ?? '');
    case 'requested':
      return firm(requestedUnit(desk, node.of) ?? '');
    case 'negate':
      return measureOf(desk, node.of);
    case 'arithmetic': {
      const left = measureOf(desk, node.left);
      const right = measureOf(desk, node.right);
      if (node.by === '+' || node.by === '-') return shared([left, right]);
      if (left.unit !== null && right.unit !== null) {
        const unit = compose(left.unit, node.by, right.unit);
        return factor(unit, '1') === null ? { unit, firm: left.firm || right.firm } : UNKNOWN;
      }
      return scaled(node) === null ? UNKNOWN : shared([left, right]);
    }
    case 'call':
      return calledUnits(desk, node.name.name, node.of, measureOf);
    case 'if':
      return shared([measureOf(desk, node.yes), measureOf(desk, node.no)]);
    default:
      return UNKNOWN;
  }
}

/** A literal amount multiplied or divided by a bare number: the side that carries the unit. */
export function scaled(node: Extract<ExpressionNode, { is: 'arithmetic' }>): 'left' | 'right' | null {
  const bare = (side: ExpressionNode): boolean => side.is === 'amount' && side.unit === null;
  if (node.left.is === 'amount' && node.left.unit !== null && bare(node.right)) return 'left';
  if (node.by === '*' && node.right.is === 'amount' && node.right.unit !== null && bare(node.left))
    return 'right';
  return null;
}
