// The eleven golden traces of the clinical brief: what acts when, the printed table, the sequence of states and the minute of arrest.
import type { Schedule } from './reference-stepper';

/** Minutes of the table's columns. */
export const COLUMNS = [30, 60, 90, 120, 180, 240, 360, 480, 720, 1440] as const;

export interface Golden {
  readonly id: string;
  readonly title: string;
  readonly schedule: Schedule;
  /** MAP / HR / lactate / UO per column; null once arrested */
  readonly row: string;
  readonly states: string;
  readonly arrest: number | null;
}

export const GOLDEN: readonly Golden[] = [
  {
    id: 'G1',
    title: 'no treatment',
    schedule: {},
    row: '60 / 109 / 4.2 / 25 | 60 / 109 / 4.3 / 25 | 58 / 111 / 4.5 / 24 | 56 / 113 / 4.8 / 21 | 52 / 119 / 5.7 / 15 | 48 / 124 / 7.1 / 5 | 41 / 133 / 10.7 / 0 | † | † | †',
    states: 'S1@0 → S2@107 → S3@246 → S9@308 → S10@385',
    arrest: 385,
  },
  {
    id: 'G2',
    title: 'expert path',
    schedule: {
      fluids: [
        [12, 1000, 30],
        [42, 1340, 90],
      ],
      norepinephrine: [
        [35, 0.05],
        [45, 0.08],
        [55, 0.1],
        [600, 0.06],
        [800, 0.03],
        [1000, 0],
      ],
      antibiotic: 25,
      drained: 285,
    },
    row: '61 / 108 / 4.2 / 26 | 69 / 99 / 3.9 / 39 | 71 / 96 / 3.5 / 53 | 71 / 96 / 3.2 / 60 | 72 / 96 / 2.7 / 65 | 72 / 96 / 2.5 / 66 | 73 / 95 / 2.2 / 67 | 76 / 93 / 1.9 / 67 | 76 / 90 / 1.5 / 67 | 77 / 86 / 1.1 / 67',
    states: 'S1@0 → S4@41 → S5@58 → S7@285 → S8@1000',
    arrest: null,
  },
  {
    id: 'G3',
    title: 'source-like course',
    schedule: {
      fluids: [
        [20, 1000, 60],
        [80, 1000, 100],
      ],
      norepinephrine: [
        [90, 0.1],
        [420, 0.14],
        [900, 0.08],
        [1200, 0],
      ],
      antibiotic: 60,
      drained: 600,
    },
    row: '60 / 109 / 4.2 / 25 | 61 / 108 / 4.3 / 27 | 63 / 107 / 4.3 / 29 | 70 / 96 / 3.9 / 47 | 71 / 96 / 3.2 / 61 | 71 / 96 / 2.9 / 64 | 71 / 96 / 2.5 / 64 | 68 / 99 / 2.5 / 55 | 67 / 98 / 3.2 / 46 | 73 / 87 / 1.2 / 67',
    states: 'S1@0 → S4@80 → S5@106 → S6@361 → S7@600 → S8@1200',
    arrest: null,
  },
  {
    id: 'G4',
    title: 'fluids only',
    schedule: { fluids: [[15, 2340, 165]] },
    row: '60 / 109 / 4.2 / 25 | 61 / 108 / 4.3 / 27 | 60 / 108 / 4.3 / 27 | 60 / 109 / 4.4 / 26 | 58 / 111 / 4.9 / 23 | 55 / 115 / 5.6 / 19 | 49 / 123 / 7.9 / 5 | 42 / 132 / 11.3 / 0 | † | †',
    states: 'S1@0 → S4@85 → S2@128 → S3@323 → S9@397 → S10@484',
    arrest: 484,
  },
  {
    id: 'G5',
    title: 'fluids and antibiotic, no norepinephrine, no drainage',
    schedule: { fluids: [[15, 2340, 165]], antibiotic: 45 },
    row: '60 / 109 / 4.2 / 25 | 61 / 108 / 4.3 / 27 | 62 / 107 / 4.3 / 29 | 62 / 106 / 4.3 / 31 | 64 / 104 / 4.2 / 36 | 64 / 104 / 4.2 / 39 | 64 / 104 / 4.2 / 39 | 58 / 111 / 5.0 / 25 | 46 / 126 / 9.7 / 2 | †',
    states: 'S1@0 → S4@85 → S2@196 → S3@600 → S9@681 → S10@775',
    arrest: 775,
  },
  {
    id: 'G6',
    title: 'full bundle, never drained',
    schedule: {
      fluids: [[12, 2340, 120]],
      norepinephrine: [
        [40, 0.08],
        [480, 0.15],
        [720, 0.2],
      ],
      antibiotic: 30,
    },
    row: '61 / 109 / 4.2 / 25 | 66 / 102 / 4.1 / 28 | 69 / 98 / 3.7 / 44 | 70 / 96 / 3.3 / 53 | 71 / 96 / 2.8 / 61 | 71 / 96 / 2.5 / 62 | 71 / 96 / 2.3 / 62 | 66 / 102 / 2.7 / 47 | 57 / 113 / 4.4 / 22 | †',
    states: 'S1@0 → S5@63 → S6@361 → S2@709 → S3@932 → S9@1077 → S10@1294',
    arrest: 1294,
  },
  {
    id: 'G7',
    title: 'norepinephrine only',
    schedule: {
      norepinephrine: [
        [20, 0.2],
        [120, 0.3],
        [300, 0.4],
      ],
    },
    row: '68 / 102 / 4.1 / 27 | 69 / 97 / 3.6 / 29 | 67 / 99 / 3.3 / 30 | 66 / 101 / 3.2 / 30 | 64 / 103 / 3.1 / 30 | 60 / 109 / 3.5 / 28 | 56 / 114 / 5.1 / 20 | 49 / 123 / 7.5 / 5 | † | †',
    states: 'S1@0 → S5@37 → S2@299 → S3@464 → S9@534 → S10@620',
    arrest: 620,
  },
  {
    id: 'G8',
    title: 'beta-blocker, late bundle, never drained',
    schedule: {
      fluids: [[60, 2000, 120]],
      norepinephrine: [[75, 0.15]],
      antibiotic: 75,
      mods: [[15, 90, -12]],
    },
    row: '48 / 121 / 4.5 / 18 | 48 / 125 / 5.3 / 10 | 55 / 118 / 5.9 / 10 | 68 / 102 / 5.8 / 21 | 73 / 96 / 4.8 / 61 | 74 / 96 / 4.3 / 66 | 74 / 96 / 3.8 / 67 | 68 / 98 / 3.7 / 58 | 56 / 114 / 5.7 / 14 | †',
    states: 'S1@0 → S2@48 → S5@125 → S6@361 → S2@541 → S3@781 → S9@889 → S10@1052',
    arrest: 1052,
  },
  {
    id: 'G9',
    title: 'six litres and antibiotic, no norepinephrine, never drained',
    schedule: { fluids: [[15, 6000, 180]], antibiotic: 60 },
    row: '61 / 108 / 4.2 / 26 | 62 / 106 / 4.2 / 29 | 64 / 104 / 4.1 / 34 | 64 / 103 / 4.0 / 38 | 64 / 103 / 3.9 / 40 | 64 / 103 / 3.8 / 41 | 64 / 103 / 3.8 / 41 | 59 / 110 / 4.5 / 26 | 47 / 126 / 9.1 / 3 | †',
    states: 'S1@0 → S4@44 → S2@432 → S3@633 → S9@709 → S10@801',
    arrest: 801,
  },
  {
    id: 'G10',
    title: 'antibiotic at 4 h, drained at 8 h',
    schedule: {
      fluids: [[15, 2340, 120]],
      norepinephrine: [
        [45, 0.1],
        [180, 0.15],
      ],
      antibiotic: 240,
      drained: 480,
    },
    row: '60 / 109 / 4.2 / 25 | 67 / 102 / 4.1 / 28 | 69 / 98 / 3.7 / 44 | 68 / 98 / 3.4 / 51 | 67 / 101 / 3.2 / 50 | 66 / 101 / 3.0 / 48 | 69 / 98 / 2.7 / 54 | 65 / 102 / 2.8 / 47 | 75 / 92 / 1.9 / 67 | 86 / 86 / 1.1 / 67',
    states: 'S1@0 → S5@65 → S6@361 → S7@480',
    arrest: null,
  },
  {
    id: 'G11',
    title: 'propofol intubation at 40 min',
    schedule: {
      fluids: [[15, 1200, 60]],
      norepinephrine: [[75, 0.2]],
      antibiotic: 45,
      drained: 300,
      mods: [
        [40, 20, -18],
        [40, 100000, -4],
      ],
    },
    row: '60 / 109 / 4.2 / 25 | 43 / 132 / 5.0 / 13 | 70 / 100 / 5.0 / 30 | 71 / 96 / 4.4 / 51 | 71 / 96 / 3.8 / 61 | 71 / 96 / 3.4 / 63 | 72 / 95 / 3.0 / 65 | 74 / 93 / 2.5 / 67 | 78 / 90 / 1.8 / 67 | 83 / 86 / 1.1 / 67',
    states: 'S1@0 → S3@54 → S2@61 → S5@92 → S7@300',
    arrest: null,
  },
];
