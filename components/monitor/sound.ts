// The monitor's voice: a beat that falls with the oxygen saturation, and alarm tones. Made on request, since browsers ask for that too.

export interface Voice {
  /** one heart beat; `saturation` in %, null when no probe is on */
  readonly beat: (saturation: number | null) => void;
  readonly alarm: (high: boolean) => void;
  readonly close: () => void;
}

/** Pitch of a beat, Hz: 880 at 100 %, a semitone lower with each 1.5 % that is lost. */
export function pitchOf(saturation: number | null): number {
  const lost = Math.min(60, Math.max(0, 100 - (saturation ?? 100)));
  return 880 * 2 ** (-lost / 18);
}

/** Tones of an alarm as seconds from its begin: ten in two groups where life is at stake, else three. */
export function alarmTones(high: boolean): readonly number[] {
  const group = [0, 0.2, 0.4, 0.75, 0.95];
  return high ? [...group, ...group.map((at) => at + 1.6)] : [0, 0.3, 0.6];
}

/** Null where the browser has no sound. */
export function openVoice(): Voice | null {
  if (typeof AudioContext === 'undefined') return null;
  const context = new AudioContext();
  const tone = (frequency: number, begins: number, lasts: number, loud: number) => {
    const source = context.createOscillator();
    const gain = context.createGain();
    source.frequency.value = frequency;
    source.connect(gain).connect(context.destination);
    const at = context.currentTime + begins;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud, at + 0.012);
    gain.gain.setValueAtTime(loud, at + lasts - 0.03);
    gain.gain.linearRampToValueAtTime(0, at + lasts);
    source.start(at);
    source.stop(at + lasts + 0.02);
  };
  return {
    beat: (saturation) => tone(pitchOf(saturation), 0, 0.085, 0.06),
    alarm: (high) => {
      for (const at of alarmTones(high)) tone(high ? 960 : 660, at, high ? 0.13 : 0.2, 0.09);
    },
    close: () => void context.close(),
  };
}
