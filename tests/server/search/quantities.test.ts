// Amounts typed with an order fill its form, in the item's own terms, and never disturb the search.
import { describe, expect, it } from 'vitest';
import { readQuantities } from '#server/search/quantities';
import { best } from './bench';

describe('an order with its amounts', () => {
  it.each([
    ['noradrenalina 0.1', 'treat:norepinephrine', { rate: '0.1 mcg/kg/min' }],
    ['noradrenalina 0,05 gamma/kg/min', 'treat:norepinephrine', { rate: '0.05 mcg/kg/min' }],
    ['2 g ceftriaxone iv', 'treat:ceftriaxone', { dose: '2 g' }],
    ['dai 2 grammi di ceftriaxone ev', 'treat:ceftriaxone', { dose: '2 g' }],
    ['500 ml ringer in 15 min', 'treat:balanced-crystalloid', { dose: '500 mL', over: '15 min' }],
    ['a litre of Hartmann over half an hour', 'treat:balanced-crystalloid', { dose: '1 L' }],
    ['meropenem 1 g ogni 8 ore', 'treat:meropenem', { dose: '1 g', every: '8 h' }],
    ['meropenem 2g tds', 'treat:meropenem', { dose: '2 g', every: '8 h' }],
    ['meropenem 1g q8h', 'treat:meropenem', { dose: '1 g', every: '8 h' }],
    ['meropenem 1 g x 3/die', 'treat:meropenem', { dose: '1 g', every: '8 h' }],
    ['meropenem 1 g x 3', 'treat:meropenem', { dose: '1 g', every: '8 h' }],
    ['ceftriaxone 2 g die', 'treat:ceftriaxone', { dose: '2 g', every: '24 h' }],
    ['narcan 400 mics', 'treat:naloxone', { dose: '400 mcg' }],
    ['1 L in 1h ringer', 'treat:balanced-crystalloid', { dose: '1 L', over: '1 h' }],
    ['5 l/min O2 occhialini', 'treat:oxygen-low-flow', { rate: '5 L/min' }],
  ])('%s', (text, item, filled) => {
    const found = best(text);
    expect(found?.item).toBe(item);
    expect(found?.with).toMatchObject(filled);
  });

  it('keeps what does not fit the item out of its form', () =>
    expect(best('noradrenalina 5 mmHg')?.with ?? {}).not.toHaveProperty('dose'));

  it('takes how it is packed or mixed for no dose', () => {
    expect(readQuantities('lasix 20 mg 2 fiale ev').amounts).toEqual(['20 mg']);
    expect(readQuantities('adrenaline 0.5 mg im 1:1000')).toMatchObject({ amounts: ['0.5 mg'], route: 'im' });
    expect(readQuantities('BCx x 2').rest).toBe('BCx x 2');
  });

  it('leaves the numbers of a name alone', () => {
    expect(readQuantities('12 lead ecg').amounts).toEqual([]);
    expect(readQuantities('albumina 20%').rest).toBe('albumina 20%');
    expect(readQuantities('vitamina b12').rest).toBe('vitamina b12');
  });

  it('takes nothing out of a question', () =>
    expect(best('ha dolore da 2 giorni?')?.with ?? null).toBeNull());
});
