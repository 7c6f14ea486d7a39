// Reads a step from what came over the wire or out of a script: a step that was understood, or a refusal that says why not.
import type { Playable } from './playable';
import { got, isRecord, readText, readTexts, refused, shown } from './reading';
import type { Read } from './reading';
import { readRequest } from './read-request';
import type { DifferentialEntry, Request, Step } from './step';

const MOST_SIGNED = 40;
const MOST_ENTRIES = 30;
const MOST_REASONS = 20;
const LONGEST_REASON = 300;
const LONGEST_NOTE = 4000;
/** Longest single wait, in seconds: ten weeks. */
const LONGEST_WAIT = 70 * 86_400;
/** Verbs whose items take no time of the learner's own and so may be signed together. */
const SIGNED_VERBS = new Set(['order', 'treat', 'procedure', 'consult', 'tell', 'move', 'dispose']);

type Fields = { readonly [name: string]: unknown };

/** Reads any value as a step; total on hostile input. `now` and `arrival` are seconds. */
export function readStep(playable: Playable, input: unknown, now: number): Read<Step> {
  if (!isRecord(input)) return refused('malformed', { at: 'step' });
  const strange = Object.keys(input).find((name) => name !== 'do' && name !== 'with');
  if (strange !== undefined) return refused('malformed', { at: shown(strange) });
  const what = input['do'];
  if (typeof what !== 'string' || what.length > 120) return refused('malformed', { at: 'do' });
  const fields = input['with'] ?? {};
  if (!isRecord(fields)) return refused('malformed', { at: 'with' });
  if (what.startsWith('cancel:')) return readCancel(playable, what.slice('cancel:'.length));
  if (what.startsWith('answer:')) return readAnswer(what.slice('answer:'.length), fields);
  switch (what) {
    case 'begin':
    case 'finish':
      return got({ kind: what });
    case 'sign':
      return readSigned(playable, fields['orders']);
    case 'hint': {
      const { grade } = fields;
      return grade === 1 || grade === 2 || grade === 3
        ? got({ kind: 'hint', grade })
        : refused('bad-choice', { got: shown(grade), choices: '1, 2, 3' });
    }
    case 'wait':
      return readWait(fields, now, playable.scenario.arrival);
    case 'note:problem':
    case 'note:working':
    case 'note:free': {
      const text = readText(fields['text'], 'text', LONGEST_NOTE);
      if (!text.ok) return text;
      const kind =
        what === 'note:problem' ? 'note-problem' : what === 'note:working' ? 'note-working' : 'note-free';
      return got({ kind, text: text.value });
    }
    case 'note:differential':
      return readDifferential(fields['entries']);
    case 'diagnose': {
      const entries = readTexts(fields['entries'], 'entries', MOST_ENTRIES, LONGEST_REASON);
      return !entries.ok
        ? entries
        : entries.value.length === 0
          ? refused('missing', { field: 'entries' })
          : got({ kind: 'diagnose', entries: entries.value });
    }
    case 'reflect': {
      const text = readText(fields['text'], 'text', LONGEST_NOTE);
      return text.ok ? got({ kind: 'reflect', text: text.value }) : text;
    }
    default: {
      if (!what.includes(':')) return refused('unknown-verb', { verb: shown(what) });
      const request = readRequest(playable, what, fields);
      return request.ok ? got({ kind: 'request', request: request.value }) : request;
    }
  }
}

function readCancel(playable: Playable, item: string): Read<Step> {
  return playable.item(item) ? got({ kind: 'cancel', item }) : refused('unknown-item', { item: shown(item) });
}

function readAnswer(checkpoint: string, fields: Fields): Read<Step> {
  const options = readTexts(fields['options'], 'options', MOST_REASONS, 80);
  return options.ok ? got({ kind: 'answer', checkpoint, options: [...new Set(options.value)] }) : options;
}

