// Whom an item is for: what is asked of women, found in men or done to children applies to no other patient.
import type { Item } from './scenario/item';
import type { Patient } from './scenario/scenario';

/** Age in years from which nobody is a child. */
const GROWN_UP = 18;

const FOR: { readonly [of: string]: (patient: Patient) => boolean } = {
  women: ({ sex }) => sex === 'female',
  men: ({ sex }) => sex === 'male',
  children: ({ age }) => age < GROWN_UP,
};

/** Whether the item has a meaning for this patient, by classes such as `asked-of-women`, `examined-in-men`, `done-in-children`. */
export function appliesTo({ classes }: Item, patient: Patient): boolean {
  return classes.every((name) => {
    const whom = /^(?:asked-of|asked-about|examined-in|done-in)-(women|men|children)$/.exec(name)?.[1];
    return whom === undefined || (FOR[whom]?.(patient) ?? true);
  });
}
