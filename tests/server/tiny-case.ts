// A case of a few items for tests of the server, so that they stand on nothing but the engine.
import type { Item, ItemVerb, Ward } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';

const item = (id: string, more: Partial<Item> = {}): Item => {
  // Ids of this file begin with their verb.
  const verb = id.split(':')[0] as ItemVerb;
  return {
    id,
    verb,
    name: { en: `Name of ${id}`, it: `Nome di ${id}` },
    group: 'test',
    classes: [],
    takes: verb === 'ask' ? 30 : 0,
    lead: 0,
    turnaround: verb === 'order' ? 1800 : 0,
    counts: verb === 'ask' ? 'ended' : verb === 'treat' ? 'started' : 'ordered',
    ...more,
  };
};

const items: readonly Item[] = [
  item('ask:onset'),
  item('order:ct'),
  item('order:lactate', { analytes: ['lactate'] }),
  item('treat:saline', {
    dosing: {
      mode: 'bolus',
      unit: 'mL',
      routes: ['iv'],
      presets: [{ dose: '500 mL', over: '15 min' }],
      dose: { least: 100, most: 3000 },
    },
  }),
  item('treat:norepinephrine', {
    dosing: {
      mode: 'infusion',
      unit: 'mg',
      rateUnit: 'mcg/kg/min',
      rate: { least: 0.01, most: 3 },
      routes: ['iv'],
      presets: [{ rate: '0.05 mcg/kg/min' }],
    },
  }),
  item('dispose:icu'),
];

export const tinyWard: Ward = {
  format: 1,
  revision: 'ward-1',
  items: Object.fromEntries(items.map((one) => [one.id, one])),
  analytes: {
    lactate: {
      id: 'lactate',
      name: { en: 'Lactate', it: 'Lattato' },
      unit: 'mmol/L',
      decimals: 1,
      high: 2,
      normal: 1,
    },
  },
  diagnoses: {},
  texts: {},
};

const words = {
  title: 'HIDDEN-TITLE',
  complaint: 'Pain in the back',
  role: 'You are the doctor.',
  task: 'Look after him.',
  opening: 'He lies still.',
  course: 'Course',
  ill: 'Ill',
  look: 'He looks grey.',
  answer: 'Since Monday.',
  report: 'HIDDEN-REPORT',
  alt: 'HIDDEN-ALT',
  domain: 'History',
  label: 'HIDDEN-LABEL',
  reason: 'HIDDEN-REASON',
  outcome: 'HIDDEN-OUTCOME',
  name: 'HIDDEN-NAME',
};

/** The scenario; `complaint` in two languages, everything else in English. */
export function tinyScenario(id = 'tiny-case', complaint = words.complaint): Scenario {
  const always = { op: 'always' } as const;
  const response = {
    slot: 0,
    when: always,
    critical: false,
    judgedOnArrival: false,
    fails: false,
    reports: [],
  };
  return {
    format: 1,
    id,
    ward: tinyWard.revision,
    language: 'en',
    languages: ['en', 'it'],
    cover: {
      title: 'title',
      complaint: 'complaint',
      role: 'role',
      task: 'task',
      opening: 'opening',
      setting: 'emergency-department',
      level: 'final-year',
      minutes: 20,
      authors: ['A. Author'],
      review: 'draft',
      licence: 'CC BY 4.0',
    },
    patient: { name: 'Marco V.', age: 47, sex: 'male', weight: 78 },
    arrival: 37_200,
    tick: { base: 60 },
    sources: {},
    texts: {
      ...Object.fromEntries(
        Object.entries(words).map(([key, text]) => [key, { en: [{ tag: 'p' as const, of: [text] }] }]),
      ),
      complaint: { en: [{ tag: 'p', of: [complaint] }], it: [{ tag: 'p', of: ['Mal di schiena'] }] },
    },
    items: {},
    analytes: {},
    withheld: {},
    variants: {},
    quantities: [
      {
        id: 'map',
        kind: 'vital',
        unit: 'mmHg',
        starts: { op: 'number', value: 60 },
        regimes: [],
        vital: { channel: 'map', decimals: 0, label: 'name', seen: always },
      },
    ],
    measures: {},
    regions: [
      {
        id: 'course',
        label: 'course',
        initial: 'ill',
        stages: [{ id: 'ill', label: 'ill', look: 'look', forbids: [], ends: false, interrupts: true }],
        turns: [],
        shown: false,
      },
    ],
    events: [],
    timings: [],
    gates: [],
    responses: {
      'ask:onset': [{ ...response, text: 'answer', kind: 'answer' }],
      'order:ct': [{ ...response, text: 'report', figure: 'ct', kind: 'report' }],
      'order:lactate': [
        {
          ...response,
          kind: 'result',
          values: [{ analyte: 'lactate', value: { number: { op: 'number', value: 4.1 } }, flagged: false }],
        },
      ],
    },
    effects: {},
    checkpoints: [],
    scoring: {
      domains: [{ id: 'history', name: 'domain', points: 100 }],
      rules: [
        {
          id: 'h1',
          domain: 'history',
          points: 100,
          label: 'label',
          reason: 'reason',
          keyFeature: false,
          needs: always,
          credits: [
            {
              label: 'full',
              points: { op: 'number', value: 100 },
              when: { op: 'event', event: { kind: 'asked', items: ['ask:onset'] } },
              window: '',
            },
          ],
          sources: [],
          evidence: ['design'],
        },
      ],
      penalties: [],
      criticals: [],
      penaltyCap: 40,
      grades: [{ id: 'pass', points: 60, needs: always }],
      diagnosis: { components: [], partial: [], scripts: [], problemRepresentation: 'reason', terms: {} },
    },
    outcomes: [{ id: 'left', when: always, survived: true, title: 'outcome', text: 'outcome' }],
    debrief: { questions: [], teaching: [], added: 'reason', objectives: [], walkthroughs: {} },
    figures: { ct: { id: 'ct', file: 'ct.svg', alt: 'alt' } },
  };
}
