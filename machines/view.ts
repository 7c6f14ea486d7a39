// What a learner may see of an encounter: the only shape that crosses the wire, built field by field in `reveal`.
import type { BodyPart } from './scenario/body';
import type { Language, UnitSystem } from './scenario/item';
import type { Rhythm } from './scenario/rhythm';
import type { Prose } from './scenario/scenario';
import type { TracingView } from './scenario/tracing';

export type PhaseId = 'briefing' | 'bedside' | 'closing' | 'debrief';

/** Everything the bedside screen draws. Times are seconds of patient time since arrival unless said otherwise. */
export interface EncounterView {
  readonly attempt: string;
  readonly caseId: string;
  readonly language: Language;
  /** languages in which the case's prose exists; interface words exist in all */
  readonly languages: readonly Language[];
  /** number of steps in the log: send it with the next step */
  readonly sequence: number;
  readonly phase: PhaseId;
  readonly mode: 'practice' | 'assessed';
  readonly now: number;
  /** clock time of arrival, seconds after midnight */
  readonly arrival: number;
  readonly clock: ClockView;
  readonly patient: PatientView;
  readonly monitor: readonly VitalView[];
  readonly alarms: readonly AlarmView[];
  /** chart entries from index `chartFrom` on; the client keeps those before */
  readonly chartFrom: number;
  readonly chart: readonly ChartEntry[];
  readonly pending: readonly PendingView[];
  readonly running: readonly RunningView[];
  readonly checkpoints: readonly CheckpointView[];
  readonly notes: NotesView;
  /** why the last wait ended early, if it did */
  readonly interrupted: readonly Interruption[];
  /** set when the bedside has ended by itself (death, departure) */
  readonly ended: { readonly title: Prose; readonly text: Prose } | null;
  /** what is offered only after something (a follow-up question) and is open now; it stands in no other list, so that its name hints at nothing before */
  readonly opened: readonly OfferView[];
  /** hints that were asked for, each with as much as its grade tells */
  readonly hints: readonly HintView[];
  /** points that a hint of grade 1, 2, 3 costs; empty where none are given (an exam) */
  readonly hintCosts: readonly number[];
}

/** How patient time may run by itself, the same from the first step to the last. */
export interface ClockView {
  /** seconds of the shortest wait that the live clock sends */
  readonly grain: number;
  /** it runs from the beginning, at this rate, and cannot be switched off */
  readonly required: boolean;
  /** seconds of patient time in each second, as the case proposes or requires; null: it says nothing */
  readonly rate: number | null;
}

export interface HintView {
  readonly at: number;
  readonly grade: 1 | 2 | 3;
  /** what to think about: the domain of the score */
  readonly domain: Prose;
  /** from grade 2: which kind of step, and from which group of the ward */
  readonly verb: string | null;
  readonly group: string | null;
  /** grade 3: the step itself */
  readonly item: { readonly id: string; readonly name: string } | null;
}

export interface PatientView {
  readonly name: string;
  readonly age: number;
  readonly sex: 'male' | 'female';
  readonly weight: number;
  readonly look: Prose;
  /** artwork keyword of the present look; says no more than the words */
  readonly figure: string;
  /** where the patient is, in words */
  readonly location: Prose;
  /** known only after it was asked */
  readonly allergies: Prose | null;
  /** what is attached or in place, item ids of devices and lines */
  readonly attached: readonly string[];
  /** what the monitor draws; null while no heart rate is on it */
  readonly rhythm: Rhythm | null;
}

export interface VitalView {
  readonly id: string;
  readonly channel: string;
  readonly label: Prose;
  readonly unit: string;
  readonly decimals: number;
  readonly value: number;
  /** change over the last 15 minutes beyond noise: −1, 0, 1 */
  readonly trend: -1 | 0 | 1;
  readonly alarm: 'low' | 'high' | null;
  /** [seconds, value] since it was first seen, thinned to at most 120 points */
  readonly series: readonly (readonly [number, number])[];
}

export interface AlarmView {
  readonly vital: string;
  readonly side: 'low' | 'high';
  readonly since: number;
}

export type ChartKind =
  | 'story'
  | 'look'
  | 'question'
  | 'examination'
  | 'order'
  | 'result'
  | 'imaging'
  | 'treatment'
  | 'reply'
  | 'event'
  | 'note'
  | 'checkpoint'
  | 'declined'
  | 'location'
  | 'phase';

