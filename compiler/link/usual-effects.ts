// What treatments usually do to a patient: read from the ward's effects.yaml, and handed to the cases that take it over.
import type { Expression } from '#machines/scenario/condition';
import type { Dosing, Effect, Item } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import { nearest } from '../language/problem';
import { readDuration, readQuantity } from '../language/read';
import { convert } from '../language/units';
import type { YamlFile } from '../read/yaml';
import { checkYaml } from '../shape/check-yaml';
import {
  USUAL_EFFECT_WORDS,
  USUAL_QUANTITIES,
  usualEffectsShape,
  type UsualEffectShape,
} from '../shape/effects';
import { tell } from './bench';

/** One push of a usual dose: its size in the unit of USUAL_QUANTITIES; times in seconds from the start of the treatment. */
export interface UsualEffect {
  readonly quantity: string;
  readonly by: number;
  readonly onset: number;
  /** when it is at its height; not before the onset */
  readonly peak: number;
  /** seconds until it is over, for a single dose; absent: only what runs has it */
  readonly ends?: number;
}

/** By item; an item without an entry does nothing that is known here. */
export type UsualEffects = ReadonlyMap<string, readonly UsualEffect[]>;

/** Larger doses do more, up to this many times the usual one; a design choice. */
const MOST = 2;

/**
 * An effect comes on and wears off in steps, which the quantity's own lag smooths: this share of it at the onset, half-way to the
 * peak and at the peak; a design choice.
 */
const SHARES = [0.5, 0.3, 0.2] as const;

/** The effects of effects.yaml, by item: an item's own entry, else those of its classes in the order of the file. */
export function readUsualEffects(file: YamlFile, items: Iterable<Item>, findings: Findings): UsualEffects {
  const shape = checkYaml(file, usualEffectsShape, findings) ?? {};
  const all = [...items];
  const byName = new Map<string, readonly UsualEffect[]>();
  const names = new Set(all.flatMap((item) => [item.id, ...item.classes.map((name) => `class:${name}`)]));
  for (const [key, rows] of Object.entries(shape)) {
    const effects = rows.flatMap((row, index) => readRow(row, [key, index], file, findings));
    for (const name of key.split(',').map((part) => part.trim())) {
      if (names.has(name) && !byName.has(name)) byName.set(name, effects);
      else tellOf(name, key);
    }
  }
  const effects = new Map<string, readonly UsualEffect[]>();
  for (const item of all) {
    const found =
      byName.get(item.id) ??
      [...byName].flatMap(([name, rows]) =>
        name.startsWith('class:') && item.classes.includes(name.slice(6)) ? rows : [],
      );
    if (found.length > 0) effects.set(item.id, found);
    if (byName.has(item.id) && !runs(item.dosing) && found.some(({ ends }) => ends === undefined))
      tellEndless(item.id);
  }
  return effects;

  function tellEndless(id: string): void {
    const key = Object.keys(shape).find((one) => one.split(',').some((part) => part.trim() === id)) ?? id;
    findings.error('endless-effect', file.keyPlaceOf([key]), {
      what: `an effect of ${id} does not say when it is over`,
      why: 'it is given once, so that nothing stops it',
      help: 'add for: 4 h',
    });
  }

  function tellOf(name: string, key: string): void {
    const twice = byName.has(name);
    const near = twice ? null : nearest(name, names);
    findings.error(twice ? 'duplicate-item' : 'unknown-item', file.keyPlaceOf([key]), {
      what: twice ? `${name} stands here twice` : `no item is ${name} or has this class`,
      help: twice
        ? 'keep one of the two'
        : near === null
          ? 'name an item, or class:x'
          : `did you mean ${near}?`,
    });
  }
}

function readRow(
  row: UsualEffectShape,
  path: readonly [string, number],
  file: YamlFile,
  findings: Findings,
): UsualEffect[] {
  const seconds = (key: 'after' | 'peak' | 'for'): number | undefined => {
    const text = row[key];
    if (text === undefined) return undefined;
    const reading = readDuration(text);
    tell(reading.problems, file.phraseAt([...path, key], text), findings);
    return reading.value ?? undefined;
  };
  const onset = seconds('after') ?? 0;
  const peak = seconds('peak') ?? onset;
  const ends = seconds('for');
  if (peak < onset || (ends !== undefined && ends <= peak)) {
    findings.error('times', file.placeOf(path), {
      what: 'the times of this effect are not in their order',
      help: 'order them: after (its onset), peak, for (its end), all counted from the start',
    });
  }
  const pushes = Object.entries(row).filter(([key]) => !USUAL_EFFECT_WORDS.includes(key));
  if (pushes.length === 0) {
    findings.error('empty-effect', file.placeOf(path), {
      what: 'this effect changes nothing',
      help: 'add a quantity: { hr: -20, … }',
    });
  }
  return pushes.flatMap(([quantity, by]) => {
    if (!Object.hasOwn(USUAL_QUANTITIES, quantity)) {
      const known = Object.keys(USUAL_QUANTITIES);
      const near = nearest(quantity, known);
      findings.error('unknown-quantity', file.keyPlaceOf([...path, quantity]), {
        what: `usual effects know no ${quantity}`,
        help: near === null ? `they know ${known.join(', ')}` : `did you mean ${near}?`,
      });
      return [];
    }
    return typeof by === 'number'
      ? [{ quantity, by, onset, peak, ...(ends === undefined ? {} : { ends }) }]
      : [];
  });
}

