// Answers, findings, results, reports and replies: which item they belong to, when they arrive, and which are alternatives.
import type { Analyte, ItemVerb, Language } from '#machines/scenario/item';
import type { Prose, Response } from '#machines/scenario/scenario';
import type { Phrase } from '../diagnostic';
import { didYouMean } from '../language/problem';
import { valueOf, type Tag } from '../read/tag';
import type { AnalyteShape } from '../shape/catalogue';
import { resultValues } from './analytes';
import { splitList, type Bench } from './bench';
import { verbOf } from './items';
import { linkTracing } from './tracing';

const KINDS: {
  readonly [tag: string]: {
    readonly kind: Response['kind'];
    readonly verbs: readonly ItemVerb[];
    readonly item: 'to' | 'of';
  };
} = {
  Answer: { kind: 'answer', verbs: ['ask'], item: 'to' },
  Finding: { kind: 'finding', verbs: ['examine'], item: 'of' },
  Result: { kind: 'result', verbs: ['order', 'procedure', 'examine'], item: 'of' },
  Report: { kind: 'report', verbs: ['order', 'procedure', 'treat', 'consult'], item: 'of' },
  Reply: {
    kind: 'reply',
    verbs: ['consult', 'tell', 'move', 'dispose', 'procedure', 'treat', 'order'],
    item: 'of',
  },
};

/** Stand for every question or manoeuvre without an answer of its own. */
const EVERY: readonly string[] = ['ask:*', 'examine:*'];

export const RESPONSE_TAGS: readonly string[] = Object.keys(KINDS);

export interface LinkedResponses {
  readonly responses: { readonly [item: string]: readonly Response[] };
  readonly figures: ReadonlySet<string>;
}

/** Links all response tags of a case, in file order. `conditions`: what the patient has by the front matter. */
export function linkResponses(
  tags: readonly Tag[],
  analytes: ReadonlyMap<string, Analyte>,
  shapes: ReadonlyMap<string, AnalyteShape>,
  conditions: readonly string[],
  bench: Bench,
): LinkedResponses {
  const responses = new Map<string, Response[]>();
  const slots = new Map<string, { readonly number: number; closedBy: Tag | null }>();
  const slotCounts = new Map<string, number>();
  const figures = new Set<string>();
  for (const tag of tags) {
    const form = Object.hasOwn(KINDS, tag.name) ? KINDS[tag.name] : undefined;
    if (form === undefined) continue;
    const phrase = valueOf(tag, form.item);
    const items = EVERY.includes(phrase?.text ?? '') ? [phrase?.text ?? ''] : bench.itemList(phrase);
    const response = linkOne(tag, form.kind, items);
    for (const item of items) {
      const verb = verbOf(item);
      if (phrase !== null && verb !== null && !form.verbs.includes(verb)) {
        bench.findings.error('wrong-verb', phrase.place, {
          what: `<${tag.name}> cannot belong to ${item}`,
          help: `it belongs to ${form.verbs.map((known) => `${known}:…`).join(', ')}; ${better(verb)}`,
        });
      }
      const list = responses.get(item) ?? [];
      responses.set(item, list);
      list.push({ ...response, slot: slotOf(item, tag, response) });
    }
  }
  return { responses: Object.fromEntries(responses), figures };

  /** Same kind, same item, same time: alternatives of one slot. */
  function slotOf(item: string, tag: Tag, response: Omit<Response, 'slot'>): number {
    const { at } = response;
    const key = `${item} ${tag.name} ${at === undefined ? '' : `${at.from} ${at.seconds}`}`;
    let slot = slots.get(key);
    if (slot === undefined) {
      const number = slotCounts.get(item) ?? 0;
      slotCounts.set(item, number + 1);
      slot = { number, closedBy: null };
      slots.set(key, slot);
    }
    if (slot.closedBy !== null) {
      bench.findings.warning('never-used', tag.place, {
        what: `this <${tag.name}> can never be used: the one on line ${lineOf(slot.closedBy)} has no condition and comes first`,
        help: 'put the one without `when` last, or give this one another time',
      });
    } else if (valueOf(tag, 'when') === null) slot.closedBy = tag;
    return slot.number;
  }

  function linkOne(tag: Tag, kind: Response['kind'], items: readonly string[]): Omit<Response, 'slot'> {
    const when = bench.condition(valueOf(tag, 'when'));
    const fromOrder = bench.duration(valueOf(tag, 'at'));
    const fromStart = bench.duration(valueOf(tag, 'after'));
    if (fromOrder !== undefined && fromStart !== undefined) {
      bench.findings.error('two-times', tag.place, {
        what: `<${tag.name}> has both at and after`,
        help: 'at counts from the order, after from the start: keep one',
      });
    }
    const text = bench.texts.prose(tag, (language) => speaker(tag, language));
    const figure = valueOf(tag, 'figure');
    if (figure !== null) figures.add(figure.text);
    const panel = [...new Set(items.flatMap((item) => bench.items.get(item)?.analytes ?? []))];
    const values =
      kind === 'result' && items.length > 0 ? resultValues(tag, panel, analytes, shapes, bench) : undefined;
    const tracing = linkTracing(tag, items, bench);
    const told = valueOf(tag, 'tells');
    const tells = told === null ? undefined : toldIn(told);
    return {
      when,
      ...(fromOrder !== undefined
        ? { at: { from: 'order', seconds: fromOrder } }
        : fromStart !== undefined
          ? { at: { from: 'start', seconds: fromStart } }
          : {}),
      ...(text === undefined ? {} : { text }),
      ...(values === undefined ? {} : { values }),
      ...(figure === null ? {} : { figure: figure.text }),
      ...(tracing === undefined ? {} : { tracing }),
      critical: bench.flag(tag, 'critical'),
      kind,
      judgedOnArrival: bench.flag(tag, 'on-arrival'),
      fails: bench.flag(tag, 'fails'),
      reports: bench.itemList(valueOf(tag, 'reports')),
      ...(tells === undefined ? {} : { tells }),
    };
  }

  /** What an answer tells must be something that the patient has. */
  function toldIn(phrase: Phrase): readonly string[] {
    return splitList(phrase).flatMap(({ text, place }) => {
      if (conditions.includes(text)) return [text];
      bench.findings.error('unknown-condition', place, {
        what: `the patient of this case has no condition ${text}`,
        help: didYouMean(text, conditions, `name it in the front matter: conditions: [${text}]`),
      });
      return [];
    });
  }

  /** Who speaks, in bold before the words. */
  function speaker(tag: Tag, language: Language): Prose {
    const by = valueOf(tag, 'by');
    if (by === null) return [];
    const translated = bench.texts.translation(tag, 'by', language);
    if (translated === null) bench.texts.missing(by.place, language, `by="${by.text}"`);
    const name = (translated ?? by).text;
    return [{ tag: 'p', of: [{ tag: 'strong', of: [`${name.charAt(0).toUpperCase()}${name.slice(1)}:`] }] }];
  }

  function lineOf(tag: Tag): number {
    return tag.place.file.positionOf(tag.place.start).line;
  }
}

function better(verb: ItemVerb): string {
  const tag = Object.entries(KINDS).find(([, form]) => form.verbs.includes(verb))?.[0] ?? 'Reply';
  return `write <${tag}> for ${verb}:…`;
}