export interface ChartEntry {
  readonly index: number;
  readonly at: number;
  readonly kind: ChartKind;
  /** item the entry is about, when there is one */
  readonly item: string | null;
  /** the item's name, or a heading of the case, in the view's language */
  readonly title: string;
  readonly prose: Prose | null;
  readonly values: readonly ValueView[];
  /** figure id, served only to this attempt once it stands here */
  readonly figure: { readonly id: string; readonly alt: Prose } | null;
  /** what an electrocardiogram of this entry recorded; only where there is one */
  readonly tracing?: TracingView;
  /** what was ordered: dose, rate, route as signed; words of the learner for notes */
  readonly detail: string | null;
  readonly critical: boolean;
  /** code of an entry whose sentence the interface words hold (`started`, `stopped`, `cancelled` …) */
  readonly code: string | null;
}

export interface ValueView {
  readonly analyte: string;
  readonly name: string;
  readonly value: string;
  readonly number: number | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: 'low' | 'high' | 'critical-low' | 'critical-high' | null;
  readonly note: Prose | null;
  /** the same value in the other system of units, where two are in use; its flag is the same */
  readonly other?: OtherValueView;
}

export interface OtherValueView {
  readonly system: UnitSystem;
  readonly value: string;
  readonly number: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PendingView {
  readonly item: string;
  readonly name: string;
  readonly orderedAt: number;
  /** when the next report is due, as the ward would say it */
  readonly dueAt: number | null;
  readonly kind: 'result' | 'reply' | 'treatment' | 'procedure' | 'move';
  readonly cancellable: boolean;
}

export interface RunningView {
  readonly item: string;
  readonly name: string;
  readonly mode: 'infusion' | 'bolus' | 'course' | 'device';
  readonly since: number;
  readonly rate: { readonly value: number; readonly unit: string } | null;
  readonly dose: { readonly value: number; readonly unit: string } | null;
  /** seconds between doses of a course */
  readonly every: number | null;
  /** mL or doses still to run of a bolus: share 0..1 done */
  readonly done: number | null;
  /** a change was ordered and takes effect at this time */
  readonly changesAt: number | null;
  /** on hold since this time: nothing is given, and it can be resumed as it ran */
  readonly heldAt: number | null;
}

export interface CheckpointView {
  readonly id: string;
  readonly text: Prose;
  readonly many: boolean;
  readonly options: readonly { readonly id: string; readonly text: Prose }[];
  /** options given, once answered; never which is right */
  readonly answered: readonly string[] | null;
}

export interface NotesView {
  readonly problem: string | null;
  readonly working: string | null;
  readonly differential: readonly {
    readonly diagnosis: string;
    readonly probability: number | null;
    readonly for: readonly string[];
    readonly against: readonly string[];
  }[];
  readonly final: readonly string[] | null;
}

export interface Interruption {
  readonly at: number;
  readonly cause: 'result' | 'alarm' | 'patient' | 'checkpoint' | 'event' | 'reply' | 'ended';
  /** chart entry or vital it is about */
  readonly about: string;
}

/** One thing that can be done, as the act bar and the browsable lists show it. Sent once per language, the same for every play of a case; what opens later comes with the view. */
export interface OfferView {
  readonly id: string;
  readonly verb: string;
  readonly name: string;
  readonly group: readonly string[];
  /** recognised phrases in the view's language */
  readonly words: readonly string[];
  /** seconds of the learner's time, or until the report, as far as the ward knows beforehand */
  readonly takes: number;
  readonly waits: number;
  /** what a test takes from the patient, in mL where it is counted so; absent where it takes nothing */
  readonly sample?: readonly { readonly name: string; readonly volume?: number }[];
  /** what speaks for thinking twice about a test; absent where nothing does */
  readonly burden?: readonly ('invasive' | 'radiation')[];
  /** pharmaceutical forms, by name; absent where there are none */
  readonly forms?: readonly string[];
  readonly dosing: OfferDosing | null;
  /** conditions, by name, in which the ward avoids it or gives it with care: of any patient; absent where there are none */
  readonly avoided?: readonly string[];
  readonly careful?: readonly string[];
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly manyChoices: boolean;
  /** where on the body it is done, for the map; absent where it is done nowhere in particular */
  readonly body?: readonly BodyPart[];
}

export interface OfferDosing {
  readonly mode: 'infusion' | 'bolus' | 'course' | 'device' | 'once';
  readonly unit: string | null;
  readonly rateUnit: string | null;
  readonly dose: { readonly least: number; readonly most: number } | null;
  readonly rate: { readonly least: number; readonly most: number } | null;
  readonly routes: readonly string[];
  readonly presets: readonly OfferPreset[];
  /** usual orders below a filtration in mL/min, from the highest to the lowest; `day` is the most in 24 hours, in `unit` */
  readonly renal?: readonly {
    readonly below: number;
    readonly preset?: OfferPreset;
    readonly day?: number;
    readonly advice?: string;
  }[];
}

/** An order sentence in its parts, each with its unit. */
export interface OfferPreset {
  readonly dose?: string;
  readonly rate?: string;
  readonly over?: string;
  readonly every?: string;
  readonly route?: string;
}
