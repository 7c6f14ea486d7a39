// The verbs of items in the order of a consultation, each with its picture, and what choosing an item asks for first.
import {
  Ambulance,
  DoorOpen,
  Hand,
  type LucideIcon,
  MessageCircleQuestion,
  MessageSquareText,
  Phone,
  Scissors,
  Syringe,
  TestTube,
} from 'lucide-react';
import type { OfferView } from '#machines/view';

export const verbs = [
  'ask',
  'examine',
  'order',
  'treat',
  'procedure',
  'consult',
  'tell',
  'move',
  'dispose',
] as const;
export type Verb = (typeof verbs)[number];

export const verbIcons: { readonly [verb in Verb]: LucideIcon } = {
  ask: MessageCircleQuestion,
  examine: Hand,
  order: TestTube,
  treat: Syringe,
  procedure: Scissors,
  consult: Phone,
  tell: MessageSquareText,
  move: Ambulance,
  dispose: DoorOpen,
};

export const isVerb = (verb: string): verb is Verb => verbs.some((known) => known === verb);

/** What several people carry out at once may be gathered and signed together; the learner's own time cannot. */
export const canGather = ({ verb }: OfferView): boolean =>
  ['order', 'treat', 'procedure', 'consult', 'move'].includes(verb);

/** Whether amounts, a route or choices must be said before the item can be requested. */
export const asksFirst = ({ dosing, choices }: OfferView): boolean =>
  choices.length > 0 ||
  (dosing !== null &&
    (dosing.dose !== null || dosing.rate !== null || dosing.presets.length > 1 || dosing.routes.length > 1));
