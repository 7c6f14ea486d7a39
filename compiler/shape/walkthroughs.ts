// Schema of walkthroughs.yaml: worked plays with what they must give.
import { z } from 'zod';

const stepShape = z.strictObject({
  at: z.number().min(0),
  do: z.string().min(1),
  with: z.record(z.string(), z.unknown()).optional(),
});

const playShape = z.strictObject({
  title: z.string().optional(),
  steps: z.array(stepShape),
  until: z.number().min(0).optional(),
  seed: z.coerce.string().optional(),
  expect: z.record(z.string(), z.unknown()).optional(),
});
export type Play = z.infer<typeof playShape>;

/** With `reference`, `untreated` and `plays`; or plays only, keyed at the top. */
export const walkthroughsShape = z.strictObject({
  reference: z.string().optional(),
  untreated: z.string().optional(),
  plays: z.record(z.string(), playShape),
});
export const playsShape = z.record(z.string(), playShape);
