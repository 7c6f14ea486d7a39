// The number of a key step, drawn the same in the list of them and on the curve.

export function NumberMark({ number }: { readonly number: number | string }) {
  return (
    <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden className="inline-block shrink-0">
      <circle r={7.5} className="fill-ink" />
      <text y={3.4} textAnchor="middle" className="figures fill-sheet text-[9.5px] font-semibold">
        {number}
      </text>
    </svg>
  );
}
