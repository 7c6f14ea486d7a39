// The browsable tree beside the act bar: by verb, then by group, narrowed by a word or by a part of the body.
// A tree of choices needs this role: no tag has it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { ListFilter } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { BodyPart } from '#machines/scenario/body';
import { BodyMap } from '../body-map/body-map';
import { offersAt } from '../body-map/parts';
import type { OfferView } from '#machines/view';
import { useWords } from '../words-provider';
import { OfferBranch, type OfferDeeds, OfferRows } from './offer-branch';
import { narrowed, treeOf } from './offer-tree';
import { focusTree, useTreeKeys } from './tree-keys';
import { canGather, type Verb, verbIcons, verbs } from './verbs';

/** So many can be read at a glance: they are shown without their groups being closed. */
const few = 12;
/** More lines than this are no help: another letter is. */
const most = 60;

export function Browse({
  offers,
  done,
  choose,
  gather,
}: { readonly offers: readonly OfferView[] } & OfferDeeds) {
  const { t, language } = useWords();
  const deeds = useMemo(() => ({ done, choose, gather }), [done, choose, gather]);
  const [chosen, setChosen] = useState<Verb>('ask');
  const [part, setPart] = useState<BodyPart | null>(null);
  const [typed, setTyped] = useState('');
  // A kind answers at once, and its tree is drawn right after. What a letter leaves is drawn with it: the next key may go there.
  const verb = useDeferredValue(chosen);
  const could = useMemo(() => new Set(offers.map((offer) => offer.verb)), [offers]);
  const ofVerb = useMemo(() => offers.filter((offer) => offer.verb === verb), [offers, verb]);
  const mapped = verb === 'examine';
  const here = useMemo(() => (mapped ? offersAt(ofVerb, part) : ofVerb), [ofVerb, mapped, part]);
  const shown = useMemo(() => narrowed(here, typed), [here, typed]);
  const tree = useMemo(() => treeOf(shown, language), [shown, language]);
  const roots = tree.offers.length + tree.branches.length;
  const narrow = typed.trim() !== '' || (mapped && part !== null);
  const hint = useId();
  const keys = useTreeKeys();
  const turnTo = (next: Verb) => {
    setChosen(next);
    setTyped('');
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <fieldset aria-label={t('act.browse')} className="min-w-0 grid grid-cols-3 gap-1 border-b p-2">
        {verbs.map((id) => {
          const Icon = verbIcons[id];
          return (
            <button
              key={id}
              type="button"
              aria-pressed={id === chosen}
              disabled={!could.has(id)}
              onClick={() => turnTo(id)}
              className="flex min-h-9 items-center gap-1.5 rounded-md border border-transparent px-1.5 sm:px-2 text-left text-xs font-medium text-ink hover:border-edge disabled:opacity-45 aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent sm:text-[0.8125rem]"
            >
              <Icon aria-hidden size={15} className="shrink-0 max-xs:hidden" />
              {t(`verb.${id}`)}
            </button>
          );
        })}
      </fieldset>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {mapped && <BodyMap offers={ofVerb} chosen={part} choose={setPart} />}
        {ofVerb.length > few && (
          <label className="flex items-center gap-2 border-b px-2.5 text-muted focus-within:bg-raised">
            <ListFilter aria-hidden size={14} className="shrink-0" />
            <span className="sr-only">{t('act.narrow.label', { verb: t(`verb.${verb}`) })}</span>
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' && focusTree(keys.ref.current)) event.preventDefault();
              }}
              placeholder={t('act.narrow', { count: here.length })}
              autoComplete="off"
              spellCheck={false}
              className="min-h-9 w-full min-w-0 bg-transparent text-base text-ink -outline-offset-1 placeholder:text-sm placeholder:text-muted sm:text-sm"
            />
          </label>
        )}
        {shown.length === 0 ? (
          <p className="p-3 text-sm text-muted">{t('act.narrow.none')}</p>
        ) : (
          <div
            {...keys}
            role="tree"
            aria-label={t('act.tree', { verb: t(`verb.${verb}`) })}
            aria-describedby={shown.some(canGather) ? hint : undefined}
          >
            {narrow ? (
              <OfferRows
                offers={shown.slice(0, most)}
                deeds={deeds}
                level={1}
                size={Math.min(shown.length, most)}
              />
            ) : (
              <>
                {tree.offers.length > 0 && (
                  <OfferRows offers={tree.offers} deeds={deeds} level={1} size={roots} />
                )}
                {tree.branches.length > 0 && (
                  <ul role="none">
                    {tree.branches.map((branch, at) => (
                      <OfferBranch
                        key={`${verb} ${branch.name}`}
                        branch={branch}
                        starts={shown.length <= few || tree.branches.length === 1}
                        deeds={deeds}
                        level={1}
                        place={tree.offers.length + at + 1}
                        size={roots}
                      />
                    ))}
                  </ul>
                )}
              </>
            )}
          </div>
        )}
        <p id={hint} hidden>
          {t('act.tree.gather')}
        </p>
        <output className="sr-only">
          {typed.trim() === '' ? '' : t('act.narrow.left', { count: shown.length })}
        </output>
        {narrow && shown.length > most && (
          <p className="p-3 text-sm text-muted">{t('act.narrow.more', { count: shown.length - most })}</p>
        )}
      </div>
    </div>
  );
}
