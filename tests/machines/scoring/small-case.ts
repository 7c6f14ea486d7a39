// A ward of a few diagnoses and a case of a few rules, to score without a kernel.
import type { Condition } from '#machines/scenario/condition';
import type { DiagnosisTerm, Ward } from '#machines/scenario/item';
import type { DiagnosisKey, Outcome, Scenario, Scoring } from '#machines/scenario/scenario';

const term = (id: string, en: string, it: string, more: Partial<DiagnosisTerm> = {}): DiagnosisTerm => ({
  id,
  name: { en, it },
  synonyms: {},
  ...more,
});

const terms = [
  term('sepsis', 'Sepsis', 'Sepsi'),
  term('septic-shock', 'Septic shock', 'Shock settico', {
    parent: 'sepsis',
    synonyms: { en: ['sepsis with shock'], it: ['sepsi con shock'] },
  }),
  term('spondylodiscitis', 'Spondylodiscitis', 'Spondilodiscite', {
    synonyms: { it: ['osteomielite vertebrale'] },
  }),
  term('gluteal-abscess', 'Gluteal abscess', 'Ascesso gluteo', { synonyms: { it: ['ascessi glutei'] } }),
  term('necrotising-fasciitis', 'Necrotising fasciitis', 'Fascite necrotizzante'),
  term('pyelonephritis', 'Pyelonephritis, urosepsis', 'Pielonefrite, urosepsi'),
  term('hypotension', 'Hypotension', 'Ipotensione'),
  term('hypertension', 'Hypertension', 'Ipertensione'),
  term('coli', 'Escherichia coli infection', 'Infezione da Escherichia coli', {
    synonyms: { en: ['E. coli'] },
  }),
];

export const ward: Ward = {
  format: 1,
  revision: 'ward',
  items: {},
  analytes: {},
  diagnoses: Object.fromEntries(terms.map((one) => [one.id, one])),
  texts: {},
};

export const always: Condition = { op: 'always' };
export const never: Condition = { op: 'never' };

export const noKey: DiagnosisKey = {
  components: [],
  partial: [],
  scripts: [],
  problemRepresentation: '',
  terms: {},
};

/** What a test says of a case; the rest is empty. */
export interface Sketch {
  readonly scoring?: Partial<Scoring>;
  readonly terms?: DiagnosisKey['terms'];
  readonly outcomes?: readonly Outcome[];
}

export function scenarioWith({ scoring, terms: own, outcomes }: Sketch): Scenario {
  return {
    format: 1,
    id: 'small',
    ward: 'ward',
    language: 'en',
    languages: ['en'],
    cover: {
      title: '',
      complaint: '',
      role: '',
      task: '',
      opening: '',
      setting: '',
      level: '',
      minutes: 1,
      authors: [],
      review: '',
      licence: '',
    },
    patient: { name: 'A.', age: 1, sex: 'male', weight: 70 },
    arrival: 0,
    tick: { base: 60 },
    sources: {},
    texts: {},
    items: {},
    analytes: {},
    withheld: {},
    variants: {},
    quantities: [],
    measures: {},
    regions: [],
    events: [],
    timings: [],
    gates: [],
    responses: {},
    effects: {},
    checkpoints: [],
    scoring: {
      domains: [],
      rules: [],
      penalties: [],
      criticals: [],
      penaltyCap: 40,
      grades: [
        { id: 'pass', points: 60, needs: always },
        { id: 'merit', points: 75, needs: always },
        { id: 'distinction', points: 85, needs: always },
      ],
      diagnosis: { ...noKey, terms: own ?? {} },
      ...scoring,
    },
    outcomes: outcomes ?? [{ id: 'lives', when: always, survived: true, title: '', text: '' }],
    debrief: { questions: [], teaching: [], added: '', objectives: [], walkthroughs: {} },
    figures: {},
  };
}
