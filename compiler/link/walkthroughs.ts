// Worked plays of a case: their steps must name things that exist; the expectations are kept for whoever proves the case.
import type { Walkthrough } from '#machines/scenario/scenario';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import { checkYaml } from '../shape/check-yaml';
import { playsShape, walkthroughsShape, type Play } from '../shape/walkthroughs';

export interface CasePlay {
  readonly id: string;
  readonly title: string | null;
  readonly seed: string | null;
  readonly steps: Walkthrough['steps'];
  readonly expect: { readonly [name: string]: unknown };
}

export interface CasePlays {
  readonly reference?: string;
  readonly untreated?: string;
  readonly plays: { readonly [id: string]: CasePlay };
}

export const NO_PLAYS: CasePlays = { plays: {} };

/** Reads walkthroughs.yaml. `until` becomes a last wait to that minute. */
export function linkWalkthroughs(
  file: YamlFile,
  items: ReadonlyMap<string, unknown>,
  findings: Findings,
): CasePlays {
  const nested = typeof file.value === 'object' && file.value !== null && 'plays' in file.value;
  const whole = nested ? checkYaml(file, walkthroughsShape, findings) : null;
  const flat = nested ? null : checkYaml(file, playsShape, findings);
  const shapes = whole?.plays ?? flat ?? {};
  const plays: Record<string, CasePlay> = {};
  for (const [id, shape] of Object.entries(shapes)) {
    plays[id] = playOf(id, shape);
    checkSteps(id, shape);
  }
  for (const role of ['reference', 'untreated'] as const) {
    const named = whole?.[role];
    if (named === undefined || Object.hasOwn(plays, named)) continue;
    const near = nearest(named, Object.keys(plays));
    findings.error('unknown-walkthrough', file.placeOf([role]), {
      what: `there is no walkthrough ${named}`,
      help: near === null ? 'name one of the plays below' : `did you mean ${near}?`,
    });
  }
  return {
    ...(whole?.reference === undefined ? {} : { reference: whole.reference }),
    ...(whole?.untreated === undefined ? {} : { untreated: whole.untreated }),
    plays,
  };

  function checkSteps(play: string, shape: Play): void {
    const above = nested ? ['plays', play] : [play];
    let before = 0;
    for (const [index, step] of shape.steps.entries()) {
      const path = [...above, 'steps', index];
      if (step.at < before) {
        findings.warning('step-order', file.placeOf([...path, 'at']), {
          what: `this step stands at minute ${step.at}, after one at minute ${before}`,
          help: 'put steps in order of time',
        });
      }
      before = Math.max(before, step.at);
      for (const name of itemsOf(step)) {
        if (items.has(name) || !/^(ask|examine|order|treat|procedure|consult|tell|move|dispose):/.test(name))
          continue;
        const near = nearest(name, items.keys());
        findings.error('unknown-item', file.placeOf([...path, 'do']), {
          what: `there is no item ${name}`,
          help: near === null ? 'check the spelling' : `did you mean ${near}?`,
        });
      }
    }
  }
}

function playOf(id: string, shape: Play): CasePlay {
  const steps = shape.steps.map((step) => ({
    at: step.at,
    do: step.do,
    ...(step.with === undefined ? {} : { with: step.with }),
  }));
  const end = steps.at(-1)?.at ?? 0;
  return {
    id,
    title: shape.title ?? null,
    seed: shape.seed ?? null,
    steps:
      shape.until !== undefined && shape.until > end ? [...steps, { at: shape.until, do: 'wait' }] : steps,
    expect: shape.expect ?? {},
  };
}

/** The items a step names: its own, and those signed together. */
function itemsOf(step: {
  readonly do: string;
  readonly with?: { readonly [name: string]: unknown } | undefined;
}): string[] {
  const orders = step.with?.['orders'];
  if (step.do !== 'sign' || !Array.isArray(orders)) return [step.do];
  return orders.flatMap((order: unknown) => {
    if (typeof order !== 'object' || order === null || !('do' in order)) return [];
    return typeof order.do === 'string' ? [order.do] : [];
  });
}
