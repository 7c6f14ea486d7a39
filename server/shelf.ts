// The shelf and the covers: what may be known of a case before it is begun.
import type { ScoreSheet } from '#machines/ledger';
import type { Language } from '#machines/scenario/item';
import { plain, textOf } from '#machines/texts';
import type { CaseCard, CoverView, MyAttempt } from '#machines/wire';
import type { CaseFace } from './face';
import { publishedCase, publishedCases } from './library';
import type { AttemptRow } from './store/tables';
import { StoreUnavailable } from './store/failure';
import { theStore } from './store/open';

/** Attempts of one learner that are looked through for the newest of each case. */
const MOST_ATTEMPTS = 500;

/** All published cases, sorted by complaint in the language; with the learner's newest attempt at each. */
export async function listCases(language: Language, learner: string | null): Promise<readonly CaseCard[]> {
  const [published, mine] = await Promise.all([publishedCases(), attemptsByCase(learner)]);
  return published
    .map(({ face }) => cardOf(face, language, mine.get(face.id)))
    .toSorted((a, b) => a.complaint.localeCompare(b.complaint, language));
}

/** The cover of a published case, or null. */
export async function caseCover(
  caseId: string,
  language: Language,
  learner: string | null,
): Promise<CoverView | null> {
  const published = await publishedCase(caseId);
  if (published === null) return null;
  const { face } = published;
  const { cover, patient, scoring, arrival, liveClock } = face;
  const mine = await attemptsByCase(learner);
  return {
    ...cardOf(face, language, mine.get(caseId)),
    task: textOf(face, cover.task, language),
    arrival,
    liveInExam: liveClock?.required === true ? (liveClock.rate ?? null) : null,
    patient: { name: patient.name, age: patient.age, sex: patient.sex, weight: patient.weight },
    domains: scoring.domains.map(({ id, name, points }) => ({
      id,
      name: textOf(face, name, language),
      points,
    })),
    licence: cover.licence,
  };
}

/** A learner's attempts at one case: the newest, and the best of those that are finished. */
interface Mine {
  readonly my: MyAttempt;
  readonly best: CaseCard['best'];
}

function cardOf(face: CaseFace, language: Language, mine: Mine | undefined): CaseCard {
  const { cover, patient } = face;
  return {
    id: face.id,
    complaint: plain(textOf(face, cover.complaint, language)),
    patient: { age: patient.age, sex: patient.sex },
    setting: cover.setting,
    level: cover.level,
    minutes: cover.minutes,
    languages: face.languages,
    authors: cover.authors,
    review: cover.review,
    role: textOf(face, cover.role, language),
    my: mine?.my ?? null,
    best: mine?.best ?? null,
  };
}

/** The newest and the best attempt of a learner at each case; none for a visitor or without a store, so that the shelf always shows. */
async function attemptsByCase(learner: string | null): Promise<ReadonlyMap<string, Mine>> {
  if (learner === null) return new Map();
  try {
    const rows = await (await theStore()).attemptsOf(learner, MOST_ATTEMPTS);
    const mine = new Map<string, Mine>();
    for (const row of rows.toReversed()) {
      const my = myAttempt(row);
      const { total, grade } = my;
      const before = mine.get(row.case_id)?.best ?? null;
      const better = total !== null && grade !== null && total > (before?.total ?? -1);
      mine.set(row.case_id, { my, best: better ? { total, grade } : before });
    }
    return mine;
  } catch (error) {
    if (error instanceof StoreUnavailable) return new Map();
    throw error;
  }
}

/** An attempt as its learner sees it in a list. */
export function myAttempt(row: AttemptRow): MyAttempt {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written from a ScoreSheet when the attempt ended
  const sheet = row.sheet === null ? null : (JSON.parse(row.sheet) as ScoreSheet);
  return {
    attempt: row.id,
    now: row.patient_time,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written from a view's phase
    phase: row.phase as MyAttempt['phase'],
    mode: row.mode === 'assessed' ? 'assessed' : 'practice',
    total: sheet?.total ?? null,
    grade: sheet?.grade ?? null,
  };
}
