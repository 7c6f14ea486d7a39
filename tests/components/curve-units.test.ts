// The curves of the debrief follow the learner's choice of units, as the results in the chart do.
import { expect, test } from 'vitest';
import type { CourseCurve } from '#components/debrief/curve-geometry';
import { curveIn, titleOf } from '#components/debrief/curve-units';

const lactate: CourseCurve = {
  vital: 'lactate',
  label: ['Lactate'],
  unit: 'mmol/L',
  other: { system: 'conventional', unit: 'mg/dL', decimals: 1, times: 9 },
  who: 'you',
  points: [
    [0, 4],
    [60, 2],
  ],
};

test('a curve is drawn in the chosen units, and as reported where it has no others', () => {
  expect(curveIn(lactate, 'conventional')).toMatchObject({
    unit: 'mg/dL',
    points: [
      [0, 36],
      [60, 18],
    ],
  });
  expect(curveIn(lactate, 'si')).toBe(lactate);
  expect(curveIn(lactate, 'reported')).toBe(lactate);
  const { other: _, ...pressure } = lactate;
  expect(curveIn(pressure, 'conventional')).toBe(pressure);
});

test('its title names the unit as it is printed, and none where there is none', () => {
  expect(titleOf(curveIn(lactate, 'conventional'))).toBe('Lactate, mg/dL');
  expect(titleOf({ ...lactate, label: ['Temperature'], unit: 'Cel' })).toBe('Temperature, °C');
  expect(titleOf({ ...lactate, label: ['GCS'], unit: '' })).toBe('GCS');
});
