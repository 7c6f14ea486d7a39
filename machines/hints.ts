// Hints on request: what of them may be told. Nothing of a hint that was not asked for is told.
import type { Encounter } from './encounter';
import { groupName } from './offers';
import type { Language } from './scenario/item';
import { textOf, wordsIn } from './texts';
import type { HintView } from './view';

/** The hints that were asked for, each with as much as its grade tells. */
export function revealHints(encounter: Encounter, language: Language): readonly HintView[] {
  const { playable } = encounter;
  const { scenario } = playable;
  return encounter.hints.map(({ at, grade, rule, item: id }): HintView => {
    const domain = scenario.scoring.rules.find((one) => one.id === rule)?.domain;
    const name = scenario.scoring.domains.find((one) => one.id === domain)?.name;
    const item = playable.item(id);
    return {
      at,
      grade,
      domain: textOf(scenario, name, language),
      verb: grade >= 2 ? (item?.verb ?? null) : null,
      group: grade >= 2 && item ? groupName(playable, item.group, language) : null,
      item: grade >= 3 && item ? { id, name: wordsIn(item.name, language) } : null,
    };
  });
}
