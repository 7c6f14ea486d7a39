// What a test takes from the patient, and where a number comes from, as the catalogue's files say it: names that exist, volumes that are volumes.
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';

const SPECIMENS = `edta-blood: { name: { en: EDTA blood, it: sangue in EDTA }, volume: 3 mL, blood: true, serves: 5, evidence: design }
swab: { name: { en: swab, it: tampone }, evidence: design }
`;
const item = (more: string): string =>
  `order:count: { name: { en: Count, it: Emocromo }, group: tests, classes: [laboratory], evidence: design${more} }\n`;

const compiled = (more: string, others: Record<string, string> = {}) =>
  compileCatalogue(
    new Map(
      Object.entries({
        'groups.yaml': 'tests: { en: Tests, it: Esami }\n',
        'specimens.yaml': SPECIMENS,
        'tests.yaml': item(more),
        ...others,
      }),
    ),
  );
const codes = (more: string, others?: Record<string, string>): string[] =>
  compiled(more, others).diagnostics.map(({ code }) => code);

describe('a test of the laboratory', () => {
  it('names what it takes from the patient', () => {
    const { ward, diagnostics } = compiled(', specimen: edta-blood');
    expect(diagnostics).toEqual([]);
    expect(ward.items['order:count']?.specimen).toEqual(['edta-blood']);
    expect(ward.specimens?.['edta-blood']).toMatchObject({ volume: 3, blood: true, serves: 5 });
  });

  it('is told of when it names nothing, but may say that it takes nothing', () => {
    expect(codes('')).toEqual(['no-specimen']);
    expect(codes(', specimen: none')).toEqual([]);
  });

  it('may take several, or another volume of one', () => {
    expect(compiled(', specimen: [edta-blood, swab]').ward.items['order:count']?.specimen).toHaveLength(2);
    expect(compiled(', specimen: edta-blood, volume: 0.01 L').ward.items['order:count']?.volume).toBe(10);
  });

  it.each([
    [', specimen: edta-bloot', 'unknown-specimen'],
    [', specimen: [edta-blood, swab], volume: 3 mL', 'wrong-value'],
    [', specimen: edta-blood, volume: 3 mg', 'wrong-value'],
    [', specimen: edta-blood, volume: 3', 'wrong-value'],
    [', specimen: edta-blood, volume: 0 mL', 'wrong-value'],
  ])('is refused with %s', (more, code) => {
    expect(codes(more)).toEqual([code]);
  });

  it('is helped with a name that was nearly right', () => {
    expect(compiled(', specimen: edta-bloot').diagnostics[0]?.help).toBe('Did you mean edta-blood?');
  });
});

describe('a specimen of blood', () => {
  it('has a volume, since the blood of a play is added up', () => {
    const broken =
      'edta-blood: { name: { en: EDTA blood, it: sangue in EDTA }, blood: true, evidence: design }\n';
    expect(codes(', specimen: edta-blood', { 'specimens.yaml': broken })).toEqual(['missing-key']);
  });
});

describe('a source that the catalogue names', () => {
  const sources = { 'sources.yaml': 'abim: { cite: ABIM }\n' };
  it('is one of sources.yaml', () => {
    expect(codes(', specimen: none, source: abim', sources)).toEqual([]);
    expect(codes(', specimen: none, source: [abim, abum]', sources)).toEqual(['unknown-source']);
  });
});
