// What a tracing shows, said as one would read it aloud: findings, not the diagnosis. The text for those who cannot see the picture.
import type { Rhythm } from '#machines/scenario/rhythm';
import type { WordKey, Words } from '../words';
import { type EcgSpec, type Lead, LEADS } from './ecg-spec';
import { stShift } from './wave-forms';

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

/** Leads whose ST stands at least 1 mm above or half a millimetre below the line. */
export function shiftedLeads(spec: EcgSpec): {
  readonly up: readonly Lead[];
  readonly down: readonly Lead[];
} {
  return {
    up: LEADS.filter((lead) => stShift(lead, spec) >= 0.95),
    down: LEADS.filter((lead) => stShift(lead, spec) <= -0.5),
  };
}

/** Sentences that describe a 12-lead tracing, in the order of reading: rhythm, rate, axis, intervals, ST, T. */
export function describeEcg(spec: EcgSpec, { t, number }: Words): readonly string[] {
  const formless = spec.rhythm === 'vf' || spec.rhythm === 'asystole';
  const { up, down } = shiftedLeads(spec);
  const sentences = [t(traceKeys[spec.rhythm])];
  if (formless) return sentences;
  sentences.push(t('ecg.rate', { rate: number(spec.rate, 0) }));
  if (spec.rhythm === 'sine-wave') return sentences;
  sentences.push(t('ecg.axis', { axis: number(spec.axis, 0) }));
  if (spec.p > 0 && spec.rhythm !== 'av-block-3' && spec.rhythm !== 'av-block-2-1')
    sentences.push(t('ecg.pr', { ms: number(spec.pr, 0) }));
  sentences.push(t('ecg.qrs', { ms: number(spec.qrs, 0) }), t('ecg.qtc', { ms: number(spec.qtc, 0) }));
  if (up.length > 0) sentences.push(t('ecg.st.up', { leads: up.join(', ') }));
  if (down.length > 0) sentences.push(t('ecg.st.down', { leads: down.join(', ') }));
  if (up.length === 0 && down.length === 0) sentences.push(t('ecg.st.none'));
  sentences.push(t(spec.peaked ? 'ecg.t.peaked' : 'ecg.t.usual'));
  return sentences;
}
