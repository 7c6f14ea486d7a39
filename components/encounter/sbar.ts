// A structured handover: its four parts as they are written, and as the one text that the step carries.

export const parts = ['situation', 'background', 'assessment', 'recommendation'] as const;
export type Part = (typeof parts)[number];
export type Handover = { readonly [part in Part]: string };

export const emptyHandover: Handover = { situation: '', background: '', assessment: '', recommendation: '' };

/** Most characters of one part: together with their names they fit the step's limit. */
export const mostOfPart = 450;

/** Items that are told in four parts. */
export const isHandover = (item: string): boolean => /^tell:(sbar|isbar|handover)(-|$)/.test(item);

/** The parts that were written, each after its name, one a line; empty when none was. */
export const textOf = (handover: Handover, nameOf: (part: Part) => string): string =>
  parts
    .filter((part) => handover[part].trim() !== '')
    .map((part) => `${nameOf(part)}: ${handover[part].trim()}`)
    .join('\n');

/** A handover as a draft keeps it; null for what has another form. */
export function readHandover(kept: unknown): Handover | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const written = Object.entries(kept);
  const of = (part: Part): string => {
    const text: unknown = written.find(([name]) => name === part)?.[1];
    return typeof text === 'string' ? text : '';
  };
  return {
    situation: of('situation'),
    background: of('background'),
    assessment: of('assessment'),
    recommendation: of('recommendation'),
  };
}
