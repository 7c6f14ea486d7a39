// A curve in the units that the learner has chosen for laboratory values.
import { unitText } from '../unit-text';
import type { UnitChoice } from '../encounter/unit-choice';
import { plain } from '../prose';
import type { CourseCurve } from './curve-geometry';

/** The same curve, read under a choice of units; unchanged where its unit is of that system or the only one in use. */
export function curveIn(curve: CourseCurve, choice: UnitChoice): CourseCurve {
  const { other } = curve;
  if (other?.system !== choice) return curve;
  const { unit, times, plus = 0 } = other;
  return { ...curve, unit, points: curve.points.map(([at, value]) => [at, value * times + plus] as const) };
}

/** "Lactate, mmol/L"; what has no unit is called by its name alone. */
export const titleOf = ({ label, unit }: CourseCurve): string =>
  [plain(label), unitText(unit)].filter((part) => part !== '').join(', ');
