// Reads how a treatment is dosed: units that agree, bounds in their order, presets inside them.
import type { Dosing, Preset } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import type { Reading } from '../language/problem';
import { readDuration, readQuantity } from '../language/read';
import { convert } from '../language/units';
import type { Path, YamlFile } from '../read/yaml';
import type { DosingShape } from '../shape/catalogue';
import { tell } from './bench';
import { words } from './items';
import { readRenal } from './renal';

/** Builds the dosing of one item; problems are told and the value left out. */
export function buildDosing(id: string, shape: DosingShape, file: YamlFile, findings: Findings): Dosing {
  const at = (...keys: Path): Path => [id, 'dosing', ...keys];
  const read = <T>(text: string, path: Path, reading: Reading<T>): T | undefined => {
    tell(reading.problems, file.phraseAt(path, text), findings);
    return reading.value ?? undefined;
  };
  const seconds = (key: 'over' | 'every'): number | undefined => {
    const text = shape[key];
    return text === undefined ? undefined : read(text, at(key), readDuration(text));
  };
  const amount = (key: 'per-mL' | 'fastest', unit: string | undefined): number | undefined => {
    const given = shape[key];
    if (given === undefined || typeof given === 'number') return given;
    const quantity = read(given, at(key), readQuantity(given));
    if (quantity === undefined) return undefined;
    const value =
      quantity.unit === null || unit === undefined
        ? quantity.value
        : convert(quantity.value, quantity.unit, unit);
    if (value === null) wrongUnit(at(key), given, unit);
    return value ?? undefined;
  };
  const bounds = (key: 'dose' | 'rate'): { least: number; most: number } | undefined => {
    const range = shape[key];
    if (range === undefined) return undefined;
    const [least, most] = range;
    if (least > most || least < 0) {
      findings.error('bad-range', file.placeOf(at(key)), {
        what: `the bounds of ${key} are not in order`,
        help: 'write [least, most], both not below 0',
      });
    }
    return { least, most };
  };
  if (shape.mode === 'infusion' && shape['rate-unit'] === undefined) {
    needs('rate-unit', 'an infusion needs the unit of its rate');
  }
  if ((shape.mode === 'bolus' || shape.mode === 'course') && shape.unit === undefined) {
    needs('unit', `a ${shape.mode} needs the unit of its dose`);
  }
  const dose = bounds('dose');
  const rate = bounds('rate');
  const over = seconds('over');
  const every = seconds('every');
  const perMl = amount('per-mL', shape.unit);
  const fastest = amount('fastest', 'mL/min');
  const presets = (shape.presets ?? []).map((preset, index): Preset => {
    within('dose', preset.dose, shape.unit, dose, index);
    within('rate', preset.rate, shape['rate-unit'], rate, index);
    for (const key of ['over', 'every'] as const) {
      const text = preset[key];
      if (text !== undefined) read(text, at('presets', index, key), readDuration(text));
    }
    const label = words(preset.label);
    return {
      ...(preset.dose === undefined ? {} : { dose: preset.dose }),
      ...(preset.rate === undefined ? {} : { rate: preset.rate }),
      ...(preset.over === undefined ? {} : { over: preset.over }),
      ...(preset.every === undefined ? {} : { every: preset.every }),
      ...(preset.route === undefined ? {} : { route: preset.route }),
      ...(label === undefined ? {} : { label }),
    };
  });
  const { usual } = shape;
  return {
    mode: shape.mode,
    ...(shape.unit === undefined ? {} : { unit: shape.unit }),
    ...(shape['rate-unit'] === undefined ? {} : { rateUnit: shape['rate-unit'] }),
    ...(perMl === undefined ? {} : { perMl }),
    ...(dose === undefined ? {} : { dose }),
    ...(rate === undefined ? {} : { rate }),
    ...(usual === undefined
      ? {}
      : {
          usual: {
            ...(usual.dose === undefined ? {} : { dose: usual.dose }),
            ...(usual.rate === undefined ? {} : { rate: usual.rate }),
            ...(usual.day === undefined ? {} : { day: usual.day }),
          },
        }),
    routes: shape.routes ?? [],
    ...(over === undefined ? {} : { over }),
    ...(fastest === undefined ? {} : { fastest }),
    ...(every === undefined ? {} : { every }),
    presets,
    ...(shape.renal === undefined ? {} : { renal: readRenal(id, shape, file, findings) }),
  };

  function within(
    key: 'dose' | 'rate',
    text: string | undefined,
    unit: string | undefined,
    limits: { least: number; most: number } | undefined,
    index: number,
  ): void {
    if (text === undefined) return;
    const path = at('presets', index, key);
    const quantity = read(text, path, readQuantity(text));
    if (quantity === undefined || unit === undefined) return;
    // a preset per kg is bounded when the patient's weight is known
    const value = quantity.unit === null ? quantity.value : convert(quantity.value, quantity.unit, unit);
    if (value === null && !/\/kg/.test(quantity.unit ?? '')) wrongUnit(path, text, unit);
    if (value === null || limits === undefined) return;
    if (value < limits.least * (1 - 1e-9) || value > limits.most * (1 + 1e-9)) {
      findings.error('preset-out-of-bounds', file.placeOf(path), {
        what: `${id} offers ${text}, which its own bounds refuse (${limits.least} to ${limits.most} ${unit})`,
        help: 'change the preset or the bounds',
      });
    }
  }

  function wrongUnit(path: Path, text: string, unit: string | undefined): void {
    findings.error('unit', file.placeOf(path), {
      what: `"${text}" cannot be turned into ${unit ?? 'its unit'}`,
      help: 'use a unit of the same kind',
    });
  }

  function needs(key: string, what: string): void {
    findings.error('missing-key', file.placeOf(at()), { what: `${id}: ${what}`, help: `add ${key}: …` });
  }
}
