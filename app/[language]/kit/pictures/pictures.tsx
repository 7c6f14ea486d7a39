// The drawings in their states, each under its name.
'use client';
import { type ReactNode, useState } from 'react';
import { BodyMap } from '#components/body-map/body-map';
import { EcgViewer } from '#components/ecg/ecg-viewer';
import { ecgOfTracing, type EcgSpec } from '#components/ecg/ecg-spec';
import { Monitor } from '#components/encounter/monitor';
import { PatientFigure } from '#components/encounter/patient-figure';
import { ImageViewer } from '#components/imaging/image-viewer';
import type { BodyPart } from '#machines/scenario/body';
import type { Rhythm } from '#machines/scenario/rhythm';
import type { TracingView } from '#machines/scenario/tracing';
import type { OfferView, PatientView, VitalView } from '#machines/view';

const tracing = (rhythm: Rhythm, rate: number, more: Partial<TracingView> = {}): EcgSpec =>
  ecgOfTracing({
    rhythm,
    rate,
    axis: null,
    pr: null,
    qrs: null,
    qtc: null,
    st: [],
    t: null,
    p: null,
    conduction: null,
    q: [],
    seed: 7,
    ...more,
  });

const tracings: readonly (readonly [string, EcgSpec])[] = [
  ['Sinus tachycardia', tracing('sinus', 109, { pr: 148, qrs: 88, qtc: 431 })],
  [
    'Inferior ST elevation',
    tracing('sinus', 66, { st: [{ territory: 'inferior', mm: 3 }], q: ['inferior'] }),
  ],
  ['Anterior ST elevation', tracing('sinus', 88, { st: [{ territory: 'anterior', mm: 3.5 }] })],
  ['Lateral ischaemia', tracing('sinus', 96, { st: [{ territory: 'lateral', mm: -2 }] })],
  ['Inverted anterior T', tracing('sinus', 80, { t: { shape: 'inverted', in: ['anterior'] } })],
  ['Atrial fibrillation', tracing('atrial-fibrillation', 118)],
  ['Atrial flutter', tracing('atrial-flutter', 150)],
  ['Potassium 6.0', tracing('peaked-t', 78)],
  ['Potassium 7.0', tracing('flat-p-peaked-t', 66)],
  [
    'Potassium 8.0',
    tracing('wide-qrs', 52, { p: 'absent', qrs: 170, t: { shape: 'peaked', in: [] }, conduction: 'slow' }),
  ],
  ['Potassium 9.0', tracing('sine-wave', 70)],
  ['Left bundle branch block', tracing('wide-qrs', 80)],
  ['Right bundle branch block', tracing('sinus', 80, { qrs: 136, conduction: 'right-bundle-block' })],
  ['Wenckebach', tracing('av-block-2-1', 55)],
  ['Complete block', tracing('av-block-3', 36)],
  ['Ventricular tachycardia', tracing('vt', 180)],
  ['Ventricular fibrillation', tracing('vf', 0)],
  ['Paced', tracing('paced', 70)],
];

const screens: readonly (readonly [Rhythm, number])[] = [
  ['sinus', 109],
  ['atrial-fibrillation', 128],
  ['atrial-flutter', 150],
  ['svt', 190],
  ['av-block-2-1', 60],
  ['av-block-3', 34],
  ['paced', 70],
  ['peaked-t', 74],
  ['sine-wave', 60],
  ['vt', 180],
  ['vf', 0],
  ['pea', 48],
  ['asystole', 0],
];

const looks = [
  'well',
  'compensating',
  'worsening',
  'profound',
  'improving',
  'failing',
  'arrest',
  'dead',
  'home',
];
const devices = [
  'order:monitoring',
  'procedure:peripheral-lines',
  'treat:oxygen-reservoir-mask',
  'procedure:arterial-line',
  'procedure:urinary-catheter',
];

const vital = (channel: string, label: string, unit: string, value: number): VitalView => ({
  id: channel,
  channel,
  label: [label],
  unit,
  decimals: 0,
  value,
  trend: 0,
  alarm: null,
  series: [],
});

const patient: PatientView = {
  name: '',
  age: 47,
  sex: 'male',
  weight: 78,
  look: [],
  figure: 'well',
  location: [],
  allergies: null,
  attached: ['procedure:arterial-line'],
  rhythm: 'sinus',
};

/** One examination at each of these parts. */
const examinations: readonly OfferView[] = (
  [
    'head',
    'neck',
    'chest',
    'abdomen',
    'groin',
    'hands',
    'back',
    'flanks',
    'buttocks',
    'legs',
    'feet',
  ] as const
).map((part) => ({
  id: `examine:${part}`,
  verb: 'examine',
  name: part,
  group: [],
  words: [],
  takes: 60,
  waits: 0,
  dosing: null,
  choices: [],
  manyChoices: false,
  body: [part],
}));

function Shelf({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="eyebrow mb-2">{title}</h2>
      {children}
    </section>
  );
}

export function Pictures({
  figures,
}: {
  readonly figures: readonly { readonly file: string; readonly src: string }[];
}) {
  const [part, setPart] = useState<BodyPart | null>('back');
  return (
    <>
      <Shelf title="Body">
        <div className="w-[23rem] max-w-full rounded-lg border bg-sheet">
          <BodyMap offers={examinations} chosen={part} choose={setPart} />
        </div>
      </Shelf>
      <Shelf title="Patient">
        <div className="flex flex-wrap gap-3">
          {['', '-left-side', '-sitting'].flatMap((posture) =>
            looks.map((look) => (
              <div key={look + posture} className="w-44 text-2xs">
                <PatientFigure figure={look + posture} attached={posture === '' ? [] : devices} />
                {look + posture}
              </div>
            )),
          )}
        </div>
      </Shelf>
      <Shelf title="Monitors">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {screens.map(([rhythm, rate]) => (
            <div key={rhythm} className="text-2xs">
              {rhythm}
              <Monitor
                now={0}
                patient={{ ...patient, rhythm }}
                monitor={[
                  vital('hr', 'HR', '/min', rate),
                  vital('sbp', 'SBP', 'mmHg', 118),
                  vital('dbp', 'DBP', 'mmHg', 70),
                  vital('spo2', 'SpO₂', '%', 96),
                  vital('rr', 'RR', '/min', 18),
                ]}
              />
            </div>
          ))}
        </div>
      </Shelf>
      <Shelf title="Figures of cases">
        {figures.map(({ file, src }) => (
          <div key={file} className="mb-4">
            {file}
            <ImageViewer src={src} alt={file} />
          </div>
        ))}
      </Shelf>
      {tracings.map(([name, spec]) => (
        <Shelf key={name} title={name}>
          <EcgViewer spec={spec} />
        </Shelf>
      ))}
    </>
  );
}
