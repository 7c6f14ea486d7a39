// The bedside, whole: band, patient, chart, act and time; three columns on a desk, one with a bar below on a phone.
'use client';
import { BookOpenText, Clock, HeartPulse, type LucideIcon, Plus } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { EncounterView, OfferView } from '#machines/view';
import { LiveLine } from '../live-clock/live-line';
import { stopSentence } from '../live-clock/live-words';
import { type LiveDoor, useLiveClock } from '../live-clock/use-live-clock';
import { PanelBoundary } from '../panel-boundary';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { WordKey } from '../words';
import { useWords } from '../words-provider';
import { ActPanel } from './act-panel';
import { Announcer } from './announcer';
import { Band, PendingList } from './band';
import { Chart } from './chart';
import { CheckpointDialog } from './checkpoint';
import { Closing } from './closing';
import { Drafts } from './drafts';
import { FirstMinute, useTour } from './first-minute';
import { FocusKept } from './focus-kept';
import { LatestLine } from './latest-line';
import { Monitor } from './monitor';
import { NoticeLine, refusedOrder } from './notice-line';
import { PatientPanel } from './patient-panel';
import { RunningList } from './running-list';
import type { Notice, Take } from './take';
import { TimeControl } from './time-control';
import type { Understand } from './use-found';

type Place = 'patient' | 'chart' | 'act' | 'time';
const places: readonly { readonly id: Place; readonly key: WordKey; readonly icon: LucideIcon }[] = [
  { id: 'patient', key: 'place.patient', icon: HeartPulse },
  { id: 'chart', key: 'place.chart', icon: BookOpenText },
  { id: 'act', key: 'place.act', icon: Plus },
  { id: 'time', key: 'place.time', icon: Clock },
];

/** `marked` is the place that a newcomer is being told about. */
function BottomBar({
  place,
  marked,
  go,
}: {
  readonly place: Place;
  readonly marked: string | null;
  readonly go: (place: Place) => void;
}) {
  const { t } = useWords();
  return (
    <nav
      aria-label={t('place.title')}
      className="grid grid-cols-4 border-t border-edge bg-sheet pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.map(({ id, key, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-current={id === place ? 'page' : undefined}
          onClick={() => go(id)}
          className={`flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-2 border-transparent text-xs text-muted -outline-offset-3 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent ${
            id === marked ? 'rounded-md outline-3 outline-accent' : ''
          }`}
        >
          <Icon aria-hidden size={19} />
          {t(key)}
        </button>
      ))}
    </nav>
  );
}

export interface BedsideProps {
  readonly view: EncounterView;
  /** null while they are on their way */
  readonly offers: readonly OfferView[] | null;
  readonly take: Take;
  /** asks the server what is meant by what is typed */
  readonly understand: Understand;
  readonly notice: Notice | null;
  readonly dismiss: () => void;
  readonly figureUrl: (figure: string) => string;
  readonly tools: ReactNode;
  /** shows a newcomer the four things to know */
  readonly newcomer?: boolean;
  /** lets patient time run by itself; without it only steps of the learner's move it */
  readonly liveDoor?: LiveDoor | null;
}

