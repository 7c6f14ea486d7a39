// Schema of physiology.yaml: sets, attributes, variants, levels, vitals, effects and measures.
import { z } from 'zod';
import { takenEffectsShape } from './effects';
import { formula, kebab, textOrWords } from './words';

const limits = z.tuple([z.number(), z.number()]);

export const regimeShape = z.strictObject({
  when: z.union([z.string(), z.boolean()]).optional(),
  is: formula.optional(),
  rises: formula.optional(),
  falls: formula.optional(),
  decays: z.string().optional(),
  towards: formula.optional(),
  lag: z.string().optional(),
  between: limits.optional(),
  'at-least': z.number().optional(),
  'at-most': z.number().optional(),
});
export type RegimeShape = z.infer<typeof regimeShape>;

export const levelShape = z.strictObject({
  unit: z.string().optional(),
  starts: formula.optional(),
  is: formula.optional(),
  rises: formula.optional(),
  falls: formula.optional(),
  decays: z.string().optional(),
  towards: formula.optional(),
  lag: z.string().optional(),
  do: z.array(regimeShape).optional(),
  between: limits.optional(),
  'at-least': z.number().optional(),
  'at-most': z.number().optional(),
  note: z.string().optional(),
  source: z.union([z.string(), z.array(z.string())]).optional(),
  evidence: z.string().optional(),
});

export const vitalShape = levelShape.extend({
  channel: kebab.optional(),
  label: textOrWords.optional(),
  decimals: z.int().min(0).max(4).optional(),
  seen: z.union([z.string(), z.boolean()]).optional(),
  alarm: z.strictObject({ low: z.number().optional(), high: z.number().optional() }).optional(),
});
export type QuantityShape = z.infer<typeof vitalShape>;

/** One push: `{ map: -18, for: 20 min }`; the keys that are no words of the language are quantities. */
export const effectShape = z
  .object({
    for: z.string().optional(),
    while: z.literal('running').optional(),
    after: z.string().optional(),
    when: z.string().optional(),
    phase: z.string().optional(),
  })
  .catchall(formula);
export type EffectShape = z.infer<typeof effectShape>;
export const EFFECT_WORDS: readonly string[] = ['for', 'while', 'after', 'when', 'phase'];

export const physiologyShape = z.strictObject({
  sets: z.record(kebab, z.array(z.string())).optional(),
  attributes: z.record(z.string(), z.record(kebab, z.number())).optional(),
  variants: z.record(kebab, z.record(z.string(), z.number().nonnegative())).optional(),
  levels: z.record(kebab, levelShape).optional(),
  vitals: z.record(kebab, vitalShape).optional(),
  effects: z.record(z.string(), z.union([z.array(effectShape), effectShape])).optional(),
  'usual-effects': takenEffectsShape.optional(),
  measures: z.record(kebab, formula).optional(),
});
export type Physiology = z.infer<typeof physiologyShape>;
