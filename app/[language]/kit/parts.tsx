// The parts that run in the browser, each in its states, for whoever changes one of them.
'use client';
import { type ReactNode, useState } from 'react';
import { Bedside } from '#components/encounter/bedside';
import { NoticeLine } from '#components/encounter/notice-line';
import { OrderForm } from '#components/encounter/order-form';
import { PatientFigure } from '#components/encounter/patient-figure';
import type { Notice } from '#components/encounter/take';
import { Button } from '#components/ui/button';
import { Field, TextArea } from '#components/ui/field';
import type { EncounterView, OfferView } from '#machines/view';

const colours = [
  'bg-paper',
  'bg-sheet',
  'bg-raised',
  'bg-ink',
  'bg-muted',
  'bg-rule',
  'bg-edge',
  'bg-margin',
  'bg-accent',
  'bg-accent-wash',
  'bg-alert',
  'bg-alert-wash',
  'bg-caution',
  'bg-caution-wash',
  'bg-good',
  'bg-good-wash',
  'bg-screen',
  'bg-channel-hr',
  'bg-channel-pressure',
  'bg-channel-spo2',
  'bg-channel-rr',
  'bg-channel-temperature',
  'bg-channel-urine',
] as const;

const figures = [
  'well',
  'steady',
  'unwell',
  'compensating',
  'worsening-left-side',
  'profound',
  'arrest',
  'dead',
];

const notices: readonly Notice[] = [
  { kind: 'refused', refusal: { code: 'nothing-pending', params: {} } },
  { kind: 'conflict' },
  { kind: 'retrying', reason: 'offline' },
  { kind: 'failed', code: 'unexpected' },
];

function Shelf({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="eyebrow mb-2">{title}</h2>
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </section>
  );
}

export function Parts({
  bedside,
  offers,
}: {
  readonly bedside: EncounterView;
  readonly offers: readonly OfferView[];
}) {
  const [form, setForm] = useState<OfferView | null>(null);
  // Every second vital in alarm: both states side by side.
  const monitor = bedside.monitor.map((vital, place) =>
    place % 2 === 0 ? vital : { ...vital, alarm: 'low' as const },
  );
  const alarmed = { ...bedside, monitor, checkpoints: [] };
  const dosed = offers.filter(({ dosing }) => dosing !== null);
  return (
    <>
      <Shelf title="Colours">
        {colours.map((colour) => (
          <span key={colour} className="text-2xs">
            <span className={`block h-10 w-20 rounded-md border ${colour}`} />
            {colour.slice(3)}
          </span>
        ))}
      </Shelf>
      <Shelf title="Type">
        <p className="story">Serif for the story: he shivers on his left side with his hips flexed.</p>
        <p>Sans for the interface.</p>
        <p className="eyebrow">Eyebrow</p>
        <p className="figures">0123456789 80/50 (60)</p>
      </Shelf>
      <Shelf title="Buttons">
        {(['strong', 'plain', 'quiet', 'danger'] as const).map((look) => (
          <span key={look} className="flex items-center gap-2">
            <Button look={look}>{look}</Button>
            <Button look={look} small>
              small
            </Button>
            <Button look={look} disabled>
              disabled
            </Button>
          </span>
        ))}
      </Shelf>
      <Shelf title="Fields">
        <Field label="Label" hint="A hint" />
        <Field label="Label" wrong="What is wrong" defaultValue="99" />
        <TextArea label="Label" hint="A hint" />
      </Shelf>
      <Shelf title="Notices">
        {notices.map((notice) => (
          <NoticeLine
            key={JSON.stringify(notice)}
            notice={notice}
            nameOf={(item) => item}
            dismiss={() => undefined}
          />
        ))}
      </Shelf>
      <Shelf title="Patient">
        {figures.map((figure) => (
          <span key={figure} className="w-24 text-2xs">
            <PatientFigure figure={figure} attached={['order:monitoring', 'treat:oxygen-low-flow']} />
            {figure}
          </span>
        ))}
      </Shelf>
      <Shelf title="Order forms">
        {dosed.map((offer) => (
          <Button key={offer.id} onClick={() => setForm(offer)}>
            {offer.name}
          </Button>
        ))}
      </Shelf>
      {form !== null && (
        <OrderForm
          weight={78}
          key={form.id}
          offer={form}
          place={() => setForm(null)}
          gather={() => setForm(null)}
          close={() => setForm(null)}
        />
      )}
      <Shelf title="Bedside">
        <div className="h-[50rem] w-full overflow-hidden rounded-lg border">
          <Bedside
            view={alarmed}
            offers={offers}
            take={() => undefined}
            understand={() => Promise.resolve(null)}
            notice={null}
            dismiss={() => undefined}
            figureUrl={() => ''}
            tools={null}
          />
        </div>
      </Shelf>
    </>
  );
}
