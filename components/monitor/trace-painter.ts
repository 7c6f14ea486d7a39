// Draws the lanes on a canvas as a monitor does: a pen that sweeps from left to right and wipes what is old before it.
import type { Lane } from './lanes';

/** CSS pixels: the pen's speed a second, the height of a lane, the gap that is wiped before the pen. */
export const SPEED = 62;
export const LANE_HEIGHT = 40;
const GAP = 16;

export interface Painter {
  /** fit to the element's size in CSS pixels */
  readonly resize: (width: number, ratio: number) => void;
  /** draws from where the pen stood to this time, seconds; after a pause the whole screen */
  readonly sweepTo: (lanes: readonly Lane[], colours: readonly string[], seconds: number) => void;
  /** one whole sweep at once, for those who want no motion */
  readonly still: (lanes: readonly Lane[], colours: readonly string[]) => void;
}

export function painterOf(canvas: HTMLCanvasElement): Painter {
  const pen = canvas.getContext('2d');
  let width = 0;
  let ratio = 1;
  let stood = Number.NEGATIVE_INFINITY;
  /** width at which was drawn last: a canvas is empty after a change */
  let drawn = 0;

  /** Draws one lane from `from` to `to` (seconds); `x` is where `from` lies. */
  const draw = (lane: Lane, colour: string, row: number, from: number, to: number, x: number) => {
    if (pen === null) return;
    const top = row * LANE_HEIGHT + 3;
    const tall = LANE_HEIGHT - 6;
    const points = Math.max(1, Math.ceil((to - from) * SPEED * ratio));
    pen.strokeStyle = colour;
    pen.beginPath();
    for (let index = 0; index <= points; index += 1) {
      const at = from + ((to - from) * index) / points;
      const height = Math.min(1.04, Math.max(-0.04, lane.at(at)));
      pen.lineTo(x + (at - from) * SPEED, top + tall * (1 - height));
    }
    pen.stroke();
  };

  const stretch = (
    lanes: readonly Lane[],
    colours: readonly string[],
    from: number,
    to: number,
    x: number,
  ) => {
    pen?.clearRect(x, 0, (to - from) * SPEED + GAP, lanes.length * LANE_HEIGHT);
    lanes.forEach((lane, row) => draw(lane, colours[row] ?? '', row, from, to, x));
  };

  return {
    resize: (wide, pixels) => {
      width = wide;
      ratio = pixels;
      canvas.width = Math.round(wide * pixels);
      canvas.height = Math.round(canvas.clientHeight * pixels);
      pen?.setTransform(pixels, 0, 0, pixels, 0, 0);
      if (pen !== null) {
        pen.lineWidth = 1.5;
        pen.lineJoin = 'round';
        pen.lineCap = 'round';
      }
    },
    sweepTo: (lanes, colours, seconds) => {
      if (width <= 0) return;
      const round = width / SPEED;
      // After a pause the screen is filled as if it had been running all along.
      const filled = seconds - stood > 0.5 || seconds < stood || width !== drawn;
      const from = filled ? seconds - (width - GAP) / SPEED : stood;
      stood = seconds;
      drawn = width;
      const begin = (((from % round) + round) % round) * SPEED;
      const turn = from + (width - begin) / SPEED;
      if (turn >= seconds) stretch(lanes, colours, from, seconds, begin);
      else {
        stretch(lanes, colours, from, turn, begin);
        stretch(lanes, colours, turn, seconds, 0);
      }
    },
    still: (lanes, colours) => {
      if (width <= 0) return;
      pen?.clearRect(0, 0, width, canvas.height);
      lanes.forEach((lane, row) => draw(lane, colours[row] ?? '', row, 3, 3 + width / SPEED, 0));
    },
  };
}
