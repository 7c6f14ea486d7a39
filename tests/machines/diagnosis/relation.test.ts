// How near a named diagnosis is to the key: wider, narrower, or taken for it.
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { keyTermsOf, relationOf } from '#machines/diagnosis/relation';
import { FLAGSHIP, playableOf } from '../kernel/play';

const { scenario, terms, ward } = playableOf(FLAGSHIP);
const key = keyTermsOf(scenario, terms);

describe('a diagnosis that is not in the key', () => {
  it.each([
    ['sepsis', 'wider', 'septic-shock'],
    ['soft-tissue infection', 'wider', 'gluteal-abscess'],
    ['infezione dei tessuti molli', 'wider', 'gluteal-abscess'],
    ['tuberculous spondylodiscitis', 'narrower', 'spondylodiscitis'],
    ['hypovolaemic shock', 'related', 'septic-shock'],
    ['spinal epidural abscess', 'related', 'spondylodiscitis'],
    ['gas gangrene', 'related', 'gluteal-abscess'],
  ])('%s is %s to the key', (text, kind, to) => {
    expect(relationOf(text, key, terms, ward)).toEqual({ kind, to });
  });

  it.each(['pulmonary embolism', 'gout', 'something else'])('%s is near nothing of it', (text) => {
    expect(relationOf(text, key, terms, ward)).toBeNull();
  });

  it.each(['septic shock', 'ascesso gluteo', 'septic shock from pulmonary embolism'])(
    '%s names the key itself, so that nothing is told',
    (text) => {
      expect(relationOf(text, key, terms, ward)).toBeNull();
    },
  );
});

describe('what is taken for one another', () => {
  it('is so both ways, and never a diagnosis and itself', () => {
    for (const { id, related = [] } of Object.values(ward.diagnoses)) {
      expect(related).not.toContain(id);
      for (const other of related) expect(ward.diagnoses[other]?.related).toContain(id);
    }
  });

  it('is known for a good part of the vocabulary', () => {
    const known = Object.values(ward.diagnoses).filter(({ related }) => related !== undefined);
    expect(known.length).toBeGreaterThanOrEqual(350);
  });

  it('is refused with a did-you-mean where a name is unknown', () => {
    const { diagnostics } = compileCatalogue(
      new Map([
        [
          'diagnoses.yaml',
          'sepsis: { name: { en: Sepsis, it: Sepsi } }\nseptic-shock: { name: { en: Septic shock, it: Shock settico } }\n',
        ],
        ['related-diagnoses.yaml', 'evidence: design\ngroups:\n  - [sepsis, septik-shock]\n'],
      ]),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'unknown-diagnosis',
        file: 'related-diagnoses.yaml',
        line: 3,
        help: 'Did you mean septic-shock?',
      },
    ]);
  });
});
