// The limits of an analyte stand in their order: plausible, critical and usual ones, for either sex and at every age.
import type { Findings } from '../diagnostic';
import type { YamlFile } from '../read/yaml';
import type { AnalyteShape, BoundShape } from '../shape/catalogue';

type Sex = 'male' | 'female';

const forSex = (bound: BoundShape | undefined, sex: Sex): number | undefined =>
  typeof bound === 'object' ? bound[sex] : bound;

/** Tells of the first pair of limits that stand the wrong way round. */
export function checkLimits(id: string, shape: AnalyteShape, file: YamlFile, findings: Findings): void {
  const bands = [undefined, ...(shape.ages ?? [])];
  for (const band of bands) {
    for (const sex of ['male', 'female'] as const) {
      const limits = (
        [
          ['the least plausible value', shape.plausible?.[0]],
          ['critical-low', shape['critical-low']],
          ['low', forSex(band?.low ?? shape.low, sex)],
          ['high', forSex(band?.high ?? shape.high, sex)],
          ['critical-high', shape['critical-high']],
          ['the highest plausible value', shape.plausible?.[1]],
        ] as const
      ).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
      const turned = limits.find(({ value }, index) => value < (limits[index - 1]?.value ?? -Infinity));
      if (turned === undefined) continue;
      const before = limits[limits.indexOf(turned) - 1];
      findings.error('limits', file.keyPlaceOf([id]), {
        what: `${turned.name} of ${id} (${turned.value}) is below ${before?.name} (${before?.value})`,
        ...(band === undefined
          ? {}
          : { why: `so it is for a ${sex} patient of ${band.ages[0]} to ${band.ages[1]} years` }),
        help: 'order them: plausible, critical-low, low, high, critical-high, plausible',
      });
      return;
    }
  }
}
