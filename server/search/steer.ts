// Which kind of step a sentence speaks of: verbs, the form of a question, the look of an order. Steers, never decides.
import type { Phrasing } from '#compiler/phrasing';
import { fold, wordsOf } from './words';

/** What the words say about the step. */
export interface Steer {
  /** verbs of steps that fit; empty: nothing is said */
  readonly verbs: ReadonlySet<string>;
  /** what to do with something that runs or is pending, when said */
  readonly action: 'stop' | 'hold' | 'change' | 'cancel' | null;
  /** how much an item of another verb counts, 0..1: little against a verb or a question mark, more against a mere hint */
  readonly against: number;
  /** words at the beginning that were the verb alone */
  readonly spent: number;
  /** it only says how things are ("you've done well"): no step is meant by it */
  readonly states: boolean;
}

const PLAIN = 0.72;
const HINT = 0.85;
const ACTIONS = ['stop', 'hold', 'change', 'cancel'] as const;
const ACTED: { readonly [action in (typeof ACTIONS)[number]]: readonly string[] } = {
  stop: ['treat', 'procedure'],
  hold: ['treat'],
  change: ['treat'],
  cancel: ['order', 'consult', 'procedure', 'treat', 'move'],
};
/** What one who gives may also place, and the other way round. */
const NEIGHBOURS: { readonly [verb: string]: readonly string[] } = {
  treat: ['procedure'],
  procedure: ['treat', 'order'],
  order: ['procedure'],
  move: ['dispose'],
  dispose: ['move'],
};

/** Verb words of the phrasing, ready to be found in a sentence. */
export class Steering {
  private readonly opens = new Map<string, Set<string>>();
  private readonly says = new Map<string, Set<string>>();
  private longest = 1;

  constructor({ verbs }: Phrasing) {
    for (const [verb, { opens, says }] of Object.entries(verbs)) {
      for (const phrase of opens) this.note(this.opens, phrase, verb);
      for (const phrase of says) this.note(this.says, phrase, verb);
    }
  }

  private note(into: Map<string, Set<string>>, phrase: string, verb: string): void {
    const words = wordsOf(marked(phrase));
    this.longest = Math.max(this.longest, words.length);
    const key = words.join(' ');
    into.set(key, (into.get(key) ?? new Set()).add(verb));
  }

  /** Whether words of a kind stand anywhere. */
  private hears(words: readonly string[], kind: string): boolean {
    return words.some((_, at) =>
      Array.from({ length: Math.min(this.longest, words.length - at) }, (_unused, more) => more + 1).some(
        (length) => this.says.get(words.slice(at, at + length).join(' '))?.has(kind) === true,
      ),
    );
  }

  /** Whether a text begins as a question does, with at least so many words that say so; its mark says nothing here. */
  asks(text: string, least = 1): boolean {
    const words = wordsOf(marked(text));
    const start = least > 1 ? 0 : words.findIndex((word) => !POLITE.has(word));
    if (start < 0) return false;
    for (let length = Math.min(this.longest, words.length - start); length >= least; length--)
      if (this.opens.get(words.slice(start, start + length).join(' '))?.has('ask') === true) return true;
    return false;
  }

  /** Reads a sentence as typed (question marks and accents still say something). */
  read(text: string): Steer {
    const typed = wordsOf(marked(text));
    const polite = typed.findIndex((word) => !POLITE.has(word));
    const start = Math.max(0, polite);
    const words = typed.slice(start);
    const verbs = new Set<string>();
    let spent = 0;
    for (let length = Math.min(this.longest, words.length); length > 0; length--) {
      const found = this.opens.get(words.slice(0, length).join(' '));
      if (found === undefined) continue;
      for (const verb of found) verbs.add(verb);
      spent = start + length;
      break;
    }
    const action = ACTIONS.find((one) => verbs.has(one)) ?? null;
    const questions = /\?\s*$/.test(text);
    const states = verbs.has('state') && !questions;
    if (action !== null) return { verbs: new Set(ACTED[action]), action, against: PLAIN, spent, states };
    const requests = verbs.delete('request') || (start > 0 && !verbs.has('ask') && !verbs.has('examine'));
    verbs.delete('state');
    // "Does it hurt when I press here?" asks with the hands.
    const touches = this.hears(words, 'touch');
    if (questions && (touches || (verbs.has('examine') && spent > start)))
      return { verbs: new Set(['examine']), action, against: PLAIN, spent: 0, states };
    if (touches) verbs.add('examine');
    if (questions) {
      // "Can we get an ECG?" asks for it, and asks the patient nothing.
      if (requests && (verbs.size > 0 || spent > 0))
        return { verbs: nearOf(verbs), action, against: PLAIN, spent, states };
      verbs.add('ask');
      return { verbs, action, against: PLAIN, spent: 0, states };
    }
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(3, words.length - at); length > 0; length--) {
        for (const verb of this.says.get(words.slice(at, at + length).join(' ')) ?? []) verbs.add(verb);
      }
    }
    verbs.delete('touch');
    return {
      verbs: nearOf(verbs),
      action,
      against: spent > 0 ? PLAIN : HINT,
      spent: verbs.has('ask') ? 0 : spent,
      states,
    };
  }
}

const nearOf = (verbs: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...verbs, ...[...verbs].flatMap((verb) => NEIGHBOURS[verb] ?? [])]);

const POLITE = new Set(
  'so ok okay right sorry well now but and um uh erm well just then alright allora dunque ecco ehm senta guardi bene please can could i we you lets let us me would ll will d like to m re going gonna be want need to shall should may might and then now also per favore vorrei vorremmo dovremmo dobbiamo devo bisogna puo possono voglio posso possiamo puoi potrebbe adesso poi ora anche le la lo gli mi ci'.split(
    ' ',
  ),
);

/** `è` is a question where `e` is none: it keeps a mark when accents are folded. */
function marked(text: string): string {
  return fold(text.normalize('NFC').replaceAll(/(^|[^\p{L}])[èÈ](?=$|[^\p{L}])/gu, '$1eaccent'));
}
