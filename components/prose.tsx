// Draws prose that came as data, from a closed list of tags; nothing in it is ever run.
import { Fragment, type JSX } from 'react';
import type { Prose as ProseData, ProseNode } from '#machines/scenario/scenario';

/** Authors type a straight apostrophe; readers are shown a printed one. */
const printed = (text: string): string => text.replaceAll(/(?<=[\p{L}\d])'/gu, '’');

/** A number keeps its unit beside it at the end of a line. */
const kept = (text: string): string =>
  text.replaceAll(
    /(?<=\d) (?=(?:%|°C|[mcdk]?m|[mμµ]?L|dL|[mkμµ]?g|mcg|s|min|h|mmHg|mmol|U|×)(?![\p{L}\d]))/gu,
    '\u00A0',
  );

function draw(node: ProseNode, key: number): JSX.Element {
  if (typeof node === 'string') return <Fragment key={key}>{kept(printed(node))}</Fragment>;
  const inside = node.of.map(draw);
  switch (node.tag) {
    case 'br':
      return <br key={key} />;
    case 'h2':
      return <h3 key={key}>{inside}</h3>;
    case 'h3':
      return <h4 key={key}>{inside}</h4>;
    case 'th':
      return (
        <th key={key} scope="col">
          {inside}
        </th>
      );
    case 'table':
      return (
        // A wide table scrolls inside itself; without a stop for the keyboard, only a pointer could scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div key={key} className="overflow-x-auto" tabIndex={0}>
          <table>{inside}</table>
        </div>
      );
    default: {
      const Tag = node.tag;
      return <Tag key={key}>{inside}</Tag>;
    }
  }
}

/** A block of prose. */
export function Prose({ of, className = '' }: { readonly of: ProseData; readonly className?: string }) {
  return <div className={`prose ${className}`}>{of.map(draw)}</div>;
}

/** The words of prose without their marks, for labels, titles and alternatives of pictures. */
export function plain(prose: ProseData): string {
  const read = (node: ProseNode): string =>
    typeof node === 'string' ? printed(node) : node.of.map(read).join('');
  return prose.map(read).join(' ').replaceAll(/\s+/g, ' ').trim();
}
