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

  it('is the end of what is said, not its beginning', () =>
    expect(best('OK, and you said you are not sleeping much, so how are your energy levels?')?.item).toBe(
      'ask:tiredness',
    ));

  it.each([
    [
      'and other than the shortness of breath have you noticed any other symptoms',
      /^ask:associated-symptoms$/,
    ],
    [
      'I see that you take metformin and lisinopril. Are you still taking those every day?',
      /^ask:adherence$/,
    ],
    ['so you fell off your bike at the weekend, and did you hit your head at all?', /^ask:head-injury$/],
  ])('behind something else is heard, with marks or without: %s', (text, item) => {
    const candidates = heard(text).flatMap((part) => part.candidates);
    expect(candidates[0]?.item).toMatch(item);
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

describe('an examination as it is said to the patient', () => {
  it.each([
    ["I'm just going to have a listen to your chest if that's OK", /^examine:lungs$/],
    ['does it hurt when I press on your tummy?', /^examine:(abdomen-palpation|rebound)$/],
    ['take your top off so I can listen to your heart', /^examine:heart$/],
    ['follow my finger with your eyes, keeping your head still', /^examine:eye-movements$/],
    ['now push your feet down against my hands', /^examine:leg-power$/],
  ])('is known by what the hands do: %s', (text, item) => expect(best(text)?.item).toMatch(item));
});

describe('what runs', () => {
  it.each([
    ['hold the noradrenaline', 'hold'],
    ['pause the noradrenaline infusion', 'hold'],
    ['metti in pausa la noradrenalina', 'hold'],
    ['stop the noradrenaline', 'stop'],
    ['increase the noradrenaline to 0.2', 'change'],
  ])('is held, stopped or changed as it is said: %s', (text, action) =>
    expect(best(text)).toMatchObject({ item: 'treat:norepinephrine', with: { action } }),
  );

  it('is given again by resuming it', () => {
    const resumed = best('resume the noradrenaline at 0.1 mcg/kg/min');
    expect(resumed?.item).toBe('treat:norepinephrine');
    expect(resumed?.with).toEqual({ rate: '0.1 mcg/kg/min' });
  });
});

describe('letters that each language uses for something else', () => {
  it('mean what they mean to the reader', () => {
    const first = (language: 'en' | 'it') => best('AR', { language, kind: 'diagnosis' })?.item;
    expect(first('en')).toBe('aortic-regurgitation');
    expect(first('it')).toBe('rheumatoid-arthritis');
  });
  it('are known though the other language passes the word over', () =>
    expect(best('MI', { kind: 'diagnosis' })?.item).toMatch(/infarction|stemi|acs/));
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
