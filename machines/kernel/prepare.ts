// What is made ready beside the tick: which quantities are pushed, and every condition and value that is judged only now and then.
import type { Ward } from '../scenario/item';
import type { Scenario } from '../scenario/scenario';
import type { Book } from './book';

/** Quantities that some item or event pushes: only for these does a tick add effects. */
export function pushedQuantities(scenario: Scenario, ward: Ward): ReadonlySet<string> {
  const all = [
    ...Object.values(scenario.effects).flat(),
    ...Object.values(scenario.items).flatMap((item) => item.effects ?? []),
    ...Object.values(ward.items).flatMap((item) => item.effects ?? []),
    ...scenario.events.flatMap((event) => event.effects),
  ];
  return new Set(all.map((effect) => effect.quantity));
}

/** Conditions and values that are judged only now and then are compiled with the rest, so that what they follow is followed from the beginning. */
export function prepareTheRest(scenario: Scenario, ward: Ward, book: Book): void {
  for (const item of [...Object.values(ward.items), ...Object.values(scenario.items)]) {
    for (const phase of item.phases ?? []) book.event('phase', `${item.id}/${phase.id}`);
    if (item.offeredWhen) book.prepared(item.offeredWhen);
    for (const effect of item.effects ?? []) book.preparedEffect(effect);
  }
  for (const effects of Object.values(scenario.effects))
    for (const effect of effects) book.preparedEffect(effect);
  for (const event of scenario.events) for (const effect of event.effects) book.preparedEffect(effect);
  for (const responses of Object.values(scenario.responses)) {
    for (const response of responses) {
      book.prepared(response.when);
      for (const value of response.values ?? [])
        if ('number' in value.value) book.preparedNumber(value.value.number);
      const { potassium, rate, axis, pr, qrs, qtc, st } = response.tracing ?? {};
      for (const number of [potassium, rate, axis, pr, qrs, qtc, ...(st ?? []).map(({ mm }) => mm)])
        if (number) book.preparedNumber(number);
    }
  }
  for (const fact of Object.values(scenario.facts ?? {})) book.preparedNumber(fact);
  for (const checkpoint of scenario.checkpoints) book.prepared(checkpoint.opens);
  const { rules, penalties, criticals, grades, diagnosis } = scenario.scoring;
  for (const rule of rules) {
    book.prepared(rule.needs);
    for (const credit of rule.credits) {
      book.prepared(credit.when);
      book.preparedNumber(credit.points);
    }
    if (rule.times) book.preparedNumber(rule.times);
  }
  for (const one of [...penalties, ...criticals, ...scenario.outcomes]) book.prepared(one.when);
  for (const penalty of penalties) if (penalty.each) book.events(penalty.each);
  for (const grade of grades) book.prepared(grade.needs);
  const accepts = [...diagnosis.components, ...diagnosis.partial]
    .flatMap((one) => one.accepts)
    .concat(Object.values(diagnosis.terms).flat());
  for (const accept of accepts) if (accept.when) book.prepared(accept.when);
}
