// What an amount by body weight comes to for this patient, as it is set on a pump or drawn up.
import type { Words } from '../words';
import { readQuantity } from './quantity-text';

export interface Amount {
  readonly value: number;
  readonly unit: string;
}

const digits = (value: number): number => Number(value.toPrecision(3));

/** `text` as typed, `unit` where none was typed, `weight` in kg: "0.1 mcg/kg/min" at 78 kg is 7.8 mcg/min and 0.468 mg/h. None for amounts that do not go by weight. */
export function byWeight(text: string, unit: string | null, weight: number): readonly Amount[] {
  const read = readQuantity(text);
  const written = (read?.unit ?? unit ?? '').replaceAll(/\s/g, '');
  if (read === null || !written.includes('/kg')) return [];
  const whole = written.replace('/kg', '');
  const value = read.value * weight;
  const hourly = /^(mcg|µg|μg|gamma)\/min$/i.test(whole)
    ? [{ value: digits((value * 60) / 1000), unit: 'mg/h' }]
    : [];
  return [{ value: digits(value), unit: whole }, ...hourly];
}

/** What an amount by weight comes to, in words; null for other amounts. */
export function byWeightSentence(
  { t, number }: Words,
  text: string,
  unit: string | null,
  weight: number,
): string | null {
  const whole = byWeight(text, unit, weight).map((one) => `${number(one.value)} ${one.unit}`);
  return whole.length === 0
    ? null
    : t('form.by-weight', { amounts: whole.join(' = '), weight: number(weight) });
}
