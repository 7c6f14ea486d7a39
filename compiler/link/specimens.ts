// What a test takes from the patient: kinds of specimen of the ward, and the specimen and volume of one item.
import type { Item, Specimen } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import { nearest } from '../language/problem';
import { readQuantity } from '../language/read';
import { convert } from '../language/units';
import type { YamlFile } from '../read/yaml';
import { specimensShape, type ItemShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';
import { tell } from './bench';
import { words } from './items';

/** Written instead of a kind where a test of the laboratory takes nothing (a skin test). */
const NOTHING = 'none';
/** Classes of tests that are done on something taken from the patient. */
const SAMPLED = ['laboratory', 'microbiology', 'biopsy'];

/** The kinds of specimens.yaml by their names. */
export function readSpecimens(
  file: YamlFile,
  findings: Findings,
  claim: (shape: { source?: unknown; evidence?: string | undefined }, place: Place, id: string) => void,
): { readonly [kind: string]: Specimen } {
  const shapes = Object.entries(checkYaml(file, specimensShape, findings) ?? {});
  return Object.fromEntries(
    shapes.map(([id, shape]) => {
      claim(shape, file.keyPlaceOf([id]), id);
      const tube = words(shape.tube);
      const volume = shape.volume === undefined ? null : millilitres(shape.volume, file, [id], findings);
      if (shape.blood === true && volume === null) {
        findings.error('missing-key', file.keyPlaceOf([id]), {
          what: `${id} needs "volume"`,
          why: 'the blood of a play is added up',
          help: 'add volume: … mL',
        });
      }
      const specimen: Specimen = {
        name: words(shape.name) ?? {},
        ...(tube === undefined ? {} : { tube }),
        ...(volume === null ? {} : { volume }),
        ...(shape.blood === true ? { blood: true } : {}),
        ...(shape.serves === undefined ? {} : { serves: shape.serves }),
      };
      return [id, specimen];
    }),
  );
}

/** `specimen` and `volume` of an item's entry; whether the kinds exist is checked with `checkSpecimens`. */
export function specimenOf(
  id: string,
  { specimen, volume: text }: Pick<ItemShape, 'specimen' | 'volume'>,
  file: YamlFile,
  findings: Findings,
): Pick<Item, 'specimen' | 'volume'> {
  const kinds = (typeof specimen === 'string' ? [specimen] : (specimen ?? [])).filter(
    (kind) => kind !== NOTHING,
  );
  if (text === undefined) return kinds.length === 0 ? {} : { specimen: kinds };
  if (kinds.length !== 1) {
    findings.error('wrong-value', file.placeOf([id, 'volume']), {
      what: `${id}: a volume belongs to one specimen`,
      help: 'name one kind under specimen, or leave the volume to the kinds',
    });
  }
  const volume = millilitres(text, file, [id], findings);
  return { specimen: kinds, ...(volume === null ? {} : { volume }) };
}

/**
 * Tells kinds that the ward lacks, and a test of the laboratory that names none.
 * @param severity of the latter: an error in the ward's own catalogue, where everything is known
 */
export function checkSpecimens(
  item: Item,
  { shape, file }: { readonly shape: ItemShape; readonly file: YamlFile },
  known: { readonly [kind: string]: Specimen },
  severity: 'error' | 'note',
  findings: Findings,
): void {
  const kinds = Object.keys(known);
  for (const kind of item.specimen ?? []) {
    if (Object.hasOwn(known, kind)) continue;
    const near = nearest(kind, kinds);
    findings.error('unknown-specimen', file.placeOf([item.id, 'specimen']), {
      what: `there is no specimen ${kind}`,
      help: near === null ? 'declare it in specimens.yaml' : `did you mean ${near}?`,
    });
  }
  const sampled = item.verb === 'order' && item.classes.some((name) => SAMPLED.includes(name));
  if (kinds.length === 0 || !sampled || shape.specimen !== undefined) return;
  findings.add(severity, 'no-specimen', file.keyPlaceOf([item.id]), {
    what: `${item.id} does not say what it takes from the patient`,
    help: `add specimen: … (a kind of specimens.yaml), or specimen: ${NOTHING}`,
  });
}

function millilitres(
  text: string,
  file: YamlFile,
  path: readonly string[],
  findings: Findings,
): number | null {
  const phrase = file.phraseAt([...path, 'volume'], text);
  const reading = readQuantity(text);
  tell(reading.problems, phrase, findings);
  if (reading.value === null) return null;
  const { value, unit } = reading.value;
  const volume = unit === null ? null : convert(value, unit, 'mL');
  if (volume !== null && volume > 0) return volume;
  findings.error('wrong-value', phrase.place, {
    what: `"${text}" is no volume`,
    help: 'write for example 3 mL',
  });
  return null;
}
