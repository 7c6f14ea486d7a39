// Where the learner acts: the bar, the lists, the order form, the gathered orders, and the reasoning pad beside them.
'use client';
import { CircleHelp } from 'lucide-react';
import { Activity, memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { StepInput } from '#machines/step';
import type { EncounterView, OfferView } from '#machines/view';
import { PanelBoundary } from '../panel-boundary';
import { useSteady } from '../steady';
import { Tabs } from '../ui/tabs';
import { useWords } from '../words-provider';
import { ActBar } from './act-bar';
import { Browse } from './browse';
import { type Asked, ConfirmOrders, ordersOf } from './confirm-orders';
import { useDraftOf } from './drafts';
import { type Found, halts, type Typed } from './found';
import { HintButton, Hints } from './hints';
import { OrderForm } from './order-form';
import { OrderTray } from './order-tray';
import { cannotSpeak } from './patient-look';
import { Reasoning } from './reasoning';
import type { Take } from './take';
import type { Understand } from './use-found';
import { asksFirst, canGather } from './verbs';

const none: readonly OfferView[] = [];
const amounts = ['dose', 'rate', 'over', 'every', 'route'] as const;

/** The amounts of an order that came back, as they were typed. */
const typedIn = (step: StepInput): Typed =>
  Object.fromEntries(
    amounts.flatMap((name) => {
      const value = step.with?.[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );

const noOrders: readonly StepInput[] = [];
const isStep = (value: unknown): value is StepInput =>
  typeof value === 'object' && value !== null && 'do' in value && typeof value.do === 'string';
const readOrders = (kept: unknown): readonly StepInput[] | null =>
  Array.isArray(kept) && kept.every(isStep) ? kept : null;

type Side = 'act' | 'reasoning';

export interface Refused {
  readonly step: StepInput;
  readonly sentence: string;
}

/** `show` is called when a key asks for the bar, so that a narrow screen can turn to it. */
export const ActPanel = memo(function ActPanel({
  view,
  offers,
  nameOf,
  take,
  understand,
  show,
  toConfirm,
  refused,
  dismiss,
  openQuestions,
  reopen,
}: {
  readonly view: EncounterView;
  readonly offers: readonly OfferView[] | null;
  readonly nameOf: (item: string) => string;
  readonly take: Take;
  readonly understand: Understand;
  readonly show: () => void;
  /** an order that waits for its confirmation */
  readonly toConfirm: Asked | null;
  /** an order that was refused, and why in a sentence: it comes back to be put right */
  readonly refused: Refused | null;
  readonly dismiss: () => void;
  readonly openQuestions: number;
  readonly reopen: () => void;
}) {
  const { t } = useWords();
  const panel = useId();
  const input = useRef<HTMLInputElement>(null);
  const [side, setSide] = useState<Side>('act');
  const [hinting, setHinting] = useState(false);
  const [form, setForm] = useState<{ readonly offer: OfferView; readonly typed: Typed | null } | null>(null);
  const [orders, setOrders] = useDraftOf('orders', noOrders, readOrders);
  const done = useMemo(() => new Set(view.chart.flatMap(({ item }) => item ?? [])), [view.chart]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      const asked = (event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
      if (!asked || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      show();
      setSide('act');
      requestAnimationFrame(() => input.current?.focus());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [show]);
  // What was signed together goes back to the tray: nothing is dropped in silence.
  useEffect(() => {
    const back = refused === null ? [] : ordersOf(refused.step);
    if (back.length > 0) setOrders([...back, ...orders]);
    // Once for each refusal.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [refused]);
  const returned = refused === null ? undefined : offers?.find(({ id }) => id === refused.step.do);
  const gatherStep = (step: StepInput) => setOrders([...orders, step]);
  const choose = useSteady((offer: OfferView) => {
    if (asksFirst(offer)) setForm({ offer, typed: null });
    else take({ do: offer.id });
  });
  const gather = useSteady((offer: OfferView) => {
    if (asksFirst(offer)) setForm({ offer, typed: null });
    else gatherStep({ do: offer.id });
  });
  const chooseFound = (found: Found, together: boolean) => {
    const { offer, typed, step } = found;
    if (halts(found)) take(step);
    else if (asksFirst(offer)) setForm({ offer, typed });
    else if (together && canGather(offer)) gatherStep(step);
    else take(step);
  };
  const chooseAll = (all: readonly Found[]) => {
    const orders = all.map(({ step }) => step);
    if (all.every(({ offer, action }) => action === null && canGather(offer)))
      take({ do: 'sign', with: { orders } });
    else take(...orders);
  };
  return (
    <section
      aria-label={t('act.title')}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto rounded-lg border bg-sheet shadow-sheet"
    >
      <div className="flex items-center border-b px-2">
        <div className="min-w-0 flex-1">
          <Tabs
            label={t('act.title')}
            panel={panel}
            chosen={side}
            choose={setSide}
            tabs={[
              { id: 'act', label: t('act.tab') },
              { id: 'reasoning', label: t('reasoning.tab') },
            ]}
          />
        </div>
        {view.hintCosts.length > 0 && <HintButton open={hinting} toggle={() => setHinting(!hinting)} />}
      </div>
      {openQuestions > 0 && (
        <button
          type="button"
          onClick={reopen}
          className="flex min-h-9 items-center gap-2 border-b bg-caution-wash px-3 text-left text-xs font-medium text-caution -outline-offset-3 hover:underline"
        >
          <CircleHelp aria-hidden size={14} className="shrink-0" />
          {t('checkpoint.open', { count: openQuestions })}
        </button>
      )}
      {hinting && view.hintCosts.length > 0 && (
        <Hints hints={view.hints} costs={view.hintCosts} now={view.now} take={take} />
      )}
      <div
        id={panel}
        role="tabpanel"
        aria-label={t(side === 'act' ? 'act.tab' : 'reasoning.tab')}
        className="flex min-h-56 flex-1 flex-col"
      >
        {side === 'reasoning' && (
          <PanelBoundary key="reasoning" name={t('reasoning.tab')} turn={view.sequence}>
            <Reasoning notes={view.notes} take={take} />
          </PanelBoundary>
        )}
        {/* The lists stay as they were left. */}
        <Activity mode={side === 'act' ? 'visible' : 'hidden'}>
          <ActBar
            offers={offers ?? none}
            choose={chooseFound}
            chooseAll={chooseAll}
            understand={understand}
            input={input}
            silent={cannotSpeak(view.patient.figure)}
          >
            {offers === null ? (
              <p className="p-4 text-sm text-muted">{t('act.loading')}</p>
            ) : (
              <PanelBoundary name={t('act.title')} turn={view.sequence}>
                <Browse offers={offers} done={done} choose={choose} gather={gather} />
              </PanelBoundary>
            )}
          </ActBar>
        </Activity>
      </div>
      <OrderTray
        orders={orders}
        nameOf={nameOf}
        remove={(place) => setOrders(orders.toSpliced(place, 1))}
        clear={() => setOrders([])}
        take={take}
      />
      {toConfirm !== null && (
        <ConfirmOrders
          asked={toConfirm}
          nameOf={nameOf}
          place={(step) => {
            dismiss();
            take(step);
          }}
          back={() => {
            // Orders that were signed together go back to the tray.
            setOrders([...ordersOf(toConfirm.step), ...orders]);
            dismiss();
          }}
        />
      )}
      {form === null && returned !== undefined && refused !== null && (
        <PanelBoundary key={`${refused.step.do} ${refused.sentence}`} name={returned.name}>
          <OrderForm
            offer={returned}
            weight={view.patient.weight}
            typed={typedIn(refused.step)}
            refused={refused.sentence}
            close={dismiss}
            place={take}
            gather={(step) => {
              dismiss();
              gatherStep(step);
            }}
          />
        </PanelBoundary>
      )}
      {form !== null && (
        <PanelBoundary key={form.offer.id} name={form.offer.name}>
          <OrderForm
            offer={form.offer}
            weight={view.patient.weight}
            typed={form.typed}
            close={() => setForm(null)}
            place={(step) => {
              setForm(null);
              take(step);
            }}
            gather={(step) => {
              setForm(null);
              gatherStep(step);
            }}
          />
        </PanelBoundary>
      )}
    </section>
  );
});
