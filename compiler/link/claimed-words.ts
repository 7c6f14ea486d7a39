// One word, one meaning: a word that two items of a verb claim is refused, unless the catalogue says that it rightly means all of them.
import type { DiagnosisTerm, Item } from '#machines/scenario/item';
import { LANGUAGES } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import type { YamlFile } from '../read/yaml';
import type { SharedWords } from '../shape/catalogue';

/** What has words, and where it is written. */
export interface Claimant {
  readonly thing: Item | DiagnosisTerm;
  readonly place: Place;
}

/** The same word, however it is written: case, spaces and punctuation do not make another. */
const spelled = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%+]+/gu, ' ')
    .trim();

/** Who claims a word, by kind and word. */
type Claims = ReadonlyMap<string, ReadonlyMap<string, Place>>;

function claimsOf(claimants: readonly Claimant[], language: (typeof LANGUAGES)[number]): Claims {
  const claims = new Map<string, Map<string, Place>>();
  for (const { thing, place } of claimants) {
    const kind = 'verb' in thing ? thing.verb : 'diagnosis';
    for (const written of [thing.name[language] ?? '', ...(thing.synonyms?.[language] ?? [])]) {
      const word = spelled(written);
      if (word === '') continue;
      const key = `${kind} ${word}`;
      const owners = claims.get(key) ?? new Map<string, Place>();
      claims.set(key, owners.set(thing.id, place));
    }
  }
  return claims;
}

/**
 * Refuses a word that several items of one verb, or several diagnoses, claim in one language. Words of different verbs do not
 * collide: the verb tells them apart. `shared` lists those that rightly mean several things; all of these are then offered.
 */
export function checkClaims(
  claimants: readonly Claimant[],
  shared: { readonly file: YamlFile; readonly words: SharedWords } | null,
  findings: Findings,
): void {
  const used = new Set<string>();
  for (const language of LANGUAGES) {
    const allowed = new Map<string, { readonly at: string; readonly mean: ReadonlySet<string> }>();
    for (const [index, { words, mean }] of (shared?.words ?? []).entries())
      for (const word of words[language] ?? [])
        allowed.set(spelled(word), { at: `${index}`, mean: new Set(mean) });
    for (const [key, owners] of claimsOf(claimants, language)) {
      if (owners.size < 2) continue;
      const word = key.slice(key.indexOf(' ') + 1);
      const known = allowed.get(word);
      if (known !== undefined) used.add(known.at);
      // The first claim stands; a later one that is not listed is told where it is written.
      const [, stranger] = [...owners].filter(([id], at) => at === 0 || known?.mean.has(id) !== true);
      if (stranger === undefined) continue;
      findings.error('word-claimed-twice', stranger[1], {
        what: `“${word}” (${language}) is claimed by ${[...owners.keys()].join(' and ')}`,
        why: 'a learner who types it would be given one of them by chance',
        help: 'take it from all but one, or, where it rightly means all of them, list it with them in shared-words.yaml',
      });
    }
  }
  if (shared === null) return;
  const ids = new Set(claimants.map(({ thing }) => thing.id));
  for (const [index, { words, mean }] of shared.words.entries()) {
    const unknown = mean.findIndex((id) => !ids.has(id));
    if (unknown >= 0)
      findings.error('unknown-item', shared.file.placeOf([index, 'mean', unknown]), {
        what: `there is no ${mean[unknown]}`,
        help: 'name an item or a diagnosis of the catalogue',
      });
    if (used.has(`${index}`)) continue;
    findings.warning('word-not-shared', shared.file.placeOf([index]), {
      what: `no two items claim ${Object.values(words).flat().join(', ')}`,
      help: 'take the entry away',
    });
  }
}
