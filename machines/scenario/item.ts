// What can be asked, examined, ordered, given, said or decided: one item shape for the ward's catalogue and for a case's own additions.
import type { Condition, Expression } from './condition';

export const LANGUAGES = ['en', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One short text in every language the author gave; the case's own language is always there. */
export type Words = { readonly [language in Language]?: string };

/** Verbs of steps that name an item: the part of an id before the colon. */
export const ITEM_VERBS = [
  'ask',
  'examine',
  'order',
  'treat',
  'procedure',
  'consult',
  'tell',
  'move',
  'dispose',
] as const;
export type ItemVerb = (typeof ITEM_VERBS)[number];

/** `verb:name`, the same string in the file, the log, the goldens and the URL. */
export type ItemId = string;

/** Which moment of an item is the one that windows measure (`done X`). */
export type Counting = 'ordered' | 'started' | 'ended' | 'resulted' | { readonly phase: string };

/** A named moment of an item, in seconds from its start (may be negative: before the start, e.g. leaving for the scanner). */
export interface Phase {
  readonly id: string;
  readonly at: number;
  /** the chart says it, in words of the case */
  readonly text?: string;
}

/** How a treatment is dosed. All amounts are numbers in the units named here; steps carry strings that are converted. */
export interface Dosing {
  /**
   * infusion: a rate that holds until changed or stopped · bolus: an amount at once or `over` a time ·
   * course: a dose repeated `every` … until stopped · device: on until stopped or replaced · once: done, no amount.
   */
  readonly mode: 'infusion' | 'bolus' | 'course' | 'device' | 'once';
  /** unit of a single dose or volume, e.g. `mg`, `mL`, `U`, `g` */
  readonly unit?: string;
  /** unit of the rate, e.g. `mcg/kg/min`, `mL/h`, `U/h`, `L/min` */
  readonly rateUnit?: string;
  /** amount of drug in `unit` per mL, so that mL/h can be read as a dose rate (and back) */
  readonly perMl?: number;
  /** hard bounds: outside is refused with the bound as parameter. In `unit` (or `rateUnit`) */
  readonly dose?: { readonly least: number; readonly most: number };
  readonly rate?: { readonly least: number; readonly most: number };
  /** usual maximum: above it a warning is shown where the mode allows */
  readonly usual?: { readonly dose?: number; readonly rate?: number; readonly day?: number };
  readonly routes: readonly string[];
  /** seconds over which a bolus runs when the step does not say; 0 = at once */
  readonly over?: number;
  /** fastest flow in mL/min that a bolus of this item may run at */
  readonly fastest?: number;
  /** seconds between doses of a course when the step does not say */
  readonly every?: number;
  /** what a bare `treat:x` gives, and what the order form offers */
  readonly presets: readonly Preset[];
  /** what is usual in kidney impairment, from the highest filtration to the lowest */
  readonly renal?: readonly RenalBand[];
}

/** Usual dosing below a filtration; of several that fit the last one counts. Amounts in the units of the dosing. */
export interface RenalBand {
  /** mL/min */
  readonly below: number;
  /** a bound that is left out is that of the band above, or of the dosing */
  readonly usual?: { readonly dose?: number; readonly rate?: number; readonly day?: number };
  /** shortest usual interval between doses, in seconds */
  readonly every?: number;
  /** the order sentence */
  readonly preset?: Preset;
  /** holds for the bands below too, until one has its own */
  readonly advice?: Words;
}

/** One order sentence. Quantities are strings with units, as a doctor writes them. */
export interface Preset {
  readonly dose?: string;
  readonly rate?: string;
  readonly over?: string;
  readonly every?: string;
  readonly route?: string;
  readonly label?: Words;
}

export interface Choice {
  readonly id: string;
  readonly name: Words;
}

/** A temporary or lasting push on the target of a level or vital; effects of different items add up. */
export interface Effect {
  readonly quantity: string;
  /** size, evaluated at onset; may use `dose`, `rate`, `volume` of the step */
  readonly by: Expression;
  /** seconds from the start of the item to the onset */
  readonly onset: number;
  /** seconds that it lasts, `running` = as long as the item runs, `ever` */
  readonly lasts: number | 'running' | 'ever';
  /** judged once, at onset */
  readonly when?: Condition;
  /** moment that starts it instead of the item's start */
  readonly phase?: string;
  /** of what runs: its size is found anew when the rate changes */
  readonly follows?: true;
}

export interface Item {
  readonly id: ItemId;
  readonly verb: ItemVerb;
  readonly name: Words;
  /** recognised phrases per language, lower case */
  readonly synonyms?: { readonly [language in Language]?: readonly string[] };
  /** path in the browsable tree, e.g. `laboratory/haematology` */
  readonly group: string;
  readonly classes: readonly string[];
  /** seconds of the learner's own time (questions, examination, talking) */
  readonly takes: number;
  /** seconds from the order to the start (sampling, first drop, arrival) */
  readonly lead: number;
  /** seconds from the order to the report, where the case does not say */
  readonly turnaround: number;
  readonly counts: Counting;
  /** rough cost in euro, for teaching stewardship */
  readonly cost?: number;
  readonly dosing?: Dosing;
  readonly choices?: readonly Choice[];
  /** more than one choice may be ticked */
  readonly manyChoices?: boolean;
  readonly phases?: readonly Phase[];
  readonly effects?: readonly Effect[];
  /** starting it stops whatever runs of this class */
  readonly replaces?: string;
  /** analytes of a laboratory panel, in print order */
  readonly analytes?: readonly string[];
  /** kinds of the ward's specimens that it takes from the patient */
  readonly specimen?: readonly string[];
  /** mL of its one specimen, in tubes of its own; absent: what is usual of the kind, shared with other tests drawn at the same second */
  readonly volume?: number;
  /** numbers that conditions may ask for (`highest gram-negative of given class:antibacterial`) */
  readonly attributes?: { readonly [name: string]: number };
  /** the item is offered only once this holds (a follow-up question) */
  readonly offeredWhen?: Condition;
  /** answer or finding when the case says nothing (text key) */
  readonly usual?: string;
  /** the same at other ages, in years; the first that fits is used */
  readonly usualAges?: readonly { readonly ages: readonly [number, number]; readonly text: string }[];
}

/** One measurable thing of a laboratory panel, with its reference interval. */
export interface Analyte {
  readonly id: string;
  readonly name: Words;
  readonly unit: string;
  readonly decimals: number;
  /** the same quantity in the other system of units; absent where one unit is in use */
  readonly other?: OtherUnit;
  /** reference interval for an adult of this patient's sex and age; absent bounds are open */
  readonly low?: number;
  readonly high?: number;
  readonly criticalLow?: number;
  readonly criticalHigh?: number;
  /** value reported when the case says nothing */
  readonly normal: number | Words;
  /** how it follows from others: the first rule that can be worked out is used, else a healthy value near `normal` */
  readonly from?: readonly AnalyteRule[];
  /** whom it can be measured in; others get `absent`, or the answer that it does not apply */
  readonly only?: { readonly sex?: 'male' | 'female'; readonly ages?: readonly [number, number] };
  readonly absent?: Words;
  /** variation of one measurement, as a share of the value */
  readonly varies?: number;
}

/** International units, or those that laboratories used before and in part still do. */
export type UnitSystem = 'si' | 'conventional';

/** How a number of an analyte is read in the other system: number × `times` + `plus`, printed with `decimals`. */
export interface OtherUnit {
  /** the system that this unit belongs to; the analyte's own unit is of the other one */
  readonly system: UnitSystem;
  readonly unit: string;
  readonly decimals: number;
  readonly times: number;
  readonly plus?: number;
}

/** Names in `is` are analytes, channels of vitals (`hr`, `spo2`), `age`, `female` (1 or 0), `weight`, `height`; the analyte's own name is its healthy value. */
export interface AnalyteRule {
  /** used only where the case declares all of these */
  readonly given: readonly string[];
  readonly is: Expression;
}

/** What a test takes from the patient: a kind of tube, pot or swab. */
export interface Specimen {
  readonly name: Words;
  /** additive and closure */
  readonly tube?: Words;
  /** mL as usually drawn; absent where it is not counted in mL */
  readonly volume?: number;
  /** counts towards the blood drawn */
  readonly blood?: boolean;
  /** how many tests drawn at one second one tube is enough for; 1 where absent */
  readonly serves?: number;
}

/** The catalogue in the shape the simulation reads, immutable and known by its hash. */
export interface Ward {
  readonly format: 1;
  readonly revision: string;
  readonly items: { readonly [id: ItemId]: Item };
  readonly analytes: { readonly [id: string]: Analyte };
  readonly diagnoses: { readonly [id: string]: DiagnosisTerm };
  /** texts named by items (`usual`), per language */
  readonly texts: { readonly [key: string]: Words };
  readonly cautions?: Cautions;
  /** by their names; wards of before have none */
  readonly specimens?: { readonly [kind: string]: Specimen };
  /** pharmaceutical forms: their names, and those of an item in the order of its routes */
  readonly forms?: {
    readonly names: { readonly [form: string]: Words };
    readonly of: { readonly [item: string]: readonly string[] };
  };
  readonly conditions?: { readonly [id: string]: PatientCondition };
}

/** What a patient may have that speaks against an order, and how a chart comes to know of it. */
export interface PatientCondition {
  readonly id: string;
  readonly name: Words;
  /** items or classes whose answer tells it, where the patient has it */
  readonly toldBy: readonly string[];
  /** the latest value in the chart, in the unit of the analyte; with both bounds it must lie between them */
  readonly seenIn: readonly { readonly analyte: string; readonly below?: number; readonly above?: number }[];
  /** years, from and to inclusive: known of every patient from the start */
  readonly ages?: readonly [number, number];
  /** of these ages only patients of this sex */
  readonly sex?: 'male' | 'female';
}

/** What should be thought over before it is ordered beside something else. */
export interface Cautions {
  /** classes of which one at a time is enough */
  readonly oneOf: readonly string[];
  readonly interactions: readonly Interaction[];
  /** allergies that may reach beyond their own medicines; the first that fits is told */
  readonly relatedAllergies?: readonly RelatedAllergy[];
  readonly contraindications?: readonly Contraindication[];
}

/** An item or class that is avoided, or given with care, in patients with a condition. */
export interface Contraindication {
  /** a class or an item */
  readonly what: string;
  readonly condition: string;
  readonly weight: 'avoid' | 'care';
  readonly why: Words;
}

/** Somebody allergic to the one may react to the other; `why` says how likely that is. */
export interface RelatedAllergy {
  /** as the front matter of a case names it: `penicillin`, or an item */
  readonly allergy: string;
  /** a class or an item */
  readonly other: string;
  readonly why: Words;
}

/** Two classes or items that do not go well together. */
export interface Interaction {
  readonly one: string;
  readonly other: string;
  readonly why: Words;
}

/** A diagnosis of our own vocabulary. */
export interface DiagnosisTerm {
  readonly id: string;
  readonly name: Words;
  readonly synonyms: { readonly [language in Language]?: readonly string[] };
  /** the wider diagnosis of which it is a kind */
  readonly parent?: string;
  /** what it is taken for, and the other way round; ids, sorted */
  readonly related?: readonly string[];
}
