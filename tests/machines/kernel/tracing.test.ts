// Electrocardiograms: what a case gives is recorded at the second of recording, the rest follows the patient, and nobody sees it before the report.
import { describe, expect, it } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter, replay, type Encounter } from '#machines/encounter';
import { makePlayable, type Playable } from '#machines/playable';
import { reveal } from '#machines/reveal';
import type { StepInput } from '#machines/step';
import type { TracingView } from '#machines/scenario/tracing';
import { begin, chartOf, does, FLAGSHIP, header, until } from './play';

const content = new URL('../../../content', import.meta.url).pathname;
const catalogue = readCatalogue(`${content}/catalogue`);
const flagship = readCaseFolder(`${content}/cases/${FLAGSHIP}`);
const ECG = 'order:ecg';

/** The flagship with other electrocardiograms. */
function withTracings(results: string, potassium = '4.2'): Playable {
  const text = (flagship.files.get('results.mdx') ?? '').replaceAll(
    / potassium="[^"]*"/g,
    ` potassium="${potassium}"`,
  );
  const translated = flagship.files.get('results.it.mdx') ?? '';
  const own = /<Result of="order:ecg"[^>]*>[^<]*<\/Result>/g;
  const files = new Map([
    ...flagship.files,
    ['results.mdx', `${text.replaceAll(own, '')}\n${results}`] as const,
    ['results.it.mdx', translated.replaceAll(own, '')] as const,
  ]);
  const { scenario, revision, diagnostics } = compileCase({ ...flagship, files }, catalogue);
  if (scenario === null || revision === null) throw new Error(reportText(diagnostics));
  return makePlayable(scenario, catalogue.ward, revision);
}

function at(playable: Playable, minute: number): Encounter {
  const encounter = openEncounter(playable, header());
  does(encounter, 'begin');
  until(encounter, minute);
  does(encounter, ECG);
  until(encounter, minute + 20);
  return encounter;
}

const recordedIn = (encounter: Encounter): TracingView | undefined =>
  chartOf(encounter, ECG).find(({ kind }) => kind === 'result')?.tracing;
const printedIn = (encounter: Encounter) =>
  Object.fromEntries(
    (chartOf(encounter, ECG).find(({ kind }) => kind === 'result')?.values ?? []).map((value) => [
      value.analyte,
      value.value,
    ]),
  );

describe('a tracing that a case gives', () => {
  it('is recorded as it stands, and the print follows it', () => {
    const encounter = at(
      withTracings(
        '<Result of="order:ecg" tracing="rhythm: atrial-fibrillation; rate: 130; axis: -30°; st: inferior +2 mm, lateral -1 mm; t: inverted lateral; q: inferior" />',
      ),
      0,
    );
    expect(recordedIn(encounter)).toMatchObject({
      rhythm: 'atrial-fibrillation',
      rate: 130,
      axis: -30,
      st: [
        { territory: 'inferior', mm: 2 },
        { territory: 'lateral', mm: -1 },
      ],
      t: { shape: 'inverted', in: ['lateral'] },
      q: ['inferior'],
    });
    expect(printedIn(encounter)).toMatchObject({
      'ventricular-rate': '130',
      'pr-interval': 'Not applicable',
    });
  });

  it('may hang on a condition, and takes live numbers at the second of recording', () => {
    const playable = withTracings(
      `<Report of="order:ecg" when="time < 30 min" tracing="rhythm: sinus; rate: = hr; st: anterior = time / 10">One.</Report>
<Report of="order:ecg" tracing="rhythm: vf">Two.</Report>`,
    );
    const early = recordedIn(at(playable, 8));
    expect(early).toMatchObject({ rhythm: 'sinus', st: [{ territory: 'anterior', mm: 1 }] });
    expect(early?.rate).toBeGreaterThan(100);
    expect(recordedIn(at(playable, 40))).toMatchObject({ rhythm: 'vf', rate: 0 });
  });

  it.each([
    [6, { rhythm: 'peaked-t' }],
    [7, { rhythm: 'flat-p-peaked-t', pr: 260 }],
    [8, { rhythm: 'wide-qrs', p: 'absent', conduction: 'slow', qrs: 160, t: { shape: 'peaked', in: [] } }],
    [9, { rhythm: 'sine-wave' }],
  ])('draws the stage of a potassium of %d, and tells the learner no potassium', (potassium, expected) => {
    const encounter = at(
      withTracings(`<Result of="order:ecg" tracing="potassium: ${potassium} mmol/L" />`),
      0,
    );
    expect(recordedIn(encounter)).toMatchObject(expected);
    expect(JSON.stringify(recordedIn(encounter))).not.toContain('potassium');
  });

  it('is in words alone where the report is in words alone', () => {
    const encounter = at(withTracings('<Report of="order:ecg">Regular.</Report>'), 0);
    expect(recordedIn(encounter)).toBeUndefined();
  });
});

