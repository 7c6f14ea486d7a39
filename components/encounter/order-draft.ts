// An order while it is written: its amounts as typed, what is wrong with them, the step they make, the sentence of a preset.
import type { StepInput } from '#machines/step';
import type { OfferDosing, OfferPreset, OfferView } from '#machines/view';
import type { Words } from '../words';
import type { Typed } from './found';
import { asWritten, faultOf } from './quantity-text';

const amounts = ['dose', 'rate', 'over', 'every'] as const;
export type Amount = (typeof amounts)[number];
export type Draft = { readonly [amount in Amount]: string } & { readonly route: string };
type Preset = OfferPreset;

export const empty: Draft = { dose: '', rate: '', over: '', every: '', route: '' };
export const shownAs = (words: Words, text: string): string =>
  words.language === 'it' ? text.replaceAll(/(\d)\.(\d)/g, '$1,$2') : text;

/** A preset with what was typed in its place. */
export const draftOf = (
  words: Words,
  preset: Preset | undefined,
  dosing: OfferDosing,
  typed: Typed = {},
): Draft => ({
  ...empty,
  ...Object.fromEntries(
    amounts.map((amount) => [amount, shownAs(words, typed[amount] ?? preset?.[amount] ?? '')]),
  ),
  // The first route is the usual one.
  route: typed['route'] ?? preset?.route ?? dosing.routes[0] ?? '',
});

/** Which amounts a way of dosing is written with. */
export function amountsOf(dosing: OfferDosing): readonly Amount[] {
  const all = [...dosing.presets, ...(dosing.renal ?? []).map(({ preset }) => preset)];
  const has = (amount: Amount) => all.some((preset) => preset?.[amount] !== undefined);
  return amounts.filter((amount) => {
    if (amount === 'dose') return dosing.dose !== null || has('dose');
    if (amount === 'rate') return dosing.rate !== null || has('rate');
    return has(amount) || (amount === 'over' && dosing.mode === 'bolus' && dosing.dose !== null);
  });
}

export function faultsOf(
  draft: Draft,
  dosing: OfferDosing,
): { readonly [amount in Amount]?: ReturnType<typeof faultOf> } {
  const unit = { dose: dosing.unit, rate: dosing.rateUnit, over: 'min', every: 'h' };
  const bounds = { dose: dosing.dose, rate: dosing.rate, over: null, every: null };
  return Object.fromEntries(
    amountsOf(dosing)
      .map((amount) => [amount, faultOf(draft[amount], unit[amount], bounds[amount])] as const)
      // A duration or an interval may be left to the usual one.
      .filter(([amount, fault]) => !(fault === 'empty' && (amount === 'over' || amount === 'every'))),
  );
}

export function stepOf(offer: OfferView, draft: Draft, chosen: readonly string[], text: string): StepInput {
  const { dosing } = offer;
  const filled: { [name: string]: unknown } = {};
  if (dosing !== null) {
    for (const amount of amountsOf(dosing)) {
      const unit = { dose: dosing.unit, rate: dosing.rateUnit, over: 'min', every: 'h' }[amount];
      if (draft[amount].trim() !== '') filled[amount] = asWritten(draft[amount], unit);
    }
    if (draft.route !== '') filled['route'] = draft.route;
  }
  if (offer.choices.length > 0) filled['choices'] = chosen;
  if (text.trim() !== '') filled['text'] = text.trim();
  return Object.keys(filled).length === 0 ? { do: offer.id } : { do: offer.id, with: filled };
}

export function sentenceOf(words: Words, preset: Preset): string {
  const { t, find } = words;
  return [
    preset.dose === undefined ? null : shownAs(words, preset.dose),
    preset.rate === undefined ? null : shownAs(words, preset.rate),
    preset.route === undefined ? null : (find(`route.${preset.route}`) ?? preset.route),
    preset.over === undefined ? null : t('form.sentence.over', { over: preset.over }),
    preset.every === undefined ? null : t('form.sentence.every', { every: preset.every }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
