// Turns Markdown into the closed list of tags that a learner's page can draw; whatever else an author writes is named.
import type { Nodes, RootContent } from 'mdast';
import type { Prose, ProseNode, ProseTag } from '#machines/scenario/scenario';
import type { Findings } from './diagnostic';
import { restore } from './read/prepare';
import type { ProseSource } from './read/tag';

/** Prose of a tag. Constructs that cannot be shown become diagnostics and leave their words. */
export function toProse(source: ProseSource, findings: Findings): Prose {
  return blocks(source.nodes);

  function blocks(nodes: readonly Nodes[]): ProseNode[] {
    const out: ProseNode[] = [];
    for (const node of nodes) out.push(...block(node));
    return out;
  }

  function block(node: Nodes): ProseNode[] {
    switch (node.type) {
      case 'paragraph':
        return filled('p', inline(node.children));
      case 'heading':
        return filled(node.depth <= 2 ? 'h2' : 'h3', inline(node.children));
      case 'blockquote':
        return filled('blockquote', blocks(node.children));
      case 'list':
        return filled(node.ordered === true ? 'ol' : 'ul', blocks(node.children));
      case 'listItem':
        return [{ tag: 'li', of: tight(node.children, node.spread === true) }];
      case 'table': {
        const align = node.align ?? [];
        const [head, ...body] = node.children;
        const row = (cells: readonly Nodes[], tag: 'th' | 'td'): ProseNode => ({
          tag: 'tr',
          of: cells.map((cell) => ({ tag, of: 'children' in cell ? inline(cell.children) : [] })),
        });
        return [
          {
            tag: 'table',
            align: [...align],
            of: [
              { tag: 'thead', of: head === undefined ? [] : [row(head.children, 'th')] },
              { tag: 'tbody', of: body.map((cells) => row(cells.children, 'td')) },
            ],
          },
        ];
      }
      case 'code':
        return [{ tag: 'p', of: [{ tag: 'code', of: [restore(node.value)] }] }];
      case 'mdxJsxFlowElement':
        return filled('p', inline([node]));
      case 'definition':
      case 'footnoteDefinition':
      case 'html':
      case 'thematicBreak':
        refuse(node);
        return [];
      default:
        return filled('p', inline([node]));
    }
  }

  /** A short list item holds its words directly; one with several paragraphs keeps them apart. */
  function tight(children: readonly RootContent[], spread: boolean): ProseNode[] {
    if (spread) return blocks(children);
    return children.flatMap((child) => (child.type === 'paragraph' ? inline(child.children) : block(child)));
  }

  function inline(nodes: readonly Nodes[]): ProseNode[] {
    const out: ProseNode[] = [];
    for (const node of nodes) {
      for (const piece of phrase(node)) {
        const last = out.at(-1);
        if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
        else if (piece !== '') out.push(piece);
      }
    }
    return out;
  }

  function phrase(node: Nodes): ProseNode[] {
    switch (node.type) {
      case 'text':
        return [restore(node.value).replace(/\s*\n\s*|[ \t]{2,}/g, ' ')];
      case 'emphasis':
        return [{ tag: 'em', of: inline(node.children) }];
      case 'strong':
        return [{ tag: 'strong', of: inline(node.children) }];
      case 'inlineCode':
        return [{ tag: 'code', of: [restore(node.value)] }];
      case 'break':
        return [{ tag: 'br', of: [] }];
      case 'paragraph':
        return inline(node.children);
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        if (node.name === 'sub' || node.name === 'sup' || node.name === 'br') {
          return [{ tag: node.name, of: inline(node.children) }];
        }
        refuse(node);
        return inline(node.children);
      case 'delete':
      case 'link':
      case 'linkReference':
        refuse(node);
        return inline(node.children);
      default:
        refuse(node);
        return [];
    }
  }

  function refuse(node: Nodes): void {
    const start = source.originOf(node.position?.start.offset ?? source.place.start);
    const end = source.originOf(node.position?.end.offset ?? start + 1);
    const place = { file: source.place.file, start, end };
    const { code, what, help } = refusal(node);
    findings.error(code, place, { what, help });
  }
}

function filled(tag: ProseTag, of: readonly ProseNode[]): ProseNode[] {
  return of.length === 0 ? [] : [{ tag, of }];
}

function refusal(node: Nodes): { code: string; what: string; help: string } {
  switch (node.type) {
    case 'link':
    case 'linkReference':
    case 'definition':
      return {
        code: 'link',
        what: 'links are not shown during a case',
        help: 'write the words only; a reference goes into `sources` and is named with source="…"',
      };
    case 'image':
    case 'imageReference':
      return {
        code: 'image',
        what: 'pictures are not written in prose',
        help: 'declare <Figure id="…" file="….svg" alt="…" /> and name it with figure="…"',
      };
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return /^[a-z]/.test(node.name ?? '')
        ? {
            code: 'html',
            what: `<${node.name}> is HTML`,
            help: 'use Markdown: *emphasis*, **strong**, lists, tables',
          }
        : {
            code: 'tag-in-prose',
            what: `<${node.name}> cannot stand inside a list, quotation or table`,
            help: 'close the list before it and put the tag on a line of its own',
          };
    default:
      return {
        code: 'prose-form',
        what: `this form of Markdown (${node.type}) is not shown`,
        help: 'use paragraphs, emphasis, lists, tables, headings and quotations',
      };
  }
}

/** Prose of one line, for short texts that came from an attribute or a YAML value. */
export function plainProse(text: string): Prose {
  return text === '' ? [] : [text];
}
