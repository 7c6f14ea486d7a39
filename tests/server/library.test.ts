// The library and the shelf: the last good revision goes on, running attempts keep theirs, and the shelf gives nothing away.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { steadySeconds } from '#server/clock';
import { faceOf } from '#server/face';
import { publishedCase, publishedCases, shelfState } from '#server/library';
import { playableOf } from '#server/playables';
import { caseCover, listCases } from '#server/shelf';
import { learnerOf } from '#server/session';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledCase } from '#server/workshop';
import { tinyScenario, tinyWard } from './tiny-case';
import { Browser, leave, restart, settle, type Place } from './ward-round';

const desk = vi.hoisted(
  (): { cases: { readonly caseId: string }[]; pressed: string[]; open: Promise<void> } => ({
    cases: [],
    pressed: [],
    open: Promise.resolve(),
  }),
);
vi.mock('#server/workshop', () => ({
  async *compileFolder(_: string, only: ReadonlySet<string> | null) {
    for (const one of desk.cases) {
      if (only?.has(one.caseId) === false) continue;
      await desk.open;
      desk.pressed.push(one.caseId);
      yield one;
    }
  },
}));
vi.mock('#server/build-id', () => ({ buildId: () => Promise.resolve('build-1') }));
// A thread of its own does not know the cases of this test.
vi.mock('#server/press-elsewhere', async () => ({ pressElsewhere: (await import('#server/press')).press }));
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
  desk.pressed = [];
  desk.open = Promise.resolve();
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
    expect((await publishedCase('tiny-case'))?.face).toEqual(faceOf(tinyScenario()));
    expect((await playableOf('rev-1'))?.scenario).toEqual(tinyScenario());
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

describe('a server that starts again', () => {
  const folder = (caseId: string) => join(place.content, 'cases', caseId);
  beforeEach(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    mkdirSync(folder('another-case'));
    desk.cases = [good('rev-1'), good('rev-b', 'another-case')];
    await shelved();
    desk.pressed = [];
    await restart();
  });

  it('compiles nothing when nothing has changed', async () => {
    expect((await shelved()).toSorted()).toEqual(['another-case rev-b', 'tiny-case rev-1']);
    expect(desk.pressed).toEqual([]);
    expect((await new Browser().open()).status).toBe(201);
  });

  it('compiles only the case whose text has changed, and shows the last good one meanwhile', async () => {
    writeFileSync(join(folder('another-case'), 'case.mdx'), 'edited');
    desk.cases = [good('rev-1'), good('rev-c', 'another-case')];
    let letGo = () => {};
    desk.open = new Promise((resolve) => {
      letGo = resolve;
    });
    expect((await shelved()).toSorted()).toEqual(['another-case rev-b', 'tiny-case rev-1']);
    expect(await shelfState()).toEqual({ cases: 2, preparing: 1 });
    letGo();
    await vi.waitFor(async () => expect(await shelfState()).toEqual({ cases: 2, preparing: 0 }));
    expect((await shelved()).toSorted()).toEqual(['another-case rev-c', 'tiny-case rev-1']);
    expect(desk.pressed).toEqual(['another-case']);
  });

  it('compiles every case again when the catalogue or the build has changed', async () => {
    mkdirSync(join(place.content, 'catalogue'));
    writeFileSync(join(place.content, 'catalogue', 'groups.yaml'), 'laboratory: { en: Laboratory }');
    await shelved();
    await vi.waitFor(async () => expect((await shelfState()).preparing).toBe(0));
    expect(desk.pressed).toEqual(['tiny-case', 'another-case']);
  });

  it('says again which cases have errors, without compiling them again', async () => {
    writeFileSync(join(folder('another-case'), 'case.mdx'), 'broken');
    desk.cases = [good('rev-1'), broken('another-case')];
    await shelved();
    await vi.waitFor(async () => expect((await shelfState()).preparing).toBe(0));
    await restart();
    desk.pressed = [];
    vi.mocked(console.error).mockClear();
    expect((await shelved()).toSorted()).toEqual(['another-case rev-b', 'tiny-case rev-1']);
    expect(desk.pressed).toEqual([]);
    expect(vi.mocked(console.error).mock.calls).toEqual([
      ['{"level":"problem","code":"case-not-published","case":"another-case","errors":3}'],
    ]);
  });

  it('lets who opens a case that is still being compiled wait for it, and nobody else', async () => {
    mkdirSync(folder('new-case'));
    desk.cases = [...desk.cases, good('rev-n', 'new-case')];
    let letGo = () => {};
    desk.open = new Promise((resolve) => {
      letGo = resolve;
    });
    expect(await shelfState()).toEqual({ cases: 2, preparing: 1 });
    expect(await publishedCase('no-such-case')).toBeNull();
    const opened = new Browser().open({ caseId: 'new-case', language: 'en' });
    letGo();
    expect((await opened).status).toBe(201);
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
      liveInExam: null,
    });
    expect(JSON.stringify(cover)).not.toContain('HIDDEN');
    expect(JSON.stringify(cover)).not.toContain('He lies still');
    expect(await caseCover('no-such-case', 'en', null)).toBeNull();
  });
});
