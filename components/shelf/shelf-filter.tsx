// Looking for a case: a plain form that asks the server, so that what was looked for can be linked to and works without scripts.
import { Search } from 'lucide-react';
import Link from 'next/link';
import type { CaseCard } from '#machines/wire';
import { Button, buttonClass } from '../ui/button';
import { inputClass } from '../ui/field';
import type { Words } from '../words';
import { standingOf, standings, type Wanted } from './filter';

/** So many cases need no search. */
const FEW = 3;

function Choice({
  name,
  label,
  all,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string;
  readonly options: readonly (readonly [id: string, name: string])[];
}) {
  // One possibility is no choice, unless it has been made.
  if (options.length < 2 && chosen === '') return null;
  return (
    <label className="min-w-0 grow text-sm sm:grow-0">
      <span className="eyebrow mb-1 block">{label}</span>
      <select name={name} defaultValue={chosen} className={inputClass}>
        <option value="">{all}</option>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** `cards` are all cases: only what some of them have can be chosen. */
export function ShelfFilter({
  cards,
  wanted,
  words,
}: {
  readonly cards: readonly CaseCard[];
  readonly wanted: Wanted;
  readonly words: Words;
}) {
  const { t, find, language } = words;
  const of = (ids: readonly string[], kind: 'setting' | 'level') =>
    [...new Set(ids)].map((id) => [id, find(`${kind}.${id}`) ?? id] as const);
  const mine = standings.filter((standing) => cards.some((card) => standingOf(card) === standing));
  const any = Object.values(wanted).some((value) => value !== '');
  // A few cases are seen at a glance.
  if (cards.length <= FEW && !any) return null;
  return (
    <search>
      <form action={`/${language}`} className="mb-4 flex flex-wrap items-end gap-2.5">
        <label className="min-w-0 flex-[1_1_14rem] text-sm">
          <span className="eyebrow mb-1 block">{t('shelf.search')}</span>
          <input
            type="search"
            name="q"
            defaultValue={wanted.q}
            maxLength={200}
            placeholder={t('shelf.search.hint')}
            className={inputClass}
          />
        </label>
        <Choice
          name="setting"
          label={t('facts.setting')}
          all={t('shelf.any')}
          chosen={wanted.setting}
          options={of(
            cards.map(({ setting }) => setting),
            'setting',
          )}
        />
        <Choice
          name="level"
          label={t('facts.level')}
          all={t('shelf.any')}
          chosen={wanted.level}
          options={of(
            cards.map(({ level }) => level),
            'level',
          )}
        />
        <Choice
          name="standing"
          label={t('shelf.standing')}
          all={t('shelf.any')}
          chosen={wanted.standing}
          options={mine.map((standing) => [standing, t(`shelf.standing.${standing}`)] as const)}
        />
        <Button type="submit">
          <Search aria-hidden size={15} />
          {t('shelf.find')}
        </Button>
        {any && (
          <Link href={`/${language}`} className={buttonClass('quiet')}>
            {t('shelf.all')}
          </Link>
        )}
      </form>
    </search>
  );
}
