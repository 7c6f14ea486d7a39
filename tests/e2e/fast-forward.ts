// Brings an attempt to a moment of one of the case's own worked plays through the server's door, for journeys that begin later.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { parse } from 'yaml';
import type { ScriptStep } from '#machines/script';
import type { StepInput } from '#machines/step';
import type { EncounterView } from '#machines/view';
import type { StepAnswer } from '#machines/wire';
import type { Speech } from './ward';

const caseId = 'back-pain-and-shock';
const file = join(import.meta.dirname, '../../content/cases', caseId, 'walkthroughs.yaml');

/** Steps of one of the flagship's worked plays. */
function playOf(name: string): readonly ScriptStep[] {
  const { plays } = parse(readFileSync(file, 'utf8')) as {
    readonly plays: { readonly [name: string]: { readonly steps: readonly ScriptStep[] } };
  };
  return plays[name]?.steps ?? [];
}

/** The same step, with what it was asked about thought over. */
function confirmed(step: StepInput): StepInput {
  const why = { confirmed: true, reason: 'as in the worked play' };
  const orders = step.with?.['orders'] as readonly StepInput[] | undefined;
  return orders === undefined
    ? { ...step, with: { ...step.with, ...why } }
    : {
        ...step,
        with: {
          confirmed: true,
          orders: orders.map((order) => ({ ...order, with: { ...order.with, ...why } })),
        },
      };
}

/** One learner at the server's door; the cookie is shared with the pages of the same context. */
export class Learner {
  private sequence = 0;
  private view: EncounterView | null = null;

  constructor(
    private readonly request: APIRequestContext,
    private readonly origin: string,
    readonly attempt: string,
    private readonly language: Speech,
  ) {}

  /** Opens an attempt and begins it. */
  static async open(request: APIRequestContext, origin: string, language: Speech): Promise<Learner> {
    const opened = await request.post(`${origin}/api/attempts`, {
      headers: { origin },
      data: { caseId, language, mode: 'practice' },
    });
    const { attempt } = (await opened.json()) as { readonly attempt: string };
    const learner = new Learner(request, origin, attempt, language);
    await learner.take({ do: 'begin' });
    return learner;
  }

  /** Takes one step; gives how it stands then. */
  async take(step: StepInput): Promise<EncounterView> {
    for (;;) {
      const sent = await this.request.post(`${this.origin}/api/attempts/${this.attempt}/steps`, {
        headers: { origin: this.origin },
        data: {
          sequence: this.sequence,
          key: crypto.randomUUID(),
          step,
          language: this.language,
          chartFrom: 0,
        },
      });
      // Faster than any hand: the server may ask for patience.
      if (sent.status() === 429) {
        await new Promise((resolve) =>
          setTimeout(resolve, 1000 * Number(sent.headers()['retry-after'] ?? 1)),
        );
        continue;
      }
      const answer = (await sent.json()) as StepAnswer;
      if (answer.code === 'refused' && answer.refusal.code === 'confirm' && step.with?.['confirmed'] !== true)
        return await this.take(confirmed(step));
      const { view } = answer;
      this.view = view;
      this.sequence = view.sequence;
      return view;
    }
  }

  /** Lets patient time pass until a minute, through what interrupts. */
  async waitUntil(minute: number): Promise<void> {
    let view = this.view ?? (await this.take({ do: 'wait', with: { minutes: 1 } }));
    for (let standing = 0; view.now < minute * 60 && view.phase === 'bedside' && standing < 50; standing += 1)
      view = await this.take({ do: 'wait', with: { untilMinute: minute } });
  }

  /** Plays as the worked play does, up to a minute. */
  async play(name: string, upTo: number): Promise<void> {
    for (const { at, ...step } of playOf(name)) {
      if (at > upTo) break;
      await this.waitUntil(at);
      await this.take(step);
    }
    await this.waitUntil(upTo);
  }
}
