// The bare address leads to the shelf in the reader's language: the one chosen before, else the browser's, else English.
import type { NextRequest } from 'next/server';
import { isLanguage } from './words';

/** The first of our languages that an Accept-Language header names. */
function preferred(header: string | null): string {
  const named = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return named.find(isLanguage) ?? 'en';
}

export function GET(request: NextRequest): Response {
  const chosen = request.cookies.get('language')?.value;
  const language =
    chosen !== undefined && isLanguage(chosen) ? chosen : preferred(request.headers.get('accept-language'));
  return new Response(null, {
    status: 307,
    headers: {
      Location: `/${language}`,
      Vary: 'Accept-Language, Cookie',
      'Cache-Control': 'private, no-store',
    },
  });
}
