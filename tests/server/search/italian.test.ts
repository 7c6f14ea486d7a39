// Italian as it is spoken on a ward: to a parent, about a relative, in two words, while examining, and when a place is found for the patient.
import { describe, expect, it } from 'vitest';
import { best, heard, ward } from './bench';

const first = (text: string) => best(text)?.item;

describe('an Italian question', () => {
  it.each([
    ['Il piccolo ha mangiato stamattina?', 'ask:child-feeding'],
    ['La bimba ha bagnato il pannolino?', 'ask:child-nappies'],
    ['Che medicine prende sua madre?', 'ask:medicines'],
    ['Le hanno mai trovato la pressione alta?', 'ask:blood-pressure-known'],
    ['Le duole la testa?', 'ask:headache'],
    ['E di corpo?', 'ask:bowels'],
    ['Con quanti cuscini?', 'ask:orthopnoea'],
    ['Ha mai pensato che sarebbe meglio non esserci più?', 'ask:suicidal-thoughts'],
  ])('%s is heard as %s', (text, item) => expect(first(text)).toBe(item));
});

describe('an Italian examiner', () => {
  it.each([
    ['Si sdrai che le palpo la pancia', 'examine:abdomen-palpation'],
    ['faccia un bel respiro a bocca aperta', 'examine:lungs'],
    ['stringa forte le mie mani', 'examine:arm-power'],
    ['vedo se le pupille reagiscono alla luce', 'examine:pupils'],
  ])('who says «%s» means %s', (text, item) => expect(first(text)).toBe(item));
});

describe('an Italian ward', () => {
  it.each([
    ['lo prende in carico la pneumologia', 'dispose:respiratory-ward'],
    ['dimettiamo con controllo dal medico curante', 'dispose:home-family-doctor'],
    ['fammi venire il neurologo', 'consult:neurology'],
    ['metti su un ringer', 'treat:balanced-crystalloid'],
    ['testa bassa e gambe in alto', 'treat:position-flat-legs-up'],
  ])('that says «%s» means %s', (text, item) => expect(first(text)).toBe(item));

  it.each(['capito, perfetto', 'adesso le faccio qualche domanda', 'ok, quindi niente febbre'])(
    'is not taken at its word when it says «%s»',
    (text) => expect(heard(text).every(({ confident }) => !confident)).toBe(true),
  );
});

describe('what the ward asks in Italian', () => {
  it('fits any patient: no question takes her for a man', () => {
    const names = Object.values(ward.items).flatMap(({ verb, name }) =>
      verb === 'ask' ? [name.it ?? ''] : [],
    );
    expect(names.length).toBeGreaterThan(400);
    const ofAMan =
      /\b(da solo|da piccolo|da bambino|allergico|stitico|anemico|ansioso|stanco|comodo|caduto|svenuto|operato|ricoverato|seguito|ustionato)\b|È stato (a|in|all|morso)\b/u;
    expect(names.filter((name) => ofAMan.test(name))).toEqual([]);
  });
});
