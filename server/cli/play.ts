// `npm run -s play -- <case-id> --script <file> --json`: plays a script through exactly the engine that learners get.
import { parseArgs } from 'node:util';
import type { CasePlays } from '#compiler/compile-case';
import { openEncounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { score } from '#machines/score';
import { playScript } from '#machines/script';
import { quantitiesNow, resultTimes, stagePath, trace } from '#machines/trace';
import { settings } from '../env';
import { compileOne } from '../workshop';
import { scriptFrom, Unreadable, type Script } from './script-file';

const USAGE = `npm run -s play -- <case-id> --script <file> [--json]
  --script <file>       YAML or JSON: a list of { at: <minute>, do: "<verb:item>", with: { … } }, or { steps: […], until: <minute> }
  --walkthrough <name>  instead of a script: one of the case's own (walkthroughs.yaml)
  --content <folder>    folder with cases/ and catalogue/ (default: CORSIA_CONTENT or ./content)
  --seed <text>         seed of the attempt (default: 1)
  --until <minute>      wait until then after the last step
  --every <minutes>     distance of the trace's points (default: 10)
  --lang <en|it>        language of the summary
  --json                one JSON object instead of a summary`;

function main(): void {
  const { values, positionals } = options();
  const caseId = positionals[0];
  if (caseId === undefined || positionals.length > 1) throw new Unreadable(USAGE);
  const compiled = compileOne(values.content ?? settings().content, caseId);
  if (compiled === null)
    throw new Unreadable(`There is no case "${caseId}" in ${values.content ?? settings().content}.`);
  const { scenario, ward, revision, report, plays } = compiled;
  if (scenario === null || revision === null)
    throw new Unreadable(`The case "${caseId}" has errors, so it cannot be played:\n${report}`);

  const script =
    values.walkthrough === undefined
      ? scriptFrom(needed(values.script))
      : walkthrough(plays, values.walkthrough);
  const until = values.until === undefined ? script.until : number('--until', values.until);
  const every = number('--every', values.every ?? '10');
  if (every <= 0) throw new Unreadable('--every must be above 0.');
  const seed = values.seed ?? '1';

  const encounter = openEncounter(makePlayable(scenario, ward, revision), {
    attempt: 'script',
    seed,
    mode: 'practice',
  });
  const refusals = playScript(encounter, script.steps, until === null ? {} : { until });
  const { outcome, total, passed, grade, domains, lines, critical, ...rest } = score(encounter);
  const played = {
    case: caseId,
    revision,
    seed,
    refusals,
    trace: trace(encounter, every),
    stages: stagePath(encounter),
    results: resultTimes(encounter),
    levels: quantitiesNow(encounter),
    outcome,
    score: { total, passed, grade, domains, lines, critical, ...rest },
  };
  if (values.json === true) {
    console.log(JSON.stringify(played));
    return;
  }
  const figure = new Intl.NumberFormat(values.lang === 'it' ? 'it' : 'en', { maximumFractionDigits: 2 });
  console.log(`${caseId} ${revision} · ${outcome} · ${figure.format(total)} / 100 · ${grade}`);
  console.log(played.stages.map(({ minute, id }) => `${figure.format(minute)} ${id}`).join(' → '));
  for (const { id, at } of critical)
    console.log(`critical: ${id}${at === null ? '' : ` (T+${figure.format(at / 60)} min)`}`);
  for (const { index, code, params } of refusals)
    console.log(
      `step ${index + 1} was refused: ${code} ${JSON.stringify(params)} ${JSON.stringify(script.steps[index])}`,
    );
}

function options() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        script: text,
        walkthrough: text,
        content: text,
        seed: text,
        until: text,
        every: text,
        lang: text,
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Unreadable(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
  }
}

function needed(script: string | undefined): string {
  if (script === undefined) throw new Unreadable(USAGE);
  return script;
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new Unreadable(`${name} must be a number, not "${text}".`);
  return value;
}

function walkthrough(plays: CasePlays | null, name: string): Script {
  const found = plays?.plays[name];
  if (found !== undefined) return { steps: found.steps, until: null };
  throw new Unreadable(
    `The case has no walkthrough "${name}", only: ${Object.keys(plays?.plays ?? {}).join(', ')}.`,
  );
}

try {
  main();
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
