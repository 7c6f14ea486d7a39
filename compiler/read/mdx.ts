// Reads an MDX file as data: a tree of tags with places, its front matter, and a diagnostic for whatever is refused.
import type { Root, RootContent } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { VFileMessage } from 'vfile-message';
import type { Message, Place } from '../diagnostic';
import type { SourceText } from '../source-text';
import { prepare, restore } from './prepare';
import type { ProseSource, Tag, TagAttribute } from './tag';

export interface ReadFault {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  readonly message: Message;
}

export interface MdxFile {
  readonly source: SourceText;
  readonly tags: readonly Tag[];
  /** text of the front matter and the offset at which it begins */
  readonly frontMatter: { readonly text: string; readonly start: number } | null;
  readonly faults: readonly ReadFault[];
}

const parser = unified()
  .use(remarkParse)
  .use(tables)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkMdx)
  .freeze();

/** Of GitHub's Markdown only tables: its links and strike-throughs are not shown, and looking for them takes as long as all the rest. */
function tables(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

/** Reads one file. Never throws: a file that cannot be read at all has one fault and no tags. */
export function readMdx(source: SourceText): MdxFile {
  const prepared = prepare(source.text);
  const faults: ReadFault[] = prepared.problems.map(({ code, start, end, message }) => ({
    code,
    severity: 'error',
    place: { file: source, start, end },
    message,
  }));
  const tags: Tag[] = [];
  let frontMatter: MdxFile['frontMatter'] = null;
  for (const [index, cut] of prepared.cuts.slice(1).entries()) {
    const from = prepared.cuts[index] ?? 0;
    const part = readPart(source, prepared.text.slice(from, cut), (offset) =>
      prepared.originOf(from + offset),
    );
    tags.push(...part.tags);
    faults.push(...part.faults);
    if (index === 0 && part.yaml !== null) {
      const start = source.text.indexOf('\n') + 1;
      frontMatter = { text: source.text.slice(start, start + part.yaml.length), start };
    }
  }
  return { source, tags, frontMatter, faults };
}

/** Reads a part of a file; one that cannot be read has one fault and no tags. `originOf` gives offsets in the file. */
function readPart(
  source: SourceText,
  text: string,
  originOf: (offset: number) => number,
): { readonly tags: readonly Tag[]; readonly yaml: string | null; readonly faults: readonly ReadFault[] } {
  const faults: ReadFault[] = [];
  let root: Root;
  try {
    root = parser.parse(text);
  } catch (error) {
    return { tags: [], yaml: null, faults: [parserFault(error)] };
  }
  const yaml = root.children[0]?.type === 'yaml' ? root.children[0].value : null;
  const body = collect(yaml === null ? root.children : root.children.slice(1));
  if (body.prose !== null) strayProse(body.prose);
  return { tags: body.tags, yaml, faults };

  function placeOf(node: {
    readonly position?:
      | { start: { offset?: number | undefined }; end: { offset?: number | undefined } }
      | undefined;
  }): Place {
    const start = originOf(node.position?.start.offset ?? 0);
    return { file: source, start, end: originOf(node.position?.end.offset ?? start) };
  }

  /** Parts the tags from the prose that stands between them. */
  function collect(nodes: readonly RootContent[]): { tags: Tag[]; prose: ProseSource | null } {
    const tags: Tag[] = [];
    const prose: RootContent[] = [];
    for (const node of nodes) {
      if (node.type === 'mdxJsxFlowElement' && isCaseTag(node)) tags.push(tagOf(node));
      else if (node.type !== 'mdxjsEsm' && node.type !== 'mdxFlowExpression') prose.push(node);
    }
    const first = prose[0];
    const last = prose.at(-1);
    if (first === undefined || last === undefined) return { tags, prose: null };
    const place: Place = { file: source, start: placeOf(first).start, end: placeOf(last).end };
    return { tags, prose: { nodes: prose, place, originOf } };
  }

  function tagOf(node: MdxJsxFlowElement | MdxJsxTextElement): Tag {
    const whole = placeOf(node);
    const { tags, prose } = collect(node.children);
    const attributes: TagAttribute[] = [];
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute') attributes.push(attributeOf(attribute));
    }
    const nameEnd = whole.start + 1 + (node.name?.length ?? 0);
    const end = attributes.at(-1)?.place.end ?? nameEnd;
    const place: Place = { file: source, start: whole.start, end };
    return { name: node.name ?? '', attributes, children: tags, prose, place };
  }

  function attributeOf(attribute: MdxJsxAttribute): TagAttribute {
    const place = placeOf(attribute);
    const { name, value } = attribute;
    if (typeof value !== 'string') return { name, value: null, place };
    const quote = source.text.slice(place.start, place.end).search(/["']/);
    const start = place.start + quote + 1;
    return {
      name,
      value: { text: restore(value), place: { file: source, start, end: place.end - 1 } },
      place,
    };
  }

  function strayProse(prose: ProseSource): void {
    for (const node of prose.nodes) {
      if (node.type === 'heading' || node.type === 'thematicBreak') continue;
      faults.push({
        code: 'stray-prose',
        severity: 'warning',
        place: placeOf(node),
        message: {
          what: 'this text stands outside every tag, so nobody will ever read it',
          help: 'put it inside the tag it belongs to, or make it a comment: {/* … */}',
        },
      });
    }
  }

  function parserFault(error: unknown): ReadFault {
    const message = error instanceof VFileMessage ? error : null;
    const point =
      message?.place === undefined ? null : 'start' in message.place ? message.place.start : message.place;
    const start = originOf(point?.offset ?? 0);
    return {
      code: 'unreadable',
      severity: 'error',
      place: { file: source, start, end: start + 1 },
      message: {
        what: (message?.reason ?? String(error)).replace(/ ?\(\d+:\d+(-\d+:\d+)?\)/g, ''),
        why: 'this part of the file cannot be read',
        help: 'put each tag on a line of its own, outside lists, quotations and tables',
      },
    };
  }
}

/** Tags of the case language begin with a capital; `sub`, `sup` and `br` are prose. */
function isCaseTag(node: MdxJsxFlowElement): boolean {
  return !/^(sub|sup|br)$/.test(node.name ?? '');
}
