// The drawings in their states, each under its name.
'use client';
import { type ReactNode, useState } from 'react';
import { BodyMap } from '#components/body-map/body-map';
import { EcgViewer } from '#components/ecg/ecg-viewer';
import { ecgOf, ecgOfMeasures, ecgOfPotassium, type EcgSpec } from '#components/ecg/ecg-spec';
import { Monitor } from '#components/encounter/monitor';
import { PatientFigure } from '#components/encounter/patient-figure';
import { ImageViewer } from '#components/imaging/image-viewer';
import type { BodyPart } from '#machines/scenario/body';
import type { Rhythm } from '#machines/scenario/rhythm';
import type { OfferView, PatientView, VitalView } from '#machines/view';

const tracings: readonly (readonly [string, EcgSpec])[] = [
  ['Sinus tachycardia', ecgOfMeasures({ rate: 109, pr: 148, qrs: 88, qtc: 431 })],
  ['Inferior ST elevation', ecgOf('sinus', 66, { st: { inferior: 3 }, t: 1.2 })],
  ['Anterior ST elevation', ecgOf('sinus', 88, { st: { anterior: 3.5 } })],
  ['Atrial fibrillation', ecgOf('atrial-fibrillation', 118)],
  ['Atrial flutter', ecgOf('atrial-flutter', 150)],
  ['Potassium 6.0', ecgOfPotassium(6, 78)],
  ['Potassium 7.0', ecgOfPotassium(7, 66)],
  ['Potassium 8.0', ecgOfPotassium(8, 38)],
  ['Potassium 9.0', ecgOfPotassium(9, 70)],
  ['Left bundle branch block', ecgOf('wide-qrs', 80)],
  ['Complete block', ecgOf('av-block-3', 36)],
  ['Ventricular tachycardia', ecgOf('vt', 180)],
  ['Paced', ecgOf('paced', 70)],
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
