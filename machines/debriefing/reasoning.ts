// The learner's differential against what was known and what was true, and the work that was left once the diagnosis was reached.
import { judgeDiagnosis } from '../diagnosis/judge';
import { keyTermsOf, narrowTermsIn, relationOf } from '../diagnosis/relation';
import type { Encounter } from '../encounter';
import type { Closure, DebriefView, ScoreSheet } from '../ledger';
import { revealEntry } from '../reveal-chart';
import { LANGUAGES } from '../scenario/item';
import type { Language } from '../scenario/item';
import { hundredths } from '../scoring/points';
import { sumOf } from '../scoring/sheet';
import type { DifferentialEntry } from '../step';
import { plain, textOf } from '../texts';
import type { ChartKind } from '../view';

type Trail = DebriefView['differential'];
type Truth = Trail[number]['entries'][number]['truth'];

/** Chart entries from which something is learned. */
const TELLING = new Set<ChartKind>(['question', 'examination', 'result', 'imaging', 'reply']);
/** A diagnosis that stands first, or is held more likely than not, is one that the learner has reached. */
const LIKELY = 50;

/** Points that texts earn as a final diagnosis would; phrases that are accepted under a condition are left out. */
function worthOf(encounter: Encounter, texts: readonly string[]) {
  const { scenario, ward } = encounter.playable;
  return judgeDiagnosis(scenario.scoring.diagnosis, texts, { ward, holds: () => false });
}

/** Whether an entry names a component of the key: whole, in part (a wider name), or not. */
function truthOf(encounter: Encounter, text: string): Truth {
  const { components } = worthOf(encounter, [text]);
  if (components.some(({ points, most }) => most > 0 && points === most)) return 'right';
  return components.some(({ points }) => points > 0) ? 'part' : 'wrong';
}

/**
 * Mean squared distance of stated probabilities from what was true, rounded to thousandths; null when none was stated. What is
 * right in part is neither true nor false, and is left out.
 */
export function brierOf(
  entries: readonly { readonly probability: number | null; readonly truth: Truth }[],
): number | null {
  const stated = entries.flatMap(({ probability, truth }) =>
    probability === null || truth === 'part' ? [] : [(probability / 100 - (truth === 'right' ? 1 : 0)) ** 2],
  );
  if (stated.length === 0) return null;
  return Math.round((stated.reduce((sum, one) => sum + one, 0) / stated.length) * 1000) / 1000;
}

/** Every differential of the play, with what had been learned since the one before. */
export function trailOf(encounter: Encounter, language: Language): Trail {
  const learned = learnedBetween(encounter, language);
  const { scenario, terms, ward } = encounter.playable;
  const key = keyTermsOf(scenario, terms);
  const relationTo = (text: string): Trail[number]['entries'][number]['relation'] => {
    const relation = relationOf(text, key, terms, ward);
    const name = relation === null ? undefined : ward.diagnoses[relation.to]?.name;
    // A component that the vocabulary does not name has no name to tell.
    return relation === null || name === undefined
      ? null
      : { kind: relation.kind, to: name[language] ?? name.en ?? relation.to };
  };
  return encounter.differentials.map(({ at, value }, place) => {
    const entries = value.map((entry) => ({
      diagnosis: entry.diagnosis,
      probability: entry.probability ?? null,
      for: entry.for,
      against: entry.against,
      truth: truthOf(encounter, entry.diagnosis),
      relation: relationTo(entry.diagnosis),
      script: scriptOf(encounter, entry.diagnosis),
    }));
    return { at, entries, brier: brierOf(entries), learned: learned[place] ?? [] };
  });
}

/** Names of what was learned before each differential and after the one before, in the order of the chart. */
function learnedBetween(encounter: Encounter, language: Language): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let names: string[] = [];
  for (const [index, entry] of encounter.chart.entries()) {
    if (entry.kind === 'note' && entry.code === 'differential') {
      groups.push(names);
      names = [];
    } else if (TELLING.has(entry.kind) && entry.item !== null) {
      const { title } = revealEntry(encounter, entry, index, language);
      if (!names.includes(title)) names.push(title);
    }
  }
  return groups;
}

/** The illness script that a text means: the one whose name shares most diagnoses with it, in proportion. */
function scriptOf(encounter: Encounter, text: string): string | null {
  const { scenario, terms } = encounter.playable;
  const narrow = (of: string): readonly string[] => narrowTermsIn(of, terms);
  const named = new Set(narrow(text));
  let best: string | null = null;
  let most = 0;
  for (const script of scenario.scoring.diagnosis.scripts) {
    const names = LANGUAGES.map((language) => plain(textOf(scenario, script.name, language)));
    const means = new Set([script.id, ...names.flatMap(narrow)]);
    const shared = [...named].filter((term) => means.has(term)).length;
    const share = shared / (named.size + means.size - shared || 1);
    if (share > most) [best, most] = [script.id, share];
  }
  return best;
}

/** Texts that the learner stood for at a moment: all of a final diagnosis, of a differential what leads or is likely. */
function stoodFor(entries: readonly DifferentialEntry[]): readonly string[] {
  return entries
    .filter((entry, place) => place === 0 || (entry.probability ?? 0) >= LIKELY)
    .map(({ diagnosis }) => diagnosis);
}

/** When the diagnosis was reached, and what was owed after it; null when it never was. */
export function closureOf(encounter: Encounter, sheet: ScoreSheet): Closure | null {
  const { scoring } = encounter.playable.scenario;
  const most = scoring.diagnosis.components.reduce((sum, { points }) => sum + points, 0);
  if (most === 0) return null;
  const notes = [
    ...encounter.working.map((note) => ({ ...note, value: [note.value] })),
    ...encounter.differentials.map((note) => ({ ...note, value: stoodFor(note.value) })),
    ...(encounter.final === null ? [] : [encounter.final]),
  ].toSorted((a, b) => a.sequence - b.sequence);
  const reached = notes.find(({ value }) => worthOf(encounter, value).points >= most / 2);
  if (reached === undefined) return null;
  const byDiagnosis = new Set(scoring.rules.filter(({ by }) => by === 'diagnosis').map(({ id }) => id));
  const open = sheet.lines.filter(
    ({ kind, rule, at }) => kind === 'merit' && !byDiagnosis.has(rule) && (at === null || at > reached.at),
  );
  return {
    at: reached.at,
    diagnosis: reached.value.join(' · '),
    open: sumOf(open.map((line) => ({ points: line.most }))),
    earned: sumOf(open),
    owed: open
      .map((line) => ({ rule: line.rule, lost: (hundredths(line.most) - hundredths(line.points)) / 100 }))
      .filter(({ lost }) => lost > 0)
      .toSorted((a, b) => b.lost - a.lost),
  };
}
