// The tags of the case language in one table: what each may hold; reading, the guide and the editor's schema follow it.

/** What an attribute's text is. `shown` texts are read by learners and may stand in an overlay. */
export type AttributeKind =
  | 'id'
  | 'ids'
  | 'item'
  | 'items'
  | 'condition'
  | 'expression'
  | 'event'
  | 'duration'
  | 'number'
  | 'flag'
  | 'text'
  | 'assignments'
  | 'effects'
  | 'phrases';

export interface AttributeShape {
  readonly kind: AttributeKind;
  readonly required?: true;
  /** read by learners: translated in overlays */
  readonly shown?: true;
  readonly oneOf?: readonly string[];
  readonly means: string;
}

export interface TagShape {
  readonly means: string;
  readonly attributes: { readonly [name: string]: AttributeShape };
  /** `must`: empty prose is an error · `may` · `none` */
  readonly prose: 'must' | 'may' | 'none';
  /** tags that may stand inside */
  readonly children: readonly string[];
  /** tags it may stand in; absent: at the top of a file */
  readonly under?: readonly string[];
  /** attributes that give its address; none: it is counted */
  readonly address: readonly string[];
  /** further attributes are analytes and `note-<analyte>` */
  readonly analytes?: true;
}

const when: AttributeShape = { kind: 'condition', means: 'used only if this holds' };
const source: AttributeShape = { kind: 'ids', means: 'keys of `sources`' };
const evidence: AttributeShape = {
  kind: 'ids',
  oneOf: ['checked', 'secondary', 'knowledge', 'design', 'case'],
  means: 'how sure the claim is',
};
const label: AttributeShape = { kind: 'text', shown: true, means: 'short name that learners read' };
const key: AttributeShape = { kind: 'id', means: 'own address, where the order is awkward for an overlay' };
const id: AttributeShape = { kind: 'id', required: true, means: 'name, kebab-case' };
const figure: AttributeShape = { kind: 'id', means: 'id of a <Figure>' };
const of: AttributeShape = { kind: 'items', required: true, means: 'the item it belongs to' };
const quiet: AttributeShape = { kind: 'flag', means: 'does not interrupt a wait' };
const sets: AttributeShape = {
  kind: 'assignments',
  means: 'levels set at that moment: "map = 55, debt = 0"',
};
const on: AttributeShape = { kind: 'event', means: 'at the instant this happens' };

const reply: TagShape['attributes'] = {
  of,
  when,
  key,
  figure,
  at: { kind: 'duration', means: 'arrives so long after the order' },
  after: { kind: 'duration', means: 'arrives so long after the start' },
  critical: { kind: 'flag', means: 'its arrival interrupts a wait' },
  reports: { kind: 'items', means: 'also counts as the result of these' },
  'on-arrival': { kind: 'flag', means: 'judged when it arrives instead of at sampling' },
  by: { kind: 'text', shown: true, means: 'who speaks' },
};

const shown = (tag: Omit<TagShape, 'attributes' | 'children' | 'address'>): TagShape => ({
  ...tag,
  attributes: { key },
  children: [],
  address: [],
});

