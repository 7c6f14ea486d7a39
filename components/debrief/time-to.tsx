// Time to the steps that matter, each against its window.
import type { DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';

export function TimeTo({ view, words }: { readonly view: DebriefView; readonly words: Words }) {
  const { t } = words;
  if (view.timeTo.length === 0) return null;
  return (
    <ScrollAcross label={t('timeto.title')}>
      <table className="figures w-full text-sm">
        <caption className="eyebrow pb-1 text-left">{t('timeto.title')}</caption>
        <thead className="text-left text-xs text-muted">
          <tr className="border-b border-edge">
            <th scope="col" className="py-1 pr-4 font-medium">
              {t('timeto.what')}
            </th>
            <th scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">
              {t('timeto.yours')}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t('timeto.window')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.timeTo.map(({ rule, at, full }) => (
            <tr key={rule} className="border-b border-rule/70 align-baseline">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {plain(view.reasons[rule]?.label ?? [rule])}
              </th>
              <td
                className={`py-1.5 pr-4 font-semibold whitespace-nowrap ${at === null ? 'text-alert' : ''}`}
              >
                {at === null ? t('ledger.never') : `T+${words.span(at)}`}
              </td>
              <td className="py-1.5 text-muted">{plain(view.reasons[rule]?.window ?? [full])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollAcross>
  );
}
