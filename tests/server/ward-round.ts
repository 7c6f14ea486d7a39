// A server in a folder of its own, with the tiny case on its shelf, and a browser that speaks to its handlers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { EncounterView } from '#machines/view';
import type { StepAnswer } from '#machines/wire';
import * as routes from '#server/api/routes';
import { closeStore } from '#server/store/open';

export interface Place {
  readonly folder: string;
  readonly content: string;
  readonly data: string;
}

/** Settings for a server of its own; the content folder holds one figure. */
export function settle(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'corsia-server-'));
  const place = { folder, content: join(folder, 'content'), data: join(folder, 'data') };
  mkdirSync(join(place.content, 'cases', 'tiny-case', 'figures'), { recursive: true });
  writeFileSync(
    join(place.content, 'cases', 'tiny-case', 'figures', 'ct.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  );
  vi.stubEnv('CORSIA_CONTENT', place.content);
  vi.stubEnv('CORSIA_DATA', place.data);
  vi.stubEnv('CORSIA_RATE', '100000');
  return place;
}

/** What a restart of the process leaves: the disk. */
export async function restart(): Promise<void> {
  await closeStore();
  globalThis.corsiaSingles?.clear();
}

export async function leave(place: Place): Promise<void> {
  await restart();
  vi.unstubAllEnvs();
  rmSync(place.folder, { recursive: true, force: true });
}

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

const ORIGIN = 'http://corsia.test';
let keys = 0;
/** A key that no step had before. */
export const newKey = (): string => {
  keys += 1;
  return `key-${String(keys).padStart(8, '0')}`;
};

/** One browser: keeps its cookie, and the sequence of the view that it saw last. */
export class Browser {
  cookie: string | null = null;

  request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Request {
    return new Request(`${ORIGIN}${path}`, {
      method,
      headers: {
        host: 'corsia.test',
        ...(method === 'GET'
          ? {}
          : { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async reply<T>(answer: Promise<Response>): Promise<Reply<T>> {
    const response = await answer;
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) this.cookie = cookie;
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? null : JSON.parse(text)) as T,
      headers: response.headers,
    };
  }

  open(body: unknown = { caseId: 'tiny-case', language: 'en' }) {
    return this.reply<{ attempt: string; code?: string }>(
      routes.postAttempt(this.request('POST', '/api/attempts', body)),
    );
  }

  view(attempt: string, query = 'language=en') {
    return this.reply<EncounterView & { code?: string }>(
      routes.getAttempt(this.request('GET', `/api/attempts/${attempt}?${query}`), attempt),
    );
  }

  send(attempt: string, body: unknown, headers: Record<string, string> = {}) {
    return this.reply<StepAnswer>(
      routes.postStep(this.request('POST', `/api/attempts/${attempt}/steps`, body, headers), attempt),
    );
  }

  step(attempt: string, sequence: number, step: unknown, key = newKey()) {
    return this.send(attempt, { sequence, key, step, language: 'en', chartFrom: 0 });
  }

  /** Opens an attempt and takes steps one after the other; throws when one is not taken. */
  async play(steps: readonly unknown[]): Promise<string> {
    const { attempt } = (await this.open()).body;
    for (const [sequence, step] of steps.entries()) {
      const { status, body } = await this.step(attempt, sequence, step);
      if (status !== 200) throw new Error(`${JSON.stringify(step)}: ${status} ${JSON.stringify(body)}`);
    }
    return attempt;
  }
}
