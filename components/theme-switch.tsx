// Light or dark: the system's choice until the reader makes one, which is then remembered on this device.
'use client';
import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';

export function ThemeSwitch({ initial, label }: { readonly initial: string | null; readonly label: string }) {
  const [theme, setTheme] = useState(initial);
  const turn = () => {
    const dark =
      theme === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    const next = dark ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = next;
    document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
    setTheme(next);
  };
  return (
    <button
      type="button"
      onClick={turn}
      aria-label={label}
      title={label}
      className="grid size-10 place-items-center rounded-md text-muted hover:text-accent"
    >
      {theme === 'dark' ? <Sun aria-hidden size={17} /> : <Moon aria-hidden size={17} />}
    </button>
  );
}
