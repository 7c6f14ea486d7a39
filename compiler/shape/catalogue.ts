// Schemas of the ward's catalogue (and of a case's items.yaml, which has the same form): items, analytes, diagnoses, groups.
import { z } from 'zod';
import { kebab, sourceKeys, textOrWords, wordListsShape, wordsShape } from './words';

const range = z.tuple([z.number(), z.number()]);

const presetShape = z.strictObject({
  dose: z.string().optional(),
  rate: z.string().optional(),
  over: z.string().optional(),
  every: z.string().optional(),
  route: z.string().optional(),
  label: wordsShape.optional(),
});

/** What is usual below a filtration in mL/min; the lowest band that fits is the one that counts. */
const renalShape = z.strictObject({
  below: z.number().positive(),
  usual: z
    .strictObject({ dose: z.number().optional(), rate: z.number().optional(), day: z.number().optional() })
    .optional(),
  every: z.string().optional(),
  /** the order sentence of the band; made of `usual.dose` (or `usual.rate`) and `every` where it is left out */
  preset: presetShape.optional(),
  advice: wordsShape.optional(),
  source: sourceKeys.optional(),
  evidence: z.string().optional(),
});

export const dosingShape = z.strictObject({
  mode: z.enum(['infusion', 'bolus', 'course', 'device', 'once']),
  unit: z.string().optional(),
  'rate-unit': z.string().optional(),
  'per-mL': z.union([z.string(), z.number()]).optional(),
  dose: range.optional(),
  rate: range.optional(),
  usual: z
    .strictObject({ dose: z.number().optional(), rate: z.number().optional(), day: z.number().optional() })
    .optional(),
  routes: z.array(z.string()).optional(),
  over: z.string().optional(),
  fastest: z.union([z.string(), z.number()]).optional(),
  every: z.string().optional(),
  presets: z.array(presetShape).optional(),
  renal: z.array(renalShape).min(1).optional(),
});

/** Every key of an item is optional here, since a case may change one key of a ward's item; `name` and `group` are asked for at link. */
export const itemShape = z.strictObject({
  name: wordsShape.optional(),
  words: wordListsShape.optional(),
  group: z.string().optional(),
  classes: z.array(z.string()).optional(),
  takes: z.string().optional(),
  lead: z.string().optional(),
  turnaround: z.string().optional(),
  counts: z.string().optional(),
  cost: z.number().nonnegative().optional(),
  analytes: z.array(z.string()).optional(),
  /** kinds of specimens.yaml that it takes from the patient, or `none` */
  specimen: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** of its one specimen, in tubes of its own */
  volume: z.string().optional(),
  choices: z.array(z.strictObject({ id: kebab, name: wordsShape })).optional(),
  'many-choices': z.boolean().optional(),
  dosing: dosingShape.optional(),
  replaces: z.string().optional(),
  attributes: z.record(kebab, z.number()).optional(),
  'offered-when': z.string().optional(),
  usual: wordsShape.optional(),
  /** the usual answer at other ages, in years; the first that fits is used */
  'usual-ages': z.array(z.strictObject({ ages: range, is: wordsShape })).optional(),
  withheld: wordsShape.optional(),
  'same-as': z.string().optional(),
  source: sourceKeys.optional(),
  evidence: z.string().optional(),
});
export const itemsShape = z.record(z.string(), itemShape);
export type ItemShape = z.infer<typeof itemShape>;
export type DosingShape = z.infer<typeof dosingShape>;

const bound = z.union([z.number(), z.strictObject({ male: z.number(), female: z.number() })]);

/** One rule or several, of which the first that can be worked out is used. */
const ruleShape = z.union([z.string(), z.strictObject({ given: z.array(kebab).optional(), is: z.string() })]);
export type RuleShape = z.infer<typeof ruleShape>;

/** How the normal value of an analyte depends on the patient and on other analytes; may stand with the analyte or in normal.yaml. */
const normalKeys = {
  from: z.union([ruleShape, z.array(ruleShape)]).optional(),
  only: z.strictObject({ sex: z.enum(['male', 'female']).optional(), ages: range.optional() }).optional(),
  absent: wordsShape.optional(),
  /** per cent */
  varies: z.number().min(0).max(50).optional(),
  /** what it is a mark of: those with one mark rise and fall together */
  marks: z.array(kebab).optional(),
  /** other intervals for other ages; the first that fits is used */
  ages: z
    .array(
      z.strictObject({
        ages: range,
        low: bound.optional(),
        high: bound.optional(),
        normal: bound.optional(),
      }),
    )
    .optional(),
};

export const normalShape = z.strictObject({
  ...normalKeys,
  normal: bound.optional(),
  source: sourceKeys.optional(),
  note: z.string().optional(),
  evidence: z.string().optional(),
});
export const normalsShape = z.record(kebab, normalShape);

/** The unit of the other system. `times` (and `plus`) only where UCUM cannot know them, with their source. */
const otherUnitShape = z.strictObject({
  unit: z.string(),
  decimals: z.int().min(0).max(6).optional(),
  times: z.number().positive().optional(),
  plus: z.number().optional(),
  source: sourceKeys.optional(),
  evidence: z.string().optional(),
});

/** units.yaml: UCUM codes by the form in which a unit is printed. */
export const unitsShape = z.record(z.string(), z.string());

