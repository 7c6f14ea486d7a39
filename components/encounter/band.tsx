// The band over the bedside: who the patient is, where, what time it is, what is still to come, and the way out.
'use client';
import { Clock, Hourglass, MapPin, X } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import type { StepInput } from '#machines/step';
import type { EncounterView, PendingView } from '#machines/view';
import { plain } from '../prose';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useWords } from '../words-provider';
import { useTicking } from './ticking';

function PatientTime({ now, arrival }: { readonly now: number; readonly arrival: number }) {
  const { t, span, clock, day } = useWords();
  const shown = useTicking(now);
  const today = day(arrival, shown);
  return (
    <p className="figures flex items-baseline gap-2 whitespace-nowrap" aria-label={t('band.time')}>
      <span className="text-sm font-semibold text-accent sm:text-base">T+{span(shown)}</span>
      <span className="flex items-center gap-1 text-sm text-muted">
        <Clock aria-hidden size={13} className="hidden self-center sm:block" />
        {clock(arrival, shown)}
        {today > 1 && <span> · {t('band.day', { day: today })}</span>}
      </span>
    </p>
  );
}

function PendingRow({
  row,
  view,
  take,
}: {
  readonly row: PendingView;
  readonly view: EncounterView;
  readonly take: (step: StepInput) => void;
}) {
  const { t, clock, span, day } = useWords();
  const { arrival, now } = view;
  const due = row.dueAt;
  const when = (at: number): string =>
    day(arrival, at) === day(arrival, now)
      ? clock(arrival, at)
      : `${clock(arrival, at)} (${t('band.day', { day: day(arrival, at) })})`;
  return (
    <li className="flex items-center gap-2 border-t py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{row.name}</p>
        <p className="figures text-xs text-muted">
          {due === null ? t('pending.open') : t('pending.due', { clock: when(due), span: span(due - now) })}
        </p>
      </div>
      {row.cancellable && view.phase === 'bedside' && (
        <Button small look="quiet" onClick={() => take({ do: `cancel:${row.item}` })}>
          {t('pending.cancel')}
          <span className="sr-only"> {row.name}</span>
        </Button>
      )}
    </li>
  );
}

export function PendingList({
  view,
  take,
}: {
  readonly view: EncounterView;
  readonly take: (step: StepInput) => void;
}) {
  const { t } = useWords();
  const rows = view.pending.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
  if (rows.length === 0) return <p className="text-sm text-muted">{t('pending.nothing')}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <PendingRow key={`${row.item} ${row.orderedAt} ${row.kind}`} row={row} view={view} take={take} />
      ))}
    </ul>
  );
}

/** `finish` asks for the end of the bedside; the caller confirms. `tools` are the way home, language and theme. */
export const Band = memo(function Band({
  view,
  take,
  finish,
  tools,
}: {
  readonly view: EncounterView;
  readonly take: (step: StepInput) => void;
  readonly finish: () => void;
  readonly tools: ReactNode;
}) {
  const { t, number } = useWords();
  const [open, setOpen] = useState(false);
  const { patient } = view;
  const next = view.pending.reduce<number | null>(
    (least, { dueAt }) => (dueAt === null ? least : Math.min(least ?? dueAt, dueAt)),
    null,
  );
  return (
    <header className="border-b border-edge bg-sheet px-3 py-2 sm:px-4">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 lg:flex lg:gap-x-4">
        {/* On a narrow screen the name shares its line with the tools, and what is known of the patient has one of its own. */}
        <div className="contents min-w-0 grow lg:block">
          <h1 className="font-serif text-lg leading-6 font-semibold sm:text-xl">{patient.name}</h1>
          <p className="col-span-2 row-start-2 flex flex-wrap gap-x-2 text-xs text-muted sm:text-sm">
            <span>
              {t('band.person', {
                age: patient.age,
                sex: t(patient.sex === 'male' ? 'sex.male' : 'sex.female'),
                weight: number(patient.weight),
              })}
            </span>
            {patient.allergies !== null && (
              <span className="font-medium text-ink">
                {t('band.allergies', { text: plain(patient.allergies) })}
              </span>
            )}
            {patient.location.length > 0 && (
              <span className="flex items-center gap-0.5">
                <MapPin aria-hidden size={12} />
                {plain(patient.location)}
              </span>
            )}
          </p>
        </div>
        <div className="justify-self-end lg:order-last">{tools}</div>
        <PatientTime now={view.now} arrival={view.arrival} />
        <div className="flex items-center gap-2">
          <Button small onClick={() => setOpen(true)} aria-haspopup="dialog">
            <Hourglass aria-hidden size={13} className="shrink-0" />
            <span className="whitespace-nowrap max-xs:sr-only">
              {t('pending.count', { count: view.pending.length })}
            </span>
            <span aria-hidden className="figures xs:hidden">
              {view.pending.length}
            </span>
            {next !== null && <PendingNext at={next} arrival={view.arrival} />}
          </Button>
          {view.phase === 'bedside' && (
            <Button small look="danger" onClick={finish} aria-haspopup="dialog">
              <X aria-hidden size={13} />
              {t('band.finish')}
            </Button>
          )}
        </div>
      </div>
      {open && (
        <Dialog title={t('pending.title')} close={() => setOpen(false)} closeLabel={t('dialog.close')}>
          <PendingList view={view} take={take} />
        </Dialog>
      )}
    </header>
  );
});

function PendingNext({ at, arrival }: { readonly at: number; readonly arrival: number }) {
  const { clock } = useWords();
  return <span className="figures hidden text-muted sm:inline">· {clock(arrival, at)}</span>;
}
