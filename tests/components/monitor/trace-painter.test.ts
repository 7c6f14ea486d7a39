// The pen of the monitor: fills the screen at once, draws little in a frame, wraps around without a leap.
import { expect, test } from 'vitest';
import { tracesOf } from '#components/monitor/lanes';
import { painterOf } from '#components/monitor/trace-painter';

function pad(width: number) {
  const moves: { x: number; y: number }[] = [];
  const pen = {
    clearRect: () => undefined,
    setTransform: () => undefined,
    beginPath: () => undefined,
    stroke: () => undefined,
    lineTo: (x: number, y: number) => moves.push({ x, y }),
  };
  const canvas = { getContext: () => pen, clientHeight: 46, width: 0, height: 0 };
  const painter = painterOf(canvas as unknown as HTMLCanvasElement);
  painter.resize(width, 1);
  return { painter, moves };
}
const flat = [{ id: 'ecg' as const, colour: '', at: () => 0.5 }];

test('the first frame fills the screen, the next draw only what has passed', () => {
  const { painter, moves } = pad(300);
  painter.sweepTo(flat, ['#fff'], 100);
  expect(moves.length).toBeGreaterThan(250);
  moves.length = 0;
  painter.sweepTo(flat, ['#fff'], 100.016);
  expect(moves.length).toBeLessThan(8);
});

test('nothing is drawn outside the screen, also where the pen turns back', () => {
  const { painter, moves } = pad(300);
  for (let t = 50; t < 70; t += 0.016) painter.sweepTo(flat, ['#fff'], t);
  expect(Math.min(...moves.map(({ x }) => x))).toBeGreaterThanOrEqual(-0.01);
  expect(Math.max(...moves.map(({ x }) => x))).toBeLessThanOrEqual(300.01);
});

test('a frame of all four lanes costs far less than two milliseconds of script', () => {
  const signs = {
    rhythm: 'atrial-fibrillation' as const,
    rate: 150,
    systolic: 90,
    diastolic: 50,
    breaths: 28,
    saturation: 92,
    arterialLine: true,
    ventilated: false,
    compressions: false,
  };
  const { lanes } = tracesOf(signs);
  const colours = lanes.map(() => '#fff');
  const { painter } = pad(360);
  painter.sweepTo(lanes, colours, 10);
  const costs = Array.from({ length: 600 }, (_, frame) => {
    const began = performance.now();
    painter.sweepTo(lanes, colours, 10 + (frame + 1) / 60);
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
  // The middle one: a machine that does other things too may hold up a few.
  expect(costs[300]).toBeLessThan(1);
});