describe('a tracing of which the case says nothing', () => {
  it('follows the patient: the rate of that second, sinus rhythm, the printed intervals', () => {
    const encounter = at(withTracings(''), 10);
    const printed = printedIn(encounter);
    const tracing = recordedIn(encounter);
    expect(tracing).toMatchObject({ rhythm: 'sinus', st: [], t: null });
    for (const [analyte, number] of [
      ['ventricular-rate', tracing?.rate],
      ['pr-interval', tracing?.pr],
      ['qrs-duration', tracing?.qrs],
      ['qtc', tracing?.qtc],
    ] as const)
      expect(printed[analyte]).toBe(String(number));
    expect(tracing?.rate).toBeGreaterThan(100);
  });

  it('draws the stage of a potassium that the case has elsewhere', () => {
    const encounter = at(withTracings('', '6.9'), 0);
    expect(recordedIn(encounter)).toMatchObject({ rhythm: 'flat-p-peaked-t', pr: 260 });
    expect(printedIn(encounter)['pr-interval']).toBe('260');
  });

  it('shows the sinus tachycardia of the source case at arrival', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, ECG);
    until(encounter, 10);
    const tracing = recordedIn(encounter);
    expect(tracing).toMatchObject({ rhythm: 'sinus', pr: 148, qrs: 88, qtc: 431, st: [] });
    expect(Math.abs((tracing?.rate ?? 0) - 109)).toBeLessThanOrEqual(2);
  });

  it('shows complexes in an arrest without a pulse', () => {
    const encounter = begin(FLAGSHIP);
    until(encounter, 383);
    for (let minute = 384; reveal(encounter, 'en').patient.figure !== 'arrest' && minute < 420; minute += 1)
      until(encounter, minute);
    does(encounter, ECG);
    does(encounter, 'wait', { minutes: 9 });
    expect(recordedIn(encounter)).toMatchObject({ rhythm: 'pea', rate: 50, qrs: 130 });
  });
});

describe('a recording', () => {
  it('is taken once: later changes of the patient do not change it, and a replay gives the same bytes', () => {
    const playable = withTracings('');
    const steps: StepInput[] = [{ do: 'begin' }, { do: ECG }, { do: 'wait', with: { minutes: 30 } }];
    const one = replay(playable, header(), steps).encounter;
    const tracing = JSON.stringify(recordedIn(one));
    expect(JSON.stringify(recordedIn(replay(playable, header(), steps).encounter))).toBe(tracing);
    until(one, 120);
    expect(JSON.stringify(recordedIn(one))).toBe(tracing);
  });

  it('reaches the learner with the report and not before', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, ECG);
    for (const minute of [1, 3, 7]) {
      until(encounter, minute);
      expect(JSON.stringify(reveal(encounter, 'en'))).not.toContain('"tracing"');
    }
    until(encounter, 9);
    expect(JSON.stringify(reveal(encounter, 'en'))).toContain('"tracing"');
  });
});
