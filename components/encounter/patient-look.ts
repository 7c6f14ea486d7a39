// What a stage's keyword says of the patient's looks: colour, eyes, sweat, mottling, posture. Never more than the words beside it.

export type Posture = 'supine' | 'left-side' | 'sitting';

export interface Look {
  readonly skin: string;
  readonly eyes: 'open' | 'tired' | 'closed';
  readonly mouth: 'calm' | 'drawn' | 'open';
  readonly sweat: boolean;
  /** 0 none · 1 knees · 2 thighs · 3 up to the abdomen */
  readonly mottling: 0 | 1 | 2 | 3;
  readonly covered: boolean;
  /** up and dressed, out of the bed */
  readonly gone: boolean;
}

const well: Look = {
  skin: '#e6bd9a',
  eyes: 'open',
  mouth: 'calm',
  sweat: false,
  mottling: 0,
  covered: false,
  gone: false,
};

const looks: { readonly [keyword: string]: Look } = {
  well,
  lying: { ...well, skin: '#dfbc9e' },
  unwell: { ...well, skin: '#dcbca2', eyes: 'tired', mouth: 'drawn' },
  compensating: { ...well, skin: '#cfbeae', mouth: 'drawn', sweat: true },
  worsening: { ...well, skin: '#c6bbb0', eyes: 'tired', mouth: 'drawn', sweat: true, mottling: 1 },
  profound: { ...well, skin: '#b9b3ae', eyes: 'closed', mouth: 'open', sweat: true, mottling: 2 },
  improving: { ...well, skin: '#d9bda6', eyes: 'tired', mouth: 'drawn' },
  stabilised: { ...well, skin: '#dfbca0' },
  controlled: { ...well, skin: '#e0bb9c', eyes: 'tired' },
  failing: { ...well, skin: '#b3aeac', eyes: 'closed', mouth: 'open', mottling: 3 },
  arrest: { ...well, skin: '#a9a8ab', eyes: 'closed', mouth: 'open', mottling: 3 },
  dead: { ...well, skin: '#b9b6b2', eyes: 'closed', covered: true },
  home: { ...well, skin: '#cfbeae', gone: true },
};

/** Keywords of other cases lead to the nearest look. */
const alike: { readonly [keyword: string]: string } = {
  stable: 'stabilised',
  steady: 'stabilised',
  recovering: 'well',
  resolving: 'improving',
  shock: 'worsening',
  deteriorating: 'worsening',
  refractory: 'profound',
  asleep: 'dead',
};

const postures = ['left-side', 'sitting', 'supine'] as const;

/** Reads `worsening-left-side`: a look, then a posture (lying on the back when none is named). An unknown look is drawn as unwell. */
export function lookOf(keyword: string): { readonly look: Look; readonly posture: Posture } {
  const posture = postures.find((one) => keyword.endsWith(`-${one}`)) ?? 'supine';
  const name = keyword.endsWith(`-${posture}`) ? keyword.slice(0, -posture.length - 1) : keyword;
  return { look: looks[name] ?? looks[alike[name] ?? ''] ?? looks['unwell'] ?? well, posture };
}

/** Whether the patient lies there with closed eyes, or is gone: no question is answered. */
export function cannotSpeak(keyword: string): boolean {
  const { eyes, gone } = lookOf(keyword).look;
  return eyes === 'closed' || gone;
}
