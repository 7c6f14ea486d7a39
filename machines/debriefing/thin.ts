// Curves with only the points that their shape needs.

/** Seconds of patient time, and the value then. */
export type Point = readonly [number, number];

/**
 * Leaves out points that lie on the straight line between those kept, within the tolerance. Ends are kept. One pass: a
 * point is kept as soon as no single line from the last kept one passes close enough to all that came since. Of several
 * points at one second the first stays.
 */
export function thin(points: readonly Point[], tolerance: number): readonly Point[] {
  const kept: Point[] = [];
  let anchor: Point | undefined;
  let before: Point | undefined;
  let steepest = Infinity;
  let flattest = -Infinity;
  for (const point of points) {
    if (!anchor || !before) {
      kept.push(point);
      anchor = point;
      before = point;
      continue;
    }
    if (point[0] <= before[0]) continue;
    const slope = (point[1] - anchor[1]) / (point[0] - anchor[0]);
    if (slope > steepest || slope < flattest) {
      kept.push(before);
      anchor = before;
      steepest = Infinity;
      flattest = -Infinity;
    }
    const span = point[0] - anchor[0];
    steepest = Math.min(steepest, (point[1] + tolerance - anchor[1]) / span);
    flattest = Math.max(flattest, (point[1] - tolerance - anchor[1]) / span);
    before = point;
  }
  if (before && before !== kept.at(-1)) kept.push(before);
  return kept;
}
