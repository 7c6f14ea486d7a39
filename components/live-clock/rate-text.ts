// How fast the live clock runs, in plain words.
import type { Words } from '../words';

/** "10 s each second", "as in life". */
export const rateText = (rate: number, { t, span }: Words): string =>
  rate === 1 ? t('live.real') : t('live.rate', { span: span(rate) });
