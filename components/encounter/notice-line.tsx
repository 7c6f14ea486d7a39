// Why a step was not taken, or what stands between the learner and the server, in the learner's language.
'use client';
import { CloudOff, Info, X } from 'lucide-react';
import type { StepInput } from '#machines/step';
import { useWords } from '../words-provider';
import type { Words } from '../words';
import type { Notice } from './take';

/** The sentence of a refusal; items are called by their names where `nameOf` knows them. */
export function refusalSentence(
  refusal: Extract<Notice, { kind: 'refused' }>['refusal'],
  words: Words,
  nameOf: (item: string) => string,
): string {
  const params = Object.fromEntries(
    Object.entries(refusal.params).map(([name, value]) => [
      name,
      name === 'item' || name === 'nearest'
        ? nameOf(String(value))
        : name === 'field'
          ? (words.find(`form.${value}`) ?? value)
          : name === 'verb'
            ? (words.find(`verb.${value}`) ?? value)
            : value,
    ]),
  );
  return words.find(`refusal.${refusal.code}`, params) ?? words.t('refusal.malformed', params);
}

/** Refusals of what an order says, which the learner can put right. */
const rightable: ReadonlySet<string> = new Set([
  'bad-quantity',
  'bad-unit',
  'out-of-bounds',
  'missing',
  'bad-route',
]);

/** An order that was refused for what it says, with the sentence that says why; null for anything else. */
export function refusedOrder(
  notice: Notice | null,
  words: Words,
  nameOf: (item: string) => string,
): { readonly step: StepInput; readonly sentence: string } | null {
  if (notice?.kind !== 'refused' || notice.step === undefined) return null;
  const { refusal, step } = notice;
  if (!rightable.has(refusal.code) || step.with === undefined || 'action' in step.with) return null;
  return { step, sentence: refusalSentence(refusal, words, nameOf) };
}

export function NoticeLine({
  notice,
  nameOf,
  dismiss,
}: {
  readonly notice: Notice | null;
  readonly nameOf: (item: string) => string;
  readonly dismiss: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const sentence =
    notice === null
      ? null
      : notice.kind === 'refused'
        ? refusalSentence(notice.refusal, words, nameOf)
        : notice.kind === 'conflict'
          ? t('notice.conflict')
          : notice.kind === 'retrying'
            ? t(`notice.retrying.${notice.reason}`)
            : (words.find(`problem.${notice.code}`) ?? t('problem.unexpected'));
  const Icon = notice?.kind === 'retrying' ? CloudOff : Info;
  return (
    <div role="alert" className="empty:hidden">
      {sentence !== null && (
        <p className="flex items-center gap-2 rounded-md border border-caution bg-caution-wash py-1 pr-1 pl-3 text-sm text-caution">
          <Icon aria-hidden size={16} className="shrink-0" />
          <span className="min-w-0 flex-1 py-1">{sentence}</span>
          {notice?.kind !== 'retrying' && (
            <button
              type="button"
              onClick={dismiss}
              aria-label={t('dialog.close')}
              className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-raised"
            >
              <X aria-hidden size={15} />
            </button>
          )}
        </p>
      )}
    </div>
  );
}