function readSigned(playable: Playable, orders: unknown): Read<Step> {
  if (!Array.isArray(orders) || orders.length === 0) return refused('missing', { field: 'orders' });
  if (orders.length > MOST_SIGNED) return refused('too-long', { field: 'orders', most: MOST_SIGNED });
  const requests: Request[] = [];
  for (const [index, order] of orders.entries()) {
    const what: unknown = isRecord(order) ? order['do'] : undefined;
    const fields: unknown = isRecord(order) ? (order['with'] ?? {}) : undefined;
    if (typeof what !== 'string' || !isRecord(fields))
      return refused('malformed', { at: `orders ${index + 1}` });
    if (!SIGNED_VERBS.has(what.slice(0, what.indexOf(':'))))
      return refused('malformed', { at: `orders ${index + 1}` });
    const request = readRequest(playable, what, fields);
    if (!request.ok) return refused(request.refusal.code, { ...request.refusal.params, order: index + 1 });
    requests.push(request.value);
  }
  return got({ kind: 'sign', requests });
}

function readDifferential(entries: unknown): Read<Step> {
  if (!Array.isArray(entries)) return refused('missing', { field: 'entries' });
  if (entries.length > MOST_ENTRIES) return refused('too-long', { field: 'entries', most: MOST_ENTRIES });
  const read: DifferentialEntry[] = [];
  for (const entry of entries) {
    if (!isRecord(entry)) return refused('malformed', { at: 'entries' });
    const diagnosis = readText(entry['diagnosis'], 'diagnosis', LONGEST_REASON);
    if (!diagnosis.ok) return diagnosis;
    const supports = readTexts(entry['for'] ?? [], 'for', MOST_REASONS, LONGEST_REASON);
    if (!supports.ok) return supports;
    const against = readTexts(entry['against'] ?? [], 'against', MOST_REASONS, LONGEST_REASON);
    if (!against.ok) return against;
    const probability = entry['probability'];
    if (
      probability !== undefined &&
      !(typeof probability === 'number' && probability >= 0 && probability <= 100)
    )
      return refused('bad-quantity', { field: 'probability', got: shown(probability) });
    read.push({
      diagnosis: diagnosis.value,
      for: supports.value,
      against: against.value,
      ...(probability === undefined ? {} : { probability }),
    });
  }
  return got({ kind: 'note-differential', entries: read });
}

function readWait(fields: Fields, now: number, arrival: number): Read<Step> {
  const names = Object.keys(fields);
  if (names.length !== 1)
    return refused(
      names.length === 0 ? 'missing' : 'malformed',
      names.length === 0 ? { field: 'minutes' } : { at: 'wait' },
    );
  const { minutes, until, untilMinute } = fields;
  if (until === 'next-result') return got({ kind: 'wait', until: { kind: 'next-result' } });
  let to = Number.NaN;
  if (typeof minutes === 'number' && minutes > 0) to = now + Math.round(minutes * 60);
  else if (typeof untilMinute === 'number') to = Math.round(untilMinute * 60);
  else if (typeof until === 'string') to = clockTime(until, now, arrival);
  if (!Number.isFinite(to))
    return refused('bad-quantity', {
      field: names[0] ?? 'minutes',
      got: shown(minutes ?? until ?? untilMinute),
    });
  if (to < now) return refused('in-the-past', { to: to / 60, now: now / 60 });
  if (to - now > LONGEST_WAIT) return refused('too-long', { field: 'wait', most: LONGEST_WAIT / 60 });
  return got({ kind: 'wait', until: { kind: 'seconds', to } });
}

/** The next time the clock on the wall shows `HH:MM`. */
function clockTime(text: string, now: number, arrival: number): number {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim());
  if (!match) return Number.NaN;
  const wanted = Number(match[1]) * 3600 + Number(match[2]) * 60;
  const clock = (arrival + now) % 86_400;
  return now + ((wanted - clock + 86_400) % 86_400 || 86_400);
}
