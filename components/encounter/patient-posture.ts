// Where the parts of the body lie in each posture, in the drawing's units (240 × 150), head to the right.
import type { Posture } from './patient-look';

export interface Body {
  /** thick lines, back to front: path, width, and whether a gown covers it */
  readonly limbs: readonly { readonly path: string; readonly width: number; readonly gown: boolean }[];
  readonly head: string;
  readonly profile: boolean;
  /** the sheet over the legs */
  readonly sheet: string;
  /** the sheet drawn over the whole body */
  readonly shroud: string;
  /** marbled skin: knees, thighs, abdomen */
  readonly mottled: readonly [string, string, string];
  readonly chest: readonly (readonly [number, number])[];
  readonly wrist: readonly [number, number];
  readonly arm: readonly [number, number];
  readonly groin: readonly [number, number];
  readonly neck: readonly [number, number];
  readonly raised: boolean;
}

/** Seen from above; lying on the left side one sees the right, and the hips and knees are bent. */
const leftSide: Body = {
  limbs: [
    { path: 'M152 74C146 96 154 108 176 108', width: 11, gown: false },
    { path: 'M94 74Q108 104 128 122Q96 132 66 124', width: 15, gown: false },
    { path: 'M66 124L56 112', width: 9, gown: false },
    { path: 'M166 66Q128 56 92 68', width: 42, gown: true },
    { path: 'M92 74Q100 96 116 110', width: 21, gown: true },
    { path: 'M116 110L122 114Q92 122 60 112', width: 15, gown: false },
    { path: 'M60 112L49 100', width: 9, gown: false },
    { path: 'M164 66Q150 84 146 98', width: 13, gown: true },
    { path: 'M146 99Q156 112 168 100', width: 10, gown: false },
  ],
  head: 'translate(199 64) rotate(96) scale(-1 1)',
  profile: true,
  sheet: 'M22 96Q60 82 96 94Q124 104 136 128Q120 138 24 138Q16 118 22 96Z',
  shroud: 'M22 60Q90 34 150 40Q200 36 220 58Q226 84 200 98Q170 120 130 134Q70 142 24 134Q14 96 22 60Z',
  mottled: [
    'M112 108q5-4 8 1t7 0M104 117q6-4 10 0',
    'M96 84q5-4 8 2t8 1M100 96q6-5 9 1',
    'M104 62q6-5 10 0t9-1M112 74q7-4 10 1M128 66q5-4 9 0',
  ],
  chest: [
    [150, 56],
    [152, 74],
    [132, 70],
  ],
  wrist: [163, 106],
  arm: [149, 104],
  groin: [102, 92],
  neck: [180, 68],
  raised: false,
};

const supine: Body = {
  limbs: [
    { path: 'M164 52Q130 38 98 44', width: 11, gown: false },
    { path: 'M164 98Q130 112 98 106', width: 11, gown: false },
    { path: 'M98 66L60 64L26 62', width: 16, gown: false },
    { path: 'M98 86L60 88L26 90', width: 16, gown: false },
    { path: 'M26 60L24 54M26 92L24 98', width: 8, gown: false },
    { path: 'M160 75L100 76', width: 46, gown: true },
    { path: 'M100 66L72 64M100 86L72 88', width: 20, gown: true },
    { path: 'M164 56L142 46M164 94L142 104', width: 15, gown: true },
  ],
  head: 'translate(199 75) rotate(90)',
  profile: false,
  sheet: 'M14 46Q60 40 92 50Q100 76 92 104Q60 112 14 106Q8 76 14 46Z',
  shroud: 'M12 48Q80 30 150 38Q206 44 222 62Q228 76 222 90Q206 108 150 114Q80 122 12 104Q6 76 12 48Z',
  mottled: [
    'M56 60q5-4 8 1t7 0M56 90q5-4 8 1t7 0',
    'M74 62q5-4 8 2M76 88q5-4 8 2M64 66q4-4 7 1',
    'M106 66q6-5 10 0t9-1M110 82q7-4 10 1M126 76q5-4 9 0',
  ],
  chest: [
    [152, 62],
    [152, 90],
    [130, 88],
  ],
  wrist: [104, 106],
  arm: [112, 43],
  groin: [96, 76],
  neck: [178, 72],
  raised: false,
};

/** Seen from the side, the head of the bed raised. */
const sitting: Body = {
  limbs: [
    { path: 'M116 106Q92 92 74 94Q56 100 34 110', width: 15, gown: false },
    { path: 'M34 110L28 100', width: 9, gown: false },
    { path: 'M150 58Q136 80 118 102', width: 38, gown: true },
    { path: 'M118 104Q96 94 80 95', width: 21, gown: true },
    { path: 'M148 62Q138 78 126 86', width: 13, gown: true },
    { path: 'M126 86Q112 92 100 84', width: 10, gown: false },
  ],
  head: 'translate(163 30) rotate(14)',
  profile: true,
  sheet: 'M22 106Q50 86 84 84Q104 88 112 116H24Z',
  shroud: 'M20 112Q60 80 96 82Q120 40 150 12Q184 4 186 36Q176 74 140 116H22Z',
  mottled: ['M72 90q5-4 8 1t7 0', 'M88 92q5-4 8 2t8 1', 'M116 84q6-5 10 0t9-1M120 96q7-4 10 1'],
  chest: [
    [136, 60],
    [150, 66],
    [136, 80],
  ],
  wrist: [108, 89],
  arm: [118, 90],
  groin: [108, 104],
  neck: [153, 48],
  raised: true,
};

export const bodies: { readonly [posture in Posture]: Body } = { 'left-side': leftSide, supine, sitting };
