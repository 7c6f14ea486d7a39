// Reads the bands of usual dosing in kidney impairment: from the highest filtration to the lowest, each within the limits of its medicine.
import type { Preset, RenalBand } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import { readDuration, readQuantity } from '../language/read';
import { convert } from '../language/units';
import type { Path, YamlFile } from '../read/yaml';
import type { DosingShape } from '../shape/catalogue';
import { tell } from './bench';
import { words } from './items';

type BandShape = NonNullable<DosingShape['renal']>[number];
const AMOUNTS = ['dose', 'rate', 'day'] as const;
const DAY = 86_400;
/** Bounds are compared with room for the rounding of decimal numbers. */
const ROOM = 1 + 1e-9;

/** The bands of one item; what contradicts its dose, its usual amounts or another band is told at its place. */
export function readRenal(
  id: string,
  shape: DosingShape,
  file: YamlFile,
  findings: Findings,
): readonly RenalBand[] {
  const at = (...keys: Path): Path => [id, 'dosing', 'renal', ...keys];
  const wrong = (path: Path, what: string, help: string): void =>
    findings.error('renal', file.placeOf(path), { what: `${id}: ${what}`, help });
  const seconds = (text: string | undefined, path: Path): number | undefined => {
    if (text === undefined) return undefined;
    const reading = readDuration(text);
    tell(reading.problems, file.phraseAt(path, text), findings);
    return reading.value ?? undefined;
  };
  const usualEvery = shape.every === undefined ? undefined : (readDuration(shape.every).value ?? undefined);
  let above: BandShape | undefined;
  return (shape.renal ?? []).map((band, index) => {
    const { usual = {}, advice } = band;
    const every = seconds(band.every, at(index, 'every'));
    if (above !== undefined && band.below >= above.below)
      wrong(
        at(index, 'below'),
        `the band below ${band.below} stands after the one below ${above.below}`,
        'order the bands from the highest filtration to the lowest',
      );
    for (const key of AMOUNTS) {
      const most = usual[key];
      const before = above?.usual?.[key] ?? shape.usual?.[key];
      if (most === undefined) continue;
      if (most <= 0)
        wrong(
          at(index, 'usual', key),
          `${key} ${most} is no amount`,
          'a medicine that is not given at all belongs among the contraindications of cautions.yaml',
        );
      if (before !== undefined && most > before * ROOM)
        wrong(
          at(index, 'usual', key),
          `${key} ${most} is more than what is usual with better kidneys (${before})`,
          'a band lowers what is usual; correct one of the two',
        );
      const bounds = key === 'dose' ? shape.dose : key === 'rate' ? shape.rate : undefined;
      if (bounds !== undefined && most < bounds[0] / ROOM)
        wrong(
          at(index, 'usual', key),
          `${key} ${most} is below what can be ordered at all (${bounds[0]})`,
          'lower the first bound of the item, or correct the band',
        );
    }
    if (every !== undefined && shape.mode !== 'course')
      wrong(at(index, 'every'), 'only a course has an interval', 'take `every` away, or write mode: course');
    const before = above?.every === undefined ? usualEvery : (readDuration(above.every).value ?? undefined);
    if (every !== undefined && before !== undefined && every < before)
      wrong(
        at(index, 'every'),
        `every ${band.every} is more often than with better kidneys`,
        'a band makes the interval longer; correct one of the two',
      );
    if (
      usual.dose === undefined &&
      usual.rate === undefined &&
      usual.day === undefined &&
      every === undefined &&
      advice === undefined
    )
      wrong(
        at(index),
        `the band below ${band.below} says nothing`,
        'add usual: { dose: … }, every: … or advice: { en, it }',
      );
    const preset = presetOf(shape, band);
    if (preset !== undefined) checkPreset(preset, band, index);
    above = { ...band, usual: { ...above?.usual, ...usual }, every: band.every ?? above?.every };
    return {
      below: band.below,
      ...(band.usual === undefined
        ? {}
        : {
            usual: {
              ...(usual.dose === undefined ? {} : { dose: usual.dose }),
              ...(usual.rate === undefined ? {} : { rate: usual.rate }),
              ...(usual.day === undefined ? {} : { day: usual.day }),
            },
          }),
      ...(every === undefined ? {} : { every }),
      ...(preset === undefined ? {} : { preset }),
      ...(advice === undefined ? {} : { advice: words(advice) ?? {} }),
    };
  });

  /** The sentence that a band offers keeps to the band and to the bounds of the item. */
  function checkPreset(preset: Preset, band: BandShape, index: number): void {
    const given = (key: 'dose' | 'rate' | 'every'): Path =>
      at(index, ...(band.preset?.[key] === undefined ? [] : ['preset', key]));
    const amount = (key: 'dose' | 'rate', unit: string | undefined): number | undefined => {
      const text = preset[key];
      if (text === undefined) return undefined;
      const reading = readQuantity(text);
      if (band.preset?.[key] !== undefined) tell(reading.problems, file.phraseAt(given(key), text), findings);
      const quantity = reading.value;
      if (quantity === null || unit === undefined) return undefined;
      const value = quantity.unit === null ? quantity.value : convert(quantity.value, quantity.unit, unit);
      // An amount per kg is bounded when the patient's weight is known.
      if (value === null && !/\/kg/.test(quantity.unit ?? ''))
        findings.error('unit', file.placeOf(given(key)), {
          what: `"${text}" cannot be turned into ${unit}`,
          help: 'use a unit of the same kind',
        });
      return value ?? undefined;
    };
    for (const [key, unit, bounds] of [
      ['dose', shape.unit, shape.dose],
      ['rate', shape['rate-unit'], shape.rate],
    ] as const) {
      const value = amount(key, unit);
      if (value === undefined) continue;
      const most = Math.min(band.usual?.[key] ?? Infinity, bounds?.[1] ?? Infinity);
      if (value > most * ROOM || value < (bounds?.[0] ?? 0) / ROOM)
        wrong(
          given(key),
          `the band below ${band.below} offers ${preset[key]}, which its own bounds refuse`,
          'change the sentence or the bounds',
        );
    }
    const dose = preset.dose === undefined ? undefined : amountIn(preset.dose, shape.unit);
    const interval = seconds(preset.every, given('every')) ?? usualEvery;
    const day = band.usual?.day;
    if (
      shape.mode === 'course' &&
      dose !== undefined &&
      interval !== undefined &&
      day !== undefined &&
      (dose * DAY) / interval > day * ROOM
    )
      wrong(
        given('dose'),
        `the band below ${band.below} offers ${(dose * DAY) / interval} ${shape.unit ?? ''} a day, above its own ${day}`,
        'change the sentence, the interval or the day',
      );
  }
}

