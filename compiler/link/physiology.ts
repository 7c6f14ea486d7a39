// Levels, vitals, measures and effects: regimes with their units, and the order in which quantities are computed.
import type { Effect } from '#machines/scenario/item';
import type { Expression } from '#machines/scenario/condition';
import type { Quantity, Regime } from '#machines/scenario/scenario';
import type { Phrase } from '../diagnostic';
import { readRate } from '../language/read';
import type { Path, YamlFile } from '../read/yaml';
import {
  EFFECT_WORDS,
  type EffectShape,
  type Physiology,
  type QuantityShape,
  type RegimeShape,
} from '../shape/physiology';
import type { Formula } from '../shape/words';
import { ALWAYS, expand, namesOf, ZERO, type Bench } from './bench';
import { words } from './items';
import { inOrder } from './order';
import { takeUsualEffects, type UsualEffects } from './usual-effects';

export interface LinkedPhysiology {
  readonly quantities: readonly Quantity[];
  readonly measures: { readonly [id: string]: Expression };
  readonly effects: { readonly [item: string]: readonly Effect[] };
}

const REGIME_FORMS = ['is', 'rises', 'falls', 'decays', 'towards'] as const;

/** Links physiology.yaml. */
export function linkPhysiology(
  shape: Physiology,
  file: YamlFile,
  usual: UsualEffects,
  bench: Bench,
): LinkedPhysiology {
  const { findings } = bench;
  const measures: Record<string, Expression> = {};
  for (const [id, formula] of Object.entries(shape.measures ?? {})) {
    measures[id] = number(formula, ['measures', id], '');
  }
  const quantities = [
    ...Object.entries(shape.levels ?? {}).map(([id, level]) => quantity('levels', id, level)),
    ...Object.entries(shape.vitals ?? {}).map(([id, vital]) => quantity('vitals', id, vital)),
  ];
  const effects = linkEffects();
  takeOver();
  return {
    quantities: inOrder(quantities, measures, placeOf, findings),
    measures,
    effects: Object.fromEntries(effects),
  };

  /** Usual effects, for the items that this file does not speak of. */
  function takeOver(): void {
    const taken = shape['usual-effects'];
    if (taken === undefined) return;
    const taking = {
      taken,
      placeOf: (index: number | null) =>
        file.placeOf(index === null ? ['usual-effects'] : ['usual-effects', index]),
      units: new Map(quantities.map(({ id, unit }) => [id, unit])),
      own: new Set([...effects.keys(), ...itemsIn(quantities), ...itemsIn(measures)]),
      items: bench.items,
      weight: bench.scope.weight,
    };
    for (const [item, found] of takeUsualEffects(usual, taking, findings)) effects.set(item, [...found]);
  }

  function placeOf(id: string): Phrase['place'] {
    return file.keyPlaceOf([shape.levels?.[id] === undefined ? 'vitals' : 'levels', id]);
  }

  function number(formula: Formula, path: Path, unit: string): Expression {
    if (typeof formula === 'number') return { op: 'number', value: formula };
    return bench.expression(file.phraseAt(path, formula), unit === '' ? undefined : unit);
  }

  function rate(formula: Formula, path: Path, unit: string): Expression {
    if (typeof formula === 'number') return { op: 'number', value: formula };
    const phrase = file.phraseAt(path, formula);
    return bench.read(phrase, readRate(formula, unit, bench.scope)) ?? ZERO;
  }

  function minutes(text: string, path: Path): number {
    return (bench.duration(file.phraseAt(path, text)) ?? 60) / 60;
  }

  function quantity(kind: 'levels' | 'vitals', id: string, given: QuantityShape): Quantity {
    const path: Path = [kind, id];
    const unit = given.unit ?? '';
    const direct = REGIME_FORMS.filter((form) => given[form] !== undefined);
    if (direct.length > 0 && given.do !== undefined) {
      findings.error('two-forms', file.keyPlaceOf([...path, 'do']), {
        what: `\`${id}\` has regimes under do and ${direct.join(', ')} beside them`,
        help: 'put all of them under do',
      });
    }
    const regimes =
      given.do === undefined
        ? direct.length === 0
          ? []
          : regime(inline(given), path, unit)
        : given.do.flatMap((entry, index) => regime(entry, [...path, 'do', index], unit));
    if (given.starts === undefined && regimes.some((entry) => entry.kind === 'towards')) {
      findings.error('missing-key', file.keyPlaceOf(path), {
        what: `\`${id}\` moves towards a target but does not say where it starts`,
        help: 'add starts: …',
      });
    }
    const [low, high] = given.between ?? [];
    const least = given['at-least'] ?? low;
    const most = given['at-most'] ?? high;
    return {
      id,
      kind: kind === 'levels' ? 'level' : 'vital',
      unit,
      starts: given.starts === undefined ? ZERO : number(given.starts, [...path, 'starts'], unit),
      regimes,
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
      ...(kind === 'vitals' ? { vital: vital(id, given, path) } : {}),
    };
  }

  function vital(id: string, given: QuantityShape, path: Path): NonNullable<Quantity['vital']> {
    const { alarm, label, seen } = given;
    const name = label === undefined ? id.toUpperCase() : label;
    return {
      channel: given.channel ?? id,
      decimals: given.decimals ?? 0,
      label:
        typeof name === 'string'
          ? bench.texts.put(`vital/${id}`, [name])
          : bench.texts.words(`vital/${id}`, words(name) ?? {}, file.placeOf([...path, 'label'])),
      seen:
        seen === undefined || seen === true
          ? ALWAYS
          : seen === false
            ? { op: 'never' }
            : bench.condition(file.phraseAt([...path, 'seen'], seen)),
      ...(alarm?.low === undefined ? {} : { alarmLow: alarm.low }),
      ...(alarm?.high === undefined ? {} : { alarmHigh: alarm.high }),
    };
  }

  function regime(given: RegimeShape, path: Path, unit: string): Regime[] {
    const forms = REGIME_FORMS.filter((form) => given[form] !== undefined);
    if (forms.length !== 1) {
      findings.error('regime-form', file.placeOf(path), {
        what:
          forms.length === 0 ? 'this regime says nothing' : `this regime says ${forms.join(' and ')} at once`,
        help: 'give one of: is, rises, falls, decays, towards',
      });
      return [];
    }
    const { when: judged } = given;
    const condition =
      typeof judged === 'string'
        ? { when: bench.condition(file.phraseAt([...path, 'when'], judged)) }
        : judged === false
          ? { when: { op: 'never' } as const }
          : {};
    const target = given.towards;
    if (given.is !== undefined)
      return [{ ...condition, kind: 'is', value: number(given.is, [...path, 'is'], unit) }];
    if (given.rises !== undefined) {
      return [{ ...condition, kind: 'rises', perMinute: rate(given.rises, [...path, 'rises'], unit) }];
    }
    if (given.falls !== undefined) {
      const falls = rate(given.falls, [...path, 'falls'], unit);
      const perMinute: Expression =
        falls.op === 'number' ? { op: 'number', value: -falls.value } : { op: 'negate', of: falls };
      return [{ ...condition, kind: 'rises', perMinute }];
    }
    if (given.decays !== undefined) {
      return [{ ...condition, kind: 'decays', minutes: minutes(given.decays, [...path, 'decays']) }];
    }
    if (target === undefined) return [];
    if (given.lag === undefined) {
      findings.error('missing-key', file.placeOf([...path, 'towards']), {
        what: 'a target needs the time in which it is approached',
        help: 'add lag: 5 min',
      });
    }
    const [low, high] = given.between ?? [];
    const least = given['at-least'] ?? low;
    const most = given['at-most'] ?? high;
    return [
      {
        ...condition,
        kind: 'towards',
        target: number(target, [...path, 'towards'], unit),
        lag: given.lag === undefined ? 1 : minutes(given.lag, [...path, 'lag']),
        ...(least === undefined ? {} : { least }),
        ...(most === undefined ? {} : { most }),
      },
    ];
  }

  /** A quantity with one regime written directly; `between` clamps its target and its value. */
  function inline(given: QuantityShape): RegimeShape {
    const { is, rises, falls, decays, towards, lag, between } = given;
    return { is, rises, falls, decays, towards, lag, ...(towards === undefined ? {} : { between }) };
  }

  function linkEffects(): Map<string, Effect[]> {
    const effects = new Map<string, Effect[]>();
    for (const [name, given] of Object.entries(shape.effects ?? {})) {
      const items = expand(name, bench.scope);
      if (items === null) {
        bench.unknown('item', name, file.keyPlaceOf(['effects', name]), namesOf(bench.scope));
        continue;
      }
      const about = bench.about(items);
      const list = Array.isArray(given) ? given : [given];
      const linked = list.flatMap((entry, index) =>
        effect(entry, Array.isArray(given) ? ['effects', name, index] : ['effects', name], items, about),
      );
      for (const item of items) effects.set(item, [...(effects.get(item) ?? []), ...linked]);
    }
    return effects;
  }

  function effect(entry: EffectShape, path: Path, items: readonly string[], about: Bench): Effect[] {
    const text = (key: string): Phrase | null => {
      const value = entry[key];
      return typeof value === 'string' ? file.phraseAt([...path, key], value) : null;
    };
    const { phase } = entry;
    if (phase !== undefined) {
      for (const item of items) {
        const known = bench.scope.items.get(item)?.phases ?? [];
        if (!known.includes(phase)) bench.unknown('phase', phase, file.placeOf([...path, 'phase']), known);
      }
    }
    const lasts = entry.while === 'running' ? 'running' : (bench.duration(text('for')) ?? 'ever');
    const onset = bench.duration(text('after')) ?? 0;
    const when = text('when');
    const pushes = Object.keys(entry).filter((key) => !EFFECT_WORDS.includes(key));
    if (pushes.length === 0) {
      findings.error('empty-effect', file.placeOf(path), {
        what: 'this effect changes nothing',
        help: 'add a quantity: { map: -18, for: 20 min }',
      });
    }
    return pushes.flatMap((id) => {
      const known = bench.scope.quantities.get(id);
      if (known === undefined) {
        bench.unknown('quantity', id, file.keyPlaceOf([...path, id]), bench.scope.quantities.keys());
        return [];
      }
      const given = entry[id];
      const phrase = text(id);
      const by: Expression =
        phrase === null
          ? { op: 'number', value: Number(given) }
          : about.expression(phrase, known.unit === '' ? undefined : known.unit);
      return [
        {
          quantity: id,
          by,
          onset,
          lasts,
          ...(when === null ? {} : { when: about.condition(when) }),
          ...(phase === undefined ? {} : { phase }),
        },
      ];
    });
  }
}

/** Ids of items that an expression or condition names, however deep. */
function itemsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^(?:treat|procedure):/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(itemsIn);
}