export const TAGS: { readonly [name: string]: TagShape } = {
  Cover: {
    means: 'what stands on the cover',
    attributes: {},
    prose: 'none',
    children: ['Role', 'Task'],
    address: [],
  },
  Role: shown({ means: 'who the learner is', prose: 'must', under: ['Cover'] }),
  Task: shown({ means: 'what is expected', prose: 'must', under: ['Cover'] }),
  Opening: shown({ means: 'what is seen and said at the door', prose: 'must' }),
  Answer: {
    means: "the patient's words to a question",
    attributes: {
      to: { kind: 'items', required: true, means: 'the question' },
      when,
      key,
      by: { kind: 'text', shown: true, means: 'who speaks, if not the patient' },
    },
    prose: 'must',
    children: [],
    address: ['to'],
  },
  Finding: {
    means: 'what the hand or eye finds',
    attributes: {
      of,
      when,
      key,
      figure,
      fails: { kind: 'flag', means: 'could not be done: does not count as done' },
      critical: { kind: 'flag', means: 'interrupts a wait' },
    },
    prose: 'must',
    children: [],
    address: ['of'],
  },
  Result: {
    means: 'a laboratory panel; analytes not mentioned are normal',
    attributes: { ...reply, flag: { kind: 'ids', means: 'analytes flagged for review' } },
    prose: 'may',
    children: [],
    address: ['of'],
    analytes: true,
  },
  Report: { means: 'a report in words', attributes: reply, prose: 'must', children: [], address: ['of'] },
  Reply: {
    means: 'what a colleague, relative or team answers',
    attributes: reply,
    prose: 'must',
    children: [],
    address: ['of'],
  },
  Gate: {
    means: 'refused inside the story; the prose says why',
    attributes: { of, when, key },
    prose: 'must',
    children: [],
    address: ['of'],
  },
  Timing: {
    means: 'how long things take here',
    attributes: {
      of,
      when,
      for: {
        kind: 'id',
        oneOf: ['lead', 'takes', 'turnaround', 'all'],
        means: 'which of the times (default lead)',
      },
      is: { kind: 'duration', means: 'the time is this' },
      adds: { kind: 'duration', means: 'so much is added' },
      times: { kind: 'number', means: 'the time is multiplied by this' },
      'rounded-up-to': { kind: 'duration', means: 'rounded up to a multiple of this' },
    },
    prose: 'none',
    children: [],
    address: ['of'],
  },
  Phase: {
    means: 'a named moment after the start of an item (before it: a negative time)',
    attributes: {
      of: { ...of, kind: 'item' },
      id,
      at: { kind: 'duration', required: true, means: 'time from the start' },
    },
    prose: 'may',
    children: [],
    address: ['of', 'id'],
  },
  Region: {
    means: 'an orthogonal region of the patient',
    attributes: {
      id,
      starts: { kind: 'id', required: true, means: 'the stage at the beginning' },
      label,
      shown: { kind: 'flag', means: 'the learner is shown the stage itself' },
    },
    prose: 'none',
    children: ['Stage', 'Turn'],
    address: ['id'],
  },
  Stage: {
    means: 'a state of the patient; its prose is what the patient looks like',
    attributes: {
      id,
      label,
      tick: { kind: 'duration', means: 'time between ticks while in it' },
      forbids: { kind: 'ids', means: 'verbs that cannot be used in it' },
      ends: { kind: 'flag', means: 'the encounter ends here' },
      figure: { kind: 'id', means: 'keyword of the artwork' },
      quiet,
    },
    prose: 'may',
    children: [],
    under: ['Region', ''],
    address: ['id'],
  },
  Turn: {
    means: 'a transition between stages; the first that matches is taken',
    attributes: {
      to: { kind: 'id', required: true, means: 'the stage it leads to' },
      from: { kind: 'ids', means: 'stages it leaves; absent: any' },
      when,
      on,
      after: { kind: 'duration', means: 'exactly so long after the stage was entered' },
      sets,
      key,
    },
    prose: 'may',
    children: [],
    under: ['Region', ''],
    address: ['to'],
  },
  Event: {
    means: 'something that befalls the patient',
    attributes: {
      id,
      when,
      on,
      repeats: { kind: 'flag', means: 'again each time the condition becomes true' },
      effects: { kind: 'effects', means: 'pushes: "map -6 for 15 min, hr +10 for 5 min"' },
      sets,
      figure,
      quiet,
    },
    prose: 'may',
    children: [],
    address: ['id'],
  },
  Outcome: {
    means: 'how it ended; the first that holds',
    attributes: { id, when, label, died: { kind: 'flag', means: 'the patient died' } },
    prose: 'must',
    children: [],
    address: ['id'],
  },
  Checkpoint: {
    means: 'a question that pauses a wait; may be left unanswered',
    attributes: {
      id,
      opens: { kind: 'condition', required: true, means: 'asked once this holds' },
      many: { kind: 'flag', means: 'several options may be ticked' },
      assessed: { kind: 'flag', means: 'asked in assessed attempts too' },
      source,
    },
    prose: 'must',
    children: ['Option', 'Feedback'],
    address: ['id'],
  },
  Option: {
    means: 'one answer',
    attributes: { id, right: { kind: 'flag', means: 'a right answer' } },
    prose: 'must',
    children: [],
    under: ['Checkpoint'],
    address: ['id'],
  },
  Feedback: shown({ means: 'shown in the debrief', prose: 'must', under: ['Checkpoint'] }),
  Domain: {
    means: 'a part of the score',
    attributes: { id, points: { kind: 'number', required: true, means: 'points of the domain' }, label },
    prose: 'none',
    children: [],
    address: ['id'],
  },
  Rule: {
    means: 'a scored item; its prose is the reason',
    attributes: {
      id,
      domain: { kind: 'id', required: true, means: 'the domain it belongs to' },
      points: { kind: 'number', required: true, means: 'points at most' },
      label,
      when,
      full: { kind: 'condition', means: 'window or condition for all points' },
      half: { kind: 'condition', means: 'window or condition for half the points' },
      fifth: { kind: 'condition', means: 'window or condition for a fifth of the points' },
      needs: { kind: 'condition', means: 'must hold, else nothing is earned' },
      times: { kind: 'expression', means: 'the points are multiplied by this (0 to 1)' },
      key: { kind: 'flag', means: 'a key feature' },
      by: { kind: 'id', oneOf: ['diagnosis'], means: 'points come from the diagnosis key' },
      source,
      evidence,
      window: { kind: 'text', shown: true, means: 'the window in words, for the ledger' },
    },
    prose: 'may',
    children: ['Credit'],
    address: ['id'],
  },
  Credit: {
    means: 'points for part of a rule',
    attributes: {
      points: { kind: 'expression', required: true, means: 'a number, or "= expression"' },
      when: { ...when, required: true },
      label: { kind: 'text', means: 'short name in the ledger' },
      window: { kind: 'text', shown: true, means: 'the window in words' },
    },
    prose: 'none',
    children: [],
    under: ['Rule'],
    address: [],
  },
  Penalty: {
    means: 'harm; its prose is the reason',
    attributes: {
      id,
      points: { kind: 'number', required: true, means: 'points taken away' },
      when: { ...when, required: true },
      label,
      unless: { kind: 'ids', means: 'not added when one of these penalties stands' },
      each: { kind: 'event', means: 'once for each of these' },
      critical: { kind: 'id', means: 'the critical fail that goes with it' },
      source,
      evidence,
      window: { kind: 'text', shown: true, means: 'the window in words' },
    },
    prose: 'may',
    children: [],
    address: ['id'],
  },
  Critical: {
    means: 'fails the case whatever the points',
    attributes: { id, when: { ...when, required: true }, label, source, evidence },
    prose: 'may',
    children: [],
    address: ['id'],
  },
  Grade: {
    means: 'a grade from so many points',
    attributes: {
      id: { ...id, oneOf: ['pass', 'merit', 'distinction'] },
      points: { kind: 'number', required: true, means: 'points at least' },
      when,
    },
    prose: 'none',
    children: [],
    address: ['id'],
  },
  Diagnosis: {
    means: 'how the final diagnosis is judged',
    attributes: {},
    prose: 'none',
    children: ['Component', 'Partial', 'Term', 'Model', 'Script'],
    address: [],
  },
  Component: {
    means: 'a part of the diagnosis',
    attributes: { id, label, points: { kind: 'number', required: true, means: 'points' } },
    prose: 'none',
    children: ['Accept'],
    under: ['Diagnosis'],
    address: ['id'],
  },
  Partial: {
    means: 'a diagnosis worth part of the points; its prose is the feedback',
    attributes: { points: { kind: 'number', required: true, means: 'points' }, key },
    prose: 'must',
    children: ['Accept'],
    under: ['Diagnosis'],
    address: [],
  },
  Term: {
    means: 'a diagnosis that conditions name',
    attributes: { id },
    prose: 'none',
    children: ['Accept'],
    under: ['Diagnosis'],
    address: ['id'],
  },
  Model: shown({ means: 'the model problem representation', prose: 'must', under: ['Diagnosis'] }),
  Accept: {
    means: 'words that mean it',
    attributes: {
      en: {
        kind: 'phrases',
        means: 'English; ";" separates alternatives, "+" words that must both be there',
      },
      it: { kind: 'phrases', means: 'Italian' },
      share: { kind: 'number', means: 'share of the points' },
      when,
    },
    prose: 'none',
    children: [],
    under: ['Component', 'Partial', 'Term'],
    address: [],
  },
  Script: {
    means: 'an illness script for the debrief',
    attributes: { id, label },
    prose: 'none',
    children: ['Course', 'For', 'Against', 'Decides'],
    under: ['Diagnosis', ''],
    address: ['id'],
  },
  Course: shown({ means: 'how the illness runs', prose: 'must', under: ['Script'] }),
  For: shown({ means: 'what speaks for it', prose: 'must', under: ['Script'] }),
  Against: shown({ means: 'what speaks against it', prose: 'must', under: ['Script'] }),
  Decides: shown({ means: 'what decides', prose: 'must', under: ['Script'] }),
  Question: shown({ means: 'a question for reflection', prose: 'must' }),
  Teaching: shown({ means: 'a point to take home', prose: 'must' }),
  Objective: shown({ means: 'a learning objective', prose: 'must' }),
  Added: shown({ means: 'what was added for the simulation', prose: 'must' }),
  Figure: {
    means: 'a drawn schematic; its prose is the caption',
    attributes: {
      id,
      file: { kind: 'text', required: true, means: 'file in figures/' },
      alt: { kind: 'text', required: true, shown: true, means: 'what it shows, for those who cannot see it' },
    },
    prose: 'may',
    children: [],
    address: ['id'],
  },
};
