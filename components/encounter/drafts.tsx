// Keeps what was typed and not yet saved: over a reload and a change of language, in this tab, for this attempt only.
'use client';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';

const Attempt = createContext('');

/** Everything below keeps its drafts under the name of this attempt. */
export function Drafts({ attempt, children }: { readonly attempt: string; readonly children: ReactNode }) {
  return <Attempt value={attempt}>{children}</Attempt>;
}

// Storage may be full or forbidden: then a draft lives as long as the page, here.
const held = new Map<string, string | null>();
const listeners = new Set<() => void>();

function keptUnder(key: string): string | null {
  const here = held.get(key);
  if (here !== undefined) return here;
  try {
    const stored = sessionStorage.getItem(key);
    held.set(key, stored);
    return stored;
  } catch {
    return null;
  }
}

function keep(key: string, text: string | null): void {
  held.set(key, text);
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // It stands in `held`.
  }
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is kept under a name of this attempt, and how to change it; the server keeps nothing. */
function useKept(name: string): readonly [string | null, (text: string | null) => void] {
  const key = `draft ${useContext(Attempt)} ${name}`;
  const kept = useSyncExternalStore(
    subscribe,
    () => keptUnder(key),
    () => null,
  );
  return [kept, useCallback((text: string | null) => keep(key, text), [key])];
}

/** A text that is being typed. `saved` is what stands there when nothing was typed; back at it, nothing is kept. */
export function useDraft(name: string, saved: string): readonly [string, (text: string) => void] {
  const [kept, change] = useKept(name);
  const settled = kept !== null && kept.trim() === saved;
  useEffect(() => {
    if (settled) change(null);
  }, [settled, change]);
  return [kept ?? saved, change];
}

/** The same for what is more than a text. `read` answers null for what does not have its form; it must not change between calls. */
export function useDraftOf<T>(
  name: string,
  saved: T,
  read: (kept: unknown) => T | null,
): readonly [T, (value: T) => void] {
  const [kept, change] = useKept(name);
  const value = useMemo(() => {
    if (kept === null) return null;
    try {
      return read(JSON.parse(kept));
    } catch {
      return null;
    }
  }, [kept, read]);
  const set = useCallback((next: T) => change(JSON.stringify(next)), [change]);
  return [value ?? saved, set];
}
