// What became of a line of the ledger: a sign and a word, the same in the list and among its filters.
import {
  CircleCheck,
  CircleDotDashed,
  CircleMinus,
  CircleX,
  ClockAlert,
  Coins,
  Lightbulb,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { LedgerLine } from '#machines/ledger';

const looks: { readonly [state in LedgerLine['state']]: readonly [LucideIcon, string] } = {
  earned: [CircleCheck, 'text-good'],
  partial: [CircleDotDashed, 'text-caution'],
  late: [ClockAlert, 'text-caution'],
  missed: [CircleX, 'text-alert'],
  harmful: [TriangleAlert, 'text-alert'],
  'not-reached': [CircleMinus, 'text-muted'],
  needless: [Coins, 'text-caution'],
  hint: [Lightbulb, 'text-muted'],
};

export const stateColour = (state: LedgerLine['state']): string => looks[state][1];

export function StateSign({ state }: { readonly state: LedgerLine['state'] }) {
  const [Icon, colour] = looks[state];
  return <Icon aria-hidden size={15} className={`shrink-0 ${colour}`} />;
}
