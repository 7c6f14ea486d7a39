// The ward's usual effects point the right way: what raises a pressure raises it, what slows a heart slows it.
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#compiler/disk';

const { usualEffects, ward } = readCatalogue(new URL('../../content/catalogue', import.meta.url).pathname);

const wrongWay = (
  quantity: string,
  sign: 1 | -1,
  belongs: (classes: readonly string[]) => boolean,
): string[] =>
  [...usualEffects].flatMap(([id, rows]) =>
    belongs(ward.items[id]?.classes ?? []) &&
    rows.some((row) => row.quantity === quantity && row.by * sign < 0)
      ? [id]
      : [],
  );

const of =
  (...names: string[]) =>
  (classes: readonly string[]): boolean =>
    names.some((name) => classes.includes(name));

describe('usual effects', () => {
  it('are known for the medicines that change what the monitor shows', () => {
    expect(usualEffects.size).toBeGreaterThanOrEqual(180);
    for (const id of ['norepinephrine', 'metoprolol-iv', 'naloxone', 'oxygen-reservoir-mask', 'furosemide'])
      expect([...usualEffects.keys()]).toContain(`treat:${id}`);
  });

  it.each([
    ['map', 1, of('vasopressor', 'vasopressor-bolus', 'fluid', 'blood-product')],
    ['map', -1, of('pressure-lowering', 'nitrate', 'ace-inhibitor', 'sartan', 'benzodiazepine')],
    ['hr', -1, of('beta-blocking', 'beta-blocker-oral', 'rate-limiting-calcium-blocker', 'digoxin')],
    ['hr', 1, of('epinephrine', 'inotrope', 'antimuscarinic', 'bronchodilator')],
    ['rr', -1, of('opioid', 'benzodiazepine', 'anaesthetic')],
    ['gcs', -1, of('opioid', 'benzodiazepine', 'anaesthetic', 'antipsychotic')],
    ['pain', -1, of('opioid', 'nsaid', 'analgesic', 'paracetamol')],
    ['temperature', -1, of('nsaid', 'paracetamol')],
    ['spo2', 1, of('oxygen-device')],
    ['uo', 1, of('diuretic', 'fluid')],
    ['glucose', 1, of('corticosteroid')],
    ['glucose', -1, of('insulin')],
    ['potassium', -1, of('insulin', 'loop-diuretic', 'potassium-binder')],
  ] as const)('push %s by the sign %i in the classes that do', (quantity, sign, belongs) => {
    expect(wrongWay(quantity, sign, belongs)).toEqual([]);
  });

  it('stay within what a usual dose may do', () => {
    const most = { hr: 30, map: 30, rr: 8, spo2: 8, temperature: 1, gcs: 9, pain: 6, uo: 200, glucose: 80 };
    const tooMuch = [...usualEffects].filter(([, rows]) =>
      Object.entries(most).some(
        ([quantity, limit]) =>
          Math.abs(rows.reduce((sum, row) => sum + (row.quantity === quantity ? row.by : 0), 0)) > limit,
      ),
    );
    expect(tooMuch.map(([id]) => id)).toEqual([]);
  });
});
