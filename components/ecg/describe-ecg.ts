// What a tracing shows, said as one would read it aloud: findings, not the diagnosis. The text for those who cannot see the picture.
import type { Rhythm } from '#machines/scenario/rhythm';
import type { WordKey, Words } from '../words';
import { type EcgSpec, type Lead, LEADS } from './ecg-spec';
import { complexOf, isPeaked, repolarisation, stShift } from './wave-forms';

/** What the monitor's trace looks like, without naming the rhythm: that is for the learner to do. */
export const traceKeys: { readonly [rhythm in Rhythm]: WordKey } = {
  sinus: 'trace.sinus',
  'atrial-fibrillation': 'trace.atrial-fibrillation',
  'atrial-flutter': 'trace.atrial-flutter',
  svt: 'trace.svt',
  junctional: 'trace.svt',
  paced: 'trace.paced',
  'av-block-1': 'trace.av-block-1',
  'av-block-2-1': 'trace.av-block-2-1',
  'av-block-2-2': 'trace.av-block-2-2',
  'av-block-3': 'trace.av-block-3',
  'wide-qrs': 'trace.wide-qrs',
  'peaked-t': 'trace.peaked-t',
  'flat-p-peaked-t': 'trace.flat-p-peaked-t',
  'sine-wave': 'trace.sine-wave',
  vt: 'trace.vt',
  vf: 'trace.vf',
  pea: 'trace.wide-qrs',
  asystole: 'trace.asystole',
};

/** Rhythms whose sentence speaks of narrow complexes, and what is said of them where the complexes are wide. */
const wideKeys: { readonly [rhythm in Rhythm]?: WordKey } = {
  sinus: 'trace.wide-qrs',
  'peaked-t': 'trace.wide-qrs',
  'flat-p-peaked-t': 'trace.wide-qrs',
  'atrial-fibrillation': 'ecg.irregular-wide',
  'atrial-flutter': 'ecg.saw-wide',
  svt: 'ecg.no-p-wide',
  junctional: 'ecg.no-p-wide',
  'av-block-1': 'ecg.late-wide',
};
const withP: readonly Rhythm[] = ['sinus', 'wide-qrs', 'peaked-t', 'flat-p-peaked-t', 'pea', 'av-block-1'];

/** The sentence on beats and P waves. */
function rhythmKey({ rhythm, p, qrs }: EcgSpec): WordKey {
  const wide = qrs >= 120;
  if (withP.includes(rhythm) && p === 0) return wide ? 'ecg.no-p-wide' : 'trace.svt';
  return (wide ? wideKeys[rhythm] : undefined) ?? traceKeys[rhythm];
}

const half = (mm: number) => Math.round(mm * 2) / 2;

/** Leads whose ST stands at least 1 mm above or half a millimetre below the line, with the shift in halves of a millimetre. */
export function shiftedLeads(spec: EcgSpec): {
  readonly up: readonly (readonly [Lead, number])[];
  readonly down: readonly (readonly [Lead, number])[];
} {
  const shifts = LEADS.map((lead) => [lead, half(stShift(lead, spec))] as const);
  return { up: shifts.filter(([, mm]) => mm >= 1), down: shifts.filter(([, mm]) => mm <= -0.5) };
}

/** Leads with an upright T of healthy people in which it points down (mV below the line). */
const invertedLeads = (spec: EcgSpec) =>
  LEADS.filter((lead) => lead !== 'aVR' && lead !== 'V1' && repolarisation(lead, spec) < -0.05);

/** Leads that begin with a Q as deep as a large square is high, or deeper. */
const qLeads = (spec: EcgSpec) =>
  spec.q.length === 0
    ? []
    : LEADS.filter((lead) => {
        const first = complexOf(lead, spec)
          .filter(([, , top]) => top <= 0.26)
          .reduce((sum, [height]) => sum + height, 0);
        return lead !== 'aVR' && first <= -0.15;
      });

function tSentences(spec: EcgSpec, { t }: Words): readonly string[] {
  const peaked = LEADS.filter((lead) => isPeaked(lead, spec));
  const inverted = invertedLeads(spec);
  const everywhere = spec.tIn.length === 0;
  const said: string[] = [];
  if (peaked.length > 0)
    said.push(everywhere ? t('ecg.t.peaked') : t('ecg.t.peaked-in', { leads: peaked.join(', ') }));
  else if (everywhere && spec.t > 1.5) said.push(t('ecg.t.tall'));
  else if (everywhere && Math.abs(spec.t) < 0.3) said.push(t('ecg.t.flat'));
  if (inverted.length > 0) said.push(t('ecg.t.inverted', { leads: inverted.join(', ') }));
  return said.length > 0 ? said : [t('ecg.t.usual')];
}

/** Sentences that describe a 12-lead tracing, in the order of reading: rhythm, rate, axis, intervals, form of QRS, ST, T. */
export function describeEcg(spec: EcgSpec, words: Words): readonly string[] {
  const { t, number } = words;
  const formless = spec.rhythm === 'vf' || spec.rhythm === 'asystole';
  const sentences = [t(rhythmKey(spec))];
  if (formless) return sentences;
  sentences.push(t('ecg.rate', { rate: number(spec.rate, 0) }));
  if (spec.rhythm === 'sine-wave') return sentences;
  if (spec.p > 0 && spec.p < 0.5 && spec.rhythm !== 'flat-p-peaked-t') sentences.push(t('ecg.p.flat'));
  sentences.push(t('ecg.axis', { axis: number(spec.axis, 0) }));
  if (spec.p > 0 && spec.rhythm !== 'av-block-3' && spec.rhythm !== 'av-block-2-1')
    sentences.push(t('ecg.pr', { ms: number(spec.pr, 0) }));
  sentences.push(t('ecg.qrs', { ms: number(spec.qrs, 0) }), t('ecg.qtc', { ms: number(spec.qtc, 0) }));
  if (spec.spread === 'left-bundle-block') sentences.push(t('ecg.form.left'));
  if (spec.spread === 'right-bundle-block') sentences.push(t('ecg.form.right'));
  const qs = qLeads(spec);
  if (qs.length > 0) sentences.push(t('ecg.q', { leads: qs.join(', ') }));
  const { up, down } = shiftedLeads(spec);
  const list = (shifts: readonly (readonly [Lead, number])[]) =>
    shifts.map(([lead, mm]) => `${lead} ${number(Math.abs(mm), mm % 1 === 0 ? 0 : 1)} mm`).join(', ');
  if (up.length > 0) sentences.push(t('ecg.st.up', { leads: list(up) }));
  if (down.length > 0) sentences.push(t('ecg.st.down', { leads: list(down) }));
  if (up.length === 0 && down.length === 0) sentences.push(t('ecg.st.none'));
  return [...sentences, ...tSentences(spec, words)];
}
