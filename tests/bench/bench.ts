// `npm run bench`: measures engine, compiler and built server, and prints one JSON object with the bars beside the figures.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { compileTimes } from './compiling';
import { engineSpeed, replayTime, sixWeeks } from './engine';
import { flagship } from './flagship';
import { serving } from './serving';

const playable = flagship();
const figures = {
  machine: { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown' },
  patientMinutesPerSecond: engineSpeed(playable),
  sixWeeks: sixWeeks(playable),
  replay: replayTime(playable),
  compile: compileTimes(1000),
  server: existsSync('.next/BUILD_ID') ? await serving() : 'not measured: run `npm run build` first',
};
console.log(JSON.stringify(figures, null, 2));