export function Bedside({
  view,
  offers,
  take,
  understand,
  notice,
  dismiss,
  figureUrl,
  tools,
  newcomer = false,
  liveDoor = null,
}: BedsideProps) {
  const words = useWords();
  const { t } = words;
  const [place, setPlace] = useState<Place>('chart');
  const [leaving, setLeaving] = useState(false);
  const tour = useTour(newcomer, view.sequence);
  const live = useLiveClock(liveDoor, view, notice, take, tour.stop !== null);
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  // Follow-up questions come with the view, once they are open.
  // The list stays the same object until one more is open.
  const openedNow = view.opened.map(({ id }) => id).join(' ');
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const all = useMemo(() => (offers === null ? null : [...offers, ...view.opened]), [offers, openedNow]);
  const names = useMemo(() => new Map(all?.map(({ id, name }) => [id, name]) ?? []), [all]);
  const nameOf = useCallback((item: string) => names.get(item) ?? item, [names]);
  const showAct = useCallback(() => setPlace('act'), []);
  const leave = useCallback(() => setLeaving(true), []);
  const reopen = useCallback(() => setPutOff([]), []);
  const open = view.phase === 'bedside' ? view.checkpoints.filter(({ answered }) => answered === null) : [];
  const toConfirm = useMemo(
    () =>
      notice?.kind === 'refused' && notice.step !== undefined && notice.refusal.warnings !== undefined
        ? { step: notice.step, warnings: notice.refusal.warnings }
        : null,
    [notice],
  );
  const refused = useMemo(() => refusedOrder(notice, words, nameOf), [notice, words, nameOf]);
  // What is asked of an order stands in the act panel, which a narrow screen may not be showing.
  const asksOfOrder = toConfirm !== null || refused !== null;
  useEffect(() => {
    if (asksOfOrder) showAct();
  }, [asksOfOrder, showAct]);
  const asked = open.find(({ id }) => !putOff.includes(id));
  const closing = view.phase === 'closing';
  const turn = view.sequence;
  // On a phone one place is shown at a time; from 768 px on all are.
  const shown = (...here: readonly Place[]) => (here.includes(place) ? 'flex' : 'hidden md:flex');
  return (
    <Drafts attempt={view.attempt}>
      <FocusKept>
        {/* A window lower than this scrolls as a whole, so that every part keeps room to be used. */}
        <div className="flex h-full min-h-[34rem] flex-col">
          <div className={tour.mark('finish')}>
            <PanelBoundary name={t('band.page')} turn={turn}>
              <Band view={view} take={take} finish={leave} tools={tools} />
            </PanelBoundary>
          </div>
          <div className="space-y-2 px-2 pt-2 empty:hidden md:px-3">
            <NoticeLine
              notice={toConfirm === null && (refused === null || refused.step.do === 'sign') ? notice : null}
              nameOf={nameOf}
              dismiss={dismiss}
            />
            {live !== null && live.rate > 0 && <LiveLine live={live} view={view} />}
            {tour.stop !== null && view.phase === 'bedside' && (
              <FirstMinute
                stop={tour.stop}
                live={view.clock.required}
                place={tour.place}
                next={() => {
                  const stop = tour.next();
                  if (stop !== null) setPlace(stop === 'finish' ? 'chart' : stop);
                }}
                skip={tour.skip}
              />
            )}
          </div>
          <main className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] gap-3 p-2 md:grid-cols-[17.5rem_minmax(0,1fr)] md:p-3 xl:grid-cols-[19rem_minmax(0,1fr)_23rem]">
            <section
              // It may scroll with nothing in it that takes the focus.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              aria-label={t('place.patient')}
              className={`${closing ? 'hidden md:flex' : shown('patient')} min-h-0 flex-col gap-3 overflow-y-auto xl:row-auto`}
            >
              <div className={tour.mark('patient')}>
                <PanelBoundary name={t('monitor.title')} turn={turn}>
                  <Monitor monitor={view.monitor} patient={view.patient} now={view.now} />
                </PanelBoundary>
              </div>
              <PanelBoundary name={t('place.patient')} turn={turn}>
                <PatientPanel patient={view.patient} />
              </PanelBoundary>
              <PanelBoundary name={t('running.title')} turn={turn}>
                <RunningList
                  running={view.running}
                  now={view.now}
                  weight={view.patient.weight}
                  take={closing ? null : take}
                />
              </PanelBoundary>
            </section>
            <div
              className={`min-h-0 grid-cols-1 gap-3 xl:col-span-2 ${
                closing
                  ? 'space-y-3 overflow-y-auto lg:grid lg:grid-cols-2 lg:grid-rows-[minmax(0,1fr)] lg:space-y-0 lg:overflow-visible'
                  : `${place === 'patient' ? 'hidden md:grid' : 'grid'} md:grid-rows-[minmax(0,1fr)_minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-1`
              }`}
            >
              {closing && (
                <div className="min-h-0 lg:overflow-y-auto">
                  <PanelBoundary name={t('closing.title')} turn={turn}>
                    <Closing view={view} take={take} />
                  </PanelBoundary>
                </div>
              )}
              <div className={`${closing ? 'flex h-[75dvh] lg:h-auto' : shown('chart')} min-h-0 flex-col`}>
                <PanelBoundary name={t('chart.title')} turn={turn}>
                  <Chart chart={view.chart} arrival={view.arrival} figureUrl={figureUrl} />
                </PanelBoundary>
              </div>
              {!closing && (
                <div className={`${shown('act', 'time')} min-h-0 flex-col gap-3`}>
                  <div className={`${shown('act')} min-h-0 flex-1 flex-col ${tour.mark('act')}`}>
                    <PanelBoundary name={t('act.title')} turn={turn}>
                      <ActPanel
                        view={view}
                        offers={all}
                        nameOf={nameOf}
                        take={take}
                        understand={understand}
                        show={showAct}
                        toConfirm={toConfirm}
                        refused={refused}
                        dismiss={dismiss}
                        openQuestions={open.length}
                        reopen={reopen}
                      />
                    </PanelBoundary>
                  </div>
                  <div
                    className={`${shown('time')} min-h-0 flex-col gap-3 max-md:overflow-y-auto ${tour.mark('time')}`}
                  >
                    <PanelBoundary name={t('time.title')} turn={turn}>
                      <TimeControl view={view} take={take} live={live} liveChosen={tour.skip} />
                    </PanelBoundary>
                    <section
                      aria-label={t('pending.title')}
                      className="shrink-0 rounded-lg border bg-sheet p-3 md:hidden"
                    >
                      <h2 className="eyebrow mb-1">{t('pending.title')}</h2>
                      <PanelBoundary name={t('pending.title')} turn={turn}>
                        <PendingList view={view} take={take} />
                      </PanelBoundary>
                    </section>
                  </div>
                </div>
              )}
            </div>
          </main>
          <PanelBoundary name={null} turn={turn}>
            {!closing && place !== 'chart' && <LatestLine view={view} open={() => setPlace('chart')} />}
          </PanelBoundary>
          {!closing && <BottomBar place={place} marked={tour.stop} go={setPlace} />}
          <PanelBoundary name={null} turn={turn}>
            <Announcer
              view={view}
              live={live !== null && live.rate > 0 && live.stands === null}
              aside={stopSentence(live, words)}
            />
          </PanelBoundary>
          {asked !== undefined && !leaving && (
            <PanelBoundary key={asked.id} name={t('act.title')} turn={turn}>
              <CheckpointDialog
                checkpoint={asked}
                answer={(options) => take({ do: `answer:${asked.id}`, with: { options } })}
                later={() => setPutOff(open.map(({ id }) => id))}
              />
            </PanelBoundary>
          )}
          {leaving && (
            <Dialog title={t('finish.title')} close={() => setLeaving(false)} closeLabel={t('dialog.close')}>
              <p className="story">{t('finish.text')}</p>
              <div className="mt-5 flex flex-wrap justify-end gap-2">
                <Button onClick={() => setLeaving(false)}>{t('dialog.back')}</Button>
                <Button
                  look="strong"
                  onClick={() => {
                    setLeaving(false);
                    take({ do: 'finish' });
                  }}
                >
                  {t('finish.go')}
                </Button>
              </div>
            </Dialog>
          )}
        </div>
      </FocusKept>
    </Drafts>
  );
}
