// A drawing of the patient's face on the pillow that follows the look of the stage; it says no more than the words beside it.

type Mood = {
  readonly skin: string;
  readonly eyes: 'open' | 'tired' | 'closed';
  readonly mouth: 'calm' | 'still' | 'drawn' | 'open';
  readonly sweat: boolean;
  readonly mottled: boolean;
};

const moods: { readonly [figure: string]: Mood } = {
  well: { skin: '#e3b996', eyes: 'open', mouth: 'calm', sweat: false, mottled: false },
  unwell: { skin: '#dcb99d', eyes: 'tired', mouth: 'drawn', sweat: false, mottled: false },
  compensating: { skin: '#cfbaa6', eyes: 'open', mouth: 'drawn', sweat: true, mottled: false },
  worsening: { skin: '#c3b5a8', eyes: 'tired', mouth: 'drawn', sweat: true, mottled: false },
  profound: { skin: '#b3aaa5', eyes: 'closed', mouth: 'open', sweat: true, mottled: true },
  arrest: { skin: '#a7a5a6', eyes: 'closed', mouth: 'open', sweat: false, mottled: true },
  steady: { skin: '#dfb897', eyes: 'open', mouth: 'still', sweat: false, mottled: false },
  dead: { skin: '#b3b0ad', eyes: 'closed', mouth: 'still', sweat: false, mottled: false },
};

/** Keywords of other cases lead to the nearest look; an unknown one is drawn as unwell. */
const alike: { readonly [figure: string]: string } = {
  stable: 'steady',
  stabilised: 'steady',
  controlled: 'steady',
  home: 'well',
  failing: 'profound',
  recovering: 'well',
  improving: 'steady',
  shock: 'worsening',
  refractory: 'profound',
  deteriorating: 'worsening',
  asleep: 'dead',
};

const has = (attached: readonly string[], ...names: readonly string[]) =>
  attached.some((item) => names.some((name) => item.includes(name)));

function Eyes({ eyes }: { readonly eyes: Mood['eyes'] }) {
  if (eyes === 'closed') return <path d="M47 47q4 3 8 0M65 47q4 3 8 0" />;
  return (
    <>
      <path d={eyes === 'open' ? 'M46 47q5-5 9 0M65 47q5-5 9 0' : 'M46 46h9M65 46h9'} />
      <circle cx={51} cy={47.5} r={1.7} fill="currentColor" stroke="none" />
      <circle cx={69} cy={47.5} r={1.7} fill="currentColor" stroke="none" />
    </>
  );
}

const mouths = {
  calm: 'M53 67q7 4 14 0',
  still: 'M53 68h14',
  drawn: 'M53 68q7-4 14 0',
  open: 'M55 66q5-4 10 0q0 6-5 6t-5-6',
} as const;

/** Oxygen, a tube and electrodes are drawn when they are in place. */
function Attached({ attached }: { readonly attached: readonly string[] }) {
  return (
    <>
      {has(attached, 'intubation', 'ventilat') ? (
        <path d="M60 70v8q0 6 10 8l26 6" strokeWidth={3} className="text-channel-spo2" />
      ) : has(attached, 'reservoir', 'mask', 'cpap', 'niv') ? (
        <path
          d="M47 60q13-9 26 0q2 14-13 17q-15-3-13-17M60 77v16"
          className="text-accent"
          fill="var(--sheet)"
          fillOpacity={0.5}
        />
      ) : has(attached, 'oxygen', 'nasal', 'high-flow') ? (
        <path d="M38 52q8 8 19 7M82 52q-8 8-19 7M57 59l1-3M63 59l-1-3" className="text-accent" />
      ) : null}
      {has(attached, 'monitor', 'ecg') && (
        <g className="text-accent">
          <circle cx={38} cy={102} r={3} fill="var(--sheet)" />
          <circle cx={84} cy={102} r={3} fill="var(--sheet)" />
          <path d="M35 103l-14 8M87 103l14 8" />
        </g>
      )}
    </>
  );
}

export function PatientFigure({
  figure,
  attached,
}: {
  readonly figure: string;
  readonly attached: readonly string[];
}) {
  // A keyword may end in how he lies: `worsening-left-side`.
  const look = figure.replace(/-(?:left|right)-side$/, '');
  const turned =
    look === figure ? undefined : figure.endsWith('-left-side') ? 'rotate(-16 60 66)' : 'rotate(16 60 66)';
  const mood = moods[look] ?? moods[alike[look] ?? 'unwell'] ?? moods['unwell'];
  if (mood === undefined) return null;
  return (
    <svg
      viewBox="0 0 120 112"
      className="block w-full text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path
        d="M8 58q-4-34 20-38q32-8 64 0q24 4 20 38q-2 22-12 26H20Q10 80 8 58Z"
        fill="var(--raised)"
        stroke="var(--rule)"
      />
      <g transform={turned}>
        <path d="M20 112q2-24 28-29h24q26 5 28 29" fill={mood.skin} />
        <path d="M50 74v12q10 8 20 0V74" fill={mood.skin} />
        <path d="M38 46q0-26 22-26t22 26q0 36-22 36T38 46Z" fill={mood.skin} />
        <path
          d="M37 45q-2-28 23-29q25 1 23 29q-3-13-12-17q-12 5-24 1q-8 5-10 16Z"
          fill="#4a423c"
          stroke="#4a423c"
        />
        <g stroke="#2c2724" color="#2c2724">
          <path
            d={
              mood.mouth === 'calm' || mood.mouth === 'still'
                ? 'M45 41h11M64 41h11'
                : 'M45 42l11-3M75 42l-11-3'
            }
          />
          <Eyes eyes={mood.eyes} />
          <path d="M60 49l-3 9q3 2 6 0" />
          <path d={mouths[mood.mouth]} />
        </g>
        {mood.sweat && (
          <path
            d="M43 32q-2 4 0 5t1-5M77 34q-2 4 0 5t1-5M79 55q-2 4 0 5t1-5"
            stroke="#3a7f9a"
            fill="#9ccbe0"
            strokeWidth={1}
          />
        )}
        {mood.mottled && (
          <path
            d="M28 104q5-6 9-1t8-4M76 98q6 5 9 0t8 6M44 94q4 4 8 0"
            stroke="#8b4f60"
            strokeWidth={2.4}
            opacity={0.55}
          />
        )}
        <Attached attached={attached} />
      </g>
      {look === 'dead' && <path d="M14 112q4-18 46-18t46 18Z" fill="var(--raised)" stroke="var(--edge)" />}
    </svg>
  );
}
