// Which cases of the shelf are wanted: words, setting, level, and how I stand with them; all of it stands in the address.
import type { CaseCard } from '#machines/wire';
import type { Words } from '../words';
import { factsOf } from './case-card';

export const standings = ['new', 'going', 'done'] as const;
export type Standing = (typeof standings)[number];

export interface Wanted {
  readonly q: string;
  readonly setting: string;
  readonly level: string;
  readonly standing: Standing | '';
}

const isStanding = (text: string): text is Standing => standings.some((one) => one === text);

/** Reads what is wanted out of the address; what is not known there is not wanted. */
export function wantedOf(asked: { readonly [name: string]: string | readonly string[] | undefined }): Wanted {
  const text = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  const standing = text('standing');
  return {
    q: text('q'),
    setting: text('setting'),
    level: text('level'),
    standing: isStanding(standing) ? standing : '',
  };
}

export const standingOf = ({ my }: CaseCard): Standing =>
  my === null ? 'new' : my.phase === 'debrief' ? 'done' : 'going';

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The cases that are wanted: every word somewhere in what the card says. */
export function filtered(cards: readonly CaseCard[], wanted: Wanted, words: Words): readonly CaseCard[] {
  const typed = fold(wanted.q).split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const said = fold(
      [card.complaint, ...card.authors, ...factsOf(card, words).map(([, value]) => value)].join(' '),
    );
    return (
      (wanted.setting === '' || card.setting === wanted.setting) &&
      (wanted.level === '' || card.level === wanted.level) &&
      (wanted.standing === '' || standingOf(card) === wanted.standing) &&
      typed.every((word) => said.includes(word))
    );
  });
}