/** What a case says of usual effects, and what it has that they could push. */
export interface Taking {
  readonly taken: 'all' | readonly string[];
  readonly placeOf: (index: number | null) => Place;
  /** quantities of the case, by id */
  readonly units: ReadonlyMap<string, string>;
  /** items that physiology.yaml speaks of itself: these do only what it says */
  readonly own: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, Item>;
  /** kg */
  readonly weight: number;
}

/** The effects that a case takes over, by item. */
export function takeUsualEffects(
  usual: UsualEffects,
  taking: Taking,
  findings: Findings,
): ReadonlyMap<string, readonly Effect[]> {
  const quantities = takenQuantities(taking, findings);
  const effects = new Map<string, readonly Effect[]>();
  for (const [id, rows] of usual) {
    const item = taking.items.get(id);
    if (item === undefined || taking.own.has(id)) continue;
    const found = rows
      .filter(({ quantity }) => quantities.has(quantity))
      .flatMap((row) => stepsOf(row, item.dosing, taking.weight));
    if (found.length > 0) effects.set(id, found);
  }
  return effects;
}

function takenQuantities({ taken, units, placeOf }: Taking, findings: Findings): ReadonlySet<string> {
  const known = Object.keys(USUAL_QUANTITIES);
  const names = taken === 'all' ? known.filter((id) => units.has(id)) : taken;
  return new Set(
    names.filter((id, index) => {
      const place = placeOf(taken === 'all' ? null : index);
      const wanted = USUAL_QUANTITIES[id];
      const unit = units.get(id);
      if (wanted === undefined) {
        const near = nearest(id, known);
        findings.error('unknown-quantity', place, {
          what: `usual effects know no ${id}`,
          help: near === null ? `they know ${known.join(', ')}` : `did you mean ${near}?`,
        });
      } else if (unit === undefined) {
        findings.error('unknown-quantity', place, {
          what: `this case has no level or vital ${id}`,
          help: 'declare it, or take it from the list',
        });
      } else if (unit !== wanted && convert(1, wanted, unit) !== 1) {
        findings.error('unit', place, {
          what: `usual effects on ${id} are in ${wanted}, this case has it in ${unit}`,
          help: `give ${id} the unit ${wanted}, or take it from the list`,
        });
      } else return true;
      return false;
    }),
  );
}

/** An effect as pushes that come and go one after the other. What runs keeps them until it stops. */
function stepsOf(row: UsualEffect, dosing: Dosing | undefined, weight: number): Effect[] {
  const lasting = runs(dosing);
  const { quantity, by, onset, peak, ends } = row;
  if (!lasting && ends === undefined) return [];
  const size = sizeOf(by, dosing, weight);
  return SHARES.map((share, index): Effect => {
    const begins = onset + ((peak - onset) * index) / (SHARES.length - 1);
    // what came first leaves last, as long before the end as it came before the peak
    const leaves = (ends ?? 0) - (Math.min(peak - onset, (ends ?? 0) - peak) * index) / (SHARES.length - 1);
    return {
      quantity,
      by: size(share),
      onset: Math.round(begins),
      lasts: lasting ? 'running' : Math.max(1, Math.round(leaves - begins)),
      ...(lasting ? { follows: true } : {}),
    };
  });
}

/** Whether it acts until somebody stops it. */
function runs(dosing: Dosing | undefined): boolean {
  return dosing !== undefined && ['infusion', 'course', 'device'].includes(dosing.mode);
}

/** The size of a share of an effect: in proportion to what is asked for, where the item has a usual amount. */
function sizeOf(by: number, dosing: Dosing | undefined, weight: number): (share: number) => Expression {
  const of = dosing?.mode === 'infusion' ? 'rate' : 'dose';
  const usual = usualAmount(dosing, of, weight);
  return (share) => {
    const value: Expression = { op: 'number', value: Number((by * share).toPrecision(6)) };
    if (usual === null) return value;
    const ratio: Expression = {
      op: 'arithmetic',
      by: '/',
      left: { op: 'requested', of },
      right: { op: 'number', value: usual },
    };
    const limited: Expression = { op: 'call', name: 'min', of: [{ op: 'number', value: MOST }, ratio] };
    return { op: 'arithmetic', by: '*', left: value, right: limited };
  };
}

/** The amount of the item's first order sentence, in the unit of its dose or rate; null where it has none. */
function usualAmount(dosing: Dosing | undefined, of: 'rate' | 'dose', weight: number): number | null {
  const text = dosing?.presets.find((preset) => preset[of] !== undefined)?.[of];
  const unit = of === 'rate' ? dosing?.rateUnit : dosing?.unit;
  if (text === undefined || unit === undefined) return null;
  const quantity = readQuantity(text).value;
  if (quantity === null) return null;
  const amount =
    quantity.unit === null ? quantity.value : convert(quantity.value, quantity.unit, unit, weight);
  return amount === null || amount <= 0 ? null : amount;
}
