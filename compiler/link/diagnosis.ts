// The diagnosis key: components, partial diagnoses, terms that conditions name, illness scripts and the model representation.
import type { Accept, DiagnosisKey, Script } from '#machines/scenario/scenario';
import type { Place } from '../diagnostic';
import { valueOf, type Tag } from '../read/tag';
import type { Bench } from './bench';

/** Ids of the <Term> tags, before conditions are read. */
export function termIds(tags: readonly Tag[]): readonly string[] {
  return insideDiagnosis(tags)
    .filter((tag) => tag.name === 'Term')
    .map((tag) => valueOf(tag, 'id')?.text ?? '');
}

function insideDiagnosis(tags: readonly Tag[]): readonly Tag[] {
  return tags.filter((tag) => tag.name === 'Diagnosis').flatMap((tag) => tag.children);
}

/** Links the diagnosis key. A case without one has no components, and its final diagnosis is not judged. */
export function linkDiagnosis(tags: readonly Tag[], whole: Place, bench: Bench): DiagnosisKey {
  const parts = insideDiagnosis(tags);
  const pick = (name: string): readonly Tag[] => parts.filter((tag) => tag.name === name);
  const terms: Record<string, readonly Accept[]> = {};
  for (const tag of pick('Term')) terms[bench.id(tag)] = accepts(tag);
  const model = pick('Model')[0];
  if (model === undefined && parts.length > 0) {
    bench.findings.warning('no-model', whole, {
      what: 'there is no model problem representation',
      help: 'add <Model>…</Model> to <Diagnosis>',
    });
  }
  const scripts = [...pick('Script'), ...tags.filter((tag) => tag.name === 'Script')];
  return {
    components: bench.unique(
      pick('Component').map((tag) => {
        const id = bench.id(tag);
        const points = bench.number(valueOf(tag, 'points')) ?? 0;
        return {
          tag,
          value: { id, name: bench.texts.shown(tag, 'label', id), points, accepts: accepts(tag) },
        };
      }),
    ),
    partial: pick('Partial').map((tag) => ({
      accepts: accepts(tag),
      points: bench.number(valueOf(tag, 'points')) ?? 0,
      feedback: bench.texts.proseOrEmpty(tag),
    })),
    scripts: bench.unique(scripts.map((tag) => ({ tag, value: linkScript(tag) }))),
    problemRepresentation:
      model === undefined ? bench.texts.put('model', []) : bench.texts.proseOrEmpty(model),
    terms,
  };

  /** `en="septic shock + spondylodiscitis; sepsis"`: `;` separates alternatives, `+` phrases that must all be there. */
  function accepts(tag: Tag): readonly Accept[] {
    const out = tag.children.flatMap((child): Accept[] => {
      if (child.name !== 'Accept') return [];
      const share = bench.number(valueOf(child, 'share')) ?? 1;
      const when = valueOf(child, 'when');
      const condition = when === null ? {} : { when: bench.condition(when) };
      const phrases = (['en', 'it'] as const).flatMap((language) => {
        const text = valueOf(child, language)?.text ?? '';
        return text.split(';').map((alternative) =>
          alternative
            .split('+')
            .map((phrase) => phrase.trim())
            .filter(Boolean),
        );
      });
      if (phrases.every((alternative) => alternative.length === 0)) {
        bench.findings.error('empty-accept', child.place, {
          what: '<Accept> names no words',
          help: 'add en="…" and it="…"',
        });
      }
      return phrases
        .filter((alternative) => alternative.length > 0)
        .map((alternative) => ({ phrases: alternative, share, ...condition }));
    });
    if (out.length === 0) {
      bench.findings.error('no-accept', tag.place, {
        what: `<${tag.name}> says no words that mean it`,
        help: 'add <Accept en="…" it="…" />',
      });
    }
    return out;
  }

  function linkScript(tag: Tag): Script {
    const id = bench.id(tag);
    const part = (name: string): string => {
      const child = tag.children.find((candidate) => candidate.name === name);
      if (child !== undefined) return bench.texts.proseOrEmpty(child);
      bench.findings.warning('script-part', tag.place, {
        what: `the illness script ${id} has no <${name}>`,
        help: `add <${name}>…</${name}>`,
      });
      return bench.texts.put(`${name.toLowerCase()}/${id}`, []);
    };
    return {
      id,
      name: bench.texts.shown(tag, 'label', id),
      course: part('Course'),
      supports: part('For'),
      against: part('Against'),
      decides: part('Decides'),
    };
  }
}
