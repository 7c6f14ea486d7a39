// How a case's text becomes a scenario: alternatives, overlays, panels, physiology, credits, and the one byte form.
import { describe, expect, it } from 'vitest';
import { canonicalJson, revisionOf } from '#compiler/canonical';
import { compileCatalogue } from '#compiler/catalogue';
import { compileCase, type CaseFiles } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import type { Scenario } from '#machines/scenario/scenario';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;
const catalogue = readCatalogue(`${fixtures}catalogue`);
const right = readCaseFolder(`${fixtures}wrong/_right`);

const folder = (own: Record<string, string>): CaseFiles => ({
  id: 'test',
  files: new Map([...right.files, ...Object.entries(own)]),
  figures: new Set(),
});

function compiled(own: Record<string, string>): Scenario {
  const { scenario, diagnostics } = compileCase(folder(own), catalogue);
  if (scenario === null) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

const codes = (own: Record<string, string>): string[] =>
  compileCase(folder(own), catalogue).diagnostics.map(({ code, file, line }) => `${file}:${line} ${code}`);

describe('responses', () => {
  it('of the same kind and time are alternatives; another time is another report', () => {
    const { responses } = compiled({
      'texts.mdx': [
        '<Report of="order:ecg" when="in worse">A.</Report>',
        '<Report of="order:ecg">B.</Report>',
        '<Report of="order:ecg" at="2 h">C.</Report>',
        '<Reply of="order:ecg">D.</Reply>',
      ].join('\n'),
    });
    expect(responses['order:ecg']?.map(({ slot, kind }) => [slot, kind])).toEqual([
      [0, 'report'],
      [0, 'report'],
      [1, 'report'],
      [2, 'reply'],
    ]);
    expect(responses['order:ecg']?.[2]?.at).toEqual({ from: 'order', seconds: 7200 });
  });

  it('print what they state in the order of the panel, and leave the rest to the patient', () => {
    const { responses, texts } = compiled({
      'items.yaml':
        'order:swab: { name: { en: Swab }, group: investigations, analytes: [culture], evidence: design }\n',
      'texts.mdx':
        '<Result of="order:venous-gas" glucose="< 20 mg/dL" ph="= map / 10" note-ph="venous" flag="ph" />\n<Result of="order:swab" culture="two colonies" />',
    });
    expect(responses['order:venous-gas']?.[0]?.values).toEqual([
      {
        analyte: 'ph',
        value: { number: expect.objectContaining({ op: 'arithmetic' }) as unknown },
        note: 'result/order:venous-gas.note-ph',
        flagged: true,
      },
      { analyte: 'glucose', value: { number: { op: 'number', value: 20 }, prefix: '<' }, flagged: false },
    ]);
    expect(texts['result/order:swab.culture']?.en).toEqual(['two colonies']);
  });

  it('keep a note on a value that they leave to the patient', () => {
    const { responses } = compiled({
      'texts.mdx': '<Result of="order:venous-gas" ph="7.1" note-potassium="haemolysed" flag="glucose" />',
    });
    expect(responses['order:venous-gas']?.[0]?.values?.slice(1)).toEqual([
      {
        analyte: 'potassium',
        value: { usual: true },
        note: 'result/order:venous-gas.note-potassium',
        flagged: false,
      },
      { analyte: 'glucose', value: { usual: true }, flagged: true },
    ]);
  });

  it('are told in the voice of whoever speaks', () => {
    const { texts } = compiled({ 'texts.mdx': '<Answer to="ask:onset" by="wife">Yesterday.</Answer>' });
    expect(texts['answer/ask:onset']?.en).toEqual([
      { tag: 'p', of: [{ tag: 'strong', of: ['Wife:'] }] },
      { tag: 'p', of: ['Yesterday.'] },
    ]);
  });
});

describe('overlays', () => {
  const original =
    '<Answer to="ask:onset" when="in worse">Now.</Answer>\n<Answer to="ask:onset">Then.</Answer>\n';

  it('are matched in order, by the address', () => {
    const { texts, languages } = compiled({
      'texts.mdx': original,
      'texts.it.mdx': '<Answer to="ask:onset">Adesso.</Answer>\n<Answer to="ask:onset">Allora.</Answer>\n',
    });
    expect(languages).toEqual(['en', 'it']);
    expect(texts['answer/ask:onset']?.it).toEqual([{ tag: 'p', of: ['Adesso.'] }]);
    expect(texts['answer/ask:onset#2']?.it).toEqual([{ tag: 'p', of: ['Allora.'] }]);
  });

  it('are matched by key where it is given', () => {
    const { texts } = compiled({
      'texts.mdx': original.replace('<Answer to="ask:onset">', '<Answer to="ask:onset" key="then">'),
      'texts.it.mdx': '<Answer to="ask:onset" key="then">Allora.</Answer>\n',
    });
    expect(texts['answer/then']?.it).toEqual([{ tag: 'p', of: ['Allora.'] }]);
  });

  it('that are missing are named one by one, and the case still plays', () => {
    const own = { 'texts.mdx': original, 'texts.it.mdx': '<Answer to="ask:onset">Adesso.</Answer>\n' };
    expect(codes(own)).toContain('texts.mdx:2 missing-translation');
    expect(compiled(own).texts['answer/ask:onset#2']?.it).toBeUndefined();
  });
});

describe('physiology', () => {
  it('computes quantities after those they use, and else in the order of the file', () => {
    const { quantities } = compiled({
      'physiology.yaml':
        'levels:\n  a: { is: "b + last c" }\n  b: { is: "d" }\n  c: { is: "a" }\n  d: { starts: 1, do: [ { when: d < 5, rises: 1 } ] }\nvitals:\n  map: { unit: mmHg, starts: 80, rises: half }\nmeasures: { half: a / 2 }\n',
    });
    expect(quantities.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c', 'map']);
  });

  it('turns rates and lags into minutes', () => {
    const { quantities } = compiled({
      'physiology.yaml':
        'levels:\n  a: { unit: mmHg, do: [ { when: time > 5 min, rises: 3 mmHg/h }, { falls: 1 } ], at-least: 0 }\nvitals:\n  map: { unit: mmHg, starts: 80, towards: 70, lag: 300 s, between: [20, 110], alarm: { low: 60 } }\n',
    });
    expect(quantities[0]?.regimes).toEqual([
      expect.objectContaining({ kind: 'rises', perMinute: { op: 'number', value: 0.05 } }),
      { kind: 'rises', perMinute: { op: 'number', value: -1 } },
    ]);
    expect(quantities[1]).toMatchObject({
      least: 20,
      most: 110,
      regimes: [{ kind: 'towards', lag: 5, least: 20, most: 110 }],
      vital: { channel: 'map', alarmLow: 60, decimals: 0 },
    });
  });
});

describe('scoring', () => {
  it('sorts the credits of a rule, and puts windows behind its condition', () => {
    const { scoring } = compiled({
      'scoring.mdx':
        '<Domain id="care" points="100" /><Rule id="r1" domain="care" points="100" when="done examine:skin" fifth="within 3 h" full="within 30 min" source="book">Look.<Credit points="60" when="done examine:airway" label="airway" /></Rule>',
    });
    const credits = scoring.rules[0]?.credits ?? [];
    expect(credits.map(({ label, points, window }) => [label, points, window])).toEqual([
      ['full', { op: 'number', value: 100 }, 'within 30 min'],
      ['airway', { op: 'number', value: 60 }, 'done examine:airway'],
      ['fifth', { op: 'number', value: 20 }, 'within 3 h'],
    ]);
    expect(credits[0]?.when).toMatchObject({ op: 'window', window: { kind: 'between', from: 0, to: 1800 } });
  });

  it('shows a mistake in a window where the window stands', () => {
    const text =
      '<Domain id="care" points="100" /><Rule id="r1" domain="care" points="100" when="done examine:skin"\n full="within 30 mmHg" source="book">Look.</Rule>';
    expect(codes({ 'scoring.mdx': text }).filter((code) => code.startsWith('scoring'))).toEqual([
      expect.stringMatching(/^scoring\.mdx:2 /),
    ]);
  });

  it('parts alternatives and words of a diagnosis', () => {
    const { scoring } = compiled({
      'scoring.mdx':
        '<Domain id="care" points="100" /><Rule id="d" domain="care" points="100" by="diagnosis" source="book">Name it.</Rule><Diagnosis><Component id="c" points="100"><Accept en="septic shock + spine; sepsis" it="shock settico" share="0.5" /></Component><Model>Ill.</Model></Diagnosis>',
    });
    expect(scoring.diagnosis.components[0]?.accepts).toEqual([
      { phrases: ['septic shock', 'spine'], share: 0.5 },
      { phrases: ['sepsis'], share: 0.5 },
      { phrases: ['shock settico'], share: 0.5 },
    ]);
  });
});

describe('a revision', () => {
  it('is the same for the same text, whatever the order of keys and files', () => {
    const one = compileCase(right, catalogue).revision;
    const files = new Map([...right.files].reverse());
    expect(compileCase({ ...right, files }, catalogue).revision).toBe(one);
    expect(revisionOf({ b: 1, a: [1, { d: 2, c: undefined }] })).toBe(revisionOf({ a: [1, { d: 2 }], b: 1 }));
  });

  it('changes with any word of the case and any number of the catalogue', () => {
    const one = compileCase(right, catalogue).revision;
    const opening = right.files.get('case.mdx')?.replace('She comes in', 'She walks in') ?? '';
    expect(
      compileCase({ ...right, files: new Map([...right.files, ['case.mdx', opening]]) }, catalogue).revision,
    ).not.toBe(one);
    const ward = { ...catalogue.ward, revision: 'other' };
    expect(compileCase(right, { ...catalogue, ward }).revision).not.toBe(one);
  });

  it('refuses numbers that JSON cannot write', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(canonicalJson({ a: -0, b: [null, 'è'] })).toBe('{"a":0,"b":[null,"è"]}');
  });
});

describe('the catalogue', () => {
  const ward = (text: string) =>
    compileCatalogue(
      new Map([
        ['questions/a.yaml', text],
        ['groups.yaml', 'g: { en: G, it: G }\n'],
      ]),
    ).ward.items;
  const item = (id: string, more = '') =>
    `${id}: { name: { en: A, it: A }, group: g, evidence: design${more} }\n`;

  it('gives each verb its usual times', () => {
    const items = ward(
      ['ask:a', 'examine:a', 'order:a', 'treat:a', 'consult:a', 'dispose:a'].map((id) => item(id)).join(''),
    );
    expect(
      Object.values(items).map(({ id, takes, lead, turnaround, counts }) => [
        id,
        takes,
        lead,
        turnaround,
        counts,
      ]),
    ).toEqual([
      ['ask:a', 30, 0, 0, 'ended'],
      ['examine:a', 60, 0, 0, 'ended'],
      ['order:a', 0, 300, 3600, 'ordered'],
      ['treat:a', 0, 300, 0, 'started'],
      ['consult:a', 0, 0, 900, 'ordered'],
      ['dispose:a', 0, 600, 0, 'started'],
    ]);
  });

  it('reads what is offered only after something', () => {
    const items = ward(item('ask:a') + item('ask:b', ', offered-when: asked ask:a'));
    expect(items['ask:b']?.offeredWhen).toEqual({ op: 'event', event: { kind: 'asked', items: ['ask:a'] } });
  });

  it('gives a patient the reference interval of the sex', () => {
    expect(compiled({}).analytes['haemoglobin']).toMatchObject({ low: 12, high: 16 });
    expect(catalogue.ward.analytes['haemoglobin']).toMatchObject({ low: 12, high: 17.5 });
  });

  it('lets a case change one key of an item and keep the rest', () => {
    const { items } = compiled({
      'items.yaml': 'order:ecg: { turnaround: 1 min, usual: { en: Normal here. } }\n',
    });
    expect(items['order:ecg']).toMatchObject({ turnaround: 60, lead: 60, cost: 12 });
  });
});
