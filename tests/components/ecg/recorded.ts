// A recorded tracing in which nothing is out of the ordinary but what a test says.
import type { Rhythm } from '#machines/scenario/rhythm';
import type { TracingView } from '#machines/scenario/tracing';

/** A tracing of a rhythm at 70/min with the usual intervals. */
export const recorded = (rhythm: Rhythm, more: Partial<TracingView> = {}): TracingView => ({
  rhythm,
  rate: 70,
  axis: null,
  pr: null,
  qrs: null,
  qtc: null,
  st: [],
  t: null,
  p: null,
  conduction: null,
  q: [],
  seed: 7,
  ...more,
});
