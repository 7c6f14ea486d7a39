// The body from the front, the back and the side, each part as its own outline (units of the drawing, 100 × 210 a view).
import type { BodyPart } from '#machines/scenario/body';

export interface Shape {
  readonly part: BodyPart;
  readonly path: string;
}
export interface BodyView {
  readonly id: 'front' | 'back' | 'side';
  readonly shapes: readonly Shape[];
}

const limbs: readonly Shape[] = [
  { part: 'arms', path: 'M31 45Q23 47 21 58L14 100Q17 104 22 102L30 72Z' },
  { part: 'arms', path: 'M69 45Q77 47 79 58L86 100Q83 104 78 102L70 72Z' },
  { part: 'hands', path: 'M13 103Q17 106 22 104Q24 114 18 120Q11 121 10 112Z' },
  { part: 'hands', path: 'M87 103Q83 106 78 104Q76 114 82 120Q89 121 90 112Z' },
  { part: 'legs', path: 'M34 123Q42 127 49 130L47 162L46 191H38L34 160Z' },
  { part: 'legs', path: 'M66 123Q58 127 51 130L53 162L54 191H62L66 160Z' },
  { part: 'feet', path: 'M38 193H46Q47 203 44 205H32Q30 202 38 193Z' },
  { part: 'feet', path: 'M62 193H54Q53 203 56 205H68Q70 202 62 193Z' },
];

const head: readonly Shape[] = [
  { part: 'head', path: 'M50 4Q63 4 62 19Q60 33 50 34Q40 33 38 19Q37 4 50 4Z' },
  { part: 'neck', path: 'M44 34Q50 37 56 34L57 42Q50 45 43 42Z' },
];

export const bodyViews: readonly BodyView[] = [
  {
    id: 'front',
    shapes: [
      ...head,
      { part: 'chest', path: 'M33 45Q42 42 50 46Q58 42 67 45Q70 62 67 80Q50 86 33 80Q30 62 33 45Z' },
      { part: 'abdomen', path: 'M33 82Q50 88 67 82Q68 96 66 106Q50 111 34 106Q32 96 33 82Z' },
      { part: 'groin', path: 'M34 108Q50 113 66 108L66 121Q57 125 50 128Q43 125 34 121Z' },
      ...limbs,
    ],
  },
  {
    id: 'back',
    shapes: [
      ...head,
      { part: 'back', path: 'M33 45Q50 41 67 45Q70 62 67 80L60 82V102Q50 105 40 102V82L33 80Q30 62 33 45Z' },
      { part: 'flanks', path: 'M33 82L38 84V101L34 101Q32 92 33 82Z' },
      { part: 'flanks', path: 'M67 82L62 84V101L66 101Q68 92 67 82Z' },
      {
        part: 'buttocks',
        path: 'M34 103Q50 108 66 103Q69 114 66 121Q57 127 50 124Q43 127 34 121Q31 114 34 103Z',
      },
      ...limbs,
    ],
  },
  {
    id: 'side',
    shapes: [
      { part: 'head', path: 'M52 4Q66 5 65 20Q63 31 55 34Q46 35 43 32L39 23L41 16Q42 4 52 4Z' },
      { part: 'neck', path: 'M47 35Q54 37 60 33L61 43Q52 45 48 43Z' },
      { part: 'chest', path: 'M47 45L53 45V82Q44 82 39 79Q37 58 47 45Z' },
      { part: 'back', path: 'M62 45Q70 52 69 68Q66 84 66 101L61 101V45Z' },
      { part: 'abdomen', path: 'M39 81Q45 84 52 84V107Q44 108 40 104Q37 92 39 81Z' },
      { part: 'flanks', path: 'M54 83H59V102H54Z' },
      { part: 'groin', path: 'M41 106Q46 110 52 109L52 122L43 120Z' },
      { part: 'buttocks', path: 'M54 104L66 103Q73 112 68 122Q60 126 54 123Z' },
      { part: 'arms', path: 'M54 46Q60 45 60 54L59 80L54 102H49L53 76Z' },
      { part: 'hands', path: 'M49 104H54Q54 115 49 119Q45 114 49 104Z' },
      { part: 'legs', path: 'M43 122Q54 126 66 124Q65 146 59 160L58 191H49L48 160Q42 142 43 122Z' },
      { part: 'feet', path: 'M49 193H58Q59 203 57 205H36Q36 200 49 193Z' },
    ],
  },
];