const amountIn = (text: string, unit: string | undefined): number | undefined => {
  const quantity = readQuantity(text).value;
  if (quantity === null || unit === undefined) return undefined;
  return (
    (quantity.unit === null ? quantity.value : convert(quantity.value, quantity.unit, unit)) ?? undefined
  );
};

/** The sentence as written, or made of the band's amounts; none for a band of advice only. */
function presetOf(shape: DosingShape, { usual = {}, every, preset }: BandShape): Preset | undefined {
  const label = words(preset?.label);
  const dose =
    preset?.dose ??
    (preset === undefined && usual.dose !== undefined && shape.unit !== undefined
      ? `${usual.dose} ${shape.unit}`
      : undefined);
  const rateUnit = shape['rate-unit'];
  const rate =
    preset?.rate ??
    (preset === undefined && usual.rate !== undefined && rateUnit !== undefined
      ? `${usual.rate} ${rateUnit}`
      : undefined);
  const interval = preset === undefined ? every : preset.every;
  if (dose === undefined && rate === undefined && interval === undefined && preset === undefined)
    return undefined;
  return {
    ...(dose === undefined ? {} : { dose }),
    ...(rate === undefined ? {} : { rate }),
    ...(preset?.over === undefined ? {} : { over: preset.over }),
    ...(interval === undefined ? {} : { every: interval }),
    ...(preset?.route === undefined ? {} : { route: preset.route }),
    ...(label === undefined ? {} : { label }),
  };
}
