// The bedside draws what the view holds and nothing else, and says in words what has changed.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { changeSentence } from '#components/encounter/announcer';
import { Bedside } from '#components/encounter/bedside';
import { refusalSentence } from '#components/encounter/notice-line';
import { interruptionSentence } from '#components/encounter/time-control';
import { plain } from '#components/prose';
import { WordsProvider } from '#components/words-provider';
import type { Notice } from '#components/encounter/take';
import type { RefusalCode } from '#machines/step';
import type { EncounterView } from '#machines/view';
import { bedside, english, italian, messages, offers } from './views';

const drawn = (view: EncounterView, notice: Notice | null = null, language: 'en' | 'it' = 'en') =>
  renderToStaticMarkup(
    <WordsProvider language={language} messages={messages[language]}>
      <Bedside
        view={view}
        offers={offers}
        take={() => undefined}
        notice={notice}
        dismiss={() => undefined}
        figureUrl={(figure) => `/figures/${figure}`}
        understand={() => Promise.resolve(null)}
        tools={null}
      />
    </WordsProvider>,
  );

describe('the bedside', () => {
  test('shows every vital of the view with its label, and none before something is attached', () => {
    const joined = ['sbp', 'dbp', 'map'];
    const alone = bedside.monitor.filter(({ channel }) => !joined.includes(channel));
    const labels = (page: string) => alone.filter(({ label }) => page.includes(`>${plain(label)}</span>`));
    expect(alone.length).toBeGreaterThan(2);
    expect(labels(drawn(bedside))).toEqual(alone);
    const bare = drawn({ ...bedside, monitor: [] });
    expect(bare).toContain(messages.en['monitor.nothing']);
    expect(labels(bare)).toEqual([]);
  });

  test('writes numbers in the language of the page', () => {
    const monitor = bedside.monitor
      .filter(({ channel }) => channel === 'hr')
      .map((vital) => ({ ...vital, value: 37.5, decimals: 1 }));
    expect(drawn({ ...bedside, monitor }, null, 'it')).toContain('37,5');
    expect(drawn({ ...bedside, monitor })).toContain('37.5');
  });

  test('names allergies only once they are known', () => {
    expect(drawn({ ...bedside, patient: { ...bedside.patient, allergies: null } })).not.toContain(
      'Allergies:',
    );
    expect(drawn({ ...bedside, patient: { ...bedside.patient, allergies: ['penicillin'] } })).toContain(
      'Allergies: penicillin',
    );
  });

  test('brings an order back that was refused for its amount, as it was typed and with the reason', () => {
    const offer = offers.find(({ dosing }) => dosing !== null && dosing.dose !== null);
    expect(offer).toBeDefined();
    const refused: Notice = {
      kind: 'refused',
      refusal: { code: 'bad-unit', params: { field: 'dose', got: '7 km', expected: 'g' } },
      step: { do: offer?.id ?? '', with: { dose: '7 km' } },
    };
    const page = drawn(bedside, refused);
    expect(page).toContain('value="7 km"');
    expect(page.split('7 km” does not fit').length).toBe(2);
    expect(drawn(bedside)).not.toContain('value="7 km"');
  });

  test('asks for the final diagnosis when it is closing, and offers nothing to order any more', () => {
    const closing = drawn({
      ...bedside,
      phase: 'closing',
      ended: { title: ['Died'], text: ['of an undrained abscess'] },
    });
    expect(closing).toContain(messages.en['closing.title']);
    expect(closing).toContain('Died');
    expect(closing).toContain('of an undrained abscess');
    expect(closing).not.toContain(messages.en['act.placeholder']);
  });

  test('says that a step is kept when the connection is lost', () => {
    expect(drawn(bedside, { kind: 'retrying', reason: 'offline' })).toContain(
      messages.en['notice.retrying.offline'],
    );
  });
});

describe('sentences', () => {
  test('every refusal has one in both languages, with its parameters filled in', () => {
    const codes: readonly RefusalCode[] = [
      'malformed',
      'unknown-verb',
      'unknown-item',
      'not-offered',
      'not-applicable',
      'wrong-phase',
      'not-now',
      'nothing-to-change',
      'already-running',
      'nothing-to-cancel',
      'nothing-pending',
      'bad-quantity',
      'bad-unit',
      'out-of-bounds',
      'missing',
      'bad-route',
      'bad-choice',
      'in-the-past',
      'too-long',
      'unknown-checkpoint',
      'already-answered',
      'ended',
    ];
    const params = {
      at: 'x',
      verb: 'ask',
      item: 'treat:a',
      phase: 'closing',
      stage: 's',
      field: 'dose',
      got: '9',
      expected: 'mg',
      least: 1,
      most: 5,
      unit: 'mg',
      routes: 'iv',
      choices: 'a',
      to: '1',
      now: '2',
      checkpoint: 'c',
    };
    for (const code of codes)
      for (const words of [english, italian]) {
        const sentence = refusalSentence({ code, params }, words, () => 'Aspirin');
        expect(words.find(`refusal.${code}`), code).not.toBeNull();
        expect(sentence, code).not.toMatch(/[{}]/);
      }
    expect(refusalSentence({ code: 'already-running', params }, english, () => 'Aspirin')).toBe(
      'Aspirin is already running.',
    );
  });

  test('an interrupted wait says when and by what', () => {
    const vital = bedside.monitor[0];
    const view = { ...bedside, interrupted: [{ at: 600, cause: 'alarm' as const, about: vital?.id ?? '' }] };
    expect(interruptionSentence(view, english)).toMatch(/^Stopped at 10:30: an alarm: \S+/);
    expect(interruptionSentence({ ...view, interrupted: [] }, english)).toBeNull();
  });

  test('what changed is told once, by entry and by threshold', () => {
    const [vital] = bedside.monitor;
    const before = { ...bedside, chart: bedside.chart.slice(0, -1) };
    const after = { ...bedside, alarms: [{ vital: vital?.id ?? '', side: 'low' as const, since: 0 }] };
    const told = changeSentence(before, after, english) ?? '';
    expect(told).toContain(bedside.chart.at(-1)?.title ?? '-');
    expect(told).toMatch(/Alarm: .+ low/);
    expect(changeSentence(after, after, english)).toBeNull();
    expect(changeSentence(after, bedside, english)).toMatch(/within limits again/);
  });
});
