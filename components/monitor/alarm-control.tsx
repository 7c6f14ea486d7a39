// The monitor's voice and its alarms: sound on request, silence for two minutes or until something new is wrong.
'use client';
import { BellOff, BellRing, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../words-provider';
import { openVoice, type Voice } from './sound';

const SILENCE = 120_000;
const REPEAT = 8_000;

const button =
  'grid size-7 place-items-center rounded-md text-screen-muted hover:bg-screen-line hover:text-screen-ink aria-pressed:text-channel-spo2';

/** `alarms` names what is out of bounds (one word each, in any order); `high` where life is at stake. */
export function AlarmControl({
  alarms,
  high,
  voice,
  setVoice,
}: {
  readonly alarms: readonly string[];
  readonly high: boolean;
  readonly voice: Voice | null;
  readonly setVoice: (voice: Voice | null) => void;
}) {
  const { t } = useWords();
  const [silenced, setSilenced] = useState<readonly string[]>([]);
  const key = alarms.toSorted().join(' ');
  const ringing = key !== '' && alarms.some((alarm) => !silenced.includes(alarm));
  useEffect(() => {
    if (silenced.length === 0) return;
    const timer = setTimeout(() => setSilenced([]), SILENCE);
    return () => clearTimeout(timer);
  }, [silenced]);
  useEffect(() => {
    if (!ringing || voice === null) return;
    voice.alarm(high);
    const timer = setInterval(() => voice.alarm(high), REPEAT);
    return () => clearInterval(timer);
  }, [ringing, voice, high]);
  useEffect(() => () => voice?.close(), [voice]);
  return (
    <div className="ml-auto flex items-center">
      {key !== '' && (
        <button
          type="button"
          aria-pressed={!ringing}
          aria-label={t('monitor.silence')}
          title={t('monitor.silence')}
          onClick={() => setSilenced(ringing ? alarms : [])}
          className={`${button} ${ringing ? 'text-channel-alarm' : ''}`}
        >
          {ringing ? <BellRing aria-hidden size={15} /> : <BellOff aria-hidden size={15} />}
        </button>
      )}
      <button
        type="button"
        aria-pressed={voice !== null}
        aria-label={t('monitor.sound')}
        title={t('monitor.sound')}
        onClick={() => setVoice(voice === null ? openVoice() : null)}
        className={button}
      >
        {voice === null ? <VolumeX aria-hidden size={15} /> : <Volume2 aria-hidden size={15} />}
      </button>
    </div>
  );
}
