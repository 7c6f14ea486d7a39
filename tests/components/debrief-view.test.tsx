// The debrief shows every point with its reason, and a sum that is the sum; its curves have a table beside them.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { drawCurves, frame, valueAt } from '#components/debrief/curve-geometry';
import { CourseExplorer } from '#components/debrief/course-explorer';
import { Debrief } from '#components/debrief/debrief';
import { momentHref, momentOf } from '#components/debrief/moment';
import { WordsProvider } from '#components/words-provider';
import type { DebriefView } from '#machines/ledger';
import { debrief, english, italian, messages } from './views';

const drawn = (view: DebriefView, words = english) =>
  renderToStaticMarkup(
    <WordsProvider language={words.language} messages={messages[words.language]}>
      <Debrief
        view={view}
        words={words}
        names={{ 'treat:norepinephrine': 'Norepinephrine' }}
        course={<CourseExplorer curves={view.curves} marks={view} end={0} />}
      />
    </WordsProvider>,
  );
const page = drawn(debrief);

describe('the debrief', () => {
  test('has a line for every rule and every harm of the sheet', () => {
    expect(page.match(/data-line=/g)).toHaveLength(debrief.sheet.lines.length);
  });

  test('writes the parts of the sum as they stand in the sheet', () => {
    const { merit, harm, adjustment, total } = debrief.sheet;
    expect(merit + harm + adjustment).toBeCloseTo(total, 6);
    expect(page).toContain(`+${english.number(merit)}`);
    expect(drawn({ ...debrief, sheet: { ...debrief.sheet, adjustment: 12.5 } })).toContain('+12.5');
    expect(drawn(debrief, italian)).toContain(italian.number(total));
  });

  test('keeps critical fails apart, and leaves their place out when there are none', () => {
    const [first] = debrief.sheet.lines;
    const critical = [{ id: first?.rule ?? '', at: 600 }];
    expect(drawn({ ...debrief, sheet: { ...debrief.sheet, critical } })).toContain('Critical fail');
    expect(drawn({ ...debrief, sheet: { ...debrief.sheet, critical: [] } })).not.toContain('Critical fail');
  });

  test('says below the lines that they add up to the score, and counts what is shown', () => {
    const { merit, total } = debrief.sheet;
    expect(page).toContain(`Earned ${english.number(merit)}`);
    expect(page).toContain(`score of ${english.number(total)}`);
    expect(page).toContain(`${debrief.sheet.lines.length} lines shown`);
  });

  test('leads from every line that was met to its moment on the curve', () => {
    const met = debrief.sheet.lines.flatMap(({ at, kind }) => (at === null || kind === 'harm' ? [] : at));
    for (const at of met) expect(page).toContain(`href="${momentHref(at)}"`);
    expect(momentOf(momentHref(2520))).toBe(2520);
    for (const strange of ['#t-', '#t-x', '#line-h1', '', '#t-99999999999'])
      expect(momentOf(strange)).toBeNull();
  });

  test('marks windows and the learner’s time on a strip for each key step', () => {
    expect(page.match(/fill-good\/45/g)?.length).toBeGreaterThanOrEqual(
      debrief.timeTo.filter(({ windows }) => windows.length > 0).length,
    );
  });

  test('explains the probabilities in one sentence, and what was owed after the diagnosis', () => {
    expect(page).toContain('mean squared distance');
    expect(page).toContain('points were still open then');
    expect(drawn({ ...debrief, closure: null })).toContain('Half of the diagnosis was never reached');
    expect(drawn({ ...debrief, differential: [] })).not.toContain('mean squared distance');
  });

  test('gives the curves as a table too', () => {
    expect(page).toContain('As a table');
    expect(page).toContain('Reference path');
  });
});

describe('curves', () => {
  const curve = (who: 'you' | 'untreated', points: readonly (readonly [number, number])[]) =>
    ({ vital: 'map', label: ['MAP'], unit: 'mmHg', who, points }) as const;

  test('stay inside the frame, and begin at zero when nothing is below it', () => {
    const drawing = drawCurves(
      [
        curve('you', [
          [0, 60],
          [3600, 2],
        ]),
      ],
      { ...debrief, interventions: [] },
      3600,
    );
    const numbers = drawing?.lines[0]?.path.match(/[\d.]+/g)?.map(Number) ?? [];
    expect(Math.max(...numbers)).toBeLessThanOrEqual(frame.width);
    expect(drawing?.yTicks[0]?.value).toBe(0);
  });

  test('do not go on after their end: the dead have no pressure later', () => {
    const short = curve('untreated', [
      [0, 60],
      [600, 40],
    ]);
    expect(valueAt(short, 300)).toBe(50);
    expect(valueAt(short, 600)).toBe(40);
    expect(valueAt(short, 7200)).toBeNull();
  });

  test('are thinned but keep their ends', () => {
    const many = Array.from({ length: 5000 }, (_, i) => [i, i % 7] as const);
    const path = drawCurves([curve('you', many)], debrief, 4999)?.lines[0]?.path ?? '';
    expect(path.match(/[ML]/g)?.length).toBeLessThanOrEqual(160);
    expect(drawCurves([], debrief, 3600)).toBeNull();
  });
});
