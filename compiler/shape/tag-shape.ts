// The form of an entry in the table of tags, and the attributes that many tags share.

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
  | 'tracing'
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

export const when: AttributeShape = { kind: 'condition', means: 'used only if this holds' };
export const source: AttributeShape = { kind: 'ids', means: 'keys of `sources`' };
export const evidence: AttributeShape = {
  kind: 'ids',
  oneOf: ['checked', 'secondary', 'knowledge', 'design', 'case'],
  means: 'how sure the claim is',
};
export const label: AttributeShape = { kind: 'text', shown: true, means: 'short name that learners read' };
export const key: AttributeShape = {
  kind: 'id',
  means: 'own address, where the order is awkward for an overlay',
};
export const id: AttributeShape = { kind: 'id', required: true, means: 'name, kebab-case' };
export const figure: AttributeShape = { kind: 'id', means: 'id of a <Figure>' };
export const of: AttributeShape = { kind: 'items', required: true, means: 'the item it belongs to' };
export const quiet: AttributeShape = { kind: 'flag', means: 'does not interrupt a wait' };
export const sets: AttributeShape = {
  kind: 'assignments',
  means: 'levels set at that moment: "map = 55, debt = 0"',
};
export const on: AttributeShape = { kind: 'event', means: 'at the instant this happens' };

export const tells: AttributeShape = {
  kind: 'ids',
  means:
    "conditions of the patient that these words tell; without it the ward's `told-by` says which answers do",
};

export const reply: TagShape['attributes'] = {
  of,
  tells,
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

export const tracing: AttributeShape = {
  kind: 'tracing',
  means: 'what the electrocardiogram shows: "rhythm: sinus; st: inferior +2 mm"',
};

export const shown = (tag: Omit<TagShape, 'attributes' | 'children' | 'address'>): TagShape => ({
  ...tag,
  attributes: { key },
  children: [],
  address: [],
});
