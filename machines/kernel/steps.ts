// Takes an understood step: first everything that could refuse it, then what it does.
import { got, refused } from '../reading';
import type { Read } from '../reading';
import type { Request, Step } from '../step';
import { termsIn } from '../diagnosis/match';
import { Instant, lookUp, moveTo, refresh } from './acts';
import { advance, settle } from './advance';
import { write } from './chart';
import { openRule } from './hints';
import type { OpenRule } from './hints';
import { beginStory } from './open';
import { unschedule } from './queue';
import { checkRequest, takeRequest } from './requests';
import type { State } from './state';

/** The verb under which the machine judges a step. */
function verbOf(step: Exclude<Step, { kind: 'sign' }>, state: State): string {
  switch (step.kind) {
    case 'request':
      return step.request.item.slice(0, step.request.item.indexOf(':'));
    case 'note-problem':
    case 'note-working':
    case 'note-differential':
    case 'note-free':
      return 'note';
    case 'finish':
      return state.final === null ? 'finish' : 'close';
    default:
      return step.kind;
  }
}

/** Whether the machine takes this verb in the present phase and stage. */
export function isLegal(state: State, verb: string): boolean {
  return state.place.may(verb);
}

function legality(state: State, verb: string): Read<null> {
  if (isLegal(state, verb)) return got(null);
  const phase = state.phase;
  if (phase === 'debrief') return refused('ended');
  if (phase !== 'bedside') return refused('wrong-phase', { phase, verb });
  const stage = state.playable.regions
    .flatMap((region, index) => region.stages[state.stage[index] ?? 0] ?? [])
    .find((one) => one.forbids.includes(verb));
  return stage ? refused('not-now', { verb }) : refused('wrong-phase', { phase, verb });
}

/** Everything that could refuse the step. Changes nothing. */
export function checkStep(state: State, step: Step): Read<null> {
  if (step.kind === 'sign') {
    for (const [index, request] of step.requests.entries()) {
      const checked = checkOne(state, { kind: 'request', request });
      if (!checked.ok) return refused(checked.refusal.code, { ...checked.refusal.params, order: index + 1 });
    }
    return got(null);
  }
  return checkOne(state, step);
}

function checkOne(state: State, step: Exclude<Step, { kind: 'sign' }>): Read<null> {
  const legal = legality(state, verbOf(step, state));
  if (!legal.ok) return legal;
  if (step.kind === 'request') return checkRequest(state, step.request);
  if (step.kind === 'cancel')
    return cancellable(state, step.item) ? got(null) : refused('nothing-to-cancel', { item: step.item });
  if (step.kind === 'hint') {
    if (state.mode === 'assessed') return refused('not-offered', { item: 'hint' });
    return hintNow(state) === null ? refused('no-hint') : got(null);
  }
  if (step.kind === 'answer') return checkAnswer(state, step.checkpoint, step.options);
  if (step.kind === 'wait' && step.until.kind === 'next-result')
    return state.queue.some((one) => one.due.kind === 'report' || one.due.kind === 'start')
      ? got(null)
      : refused('nothing-pending');
  return got(null);
}

function checkAnswer(state: State, id: string, options: readonly string[]): Read<null> {
  const { checkpoints } = state.playable;
  const index = checkpoints.findIndex((one) => one.checkpoint.id === id);
  const found = checkpoints[index];
  if (!found || (state.checkpointOpen[index] ?? -1) < 0)
    return refused('unknown-checkpoint', { checkpoint: id });
  if (state.answers.has(id)) return refused('already-answered', { checkpoint: id });
  const known = found.checkpoint.options.map((option) => option.id);
  const wrong = options.find((option) => !known.includes(option));
  if (wrong !== undefined || options.length === 0)
    return refused('bad-choice', { got: wrong ?? '', choices: known.join(', ') });
  return !found.checkpoint.many && options.length > 1
    ? refused('bad-choice', { got: options.join(', '), choices: '1' })
    : got(null);
}

function hintNow(state: State): OpenRule | null {
  lookUp(state);
  return openRule(state, (verb) => isLegal(state, verb));
}

/** The latest order of the item that can still be taken back: not started, or its sample's report not yet here. */
function cancellable(state: State, item: string) {
  return state.orders.findLast(
    (order) =>
      order.item.id === item &&
      !order.cancelled &&
      (!order.started || (order.item.verb === 'order' && order.awaited > 0)),
  );
}

