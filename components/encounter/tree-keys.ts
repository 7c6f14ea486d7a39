// The keyboard of the browsable tree: one stop for Tab; arrows, Home, End and letters go about in it, Enter does what a click does.
'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** Letters that come sooner than this after the last one go on with the same word (ms). */
const sameWord = 700;

const isItem = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.getAttribute('role') === 'treeitem';

const itemsOf = (tree: HTMLElement): readonly HTMLElement[] => [
  ...tree.querySelectorAll<HTMLElement>('[role=treeitem]'),
];

/** Only one item can be reached with Tab: the one that had the focus last, or the first. */
function keepOneStop(tree: HTMLElement, item: HTMLElement | undefined): void {
  for (const stop of tree.querySelectorAll<HTMLElement>('[role=treeitem][tabindex="0"]')) stop.tabIndex = -1;
  if (item !== undefined) item.tabIndex = 0;
}

const stopOf = (tree: ParentNode): HTMLElement | null =>
  tree.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]');

/** Puts the focus on the item of the tree below `within` that Tab would come to. False: there is none. */
export function focusTree(within: ParentNode | null): boolean {
  const item = within === null ? null : stopOf(within);
  item?.focus();
  return item !== null;
}

/** Where a key leads from `item`; null when it leads nowhere. */
function goal(tree: HTMLElement, item: HTMLElement, key: string): HTMLElement | null {
  const items = itemsOf(tree);
  const at = items.indexOf(item);
  if (key === 'ArrowDown') return items[at + 1] ?? null;
  if (key === 'ArrowUp') return items[at - 1] ?? null;
  if (key === 'Home') return items[0] ?? null;
  if (key === 'End') return items.at(-1) ?? null;
  if (key === 'ArrowRight')
    return item.getAttribute('aria-expanded') === 'true' ? (items[at + 1] ?? null) : null;
  return item.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? null;
}

const moves = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft']);
const click = (item: HTMLElement, part: 'row' | 'more') =>
  item.querySelector<HTMLElement>(`:scope > [data-${part}]`)?.click();

export interface TreeKeys {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Every item has a part `data-row`, which a click opens or chooses, and may have one `data-more`, which Shift and Enter press. */
export function useTreeKeys(): TreeKeys {
  const ref = useRef<HTMLDivElement>(null);
  const word = useRef({ text: '', at: 0 });
  // What is in the tree changes with each drawing.
  useEffect(() => {
    const tree = ref.current;
    if (tree !== null && stopOf(tree) === null) keepOneStop(tree, itemsOf(tree)[0]);
  });
  /** The next item whose name begins with what was typed; the same letter again goes on to the one after. */
  const byLetters = (tree: HTMLElement, item: HTMLElement, letter: string, now: number) => {
    const before = now - word.current.at < sameWord ? word.current.text : '';
    const text = before === letter ? letter : before + letter;
    word.current = { text, at: now };
    const items = itemsOf(tree);
    const from = items.indexOf(item) + (text.length > 1 ? 0 : 1);
    const ring = [...items.slice(from), ...items.slice(0, from)];
    return ring.find((one) => one.dataset['name']?.toLocaleLowerCase().startsWith(text));
  };
  return {
    ref,
    onFocus: ({ target }) => {
      const tree = ref.current;
      if (tree !== null && isItem(target)) keepOneStop(tree, target);
    },
    onKeyDown: (event) => {
      const tree = ref.current;
      const { target: item, key } = event;
      if (tree === null || !isItem(item) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (moves.has(key)) {
        const open = item.getAttribute('aria-expanded');
        if ((key === 'ArrowRight' && open === 'false') || (key === 'ArrowLeft' && open === 'true'))
          click(item, 'row');
        else goal(tree, item, key)?.focus();
      } else if (key === 'Enter') click(item, event.shiftKey ? 'more' : 'row');
      else if (key === ' ' && event.timeStamp - word.current.at >= sameWord) click(item, 'row');
      // The slash goes to the bar.
      else if (key.length === 1 && key !== '/')
        byLetters(tree, item, key.toLocaleLowerCase(), event.timeStamp)?.focus();
      else return;
      event.preventDefault();
    },
  };
}
