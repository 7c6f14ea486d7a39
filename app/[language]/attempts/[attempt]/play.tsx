// Hands the view to the bedside and its steps to the server, one after another; nothing that was asked is dropped in silence.
'use client';
import { useRouter } from 'next/navigation';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Bedside } from '#components/encounter/bedside';
import type { Notice, Take } from '#components/encounter/take';
import type { LiveDoor } from '#components/live-clock/use-live-clock';
import { HomeLink } from '#components/home-link';
import { LanguageSwitch } from '#components/language-switch';
import { ThemeSwitch } from '#components/theme-switch';
import { useWords } from '#components/words-provider';
import type { StepInput } from '#machines/step';
import type { EncounterView, OfferView } from '#machines/view';
import { joined, newKey, readOffers, readView, sendStep, understand } from '../../attempt-client';

interface Props {
  readonly initial: EncounterView;
  /** names the list of offers, so that a browser asks for it once */
  readonly offersVersion: string;
  readonly theme: string | null;
  /** shown the four things to know */
  readonly newcomer: boolean;
  /** seconds of patient time in each second, as this device keeps it; 0: only steps move it */
  readonly liveRate: number;
}

export function Play({ initial, offersVersion, theme, newcomer, liveRate }: Props) {
  const { t, language } = useWords();
  const router = useRouter();
  const [view, setView] = useState(initial);
  const [offers, setOffers] = useState<readonly OfferView[] | null>(null);
  const [notice, showNotice] = useState<Notice | null>(null);
  const held = useRef(initial);
  const told = useRef<Notice | null>(null);
  const queued = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const underway = useRef<string | null>(null);
  const { attempt } = initial;

  const show = useCallback((next: EncounterView) => {
    held.current = next;
    setView(next);
  }, []);

  const setNotice = useCallback((next: Notice | null) => {
    told.current = next;
    showNotice(next);
  }, []);

  /** Takes one step; true when it was taken. */
  const takeOne = useCallback(
    async (step: StepInput): Promise<boolean> => {
      const { sequence, chart } = held.current;
      const body = { sequence, key: newKey(), step, language, chartFrom: chart.length };
      const answer = await sendStep(attempt, body, (reason) => setNotice({ kind: 'retrying', reason }));
      if (answer.code === 'failed') {
        setNotice({ kind: 'failed', code: answer.problem });
        return false;
      }
      show(joined(held.current, answer.view));
      if (answer.code === 'taken') setNotice(null);
      else if (answer.code === 'refused') setNotice({ kind: 'refused', refusal: answer.refusal, step });
      else setNotice({ kind: 'conflict' });
      return answer.code === 'taken';
    },
    [attempt, language, show, setNotice],
  );

  const take: Take = useCallback(
    (...steps) => {
      // A double click is one wish: the same steps are not queued again while they are under way.
      const wish = JSON.stringify(steps);
      if (underway.current === wish) return;
      underway.current = wish;
      queued.current += 1;
      queue.current = queue.current.then(async () => {
        for (const step of steps) if (!(await takeOne(step))) break;
        queued.current -= 1;
        if (underway.current === wish) underway.current = null;
      });
    },
    [takeOne],
  );

  const liveDoor = useMemo<LiveDoor>(
    () => ({
      rate: liveRate,
      settled: (drawn, said) => queued.current === 0 && held.current === drawn && told.current === said,
    }),
    [liveRate],
  );

  const meaning = useCallback(
    (text: string, signal: AbortSignal) => understand(attempt, { text, language }, signal),
    [attempt, language],
  );

  useEffect(() => {
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    // Without the lists nothing can be done: they are asked for until they come.
    const ask = async () => {
      const found = await readOffers(attempt, language, offersVersion);
      if (!wanted) return;
      if (found === null) again = setTimeout(() => void ask(), 3_000);
      // Hundreds of lines: drawn in pieces, so that nothing the learner does has to wait for them.
      else startTransition(() => setOffers(found));
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [attempt, language, offersVersion]);

  useEffect(() => {
    if (view.phase === 'briefing') take({ do: 'begin' });
    if (view.phase === 'debrief') router.push(`/${language}/attempts/${attempt}/debrief`);
  }, [view.phase, take, router, language, attempt]);

  // The same from one drawing to the next: a panel is drawn anew only for what is its own.
  const dismiss = useCallback(() => setNotice(null), [setNotice]);
  const figureUrl = useCallback((figure: string) => `/api/attempts/${attempt}/figures/${figure}`, [attempt]);
  const tools = useMemo(
    () => (
      <nav aria-label={t('tools.title')} className="flex items-center">
        <HomeLink language={language} label={t('tools.home')} />
        <LanguageSwitch language={language} label={t('tools.language')} />
        <ThemeSwitch initial={theme} label={t('tools.theme')} />
      </nav>
    ),
    [t, language, theme],
  );

  // Another tab or a page kept by the browser may be behind: look again when this one comes forward.
  useEffect(() => {
    const onShow = () => {
      if (document.visibilityState !== 'visible') return;
      void readView(attempt, language).then((fresh) => {
        if (fresh !== null && fresh.sequence > held.current.sequence) show(fresh);
      });
    };
    document.addEventListener('visibilitychange', onShow);
    window.addEventListener('pageshow', onShow);
    return () => {
      document.removeEventListener('visibilitychange', onShow);
      window.removeEventListener('pageshow', onShow);
    };
  }, [attempt, language, show]);

  return (
    <div className="h-dvh overflow-x-clip overflow-y-auto">
      <Bedside
        view={view}
        offers={offers}
        take={take}
        understand={meaning}
        notice={notice}
        dismiss={dismiss}
        newcomer={newcomer}
        liveDoor={liveDoor}
        figureUrl={figureUrl}
        tools={tools}
      />
    </div>
  );
}
