// Schema of the front matter of case.mdx and of its overlays.
import { z } from 'zod';
import { sourcesShape } from './catalogue';

const quantity = z.union([z.string(), z.number()]);

export const frontMatterShape = z.strictObject({
  title: z.string().min(1),
  complaint: z.string().min(1),
  language: z.enum(['en', 'it']),
  patient: z.strictObject({
    name: z.string().min(1),
    age: z.number().min(0).max(125),
    sex: z.enum(['male', 'female']),
    weight: quantity,
    height: quantity.optional(),
  }),
  alerts: z.union([z.boolean(), z.enum(['yes', 'no'])]).optional(),
  allergies: z.array(z.string()).optional(),
  conditions: z.array(z.string()).optional(),
  setting: z.string().min(1),
  level: z.string().min(1),
  minutes: z.number().positive(),
  arrival: z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'write a clock time in quotation marks, "10:20"'),
  tick: z.string().optional(),
  clock: z.strictObject({ live: z.enum(['optional', 'required']), rate: z.string().optional() }).optional(),
  authors: z.array(z.string()).optional(),
  review: z.string().optional(),
  licence: z.string().optional(),
  sources: sourcesShape.optional(),
  hints: z.strictObject({ cost: z.array(z.number().min(0).max(20)).length(3) }).optional(),
  'penalty-cap': z.number().min(0).max(100).optional(),
});
export type FrontMatter = z.infer<typeof frontMatterShape>;

/** Front matter of an overlay: prose only. */
export const overlayFrontMatterShape = z.strictObject({
  title: z.string().min(1).optional(),
  complaint: z.string().min(1).optional(),
});
