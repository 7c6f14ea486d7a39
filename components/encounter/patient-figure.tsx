// A drawing of the patient in bed that follows the stage: colour, sweat, mottling, posture, lines and tubes. It says no more than the words beside it.
import { Airway, Devices } from './patient-devices';
import { type Look, lookOf } from './patient-look';
import { bodies, type Body } from './patient-posture';

const mouths = {
  profile: { calm: 'M-14 12Q-10 13-8 11', drawn: 'M-14 13Q-11 10-8 12', open: 'M-14 11q5-2 5 1t-4 2z' },
  front: { calm: 'M-5 10Q0 13 5 10', drawn: 'M-5 12Q0 8 5 12', open: 'M-4 10q4-3 8 0q0 5-4 5t-4-5' },
} as const;
const eyes = {
  profile: { open: 'M-11-1q2.500-3 5 0', tired: 'M-11-1h5', closed: 'M-11-1q2.500 2 5 0' },
  front: {
    open: 'M-9-1q3-3.500 6 0M3-1q3-3.500 6 0',
    tired: 'M-9-1h6M3-1h6',
    closed: 'M-9-1q3 2.500 6 0M3-1q3 2.500 6 0',
  },
} as const;

function Head({
  look,
  body,
  attached,
}: {
  readonly look: Look;
  readonly body: Body;
  readonly attached: readonly string[];
}) {
  const side = body.profile ? 'profile' : 'front';
  return (
    <g transform={body.head} className="text-figure-line">
      <path
        d={
          body.profile
            ? 'M0-18C11-18 17-9 16 1C15 10 11 15 5 18L-5 19C-11 19-13 16-13 12L-17 8L-13 1C-14-10-9-18 0-18Z'
            : 'M0-18C12-18 16-9 15 2C14 13 7 19 0 19C-7 19-14 13-15 2C-16-9-12-18 0-18Z'
        }
        fill={look.skin}
      />
      <path
        d={
          body.profile
            ? 'M-11-11C-8-22 12-24 18-8C20 4 16 12 10 14C12 6 8-2 5-6C-1-5-7-7-11-11Z'
            : 'M-15 0C-18-24 18-24 15 0C13-7 10-10 6-11C0-9-7-9-11-11C-13-8-14-5-15 0Z'
        }
        fill="#5b5048"
        stroke="#4a413a"
      />
      {body.profile && <path d="M3 0q4-3 5 1t-4 5" fill={look.skin} strokeWidth={1.1} />}
      {!body.profile && <path d="M0 1l-2 5q2 1.500 4 0" strokeWidth={1.1} />}
      <path d={eyes[side][look.eyes]} strokeWidth={1.5} />
      <path d={mouths[side][look.mouth]} strokeWidth={1.4} />
      {look.sweat && (
        <g stroke="#2f7592" fill="#a9d3e6" strokeWidth={0.8}>
          <path d="M-9-8q-1.600 3 0 4t0-4M-3-10q-1.600 3 0 4t0-4M2 9q-1.600 3 0 4t0-4" />
        </g>
      )}
      <Airway attached={attached} profile={body.profile} />
    </g>
  );
}

/** The body as thick rounded lines: once wider in the line's colour, once in its own. */
function Limbs({ look, body }: { readonly look: Look; readonly body: Body }) {
  return body.limbs.map(({ path, width, gown }) => (
    <g key={path} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={path} strokeWidth={width + 2.4} className="text-figure-line" stroke="currentColor" />
      <path d={path} strokeWidth={width} stroke={gown ? 'var(--figure-gown)' : look.skin} />
    </g>
  ));
}

function Bed({ raised }: { readonly raised: boolean }) {
  if (raised)
    return (
      <g strokeLinejoin="round">
        <path
          d="M14 118H120L168 44Q178 36 186 46L140 130Q136 136 128 136H14Q8 136 8 127T14 118Z"
          fill="var(--raised)"
          stroke="var(--edge)"
        />
        <path d="M30 136v8M118 136v8" stroke="var(--edge)" strokeWidth={3} strokeLinecap="round" />
      </g>
    );
  return (
    <>
      <rect x={4} y={12} width={232} height={130} rx={10} fill="var(--raised)" stroke="var(--edge)" />
      <path
        d="M20 6h60M160 6h60M20 148h60M160 148h60"
        stroke="var(--edge)"
        strokeWidth={2.4}
        strokeLinecap="round"
      />
      <rect x={178} y={36} width={50} height={80} rx={13} fill="var(--sheet)" stroke="var(--rule)" />
    </>
  );
}

/** `figure` is the stage's keyword, such as `worsening-left-side`; `attached` are ids of what is in place. */
export function PatientFigure({
  figure,
  attached,
}: {
  readonly figure: string;
  readonly attached: readonly string[];
}) {
  const { look, posture } = lookOf(figure);
  // A tube, a stopped heart and death lie on their back.
  const lying = look.covered || attached.some((item) => item.includes('intubation')) ? 'supine' : posture;
  const body = bodies[lying];
  return (
    <svg
      viewBox="0 0 240 152"
      className="block w-full text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      data-posture={lying}
    >
      <Bed raised={body.raised} />
      {look.gone ? (
        <path
          d="M22 44Q70 36 110 60Q140 78 176 70Q150 104 104 112Q60 118 20 108Q14 76 22 44ZM40 60Q80 64 100 84M36 86Q70 84 92 100"
          fill="var(--figure-sheet)"
          stroke="var(--edge)"
        />
      ) : (
        <>
          <Limbs look={look} body={body} />
          <g stroke="#8a4c60" strokeWidth={2} opacity={0.6} fill="none">
            {body.mottled.slice(0, look.mottling).map((path) => (
              <path key={path} d={path} />
            ))}
          </g>
          {!look.covered && look.mottling === 0 && (
            <path d={body.sheet} fill="var(--figure-sheet)" fillOpacity={0.94} stroke="var(--edge)" />
          )}
          {!look.covered && <Devices attached={attached} body={body} />}
          {look.covered ? (
            <path d={body.shroud} fill="var(--figure-sheet)" stroke="var(--edge)" />
          ) : (
            <Head look={look} body={body} attached={attached} />
          )}
        </>
      )}
    </svg>
  );
}
