// Where the picture stands in its frame: size and shift, kept so that it never leaves the frame.

export interface Standing {
  /** 1 fills the frame */
  readonly scale: number;
  /** shift of the picture's middle from the frame's, as a share of the frame's width and height */
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Standing = { scale: 1, x: 0, y: 0 };
export const MOST = 6;

const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value)) + 0;

/** The nearest standing in which the frame stays filled. */
export function kept({ scale, x, y }: Standing): Standing {
  const size = Math.min(MOST, Math.max(1, scale));
  const room = (size - 1) / 2;
  return { scale: size, x: within(x, room), y: within(y, room) };
}

/** Larger (or smaller, below 1) by a factor about a point of the frame, given as shares from its middle; the point stays where it is. */
export function zoomed(standing: Standing, factor: number, about = { x: 0, y: 0 }): Standing {
  const scale = Math.min(MOST, Math.max(1, standing.scale * factor));
  const by = scale / standing.scale;
  return kept({
    scale,
    x: about.x + (standing.x - about.x) * by,
    y: about.y + (standing.y - about.y) * by,
  });
}

/** Shifted by shares of the frame. */
export function moved(standing: Standing, x: number, y: number): Standing {
  return kept({ ...standing, x: standing.x + x, y: standing.y + y });
}
