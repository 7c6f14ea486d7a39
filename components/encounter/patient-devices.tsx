// Lines, tubes and probes as they lie on the patient; each is drawn once it is in place.
import type { Body } from './patient-posture';

const has = (attached: readonly string[], ...names: readonly string[]) =>
  attached.some((item) => names.some((name) => item.includes(name)));

/** Oxygen and tubes, drawn in the head's own directions: face to the left (profile) or to the viewer. */
export function Airway({
  attached,
  profile,
}: {
  readonly attached: readonly string[];
  readonly profile: boolean;
}) {
  const x = profile ? -13 : 0;
  const y = profile ? 9 : 7;
  if (has(attached, 'intubation', 'ventilat'))
    return (
      <g className="text-accent">
        <path d={`M${x} ${y + 1}q-10 2-16 12`} strokeWidth={3.4} stroke="var(--sheet)" />
        <path d={`M${x} ${y + 1}q-10 2-16 12`} strokeWidth={1.6} />
        <path d={`M${x - 2} ${y - 3}l4 8`} strokeWidth={2.2} />
      </g>
    );
  if (has(attached, 'reservoir', 'mask', 'cpap', 'niv'))
    return (
      <g className="text-accent">
        <path
          d={profile ? 'M-9 0Q-22 2-20 10Q-17 17-8 15Q-11 7-9 0Z' : 'M-8 1Q0-4 8 1Q9 11 0 14Q-9 11-8 1Z'}
          fill="var(--sheet)"
          fillOpacity={0.72}
          strokeWidth={1.4}
        />
        <path d={profile ? 'M-9 3L8 0' : 'M-8 4H-16M8 4H16'} strokeWidth={1} />
      </g>
    );
  if (has(attached, 'oxygen', 'nasal', 'high-flow'))
    return (
      <path
        d={profile ? 'M-15 6Q-6 4 4 1' : 'M-3 4Q-10 8-16 2M3 4Q10 8 16 2M-3 4h6'}
        strokeWidth={1.5}
        className="text-accent"
      />
    );
  return null;
}

function Monitoring({ body }: { readonly body: Body }) {
  return (
    <g className="text-good" strokeWidth={1}>
      {body.chest.map(([x, y]) => (
        <g key={`${x} ${y}`}>
          <path d={`M${x} ${y}Q${(x + 132) / 2} ${y - 22} 132 8`} opacity={0.75} />
          <circle cx={x} cy={y} r={2.6} fill="var(--sheet)" />
        </g>
      ))}
    </g>
  );
}

/** A line from a point of the body to a bag that hangs at the edge of the bed. */
function Drip({
  from,
  bag,
  colour,
}: {
  readonly from: readonly [number, number];
  readonly bag: number;
  readonly colour: string;
}) {
  return (
    <g className={colour}>
      <path
        d={`M${from[0]} ${from[1]}C${from[0] - 10} ${from[1] - 40} ${bag} 50 ${bag} 24`}
        strokeWidth={1.3}
      />
      <rect x={bag - 5} y={8} width={10} height={16} rx={2.5} fill="var(--sheet)" strokeWidth={1.3} />
      <path d={`M${bag - 5} 17h10`} strokeWidth={1} />
    </g>
  );
}

export function Devices({ attached, body }: { readonly attached: readonly string[]; readonly body: Body }) {
  const [wristX, wristY] = body.wrist;
  const [groinX, groinY] = body.groin;
  return (
    <g fill="none" stroke="currentColor" strokeLinecap="round" data-devices>
      {has(attached, 'monitoring') && <Monitoring body={body} />}
      {has(attached, 'peripheral-lines', 'intraosseous') && (
        <Drip from={body.arm} bag={66} colour="text-accent" />
      )}
      {has(attached, 'central') && <Drip from={body.neck} bag={86} colour="text-caution" />}
      {has(attached, 'arterial-line') && (
        <g className="text-alert">
          <path
            d={`M${wristX} ${wristY}C${wristX + 26} ${wristY + 4} ${wristX + 22} 132 214 134`}
            strokeWidth={1.4}
          />
          <circle cx={wristX} cy={wristY} r={2.6} fill="currentColor" stroke="none" />
        </g>
      )}
      {has(attached, 'urinary-catheter') && (
        <g className="text-caution">
          <path d={`M${groinX} ${groinY}C${groinX + 26} ${groinY + 12} 146 116 150 132`} strokeWidth={1.4} />
          <path d="M143 132h14v9q0 4-7 4t-7-4Z" fill="var(--sheet)" strokeWidth={1.3} />
          <path d="M144 139h12" strokeWidth={1} />
        </g>
      )}
    </g>
  );
}
