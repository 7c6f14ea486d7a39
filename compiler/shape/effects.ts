// Schema of the ward's effects.yaml: what a treatment usually does to a patient, for cases that take it over.
import { z } from 'zod';
import { kebab, sourceKeys } from './words';

/** The quantities that a usual effect may push, and the units that its numbers are in. */
export const USUAL_QUANTITIES: { readonly [id: string]: string } = {
  hr: '/min',
  map: 'mmHg',
  rr: '/min',
  spo2: '%',
  temperature: 'Cel',
  gcs: '',
  pain: '',
  uo: 'mL/h',
  glucose: 'mg/dL',
  potassium: 'mmol/L',
};

/** One effect: `{ hr: -20, after: 2 min, peak: 10 min, for: 4 h }`; `for` may be left out where only what runs has it. */
const usualEffectShape = z
  .object({
    after: z.string().optional(),
    peak: z.string().optional(),
    for: z.string().optional(),
    source: sourceKeys.optional(),
    evidence: z.string(),
  })
  .catchall(z.number());
export type UsualEffectShape = z.infer<typeof usualEffectShape>;
/** The keys of an effect that are no quantities. */
export const USUAL_EFFECT_WORDS: readonly string[] = ['after', 'peak', 'for', 'source', 'evidence'];

/** By `class:x` or item, or several with commas; an item's own entry stands alone, an empty one says that it does nothing. */
export const usualEffectsShape = z.record(z.string(), z.array(usualEffectShape));

/** In a case's physiology.yaml: `all`, or the quantities that follow usual effects. */
export const takenEffectsShape = z.union([z.literal('all'), z.array(kebab)]);
