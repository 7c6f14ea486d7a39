// Once the bedside is closed nothing can be changed there: what runs and what is awaited is shown without its buttons.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PendingList } from '#components/encounter/band';
import { RunningList } from '#components/encounter/running-list';
import { WordsProvider } from '#components/words-provider';
import type { EncounterView, PendingView, RunningView } from '#machines/view';
import { bedside, messages } from './views';

const drawn = (part: React.ReactNode) =>
  renderToStaticMarkup(
    <WordsProvider language="en" messages={messages.en}>
      {part}
    </WordsProvider>,
  );
const infusion: RunningView = {
  item: 'treat:norepinephrine',
  name: 'Norepinephrine',
  mode: 'infusion',
  rate: { value: 0.1, unit: 'mcg/kg/min' },
  dose: null,
  since: 0,
  done: null,
  every: null,
  changesAt: null,
  heldAt: null,
};
const awaited: PendingView = {
  item: 'order:crp',
  name: 'C-reactive protein',
  kind: 'result',
  orderedAt: 0,
  dueAt: 600,
  cancellable: true,
};
const running = (take: (() => void) | null) =>
  drawn(<RunningList running={[infusion]} now={60} weight={78} take={take} />);
const pending = (phase: EncounterView['phase']) =>
  drawn(<PendingList view={{ ...bedside, phase, pending: [awaited] }} take={() => undefined} />);

test('what runs can be titrated at the bedside and is only shown after it', () => {
  expect(running(() => undefined)).toContain('Titrate');
  expect(running(null)).toContain('Norepinephrine');
  expect(running(null)).not.toContain('<button');
});

test('what is awaited can be cancelled at the bedside and is only shown after it', () => {
  expect(pending('bedside')).toContain('Cancel');
  expect(pending('closing')).toContain('C-reactive protein');
  expect(pending('closing')).not.toContain('<button');
});
