// Puts together what was understood on the server and what matches by its letters here: one list, best first, nothing twice.
import type { StepInput } from '#machines/step';
import type { OfferView } from '#machines/view';
import type { UnderstandAnswer, UnderstoodCandidate } from '#machines/wire';

/** Amounts and the like that were typed together with an item. */
export type Typed = { readonly [field: string]: string };

/** One thing that may be meant. */
export interface Found {
  readonly key: string;
  readonly offer: OfferView;
  readonly typed: Typed | null;
  /** what happens to something that was ordered or runs */
  readonly action: 'stop' | 'hold' | 'change' | 'cancel' | null;
  /** the step as it was understood */
  readonly step: StepInput;
}

export interface Findings {
  /** one group of choices for each thing that was asked for */
  readonly parts: readonly { readonly text: string; readonly rows: readonly Found[] }[];
  /** something fits what was typed; if not, the choices are only the nearest */
  readonly fits: boolean;
  /** the first choice of every part is plainly meant: it may be taken before it was seen */
  readonly plain: boolean;
  /** it was worded as a question to the patient */
  readonly asks: boolean;
}

/** Whether it needs no form: what runs or is pending is only halted or taken back. */
export const halts = ({ action }: Found): boolean =>
  action === 'stop' || action === 'hold' || action === 'cancel';

export const nothing: Findings = { parts: [], fits: true, plain: false, asks: false };
const most = 24;
const mostOfOne = 4;
/** Below this a candidate only stands there when nothing better does. */
const likely = 0.6;
const certain = 0.97;

const plainly = (offer: OfferView): Found => ({
  key: offer.id,
  offer,
  typed: null,
  action: null,
  step: { do: offer.id },
});

function foundOf(candidate: UnderstoodCandidate, byId: ReadonlyMap<string, OfferView>): Found[] {
  const offer = byId.get(candidate.item);
  if (offer === undefined) return [];
  const { do: what, with: typed } = candidate;
  const said = typed?.['action'];
  const action = what.startsWith('cancel:')
    ? 'cancel'
    : said === 'stop' || said === 'hold' || said === 'change'
      ? said
      : null;
  const step = typed === null ? { do: what } : { do: what, with: typed };
  return [{ key: `${what} ${action ?? ''}`, offer, typed, action, step }];
}

const endsAsking = (query: string): boolean => query.trimEnd().endsWith('?');

/** Nothing twice: the first of two stands where it stood, so that the best stays first. */
function unique(rows: readonly Found[]): readonly Found[] {
  const keys = new Set<string>();
  return rows.filter(({ key }) => {
    const known = keys.has(key.trim());
    keys.add(key.trim());
    return !known;
  });
}

/**
 * Everything that may be meant, best first.
 * @param answer null when the server could not be asked
 * @param local matches by letters, best first
 * @param plain whether the letters say all that was typed
 */
export function findings(
  query: string,
  answer: UnderstandAnswer | null,
  local: readonly OfferView[],
  byId: ReadonlyMap<string, OfferView>,
  plain = local.length > 0,
): Findings {
  const letters = local.map(plainly);
  if (answer === null || answer.parts.length === 0)
    return {
      parts: letters.length === 0 ? [] : [{ text: query, rows: letters.slice(0, most) }],
      fits: plain && letters.length > 0,
      plain: false,
      asks: endsAsking(query),
    };
  const asks = answer.parts.some((part) => part.asks);
  const understood = answer.parts.map(({ text, confident, candidates }) => ({
    text,
    confident,
    rows: candidates.map((candidate) => ({ candidate, rows: foundOf(candidate, byId) })),
  }));
  if (understood.length > 1)
    return {
      parts: understood.map(({ text, rows }) => ({
        text,
        rows: unique(rows.flatMap(({ rows: row }) => row)).slice(0, mostOfOne),
      })),
      fits: understood.every(({ confident }) => confident),
      plain: understood.every(({ confident }) => confident),
      asks,
    };
  const [one] = understood;
  const all = one?.rows.flatMap(({ rows }) => rows) ?? [];
  const near =
    one?.rows.filter(({ candidate }) => candidate.score >= likely).flatMap(({ rows }) => rows) ?? [];
  const typed = new Map(all.map((row) => [row.offer.id, row]));
  // A word that is not finished is found by its letters; what was typed with it still counts.
  // Some of the words alone ("have you ever …") say nothing.
  const begun = plain ? letters.map((row) => typed.get(row.offer.id) ?? row) : [];
  // A single word may be the beginning of another.
  const sure =
    one?.confident === true && (/\S\s+\S/.test(query) || (one.rows[0]?.candidate.score ?? 0) >= certain);
  const rows = sure ? [...all, ...begun] : [...begun, ...near];
  const shown = unique(rows.length > 0 ? rows : all).slice(0, most);
  return {
    parts: shown.length === 0 ? [] : [{ text: query, rows: shown }],
    fits: rows.length > 0,
    plain: sure,
    asks,
  };
}
