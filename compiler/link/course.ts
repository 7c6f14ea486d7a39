// Events, gates, timings, phases and outcomes of a case.
import type { Phase } from '#machines/scenario/item';
import type { CaseEvent, Gate, Outcome, Timing } from '#machines/scenario/scenario';
import { readAssignments, readDuration, readEffects } from '../language/read';
import type { Findings, Place } from '../diagnostic';
import { valueOf, type Tag } from '../read/tag';
import { tell, type Bench } from './bench';
import type { Texts } from './texts';

/** Phases by item, from the tags alone: items must have them before conditions can name them. */
export function gatherPhases(
  tags: readonly Tag[],
  texts: Texts,
  findings: Findings,
): ReadonlyMap<string, readonly (Phase & { readonly place: Place })[]> {
  const phases = new Map<string, (Phase & { place: Place })[]>();
  for (const tag of tags) {
    const item = valueOf(tag, 'of');
    const id = valueOf(tag, 'id');
    const at = valueOf(tag, 'at');
    if (tag.name !== 'Phase' || item === null || id === null || at === null) continue;
    const reading = readDuration(at.text);
    tell(reading.problems, at, findings);
    const text = texts.prose(tag);
    const list = phases.get(item.text) ?? [];
    phases.set(item.text, list);
    if (list.some((phase) => phase.id === id.text)) {
      findings.error('duplicate-id', id.place, {
        what: `${item.text} has two phases ${id.text}`,
        help: 'give one of them another id',
      });
    }
    list.push({
      id: id.text,
      at: reading.value ?? 0,
      ...(text === undefined ? {} : { text }),
      place: item.place,
    });
  }
  return phases;
}

/** Links <Event> tags. */
export function linkEvents(tags: readonly Tag[], bench: Bench): readonly CaseEvent[] {
  return bench.unique(
    tags
      .filter((tag) => tag.name === 'Event')
      .map((tag) => {
        const on = bench.event(valueOf(tag, 'on'));
        const when = valueOf(tag, 'when');
        if (on === undefined && when === null) {
          bench.findings.error('missing-attribute', tag.place, {
            what: '<Event> says neither when nor on what it happens',
            help: 'add when="…" or on="…"',
          });
        }
        const effects = valueOf(tag, 'effects');
        const sets = valueOf(tag, 'sets');
        const text = bench.texts.prose(tag);
        const figure = valueOf(tag, 'figure')?.text;
        const value: CaseEvent = {
          id: bench.id(tag),
          when: bench.condition(when),
          ...(on === undefined ? {} : { on }),
          repeats: bench.flag(tag, 'repeats'),
          effects:
            effects === null ? [] : (bench.read(effects, readEffects(effects.text, bench.scope)) ?? []),
          sets: sets === null ? [] : (bench.read(sets, readAssignments(sets.text, bench.scope)) ?? []),
          ...(text === undefined ? {} : { text }),
          ...(figure === undefined ? {} : { figure }),
          interrupts: !bench.flag(tag, 'quiet'),
        };
        return { tag, value };
      }),
  );
}

/** Links <Gate> tags, in file order: the first that holds refuses. */
export function linkGates(tags: readonly Tag[], bench: Bench): readonly Gate[] {
  return tags
    .filter((tag) => tag.name === 'Gate')
    .map((tag) => {
      const items = bench.itemList(valueOf(tag, 'of'));
      return {
        items,
        when: bench.about(items).condition(valueOf(tag, 'when')),
        text: bench.texts.proseOrEmpty(tag),
      };
    });
}

/** Links <Timing> tags, in file order: each sees what the one before made. */
export function linkTimings(tags: readonly Tag[], bench: Bench): readonly Timing[] {
  return tags
    .filter((tag) => tag.name === 'Timing')
    .map((tag) => {
      const items = bench.itemList(valueOf(tag, 'of'));
      const set = bench.duration(valueOf(tag, 'is'));
      const add = bench.duration(valueOf(tag, 'adds'));
      const times = bench.number(valueOf(tag, 'times'));
      const round = bench.duration(valueOf(tag, 'rounded-up-to'));
      if (set === undefined && add === undefined && times === undefined && round === undefined) {
        bench.findings.error('missing-attribute', tag.place, {
          what: '<Timing> changes nothing',
          help: 'add is="…", adds="…", times="…" or rounded-up-to="…"',
        });
      }
      return {
        items,
        when: bench.about(items).condition(valueOf(tag, 'when')),
        of: timeOf(valueOf(tag, 'for')?.text),
        ...(set === undefined ? {} : { set }),
        ...(add === undefined ? {} : { add }),
        ...(times === undefined ? {} : { times }),
        ...(round === undefined ? {} : { round }),
      };
    });
}

function timeOf(text: string | undefined): Timing['of'] {
  return text === 'takes' || text === 'turnaround' || text === 'all' ? text : 'lead';
}

/** Links <Outcome> tags; the last must hold always, so that every play has an outcome. */
export function linkOutcomes(tags: readonly Tag[], whole: Place, bench: Bench): readonly Outcome[] {
  const own = tags.filter((tag) => tag.name === 'Outcome');
  const last = own.at(-1);
  if (last === undefined) {
    bench.findings.error('no-outcome', whole, {
      what: 'the case has no outcome',
      help: 'write <Outcome id="…" label="…">…</Outcome>; the last without `when`',
    });
  } else if (valueOf(last, 'when') !== null) {
    bench.findings.error('open-outcomes', last.place, {
      what: 'the last outcome has a condition, so a play could end without any',
      help: 'add a last <Outcome> without `when`',
    });
  }
  const outcomes = own.map((tag) => {
    const id = bench.id(tag);
    const value: Outcome = {
      id,
      when: bench.condition(valueOf(tag, 'when')),
      survived: !bench.flag(tag, 'died'),
      title: bench.texts.shown(tag, 'label', id.replace(/-/g, ' ')),
      text: bench.texts.proseOrEmpty(tag),
    };
    return { tag, value };
  });
  const closed = outcomes.findIndex(({ tag }) => valueOf(tag, 'when') === null);
  for (const { tag } of closed === -1 ? [] : outcomes.slice(closed + 1)) {
    bench.findings.warning('never-used', tag.place, {
      what: 'this outcome can never be reached: one before it has no condition',
      help: 'put the one without `when` last',
    });
  }
  return bench.unique(outcomes);
}
