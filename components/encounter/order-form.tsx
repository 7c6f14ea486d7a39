// An order written as a sentence: presets to start from, fields to change, and what is wrong before it can be placed.
'use client';
import { useId, useRef, useState } from 'react';
import type { StepInput } from '#machines/step';
import type { OfferDosing, OfferPreset, OfferView } from '#machines/view';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, inputClass, TextArea } from '../ui/field';
import { useWords } from '../words-provider';
import { useDraft, useDraftOf } from './drafts';
import { byWeightSentence } from './by-weight';
import type { Typed } from './found';
import { readQuantity } from './quantity-text';
import {
  type Amount,
  amountsOf,
  type Draft,
  draftOf,
  empty,
  faultsOf,
  sentenceOf,
  shownAs,
  stepOf,
} from './order-draft';
import { OfferNotes, OfferSample } from './offer-row';
import { RenalBands } from './renal-bands';
import { emptyHandover, isHandover, mostOfPart, parts, readHandover, textOf } from './sbar';
import { canGather } from './verbs';

function DosingFields({
  dosing,
  weight,
  draft,
  change,
  tried,
}: {
  readonly dosing: OfferDosing;
  readonly weight: number;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly tried: boolean;
}) {
  const words = useWords();
  const { t, find, number } = words;
  const faults = faultsOf(draft, dosing);
  const boundsOf = (amount: Amount) =>
    amount === 'dose' ? dosing.dose : amount === 'rate' ? dosing.rate : null;
  const hintOf = (amount: Amount) => {
    const bounds = boundsOf(amount);
    const unit = amount === 'dose' ? dosing.unit : dosing.rateUnit;
    return bounds === null
      ? undefined
      : t('form.bounds', { least: number(bounds.least), most: number(bounds.most), unit: unit ?? '' });
  };
  const wholeOf = (amount: Amount) =>
    amount === 'dose' || amount === 'rate'
      ? byWeightSentence(words, draft[amount], amount === 'dose' ? dosing.unit : dosing.rateUnit, weight)
      : null;
  const isFilled = (preset: OfferPreset) =>
    (preset.route === undefined || preset.route === draft.route) &&
    amountsOf(dosing).every((amount) => draft[amount] === shownAs(words, preset[amount] ?? ''));
  return (
    <>
      {dosing.presets.length > 0 && (
        <fieldset className="mb-4">
          <legend className="eyebrow mb-1">{t('form.presets')}</legend>
          <div className="flex flex-wrap gap-1.5">
            {dosing.presets.map((preset) => {
              const sentence = sentenceOf(words, preset);
              return (
                <button
                  key={sentence}
                  type="button"
                  aria-pressed={isFilled(preset)}
                  onClick={() => change(draftOf(words, preset, dosing))}
                  className="figures min-h-9 rounded-md border border-edge bg-raised px-2.5 text-sm hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
                >
                  {sentence === '' ? t('form.usual') : sentence}
                </button>
              );
            })}
          </div>
        </fieldset>
      )}
      <RenalBands
        dosing={dosing}
        // What a row leaves open is as in the first usual order.
        fill={(preset) => change(draftOf(words, { ...dosing.presets[0], ...preset }, dosing))}
        isFilled={(preset) => isFilled({ ...dosing.presets[0], ...preset })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {amountsOf(dosing).map((amount) => {
          const fault = faults[amount] ?? null;
          const shown =
            fault !== null && (tried || (fault !== 'empty' && readQuantity(draft[amount]) !== null));
          return (
            <Field
              key={amount}
              label={t(`form.${amount}`)}
              value={draft[amount]}
              inputMode="text"
              autoComplete="off"
              onChange={(event) => change({ ...draft, [amount]: event.target.value })}
              hint={[wholeOf(amount), hintOf(amount)].filter(Boolean).join(' · ')}
              wrong={shown ? `${t(`form.fault.${fault}`)} ${hintOf(amount) ?? ''}`.trim() : null}
            />
          );
        })}
        {dosing.routes.length > 1 && (
          <label className="text-sm font-medium">
            <span className="mb-1 block">{t('form.route')}</span>
            <select
              className={inputClass}
              value={draft.route}
              aria-invalid={tried && draft.route === '' ? true : undefined}
              onChange={(event) => change({ ...draft, route: event.target.value })}
            >
              <option value="">{t('form.route.choose')}</option>
              {dosing.routes.map((route) => (
                <option key={route} value={route}>
                  {find(`route.${route}`) ?? route}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}

/** In whom the ward avoids it or gives it with care: the same line for every patient. */
function Against({ offer: { avoided, careful } }: { readonly offer: OfferView }) {
  const { t } = useWords();
  if (avoided === undefined && careful === undefined) return null;
  return (
    <p className="mt-4 text-xs text-muted">
      {avoided !== undefined && (
        <span className="block">{t('form.avoided', { names: avoided.join(' · ') })}</span>
      )}
      {careful !== undefined && (
        <span className="block">{t('form.careful', { names: careful.join(' · ') })}</span>
      )}
    </p>
  );
}

/** `gather` adds the order to those that are signed together; `place` sends it at once. `typed` stood in the bar beside the item, or in an order that came back: `refused` says why. `weight` in kg. */
export function OrderForm({
  offer,
  weight,
  typed = null,
  refused = null,
  place,
  gather,
  close,
}: {
  readonly offer: OfferView;
  readonly weight: number;
  readonly typed?: Typed | null;
  readonly refused?: string | null;
  readonly place: (step: StepInput) => void;
  readonly gather: (step: StepInput) => void;
  readonly close: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { dosing, choices } = offer;
  const [draft, setDraft] = useState<Draft>(() =>
    dosing === null ? empty : draftOf(words, dosing.presets[0], dosing, typed ?? {}),
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [free, setText] = useDraft(`words ${offer.id}`, '');
  const [handover, setHandover] = useDraftOf(`handover ${offer.id}`, emptyHandover, readHandover);
  const inParts = isHandover(offer.id);
  const text = inParts ? textOf(handover, (part) => t(`sbar.${part}`)) : free;
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const told = useId();
  const faults =
    dosing === null ? [] : Object.values(faultsOf(draft, dosing)).filter((fault) => fault !== null);
  const lacksChoice = choices.length > 0 && chosen.length === 0;
  const lacksRoute = dosing !== null && dosing.routes.length > 1 && draft.route === '';
  const send = (how: (step: StepInput) => void) => {
    setTried(true);
    if (faults.length > 0 || lacksChoice || lacksRoute) {
      // Once the faults are marked: to the first of them, which then is told.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    how(stepOf(offer, draft, chosen, text));
    setText('');
    setHandover(emptyHandover);
  };
  const tick = (id: string) => {
    if (!offer.manyChoices) setChosen([id]);
    else setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <Dialog
      title={offer.name}
      eyebrow={offer.group.join(' · ')}
      close={close}
      closeLabel={t('dialog.close')}
      alertOf={refused === null ? undefined : told}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          send(place);
        }}
      >
        <div className="mb-3 empty:hidden">
          <OfferSample offer={offer} />
          <OfferNotes offer={offer} />
        </div>
        {dosing !== null && (
          <DosingFields dosing={dosing} weight={weight} draft={draft} change={setDraft} tried={tried} />
        )}
        {choices.length > 0 && (
          <fieldset className="space-y-1">
            <legend className="eyebrow mb-1">
              {t(offer.manyChoices ? 'form.choices.several' : 'form.choices.single')}
            </legend>
            {choices.map(({ id, name }) => (
              <label
                key={id}
                className="flex min-h-10 items-center gap-2.5 rounded-md border bg-raised px-3 text-sm has-checked:border-accent has-checked:bg-accent-wash"
              >
                <input
                  type={offer.manyChoices ? 'checkbox' : 'radio'}
                  name="choice"
                  checked={chosen.includes(id)}
                  onChange={() => tick(id)}
                  className="size-4 shrink-0 accent-accent"
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        {inParts &&
          parts.map((part) => (
            <TextArea
              key={part}
              className="mt-3"
              label={t(`sbar.${part}`)}
              hint={t(`sbar.${part}.hint`)}
              rows={2}
              maxLength={mostOfPart}
              value={handover[part]}
              onChange={(event) => setHandover({ ...handover, [part]: event.target.value })}
            />
          ))}
        {offer.verb === 'tell' && !inParts && (
          <TextArea
            className="mt-4"
            label={t('form.words')}
            rows={3}
            maxLength={2000}
            value={free}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <Against offer={offer} />
        <p id={told} role="alert" className="mt-3 text-sm text-alert empty:hidden">
          {tried && lacksChoice
            ? t('form.fault.choice')
            : tried && lacksRoute
              ? t('form.fault.route')
              : (refused ?? '')}
        </p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          {canGather(offer) && <Button onClick={() => send(gather)}>{t('form.gather')}</Button>}
          <Button type="submit" look="strong">
            {t('form.place')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
