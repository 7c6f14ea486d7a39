// The library and the shelf: the last good revision goes on, running attempts keep theirs, and the shelf gives nothing away.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { steadySeconds } from '#server/clock';
import { publishedCase, publishedCases } from '#server/library';
import { caseCover, listCases } from '#server/shelf';
import { learnerOf } from '#server/session';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledCase } from '#server/workshop';
import { tinyScenario, tinyWard } from './tiny-case';
import { Browser, leave, restart, settle, type Place } from './ward-round';

const desk = vi.hoisted((): { cases: unknown[] } => ({ cases: [] }));
vi.mock('#server/workshop', () => ({ compileFolder: () => Promise.resolve(desk.cases) }));
vi.mock('#server/clock', { spy: true });

const good = (revision: string, id = 'tiny-case', complaint = 'Pain in the back'): CompiledCase => ({
  caseId: id,
  scenario: tinyScenario(id, complaint),
  revision,
  ward: tinyWard,
  errors: 0,
  report: '',
  plays: null,
});
const broken = (id = 'tiny-case'): CompiledCase => ({
  ...good('', id),
  scenario: null,
  revision: null,
  errors: 3,
});

let place: Place;
let edits = 0;
/** The author saves, and a second goes by. */
function edit(...cases: CompiledCase[]): void {
  desk.cases = cases;
  edits += 1;
  writeFileSync(join(place.content, 'cases', 'edited.mdx'), `${'.'.repeat(edits)}`);
  const now = steadySeconds();
  vi.mocked(steadySeconds).mockReturnValue(now + 2);
}

beforeEach(() => {
  place = settle();
  desk.cases = [good('rev-1')];
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await leave(place);
});

const shelved = async () => (await publishedCases()).map(({ caseId, revision }) => `${caseId} ${revision}`);

describe('the library', () => {
  it('serves what was edited, once it is saved', async () => {
    expect(await shelved()).toEqual(['tiny-case rev-1']);
    edit(good('rev-2'));
    expect(await shelved()).toEqual(['tiny-case rev-2']);
  });

  it('goes on serving the last good revision of a case with errors, and hides no other', async () => {
    expect(await shelved()).toEqual(['tiny-case rev-1']);
    edit(broken(), good('rev-b', 'another-case'));
    expect(await shelved()).toEqual(['tiny-case rev-1', 'another-case rev-b']);
  });

  it('finds the last good revision in the store after a restart', async () => {
    await new Browser().play([]);
    await restart();
    desk.cases = [broken()];
    expect(await shelved()).toEqual(['tiny-case rev-1']);
    expect((await publishedCase('tiny-case'))?.scenario).toEqual(tinyScenario());
  });

  it('serves nothing of a case that never was without errors', async () => {
    desk.cases = [broken('new-case')];
    expect(await shelved()).toEqual([]);
    expect((await new Browser().open({ caseId: 'new-case', language: 'en' })).status).toBe(404);
  });

  it('takes a case from the shelf when its folder is gone, and lets its attempts go on', async () => {
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    edit();
    expect(await shelved()).toEqual([]);
    await restart();
    expect((await browser.step(attempt, 1, { do: 'ask:onset' })).status).toBe(200);
  });

  it('never changes a running attempt', async () => {
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    const before = (await browser.view(attempt)).body;
    const changed = good('rev-2');
    const { scenario } = changed;
    edit({
      ...changed,
      scenario: scenario && { ...scenario, patient: { ...scenario.patient, name: 'Another patient' } },
    });
    expect(await shelved()).toEqual(['tiny-case rev-2']);
    await restart();
    expect((await browser.view(attempt)).body).toEqual(before);
    const { attempt: newer } = (await browser.open()).body;
    expect((await browser.view(newer)).body.patient.name).toBe('Another patient');
  });

  it('looks at the folder once in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(await shelved()).toEqual(['tiny-case rev-1']);
    edit(good('rev-2'));
    expect(await shelved()).toEqual(['tiny-case rev-1']);
  });
});

describe('the shelf', () => {
  it('is sorted by complaint, in the language asked for, and says no title', async () => {
    desk.cases = [good('rev-1'), good('rev-2', 'another-case', 'A cough')];
    const cards = await listCases('en', null);
    expect(cards.map(({ complaint }) => complaint)).toEqual(['A cough', 'Pain in the back']);
    expect((await listCases('it', null)).map(({ complaint }) => complaint)).toEqual([
      'Mal di schiena',
      'Mal di schiena',
    ]);
    expect(JSON.stringify(cards)).not.toContain('HIDDEN');
  });

  it('shows where I am, and my result in the end', async () => {
    const browser = new Browser();
    const learner = () => learnerOf(new Headers({ cookie: browser.cookie ?? '' }));
    const attempt = await browser.play([{ do: 'begin' }, { do: 'ask:onset' }]);
    expect((await listCases('en', learner()))[0]?.my).toEqual({
      attempt,
      now: 30,
      phase: 'bedside',
      mode: 'practice',
      total: null,
      grade: null,
    });
    await browser.step(attempt, 2, { do: 'finish' });
    await browser.step(attempt, 3, { do: 'finish' });
    expect((await listCases('en', learner()))[0]?.my).toMatchObject({
      phase: 'debrief',
      total: 100,
      grade: 'pass',
    });
    expect((await listCases('en', 'somebody-else'))[0]?.my).toBeNull();
  });

  it('has covers that say who you are and what is expected, and nothing of what is found', async () => {
    const cover = await caseCover('tiny-case', 'en', null);
    expect(cover).toMatchObject({
      role: [{ of: ['You are the doctor.'] }],
      patient: { age: 47 },
      arrival: 37_200,
    });
    expect(JSON.stringify(cover)).not.toContain('HIDDEN');
    expect(JSON.stringify(cover)).not.toContain('He lies still');
    expect(await caseCover('no-such-case', 'en', null)).toBeNull();
  });
});
