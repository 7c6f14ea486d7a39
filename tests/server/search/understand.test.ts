// What is typed as a doctor says it is understood, in either language, and nothing is guessed where nothing was said.
import { describe, expect, it } from 'vitest';
import { best, book, heard, ward } from './bench';
import { understand } from '#server/search/understand';

describe('a term', () => {
  it.each([
    ['FBC', 'order:full-blood-count'],
    ['emocromo', 'order:full-blood-count'],
    ['EGA', 'order:arterial-blood-gas'],
    ['ABG', 'order:arterial-blood-gas'],
    ['RX torace', 'order:chest-x-ray'],
    ['noradrenalina', 'treat:norepinephrine'],
    ['perché no: emocolture', 'order:blood-cultures'],
  ])('%s is %s', (text, item) => expect(best(text)?.item).toBe(item));

  it.each([
    ['noradernalina', 'treat:norepinephrine'],
    ['procalcitonnina', 'order:procalcitonin'],
    ['bloodcultures', 'order:blood-cultures'],
    ['piptazo', 'treat:piperacillin-tazobactam'],
    ['emocultura', 'order:blood-cultures'],
  ])('is found through a typing error or another way of writing: %s', (text, item) =>
    expect(best(text)?.item).toBe(item),
  );

  it('is found while it is still being typed', () =>
    expect(best('noradr')?.item).toBe('treat:norepinephrine'));

  it('is found with accents, without them, and in capitals', () => {
    expect(best('LASÈGUE')?.item).toBe('examine:straight-leg-raise');
    expect(best('lasegue')?.item).toBe('examine:straight-leg-raise');
  });
});

describe('a sentence', () => {
  it.each([
    ['Ha avuto febbre o brividi?', 'ask:fever-chills'],
    ['Any allergies?', 'ask:allergies'],
    ['Let me listen to the chest', 'examine:lungs'],
    ['prelevo due set di emocolture', 'order:blood-cultures'],
    ['chiama il chirurgo', 'consult:general-surgery'],
    ['could you please take two sets of blood cultures now', 'order:blood-cultures'],
    ['il dolore da quando è iniziato?', 'ask:pain-onset'],
  ])('%s means %s', (text, item) => expect(best(text)?.item).toBe(item));

  it('about the family is about the family, whatever illness it names', () => {
    const [part] = heard('does anyone in the family have heart trouble?');
    expect(part?.candidates[0]?.item).toMatch(/^ask:family-(heart|history)$/);
    expect(part?.candidates[0]?.item).not.toBe('ask:palpitations');
  });

  it('in two languages at once is understood', () =>
    expect(best('send emocolture please')?.item).toBe('order:blood-cultures'));

  it('with a verb of another kind prefers that kind', () => {
    expect(best('chiama la radiologia')?.verb).toBe('consult');
    expect(best("palpo l'addome")?.verb).toBe('examine');
    expect(best('chiedi del dolore')?.verb).toBe('ask');
  });

  it('with several things becomes several parts, in their order', () => {
    const parts = heard('emocromo, pcr e procalcitonina');
    expect(parts.map(({ candidates }) => candidates[0]?.item)).toEqual([
      'order:full-blood-count',
      'order:c-reactive-protein',
      'order:procalcitonin',
    ]);
  });

  it('of one thing with "and" in its name stays one', () =>
    expect(heard('fever and chills?')).toHaveLength(1));
});

describe('stop, change and cancel', () => {
  it('stops what is named', () =>
    expect(best('sospendi la noradrenalina')).toMatchObject({
      item: 'treat:norepinephrine',
      with: { action: 'stop' },
    }));

  it('changes a rate', () =>
    expect(best('increase norepinephrine to 0.2 mcg/kg/min')).toMatchObject({
      item: 'treat:norepinephrine',
      with: { action: 'change', rate: '0.2 mcg/kg/min' },
    }));

  it('cancels an order and does not place it', () =>
    expect(best('annulla la rx torace')).toMatchObject({ do: 'cancel:order:chest-x-ray', with: null }));
});

describe('the kind', () => {
  it('restricts what may be meant', () => {
    for (const kind of ['ask', 'examine', 'order', 'consult'] as const)
      for (const { verb } of heard('addome', { kind })[0]?.candidates ?? []) expect(verb).toBe(kind);
    expect(best('shock settico', { kind: 'diagnosis' })).toMatchObject({
      verb: 'diagnose',
      item: 'septic-shock',
    });
  });
});

describe('where nothing fits', () => {
  it('says that it is not sure', () => {
    for (const text of ['raccontami una barzelletta', 'banana bread', 'qwerty', 'who won the match'])
      for (const part of heard(text)) expect([text, part.confident]).toEqual([text, false]);
  });

  it('gives nothing for nothing', () => {
    for (const text of ['', '   ', '\u0000\u0007', '\u202e']) expect(heard(text)).toEqual([]);
  });
});

describe('the answer', () => {
  it('is the same whenever it is asked', () => {
    const all = ['dolore', 'tac', 'rx', 'febbre', 'dotor'];
    expect(all.map((text) => heard(text))).toEqual(all.map((text) => heard(text)));
  });

  it("does not change for the ward's items when a case adds its own", () => {
    const own = book.phrasesOf([
      {
        ...Object.values(ward.items)[0]!,
        id: 'procedure:own-drainage',
        verb: 'procedure',
        name: { en: 'Drainage of the own abscess', it: "Drenaggio dell'ascesso proprio" },
        synonyms: {},
      },
    ]);
    for (const text of ['drenaggio', 'tac addome', 'ascesso', 'emocolture']) {
      const [bare] = understand(book, text, { most: 100 });
      const [more] = understand(book, text, { most: 100, own });
      const others = more?.meanings.filter(({ id }) => id !== 'procedure:own-drainage');
      expect(others).toEqual(bare?.meanings);
    }
    expect(understand(book, 'own abscess drainage', { own })[0]?.meanings[0]?.id).toBe(
      'procedure:own-drainage',
    );
  });

  it('leaves out what may not be meant', () => {
    const allowed = (id: string) => id !== 'order:blood-cultures';
    expect(heard('emocolture', { allowed })[0]?.candidates.map(({ item }) => item)).not.toContain(
      'order:blood-cultures',
    );
  });
});
