// The debrief shows every point with its reason, and a sum that is the sum; its curves have a table beside them.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { drawCurves, frame, valueAt } from '#components/debrief/curve-geometry';
import { Debrief } from '#components/debrief/debrief';
import type { DebriefView } from '#machines/ledger';
import { debrief, english, italian } from './views';

const drawn = (view: DebriefView, words = english) =>
  renderToStaticMarkup(
    <Debrief view={view} words={words} names={{ 'treat:norepinephrine': 'Norepinephrine' }} />,
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
    expect(valueAt(short, 300)).toBe(60);
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
