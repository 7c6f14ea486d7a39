// The door's question before an order: what speaks against it, unless the learner has said that it is wanted all the same.
import type { Encounter } from './encounter';
import { checkStep } from './kernel/steps';
import { warningsOf } from './kernel/warnings';
import { readStep } from './read-step';
import type { Refusal, Request, Step, Warning } from './step';

/**
 * A refusal `confirm` with the warnings that stand against a step; null where there are none, where they were confirmed (with a reason
 * where one is asked for), where the attempt shows none, or where the step would be refused anyway. Changes nothing.
 *
 * It is asked at the learner's door and not by `take`: scripts, worked plays and the log are taken as they stand.
 */
export function askToConfirm(encounter: Encounter, input: unknown): Refusal | null {
  if (encounter.mode === 'assessed' && encounter.playable.scenario.alerts !== true) return null;
  const read = readStep(encounter.playable, input, encounter.now);
  if (!read.ok || !checkStep(encounter, read.value).ok) return null;
  const requests = requestsOf(read.value);
  const warnings = requests.flatMap((request, index): Warning[] => {
    const found = warningsOf(encounter, request, requests.slice(0, index));
    const answered = request.confirmed === true && !(found.some((one) => one.asksReason) && !request.reason);
    if (answered) return [];
    return read.value.kind === 'sign' ? found.map((one) => ({ ...one, order: index + 1 })) : [...found];
  });
  return warnings.length === 0 ? null : { code: 'confirm', params: { count: warnings.length }, warnings };
}

function requestsOf(step: Step): readonly Request[] {
  if (step.kind === 'sign') return step.requests;
  return step.kind === 'request' ? [step.request] : [];
}
