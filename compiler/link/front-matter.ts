// The front matter of a case: cover, patient, clock and sources.
import type { Language } from '#machines/scenario/item';
import type { Cover, LiveClock, Patient, Source, TextKey } from '#machines/scenario/scenario';
import type { Findings, Phrase } from '../diagnostic';
import type { Reading } from '../language/problem';
import { readDuration, readQuantity } from '../language/read';
import { convert } from '../language/units';
import { plainProse } from '../prose';
import type { MdxFile } from '../read/mdx';
import { readYaml, type YamlFile } from '../read/yaml';
import type { Tag } from '../read/tag';
import type { SourceShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';
import { frontMatterShape, overlayFrontMatterShape, type FrontMatter } from '../shape/front-matter';
import { tell } from './bench';
import type { Texts } from './texts';
import { sourceText } from '../source-text';

export interface ReadFrontMatter {
  readonly shape: FrontMatter;
  readonly file: YamlFile;
}

/** The front matter of case.mdx, or null after an error. */
export function readFrontMatter(files: readonly MdxFile[], findings: Findings): ReadFrontMatter | null {
  const main = files.find((file) => file.source.name === 'case.mdx');
  if (main?.frontMatter === undefined || main.frontMatter === null) {
    const source = main?.source ?? files[0]?.source ?? sourceText('case.mdx', '');
    findings.error(
      'no-front-matter',
      { file: source, start: 0, end: 0 },
      {
        what: main === undefined ? 'the folder has no case.mdx' : 'case.mdx has no front matter',
        help: 'begin case.mdx with --- title, complaint, language, patient … ---',
      },
    );
    return null;
  }
  const file = readYaml(main.source, main.frontMatter.text, main.frontMatter.start);
  for (const fault of file.faults) findings.add(fault.severity, fault.code, fault.place, fault.message);
  const shape = checkYaml(file, frontMatterShape, findings);
  for (const other of files) {
    if (other === main || other.frontMatter === null) continue;
    findings.error(
      'second-front-matter',
      { file: other.source, start: 0, end: 3 },
      {
        what: 'only case.mdx has front matter',
        help: 'move it there',
      },
    );
  }
  return shape === null ? null : { shape, file };
}

/** Weight in kg and height in cm; a number without unit is taken in these. */
export function readPatient({ shape, file }: ReadFrontMatter, findings: Findings): Patient {
  const { name, age, sex, weight, height } = shape.patient;
  const amount = (given: string | number, key: string, unit: string): number => {
    if (typeof given === 'number') return given;
    const phrase = file.phraseAt(['patient', key], given);
    const quantity = take(phrase, readQuantity(given), findings);
    if (quantity === null) return 1;
    const value = quantity.unit === null ? quantity.value : convert(quantity.value, quantity.unit, unit);
    if (value === null || value <= 0) {
      findings.error('unit', phrase.place, { what: `"${given}" is no ${key}`, help: `write it in ${unit}` });
      return 1;
    }
    return value;
  };
  return {
    name,
    age,
    sex,
    weight: amount(weight, 'weight', 'kg'),
    ...(height === undefined ? {} : { height: amount(height, 'height', 'cm') }),
  };
}

/** Clock time of arrival in seconds after midnight, base tick in seconds. */
export function readClock(
  { shape, file }: ReadFrontMatter,
  findings: Findings,
): { arrival: number; base: number } {
  const [hours, minutes] = shape.arrival.split(':');
  const phrase = shape.tick === undefined ? null : file.phraseAt(['tick'], shape.tick);
  const base = phrase === null ? 60 : (take(phrase, readDuration(phrase.text), findings) ?? 60);
  if (phrase !== null && (base < 1 || base > 86_400)) {
    findings.error('tick', phrase.place, {
      what: 'a tick lasts from 1 s to 24 h',
      help: 'write tick: 1 min',
    });
  }
  return { arrival: Number(hours) * 3600 + Number(minutes) * 60, base };
}

/** Slowest and fastest live clock: seconds of patient time in each second. */
const LIVE_RATES = { least: 1, most: 3600 } as const;

/** The live clock as the case offers or requires it; undefined where it says nothing. */
export function readLiveClock({ shape, file }: ReadFrontMatter, findings: Findings): LiveClock | undefined {
  if (shape.clock === undefined) return undefined;
  const required = shape.clock.live === 'required';
  if (shape.clock.rate === undefined) {
    if (required) {
      findings.error('live-clock', file.keyPlaceOf(['clock', 'live']), {
        what: 'a live clock that is required has no rate, and how hard the exam is depends on it',
        help: 'write clock: { live: required, rate: 10 s }: patient time that passes in each second',
      });
    }
    return { required };
  }
  const phrase = file.phraseAt(['clock', 'rate'], shape.clock.rate);
  const rate = take(phrase, readDuration(phrase.text), findings);
  if (rate === null) return { required };
  if (!Number.isInteger(rate) || rate < LIVE_RATES.least || rate > LIVE_RATES.most) {
    findings.error('live-clock', phrase.place, {
      what: 'a live clock lets from 1 s to 1 h of patient time pass in each second, in whole seconds',
      help: 'write rate: 1 s (as in life), rate: 10 s or rate: 1 min',
    });
  }
  return { required, rate };
}

/** Sources of the front matter and of sources.yaml together. */
export function readSources(
  front: ReadFrontMatter,
  own: { readonly [id: string]: SourceShape } | null,
  ownFile: YamlFile | undefined,
  findings: Findings,
): { readonly [id: string]: Source } {
  const sources: Record<string, Source> = {};
  const add = (
    given: { readonly [id: string]: SourceShape },
    file: YamlFile,
    above: readonly string[],
  ): void => {
    for (const [id, source] of Object.entries(given)) {
      if (Object.hasOwn(sources, id)) {
        findings.error('duplicate-id', file.keyPlaceOf([...above, id]), {
          what: `the source ${id} is declared twice`,
          help: 'keep one of the two',
        });
      }
      sources[id] = {
        cite: source.cite,
        ...(source.doi === undefined ? {} : { doi: source.doi }),
        ...(source.url === undefined ? {} : { url: source.url }),
        ...(source.checked === undefined ? {} : { checked: String(source.checked) }),
        ...(source.note === undefined ? {} : { note: source.note }),
      };
    }
  };
  add(front.shape.sources ?? {}, front.file, ['sources']);
  if (own !== null && ownFile !== undefined) add(own, ownFile, []);
  return sources;
}

/** The cover, with title and complaint of every overlay's front matter. */
export function linkCover(
  front: ReadFrontMatter,
  tags: readonly Tag[],
  overlays: ReadonlyMap<Language, readonly MdxFile[]>,
  texts: Texts,
  findings: Findings,
): Cover {
  const { shape, file } = front;
  const translated = new Map<Language, { title?: string | undefined; complaint?: string | undefined }>();
  for (const [language, files] of overlays) {
    for (const overlay of files) {
      if (overlay.frontMatter === null) continue;
      const yaml = readYaml(overlay.source, overlay.frontMatter.text, overlay.frontMatter.start);
      for (const fault of yaml.faults) findings.add(fault.severity, fault.code, fault.place, fault.message);
      const values = checkYaml(yaml, overlayFrontMatterShape, findings);
      if (values !== null) translated.set(language, { ...translated.get(language), ...values });
    }
  }
  const short = (key: 'title' | 'complaint'): TextKey => {
    const entry = { [texts.language]: plainProse(shape[key]) };
    for (const language of texts.others()) {
      const words = translated.get(language)?.[key];
      if (words === undefined) texts.missing(file.placeOf([key]), language, key);
      else entry[language] = plainProse(words);
    }
    return texts.putAll(`cover/${key}`, entry);
  };
  const cover = tags.find((tag) => tag.name === 'Cover');
  const part = (name: string, among: readonly Tag[], where: string): TextKey => {
    const tag = among.find((candidate) => candidate.name === name);
    if (tag !== undefined) return texts.proseOrEmpty(tag);
    findings.error('missing-tag', file.placeOf([]), {
      what: `the case has no <${name}>`,
      help: `write ${where}`,
    });
    return texts.put(name.toLowerCase(), []);
  };
  return {
    title: short('title'),
    complaint: short('complaint'),
    role: part('Role', cover?.children ?? [], '<Role>…</Role> inside <Cover>'),
    task: part('Task', cover?.children ?? [], '<Task>…</Task> inside <Cover>'),
    opening: part('Opening', tags, '<Opening>…</Opening>: what is seen and said at the door'),
    setting: shape.setting,
    level: shape.level,
    minutes: shape.minutes,
    authors: shape.authors ?? [],
    review: shape.review ?? 'draft',
    licence: shape.licence ?? '',
  };
}

function take<T>(phrase: Phrase, reading: Reading<T>, findings: Findings): T | null {
  tell(reading.problems, phrase, findings);
  return reading.value;
}
