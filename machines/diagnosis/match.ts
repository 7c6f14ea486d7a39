// Which diagnoses a typed text names: for live conditions (`suspected`, `diagnosed`) and for the judgement of the final diagnosis.
import type { Condition } from '../scenario/condition';
import type { Ward } from '../scenario/item';
import { LANGUAGES } from '../scenario/item';
import type { Accept, Scenario } from '../scenario/scenario';
import { findPhrases, indexPhrases } from './phrases';
import type { Found, PhraseIndex } from './phrases';

/** The diagnoses of a scenario and its ward, made ready once for all texts. */
export interface TermIndex {
  readonly phrases: PhraseIndex;
  readonly terms: readonly { readonly id: string; readonly accepts: readonly Accept[] }[];
  /** wider diagnoses that a diagnosis also is */
  readonly wider: ReadonlyMap<string, readonly string[]>;
}

/** Whether a condition of an accepted phrase holds. */
export type Judge = (when: Condition) => boolean;

const single = (phrase: string): Accept => ({ phrases: [phrase], share: 1 });

/** Every name and synonym of the ward's diagnoses, both languages, each as an accepted phrase. */
export function wardPhrases(ward: Ward): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.values(ward.diagnoses).map((term) => {
      const names = LANGUAGES.flatMap((language) => term.name[language] ?? []);
      // "Pyelonephritis, urosepsis" names two things
      const parts = names.flatMap((name) => [name, ...name.split(',')]);
      return [
        term.id,
        [term.id, ...parts, ...LANGUAGES.flatMap((language) => term.synonyms[language] ?? [])],
      ];
    }),
  );
}

/** Builds the index of everything that `suspected X` and `diagnosed X` may name: the ward's diagnoses and the case's own terms. */
export function indexTerms(scenario: Scenario, ward: Ward): TermIndex {
  const accepts = new Map<string, readonly Accept[]>();
  for (const [id, phrases] of wardPhrases(ward)) accepts.set(id, phrases.map(single));
  for (const [id, own] of Object.entries(scenario.scoring.diagnosis.terms)) {
    accepts.set(id, [...(accepts.get(id) ?? []), single(id), ...own]);
  }
  const terms = [...accepts].map(([id, list]) => ({ id, accepts: list }));
  const wider = new Map(terms.map(({ id }) => [id, ancestorsOf(id, ward)]));
  const texts = terms.flatMap((term) => term.accepts.flatMap((accept) => accept.phrases));
  return { phrases: indexPhrases(texts), terms, wider };
}

function ancestorsOf(id: string, ward: Ward): readonly string[] {
  const found: string[] = [];
  for (
    let at = ward.diagnoses[id]?.parent;
    at !== undefined && !found.includes(at);
    at = ward.diagnoses[at]?.parent
  ) {
    found.push(at);
  }
  return found;
}

/**
 * Ids of the diagnoses that a text names, with the wider ones they belong to, sorted. What is denied ("not septic") does not
 * count. A phrase that is accepted only under a condition counts only where `judge` says that the condition holds.
 */
export function termsIn(text: string, index: TermIndex, judge: Judge = () => false): string[] {
  const found = findPhrases(text, index.phrases);
  const named = index.terms.filter((term) =>
    term.accepts.some(
      (accept) => (!accept.when || judge(accept.when)) && accepted(accept, [found], index.phrases),
    ),
  );
  return [...new Set(named.flatMap((term) => [term.id, ...(index.wider.get(term.id) ?? [])]))].toSorted();
}

/** Whether all phrases of an accepted answer are held by the texts taken together. */
export function accepted(accept: Accept, texts: readonly Found[], index: PhraseIndex): boolean {
  return (
    accept.phrases.length > 0 &&
    accept.phrases.every((phrase) => texts.some((found) => isIn(phrase, found.held, index)))
  );
}

/** Whether a phrase of an accepted answer is denied or doubtful somewhere. */
export function doubted(accept: Accept, texts: readonly Found[], index: PhraseIndex): boolean {
  return accept.phrases.some((phrase) => texts.some((found) => isIn(phrase, found.doubtful, index)));
}

function isIn(phrase: string, numbers: ReadonlySet<number>, index: PhraseIndex): boolean {
  const number = index.numbers.get(phrase);
  return number !== undefined && numbers.has(number);
}
