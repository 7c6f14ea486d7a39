// Everything that can be asked, examined, ordered, given, said or decided: the same list for every play of a case, so that it hints at nothing.
import type { Playable } from './playable';
import { bodyPartsOf } from './scenario/body';
import { contraindicationsOf } from './kernel/patient-cautions';
import type { Dosing, Item, Language, Preset } from './scenario/item';
import { wordsIn } from './texts';
import type { OfferDosing, OfferPreset, OfferView } from './view';

/** The offers of a case in a language, sorted by id: no order of the author's shows through. What opens later is not among them. */
export function offers(playable: Playable, language: Language): readonly OfferView[] {
  const { scenario } = playable;
  return itemIds(playable).flatMap((id) => {
    const item = playable.item(id);
    return !item || item.offeredWhen || Object.hasOwn(scenario.withheld, id)
      ? []
      : [offerOf(playable, item, language)];
  });
}

/** Ids of the items of the ward and of the case, sorted. */
export function itemIds({ scenario, ward }: Playable): readonly string[] {
  return [...new Set([...Object.keys(ward.items), ...Object.keys(scenario.items)])].toSorted();
}

/** One item as it is offered. */
export function offerOf(playable: Playable, item: Item, language: Language): OfferView {
  const parts = bodyPartsOf(item.classes);
  return {
    id: item.id,
    verb: item.verb,
    name: wordsIn(item.name, language),
    group: item.group
      .split('/')
      .map((_, index, parts) => groupName(playable, parts.slice(0, index + 1).join('/'), language)),
    // The other language's words are understood by the server's search: sent to everybody they would double the list.
    words: item.synonyms?.[language] ?? [],
    takes: item.takes,
    waits: item.turnaround,
    ...sampleOf(playable, item, language),
    ...burdenOf(item),
    ...formsOf(playable, item, language),
    dosing: item.dosing ? dosingOf(item.dosing, language) : null,
    ...againstOf(playable, item, language),
    choices: (item.choices ?? []).map((choice) => ({ id: choice.id, name: wordsIn(choice.name, language) })),
    manyChoices: item.manyChoices ?? false,
    ...(parts.length === 0 ? {} : { body: parts }),
  };
}

/** Names of groups stand among the ward's texts as `group/…`; a group without one keeps its id. */
export function groupName(playable: Playable, path: string, language: Language): string {
  return wordsIn(playable.ward.texts[`group/${path}`], language) || (path.split('/').at(-1) ?? path);
}

/** What it takes, by the ward's kinds of specimen. */
function sampleOf({ ward }: Playable, item: Item, language: Language): Pick<OfferView, 'sample'> {
  const sample = (item.specimen ?? []).flatMap((kind) => {
    const known = ward.specimens?.[kind];
    if (known === undefined) return [];
    const volume = item.volume ?? known.volume;
    return [{ name: wordsIn(known.name, language), ...(volume === undefined ? {} : { volume }) }];
  });
  return sample.length === 0 ? {} : { sample };
}

function burdenOf({ verb, classes }: Item): Pick<OfferView, 'burden'> {
  const burden = (['invasive', 'radiation'] as const).filter((name) => classes.includes(name));
  return verb !== 'order' || burden.length === 0 ? {} : { burden };
}

function formsOf({ ward }: Playable, { id }: Item, language: Language): Pick<OfferView, 'forms'> {
  const forms = (ward.forms?.of[id] ?? []).map((form) => wordsIn(ward.forms?.names[form], language));
  return forms.length === 0 ? {} : { forms };
}

/** Conditions that speak against it in anybody, each once under its heavier weight, by name: the same whatever this patient has. */
function againstOf(
  { ward }: Playable,
  item: Item,
  language: Language,
): Pick<OfferView, 'avoided' | 'careful'> {
  const found = contraindicationsOf(ward, item);
  const named = (conditions: readonly string[]): readonly string[] =>
    [...new Set(conditions)].map((id) => wordsIn(ward.conditions?.[id]?.name, language)).toSorted();
  const heavy = found.flatMap(({ condition, weight }) => (weight === 'avoid' ? [condition] : []));
  const light = found.flatMap(({ condition }) => (heavy.includes(condition) ? [] : [condition]));
  return {
    ...(heavy.length === 0 ? {} : { avoided: named(heavy) }),
    ...(light.length === 0 ? {} : { careful: named(light) }),
  };
}

const presetOf = ({ dose, rate, over, every, route }: Preset): OfferPreset => ({
  ...(dose === undefined ? {} : { dose }),
  ...(rate === undefined ? {} : { rate }),
  ...(over === undefined ? {} : { over }),
  ...(every === undefined ? {} : { every }),
  ...(route === undefined ? {} : { route }),
});

function dosingOf(dosing: Dosing, language: Language): OfferDosing {
  return {
    mode: dosing.mode,
    unit: dosing.unit ?? null,
    rateUnit: dosing.rateUnit ?? null,
    dose: dosing.dose ?? null,
    rate: dosing.rate ?? null,
    routes: dosing.routes,
    presets: dosing.presets.map(presetOf),
    ...(dosing.renal === undefined
      ? {}
      : {
          renal: dosing.renal.map(({ below, usual, preset, advice }) => ({
            below,
            ...(preset === undefined ? {} : { preset: presetOf(preset) }),
            ...(usual?.day === undefined ? {} : { day: usual.day }),
            ...(advice === undefined ? {} : { advice: wordsIn(advice, language) }),
          })),
        }),
  };
}
