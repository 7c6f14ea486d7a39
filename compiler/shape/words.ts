// Small schemas used by several YAML files: words per language, durations, lists of ids.
import { z } from 'zod';

/** `{ en: …, it: … }`; one language at least. */
export const wordsShape = z
  .strictObject({ en: z.string().min(1).optional(), it: z.string().min(1).optional() })
  .refine(
    (words) => words.en !== undefined || words.it !== undefined,
    'give the words in one language at least',
  );

/** `{ en: [ … ], it: [ … ] }` */
export const wordListsShape = z.strictObject({
  en: z.array(z.coerce.string()).optional(),
  it: z.array(z.coerce.string()).optional(),
});

/** A text that is the same in all languages, or words per language. */
export const textOrWords = z.union([z.string(), wordsShape]);

/** A condition or expression: a text, or a bare number. */
export const formula = z.union([z.string(), z.number()]);

export const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it in lower case with hyphens');

/** A key of `sources`, or several. */
export const sourceKeys = z.union([z.string(), z.array(z.string())]);

export type WordsShape = z.infer<typeof wordsShape>;
export type Formula = z.infer<typeof formula>;