/** Takes a step that was checked. */
export function takeStep(state: State, step: Step): void {
  state.sequence += 1;
  lookUp(state);
  state.interruptions = [];
  switch (step.kind) {
    case 'begin':
      send(state, 'begin');
      beginStory(state);
      advance(state, 0, 'end');
      return;
    case 'request':
      takeRequests(state, [step.request]);
      return;
    case 'sign':
      takeRequests(state, step.requests);
      return;
    case 'cancel':
      cancel(state, step.item);
      return;
    case 'wait':
      wait(state, step.until);
      return;
    case 'answer': {
      state.answers.set(step.checkpoint, step.options);
      write(state, 'checkpoint', { code: 'answered', words: step.options.join(', ') });
      const instant = new Instant(state);
      for (const option of step.options)
        instant.emit('chosen', `answer:${step.checkpoint}/${option}`, state.sequence);
      return;
    }
    case 'note-problem':
    case 'note-working':
    case 'note-differential':
    case 'note-free':
    case 'diagnose':
      note(state, step);
      return;
    case 'finish':
      finish(state);
      return;
    case 'hint': {
      const open = hintNow(state);
      if (open !== null)
        state.hints.push({
          at: state.now,
          sequence: state.sequence,
          grade: step.grade,
          rule: open.rule,
          item: open.item,
        });
      return;
    }
    case 'reflect':
      state.reflection = step.text;
  }
}

/** Sends a step through the machine. */
function send(state: State, verb: string): void {
  moveTo(state, state.place.after(`step ${verb}`, true).place);
}

function takeRequests(state: State, requests: readonly Request[]): void {
  const instant = new Instant(state);
  if (requests.length > 1) instant.timers();
  for (const request of requests) takeRequest(state, request, instant);
  instant.timers();
  settle(state);
  refresh(state);
}

function cancel(state: State, item: string): void {
  const order = cancellable(state, item);
  if (!order) return;
  order.cancelled = true;
  order.awaited = 0;
  unschedule(state, (due) => 'order' in due && due.order === order);
  write(state, 'order', { item, code: 'cancelled' });
}

function wait(state: State, until: Extract<Step, { kind: 'wait' }>['until']): void {
  if (until.kind === 'seconds') {
    advance(state, until.to, 'interruption');
    return;
  }
  const farthest = state.now + 70 * 86_400;
  advance(state, farthest, 'result');
}

function note(state: State, step: Extract<Step, { kind: `note-${string}` | 'diagnose' }>): void {
  const { sequence, now } = state;
  const instant = new Instant(state);
  const suspects: string[] = [];
  switch (step.kind) {
    case 'note-problem':
      state.problem = { at: now, sequence, value: step.text };
      write(state, 'note', { code: 'problem', words: step.text });
      instant.emit('noted', 'note:problem', sequence);
      return;
    case 'note-free':
      write(state, 'note', { code: 'free', words: step.text });
      instant.emit('noted', 'note:free', sequence);
      return;
    case 'note-working':
      state.working.push({ at: now, sequence, value: step.text });
      write(state, 'note', { code: 'working', words: step.text });
      suspects.push(step.text);
      instant.emit('noted', 'note:working', sequence);
      break;
    case 'note-differential':
      state.differentials.push({ at: now, sequence, value: step.entries });
      write(state, 'note', {
        code: 'differential',
        words: step.entries.map((entry) => entry.diagnosis).join(' · '),
      });
      suspects.push(...step.entries.map((entry) => entry.diagnosis));
      instant.emit('noted', 'note:differential', sequence);
      break;
    case 'diagnose':
      state.final = { at: now, sequence, value: step.entries };
      write(state, 'note', { code: 'final', words: step.entries.join(' · ') });
      suspects.push(...step.entries);
  }
  const terms = new Set(suspects.flatMap((text) => termsIn(text, state.playable.terms)));
  for (const term of [...terms].toSorted((a, b) => (a < b ? -1 : 1))) {
    instant.emit('suspected', term, sequence);
    if (step.kind === 'diagnose') instant.emit('diagnosed', term, sequence);
  }
  state.dirty = true;
}

function finish(state: State): void {
  const verb = state.final === null ? 'finish' : 'close';
  const atBedside = state.phase === 'bedside';
  if (atBedside) new Instant(state).emit('finished', 'finish', state.sequence);
  // A stage that ends the bedside leads to closing by itself; the final diagnosis is still asked for there.
  const closed = atBedside && state.phase === 'closing' && state.final === null;
  if (!closed && isLegal(state, verb)) send(state, verb);
  write(state, 'phase', { code: state.phase });
}
