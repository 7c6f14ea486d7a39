// What is said in a consultation is understood with its hesitations and courtesies; talk that asks for nothing is not taken for a step.
import { describe, expect, it } from 'vitest';
import { readPhrasing } from '#compiler/disk';
import { join } from 'node:path';
import { best, heard, ward } from './bench';

describe('a question as it is said', () => {
  it.each([
    ['Okay, and do you, erm, smoke at all?', /^ask:smoking/],
    ['Right. And how long has that been going on for?', /^ask:(since-when|pain-onset)$/],
    ['No vomiting. Any temperatures?', /^ask:fever/],
    ['Le chiederei se ha notato sangue nelle feci', /^ask:(blood-stool|bleeding)$/],
    ['Senta, mi dica un po’: da quanto tempo va avanti?', /^ask:(since-when|pain-onset)$/],
    ['niente febbre?', /^ask:fever/],
  ])('%s is understood through what surrounds it', (text, item) => expect(best(text)?.item).toMatch(item));

  it('means the question, not the sentence before it', () => {
    const parts = heard('I see, I’m sorry to hear that. Do you take any tablets?');
    expect(parts.map(({ candidates }) => candidates[0]?.item)).toEqual(['ask:medicines']);
  });

  it('about a thing is told from a request for it', () => {
    expect(best('can we get an ECG please?')?.item).toBe('order:ecg');
    expect(best('facciamo un’emogas?')?.item).toBe('order:arterial-blood-gas');
  });
});

describe('a medicine', () => {
  it.each([
    ['plasil 1 fiala ev', 'treat:metoclopramide'],
    ['keppra 60 mg/kg', 'treat:levetiracetam-iv'],
    ['clexane 4000 sc', 'treat:enoxaparin'],
  ])('is known by the name on its box: %s', (text, item) => expect(best(text)?.item).toBe(item));
});

describe('talk', () => {
  it.each([
    'let me just check my notes',
    'that must be very painful for you',
    'okay, that’s fine, thank you',
    'non si preoccupi, adesso vediamo',
    'ci vediamo più tardi, buona giornata',
  ])('is nothing to do: %s', (text) => {
    for (const part of heard(text)) expect(part.confident).toBe(false);
  });
});

describe('the sentences of the phrasing', () => {
  it('are of items and diagnoses that exist', () => {
    const { sentences } = readPhrasing(join(import.meta.dirname, '..', '..', '..', 'content', 'catalogue'));
    const unknown = Object.keys(sentences).filter(
      (id) => !Object.hasOwn(ward.items, id) && !Object.hasOwn(ward.diagnoses, id),
    );
    expect(unknown).toEqual([]);
  });
});
