// The numbers that the authors' guide shows are those that the rules give.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { reportText } from '#compiler/report';
import { numberOf, sampleOf } from './patients';

describe('the example of the guide', () => {
  it('gets the values that the guide tells', () => {
    for (const seed of ['a', 'b', 'c']) {
      const sample = sampleOf({ sex: 'female', age: 34 }, seed, 60, { haemoglobin: 7.2, mcv: 68 });
      expect(numberOf(sample, 'haematocrit')).toBe(22);
      expect(numberOf(sample, 'rbc')).toBe(3.24);
      expect(numberOf(sample, 'mch')).toBe(22.2);
      expect(numberOf(sample, 'ferritin')).toBeGreaterThanOrEqual(30);
    }
  });
});

describe('the analyte in two units of the guide', () => {
  it.each(['', '.it'])('compiles as it is written (normal-by-default%s.mdx)', (overlay) => {
    const page = readFileSync(
      new URL(`../../../content/guide/normal-by-default${overlay}.mdx`, import.meta.url),
      'utf8',
    );
    const example = /```yaml\n(phenylalanine:\n.*?)```/s.exec(page)?.[1] ?? '';
    const { ward, diagnostics } = compileCatalogue(
      new Map([
        ['analytes.yaml', example],
        ['units.yaml', '"µmol/L": umol/L\n'],
      ]),
    );
    expect(reportText(diagnostics)).toBe('');
    expect((60.5 * (ward.analytes['phenylalanine']?.other?.times ?? 0)).toFixed(2)).toBe('1.00');
  });
});
