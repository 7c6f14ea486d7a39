// Adds up the blood that tests take: those drawn at one second share a tube of their kind as far as it goes.
import type { Item } from '../scenario/item';
import type { State } from './state';

/** The sample of a test is drawn now. One that states its own volume has tubes of its own. */
export function drawBlood(state: State, item: Item): void {
  if (item.specimen === undefined) return;
  if (state.drawnAt !== state.now) {
    state.tubes.clear();
    state.drawnAt = state.now;
  }
  for (const kind of item.specimen) {
    const specimen = state.playable.ward.specimens?.[kind];
    if (specimen?.blood !== true) continue;
    if (item.volume !== undefined) {
      state.blood += item.volume;
      continue;
    }
    const left = state.tubes.get(kind) ?? 0;
    if (left === 0) state.blood += specimen.volume ?? 0;
    state.tubes.set(kind, left === 0 ? (specimen.serves ?? 1) - 1 : left - 1);
  }
}