/** shared-words.yaml: words that rightly mean several things of one verb, or several diagnoses; why, in the author's words. */
export const sharedWordsShape = z.array(
  z.strictObject({
    words: z.strictObject({ en: z.array(z.string()).optional(), it: z.array(z.string()).optional() }),
    mean: z.array(z.string()).min(2),
    why: z.string(),
  }),
);
export type SharedWords = z.infer<typeof sharedWordsShape>;

export const analyteShape = z.strictObject({
  name: wordsShape,
  unit: z.string(),
  decimals: z.int().min(0).max(6).optional(),
  si: otherUnitShape.optional(),
  conventional: otherUnitShape.optional(),
  /** g/mol */
  'molar-mass': z.number().positive().optional(),
  low: bound.optional(),
  high: bound.optional(),
  'critical-low': z.number().optional(),
  'critical-high': z.number().optional(),
  normal: z.union([z.number(), bound, textOrWords]),
  plausible: range.optional(),
  ...normalKeys,
  source: sourceKeys.optional(),
  /** how the interval was adapted from its source */
  note: z.string().optional(),
  evidence: z.string().optional(),
});
export const analytesShape = z.record(kebab, analyteShape);
export type AnalyteShape = z.infer<typeof analyteShape>;
export type BoundShape = z.infer<typeof bound>;

export const diagnosesShape = z.record(
  kebab,
  z.strictObject({
    name: wordsShape,
    words: wordListsShape.optional(),
    parent: z.string().optional(),
    source: sourceKeys.optional(),
    evidence: z.string().optional(),
  }),
);

/** cautions.yaml: what is warned of when it is ordered beside something else. */
export const cautionsShape = z.strictObject({
  'one-of': z.array(z.string()).optional(),
  interactions: z
    .array(
      z.strictObject({
        one: z.string(),
        other: z.string(),
        why: wordsShape,
        source: sourceKeys.optional(),
        evidence: z.string().optional(),
      }),
    )
    .optional(),
  /** an allergy that may reach beyond its own medicines; of several that fit an order the first is told */
  'related-allergies': z
    .array(
      z.strictObject({
        allergy: z.string(),
        other: z.string(),
        why: wordsShape,
        source: sourceKeys.optional(),
        evidence: z.string().optional(),
      }),
    )
    .optional(),
  /** what speaks against an item in a patient with a condition of conditions.yaml */
  contraindications: z
    .array(
      z.strictObject({
        /** a class or an item, or several with one reason */
        what: z.union([z.string(), z.array(z.string()).min(1)]),
        condition: kebab,
        /** avoid: a reason is asked for · care: it is told */
        weight: z.enum(['avoid', 'care']),
        why: wordsShape,
        source: sourceKeys.optional(),
        evidence: z.string().optional(),
      }),
    )
    .optional(),
});

/** conditions.yaml: what a patient may have that speaks against an order, and how a chart comes to know of it. */
export const conditionsShape = z.record(
  kebab,
  z.strictObject({
    name: wordsShape,
    /** items or classes: the case's own answer to one of them tells it, where the case's patient has it */
    'told-by': z.array(z.string()).optional(),
    /** the latest value in the chart, in the unit of the analyte; any of these is enough */
    'seen-in': z
      .array(
        z
          .strictObject({ analyte: kebab, below: z.number().optional(), above: z.number().optional() })
          .refine((sign) => sign.below !== undefined || sign.above !== undefined, 'say below or above'),
      )
      .optional(),
    /** years; the age of every patient is known from the start */
    ages: range.optional(),
    /** with `ages`: only patients of this sex */
    sex: z.enum(['male', 'female']).optional(),
    source: sourceKeys.optional(),
    evidence: z.string().optional(),
  }),
);

/** specimens.yaml: what tests take from the patient. */
export const specimensShape = z.record(
  kebab,
  z.strictObject({
    name: wordsShape,
    /** the additive first, then how it is recognised */
    tube: wordsShape.optional(),
    volume: z.string().optional(),
    blood: z.boolean().optional(),
    /** how many tests drawn at one second one tube is enough for */
    serves: z.int().positive().optional(),
    source: sourceKeys.optional(),
    evidence: z.string().optional(),
  }),
);

/** related-diagnoses.yaml: groups of diagnoses that are taken for one another. */
export const relatedDiagnosesShape = z.strictObject({
  source: sourceKeys.optional(),
  evidence: z.string(),
  groups: z.array(z.array(kebab).min(2)),
});

/** forms.yaml: pharmaceutical forms with the routes they are for; `usual`: that of the route where no other names the item. */
export const formsShape = z.record(
  kebab,
  z.strictObject({
    name: wordsShape,
    routes: z.array(z.string()).min(1),
    usual: z.boolean().optional(),
    of: z.array(z.string()).optional(),
    source: sourceKeys.optional(),
    evidence: z.string(),
  }),
);

export const groupsShape = z.record(z.string(), wordsShape);

export const sourceShape = z.strictObject({
  cite: z.string().min(1),
  doi: z.string().optional(),
  url: z.string().optional(),
  checked: z.union([z.string(), z.number()]).optional(),
  note: z.string().optional(),
});
export const sourcesShape = z.record(z.string(), sourceShape);
/** sources.yaml may name its one key, as the front matter does. */
export const sourcesFileShape = z.strictObject({ sources: sourcesShape });
export type SourceShape = z.infer<typeof sourceShape>;
