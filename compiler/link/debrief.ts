// Checkpoints, figures, and what the debrief holds: questions, teaching points, objectives, plays shown beside the learner's.
import type { Checkpoint, Debrief, Figure, TextKey, Walkthrough } from '#machines/scenario/scenario';
import type { Language } from '#machines/scenario/item';
import type { Prose } from '#machines/scenario/scenario';
import { valueOf, type Tag } from '../read/tag';
import type { Bench } from './bench';
import type { CasePlays } from './walkthroughs';

/** Links <Checkpoint> tags. */
export function linkCheckpoints(tags: readonly Tag[], bench: Bench): readonly Checkpoint[] {
  return bench.unique(
    tags
      .filter((tag) => tag.name === 'Checkpoint')
      .map((tag) => {
        const options = tag.children.filter((child) => child.name === 'Option');
        const feedback = tag.children.find((child) => child.name === 'Feedback');
        const right = options.filter((option) => bench.flag(option, 'right')).length;
        if (options.length < 2) {
          bench.findings.error('too-few-options', tag.place, {
            what: 'a checkpoint needs at least two options',
            help: 'add <Option id="…">…</Option>',
          });
        } else if (right === 0) {
          bench.findings.error('no-right-option', tag.place, {
            what: 'no option of this checkpoint is right',
            help: 'write `right` into the right ones: <Option id="a" right>',
          });
        } else if (right > 1 && !bench.flag(tag, 'many')) {
          bench.findings.warning('many-right', tag.place, {
            what: `${right} options are right, but only one may be ticked`,
            help: 'write `many`, or leave one right',
          });
        }
        const id = bench.id(tag);
        const value: Checkpoint = {
          id,
          opens: bench.condition(valueOf(tag, 'opens')),
          text: bench.texts.proseOrEmpty(tag),
          many: bench.flag(tag, 'many'),
          options: bench.unique(
            options.map((option) => ({
              tag: option,
              value: {
                id: bench.id(option),
                text: bench.texts.proseOrEmpty(option),
                right: bench.flag(option, 'right'),
              },
            })),
          ),
          feedback:
            feedback === undefined
              ? bench.texts.put(`feedback/${id}`, [])
              : bench.texts.proseOrEmpty(feedback),
          assessed: bench.flag(tag, 'assessed'),
          sources: bench.sourceList(tag),
        };
        return { tag, value };
      }),
  );
}

/**
 * Links <Figure> tags.
 * @param files names in the case's figures folder
 * @param used figure ids that answers, findings, reports and events name, with the tag that names them
 */
export function linkFigures(
  tags: readonly Tag[],
  files: ReadonlySet<string>,
  used: ReadonlyMap<string, Tag>,
  bench: Bench,
): { readonly [id: string]: Figure } {
  const figures: Record<string, Figure> = {};
  for (const tag of tags.filter((candidate) => candidate.name === 'Figure')) {
    const id = bench.id(tag);
    const file = valueOf(tag, 'file');
    const caption = bench.texts.prose(tag);
    if (file !== null && !files.has(file.text)) {
      bench.findings.error('no-file', file.place, {
        what: `there is no file figures/${file.text}`,
        help: 'put the drawing there, or correct the name',
      });
    }
    if (!used.has(id)) {
      bench.findings.warning('unused', tag.place, {
        what: `nothing shows the figure ${id}`,
        help: `name it with figure="${id}", or delete it`,
      });
    }
    figures[id] = {
      id,
      file: file?.text ?? '',
      alt: bench.texts.shown(tag, 'alt', ''),
      ...(caption === undefined ? {} : { caption }),
    };
  }
  for (const [id, tag] of used) {
    const phrase = valueOf(tag, 'figure');
    if (phrase !== null && !Object.hasOwn(figures, id))
      bench.unknown('figure', id, phrase.place, Object.keys(figures));
  }
  return figures;
}

/** Links what stands only in the debrief. */
export function linkDebrief(tags: readonly Tag[], plays: CasePlays, bench: Bench): Debrief {
  const keys = (name: string): readonly TextKey[] =>
    tags.filter((tag) => tag.name === name).map((tag) => bench.texts.proseOrEmpty(tag));
  const walkthroughs: Record<string, Walkthrough> = {};
  for (const id of [plays.reference, plays.untreated]) {
    const play = id === undefined ? undefined : plays.plays[id];
    if (id !== undefined && play !== undefined) walkthroughs[id] = { steps: play.steps };
  }
  return {
    questions: keys('Question'),
    teaching: keys('Teaching'),
    objectives: keys('Objective'),
    added: together(keys('Added'), bench),
    ...(plays.reference === undefined ? {} : { reference: plays.reference }),
    ...(plays.untreated === undefined ? {} : { untreated: plays.untreated }),
    walkthroughs,
  };
}

/** Several fragments as one text. */
function together(keys: readonly TextKey[], bench: Bench): TextKey {
  const only = keys[0];
  if (keys.length === 1 && only !== undefined) return only;
  const entry: { [language in Language]?: Prose } = { [bench.texts.language]: [] };
  for (const key of keys) {
    for (const language of bench.texts.languages) {
      const prose = bench.texts.get(key)?.[language];
      if (prose !== undefined) entry[language] = [...(entry[language] ?? []), ...prose];
    }
  }
  return bench.texts.putAll('added/all', entry);
}
