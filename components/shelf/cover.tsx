// A case before it begins: who you are, what is expected, how long it takes, what is scored.
import type { ReactNode } from 'react';
import type { CoverView } from '#machines/wire';
import { plain, Prose } from '../prose';
import type { Words } from '../words';
import { factsOf } from './case-card';

/** `children` are the ways in: start, continue. */
export function Cover({
  cover,
  words,
  children,
}: {
  readonly cover: CoverView;
  readonly words: Words;
  readonly children: ReactNode;
}) {
  const { t, number } = words;
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="rounded-lg border bg-sheet p-5 shadow-sheet sm:p-8">
        <p className="eyebrow">
          {cover.patient.name} ·{' '}
          {t(cover.patient.sex === 'male' ? 'shelf.man' : 'shelf.woman', { age: cover.patient.age })} ·{' '}
          <span className="figures">{number(cover.patient.weight)} kg</span>
        </p>
        <h1 className="mt-1 font-serif text-3xl leading-tight font-semibold sm:text-4xl">
          {cover.complaint}
        </h1>
        <div className="margin-rule mt-6 space-y-5 pl-4 sm:pl-6">
          <section aria-labelledby="role-title">
            <h2 id="role-title" className="eyebrow mb-1">
              {t('cover.role')}
            </h2>
            <Prose of={cover.role} className="story max-w-[60ch]" />
          </section>
          <section aria-labelledby="task-title">
            <h2 id="task-title" className="eyebrow mb-1">
              {t('cover.task')}
            </h2>
            <Prose of={cover.task} className="story max-w-[60ch]" />
          </section>
        </div>
        <div className="mt-8">{children}</div>
        <p className="mt-6 border-t pt-3 text-sm text-muted">{t('cover.simulation')}</p>
      </div>
      <aside className="space-y-6">
        <dl className="space-y-2 text-sm">
          {factsOf(cover, words).map(([name, value]) => (
            <div key={name}>
              <dt className="eyebrow">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt className="eyebrow">{t('cover.arrival')}</dt>
            <dd className="figures">{words.clock(cover.arrival, 0)}</dd>
          </div>
          <div>
            <dt className="eyebrow">{t('cover.authors')}</dt>
            <dd>
              {cover.authors.join(', ')} <span className="text-muted">({cover.licence})</span>
            </dd>
          </div>
        </dl>
        <section aria-labelledby="scored-title">
          <h2 id="scored-title" className="eyebrow mb-1">
            {t('cover.scored')}
          </h2>
          <table className="w-full text-sm">
            <caption className="sr-only">{t('cover.scored')}</caption>
            <tbody>
              {cover.domains.map(({ id, name, points }) => (
                <tr key={id} className="border-t">
                  <th scope="row" className="py-1 pr-2 text-left font-normal">
                    {plain(name)}
                  </th>
                  <td className="figures py-1 text-right">{number(points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-2 text-sm text-muted">{t('cover.scored.text')}</p>
        </section>
      </aside>
    </div>
  );
}
