// Speed of the simulation alone: patient minutes a second, six weeks at one go, and a replay from nothing.
import { replay } from '#machines/encounter';
import type { Playable } from '#machines/playable';
import type { StepInput } from '#machines/step';
import { runReference } from '../fidelity/reference-stepper';
import { play, TREATED } from './flagship';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function milliseconds(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

/** Patient minutes a second of wall time: whole plays from the door, untreated to the arrest and treated for a day and a half. */
export function engineSpeed(playable: Playable): object {
  const rate = (steps: typeof TREATED, until: number): number => {
    const rates: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      let minutes = 0;
      const spent = milliseconds(() => {
        for (let i = 0; i < 60; i += 1) minutes += play(playable, steps, until).now / 60;
      });
      rates.push((minutes / spent) * 1000);
    }
    return Math.round(median(rates));
  };
  const reference: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const spent = milliseconds(() => {
      for (let i = 0; i < 200; i += 1)
        runReference(
          {
            fluids: [[12, 2340, 120]],
            norepinephrine: [[40, 0.1]],
            antibiotic: 30,
            drained: 300,
          },
          1440,
        );
    });
    reference.push((200 * 1441) / spent);
  }
  const treated = rate(TREATED, 2160);
  const loop = Math.round(median(reference) * 1000);
  return {
    untreated: rate([], 400),
    treated,
    handWrittenLoop: loop,
    shareOfLoop: Number((treated / loop).toFixed(3)),
    bar: 1_000_000,
  };
}

/** Six weeks of patient time with the ward phase, in milliseconds. */
export function sixWeeks(playable: Playable): object {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    times.push(
      milliseconds(() => {
        play(playable, TREATED, 42 * 1440);
      }),
    );
  }
  return { milliseconds: Number(median(times).toFixed(1)), bar: 50 };
}

/** A log of 300 steps, replayed from nothing, in milliseconds. */
export function replayTime(playable: Playable): object {
  const items = Object.keys(playable.ward.items).filter((id) => /^(ask|examine|order):/.test(id));
  const log: StepInput[] = [
    { do: 'begin' },
    { do: 'procedure:peripheral-lines' },
    { do: 'order:monitoring' },
  ];
  const asked: StepInput[] = [];
  for (let i = 0; asked.length < 600; i += 1)
    asked.push(
      i % 4 === 3 ? { do: 'wait', with: { minutes: 1 } } : { do: items[i % items.length] ?? 'wait' },
    );
  const header = { attempt: 'bench', seed: '1', mode: 'practice' } as const;
  for (const step of asked) {
    if (log.length === 300) break;
    if (replay(playable, header, [...log, step]).refusal === null) log.push(step);
  }
  const times = Array.from({ length: 15 }, () =>
    milliseconds(() => {
      replay(playable, header, log);
    }),
  );
  return { steps: log.length, milliseconds: Number(median(times).toFixed(2)), bar: 30 };
}
