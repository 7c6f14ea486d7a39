// How near a typed diagnosis is to one of the key without being it: a wider name, a narrower one, or what it is taken for.
import { LANGUAGES } from '../scenario/item';
import type { Ward } from '../scenario/item';
import type { Scenario } from '../scenario/scenario';
import { plain, textOf } from '../texts';
import { termsIn } from './match';
import type { TermIndex } from './match';

export interface Relation {
  /** wider: the key's is a kind of it · narrower: it is a kind of the key's · related: the two are taken for one another */
  readonly kind: 'wider' | 'narrower' | 'related';
  /** id of the key's diagnosis in the vocabulary */
  readonly to: string;
}

/** The narrowest diagnoses that a text names, without the wider ones that these belong to. */
export function narrowTermsIn(text: string, index: TermIndex): readonly string[] {
  const named = termsIn(text, index);
  const wider = new Set(named.flatMap((term) => index.wider.get(term) ?? []));
  return named.filter((term) => !wider.has(term));
}

/** Diagnoses of the vocabulary that the names of the key's components mean, each once. */
export function keyTermsOf(scenario: Scenario, index: TermIndex): readonly string[] {
  const names = scenario.scoring.diagnosis.components.flatMap(({ name }) =>
    LANGUAGES.map((language) => plain(textOf(scenario, name, language))),
  );
  return [...new Set(names.flatMap((name) => narrowTermsIn(name, index)))];
}

/** The nearest relation of a text to the key; null where it names one of its diagnoses, or nothing near any. */
export function relationOf(
  text: string,
  key: readonly string[],
  index: TermIndex,
  ward: Ward,
): Relation | null {
  const named = narrowTermsIn(text, index);
  if (named.some((term) => key.includes(term))) return null;
  const above = (term: string): readonly string[] => index.wider.get(term) ?? [];
  const near = (kind: Relation['kind'], is: (term: string, of: string) => boolean): Relation | null => {
    const to = key.find((of) => named.some((term) => is(term, of)));
    return to === undefined ? null : { kind, to };
  };
  const parentOf = (term: string): string | undefined => ward.diagnoses[term]?.parent;
  return (
    near('narrower', (term, of) => above(term).includes(of)) ??
    near('wider', (term, of) => above(of).includes(term)) ??
    near(
      'related',
      (term, of) =>
        (ward.diagnoses[of]?.related?.includes(term) ?? false) ||
        (parentOf(term) !== undefined && parentOf(term) === parentOf(of)),
    )
  );
}
