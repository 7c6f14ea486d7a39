// Judges the final diagnosis as typed: which components it names, whether a partial answer gives more, and whether a teacher should look.
import type { DiagnosisResult } from '../ledger';
import type { Ward } from '../scenario/item';
import { LANGUAGES } from '../scenario/item';
import type { Accept, DiagnosisKey } from '../scenario/scenario';
import { hundredths } from '../scoring/points';
import { accepted, doubted, wardPhrases } from './match';
import type { Judge } from './match';
import { findPhrases, indexPhrases } from './phrases';
import type { PhraseIndex } from './phrases';

/** What the judgement asks of an encounter: the ward's vocabulary, and whether the condition of an accepted phrase holds. */
export interface DiagnosisWitness {
  readonly ward: Ward;
  holds: Judge;
}

/**
 * Judges entries against the key: the higher of the components' sum and the best partial answer. For a component the phrases of
 * an answer may stand in different entries; for a partial answer they must stand in one. Each component earns its best share once.
 */
export function judgeDiagnosis(
  key: DiagnosisKey,
  entries: readonly string[],
  witness: DiagnosisWitness,
): DiagnosisResult {
  const all = [...key.components, ...key.partial].flatMap((one) => one.accepts);
  const index = indexOf(key, all, witness.ward);
  const found = entries.map((entry) => findPhrases(inWords(entry, witness.ward), index));
  const open = (accept: Accept): boolean => !accept.when || witness.holds(accept.when);

  const components = key.components.map((component) => {
    const best = bestOf(component.accepts.filter((accept) => open(accept) && accepted(accept, found, index)));
    const points = best ? hundredths(component.points * best.share) : 0;
    return { id: component.id, points, most: component.points, matched: best?.phrases.join(' + ') ?? null };
  });
  const sum = components.reduce((total, component) => total + component.points, 0);

  let partial: number | null = null;
  let points = sum;
  for (const [place, one] of key.partial.entries()) {
    const best = bestOf(
      one.accepts.filter((accept) => open(accept) && found.some((entry) => accepted(accept, [entry], index))),
    );
    const worth = best ? hundredths(one.points * best.share) : 0;
    // An answer that earns nothing, when nothing else was said, still has its feedback.
    if (worth < points || (worth === points && (points > 0 || partial !== null || !best))) continue;
    points = worth;
    partial = place;
  }
  return {
    entries,
    components: components.map((component) => ({ ...component, points: component.points / 100 })),
    partial,
    points: points / 100,
    review: all.some((accept) => doubted(accept, found, index)),
  };
}

/** Indexes are kept beside the key and ward they were made for: both never change. */
const kept = new WeakMap<DiagnosisKey, { readonly ward: Ward; readonly index: PhraseIndex }>();

function indexOf(key: DiagnosisKey, accepts: readonly Accept[], ward: Ward): PhraseIndex {
  const known = kept.get(key);
  if (known?.ward === ward) return known.index;
  const phrases = accepts.flatMap((accept) => accept.phrases);
  const index = indexPhrases(phrases, [...wardPhrases(ward).values()].flat());
  kept.set(key, { ward, index });
  return index;
}

function bestOf(accepts: readonly Accept[]): Accept | undefined {
  return accepts.toSorted((a, b) => b.share - a.share)[0];
}

/** An entry chosen from the list is a diagnosis id: its names stand for it. */
function inWords(entry: string, ward: Ward): string {
  const term = Object.hasOwn(ward.diagnoses, entry) ? ward.diagnoses[entry] : undefined;
  return term ? [entry, ...LANGUAGES.flatMap((language) => term.name[language] ?? [])].join('; ') : entry;
}
