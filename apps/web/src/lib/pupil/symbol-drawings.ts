import type { SymbolId } from '@samhold/survey';

/** One stroke of a drawing on a 48 × 48 ground. `cover` hides what lies behind it, `solid` is filled with the ink. */
export type Stroke = {
  readonly d: string;
  readonly paint: 'line' | 'solid' | 'cover';
  readonly turn?: number;
};
export type DrawingId = SymbolId | 'snow';

const line = (d: string, turn?: number): Stroke => ({
  d,
  paint: 'line',
  ...(turn === undefined ? {} : { turn }),
});
const solid = (d: string): Stroke => ({ d, paint: 'solid' });
const cover = (d: string): Stroke => ({ d, paint: 'cover' });
const disc = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

const rays =
  'M24 4v5M24 39v5M4 24h5M39 24h5M9.900 9.900l3.500 3.500M34.600 34.600l3.500 3.500M38.100 9.900l-3.500 3.500M13.400 34.600l-3.500 3.500';
const sun = [cover(disc(24, 24, 9.5)), line(rays)];
const bigCloud = 'M14 38h21a8 8 0 0 0 1.200-15.900A12 12 0 0 0 13.500 20.200 9 9 0 0 0 14 38z';
const halfCloud =
  'M19 43h17a6.500 6.500 0 0 0 .9-12.900A9.500 9.500 0 0 0 18.600 28.700 7.200 7.200 0 0 0 19 43z';
const smallCloud = 'M29 44h10a4.500 4.500 0 0 0 .5-8.900 6.500 6.500 0 0 0-12.400-.9A5 5 0 0 0 29 44z';
const highCloud =
  'M14 30h21a7.500 7.500 0 0 0 1.100-14.900A11.500 11.500 0 0 0 13.800 13.400 8.500 8.500 0 0 0 14 30z';
const thumb =
  'M17 22l7-14c3 0 4.800 2 4.800 4.800V19h8.400a4 4 0 0 1 3.900 4.800l-2.200 11A4 4 0 0 1 35 38H17zM7 22h10v16H7z';

/** Four steps rising to the right, the first `n` of them filled. */
const steps = (n: number): readonly Stroke[] =>
  [0, 1, 2, 3].map((i) => {
    const top = 32 - i * 8;
    const d = `M${5 + i * 10} ${top}h8V42h-8z`;
    return i < n ? solid(d) : line(d);
  });

/** A calendar leaf with `n` marked days. */
const month = (n: number): readonly Stroke[] => {
  const days = [disc(17, 25, 3), disc(31, 25, 3), disc(17, 35, 3), disc(31, 35, 3)];
  return [line('M7 10h34v32H7zM7 18h34M16 5v8M32 5v8'), ...days.slice(0, n).map(solid)];
};

/** The drawings beside option texts, in one colour. The questionnaire names them; the words always stand beside. */
export const symbolDrawings: Readonly<Record<DrawingId, readonly Stroke[]>> = {
  sun,
  'sun-small-cloud': [...sun, cover(smallCloud)],
  'sun-half-cloud': [...sun, cover(halfCloud)],
  cloud: [cover(bigCloud)],
  'rain-cloud': [cover(highCloud), line('M15 35l-2.500 7M24 35l-2.500 7M33 35l-2.500 7')],
  snow: [cover(highCloud), ...[disc(14, 38, 1.8), disc(24, 42, 1.8), disc(34, 38, 1.8)].map(solid)],
  'thumb-up': [line(thumb)],
  'thumb-level': [line(thumb, 90)],
  'thumb-down': [line(thumb, 180)],
  'circle-full': [solid(disc(24, 24, 16))],
  'circle-half': [line(disc(24, 24, 16)), solid('M24 8a16 16 0 0 0 0 32z')],
  'circle-empty': [line(disc(24, 24, 16))],
  'steps-4': steps(4),
  'steps-3': steps(3),
  'steps-2': steps(2),
  'steps-1': steps(1),
  'steps-0': steps(0),
  'month-0': month(0),
  'month-1': month(1),
  'month-2': month(2),
  'month-3': month(3),
  'month-4': month(4),
  ball: [line(disc(24, 24, 17)), line('M7 24h34M24 7a26 26 0 0 1 0 34M24 7a26 26 0 0 0 0 34')],
  book: [line('M24 13c-5-4-11-5-18-4v28c7-1 13 0 18 4 5-4 11-5 18-4V9c-7-1-13 0-18 4zM24 13v28')],
  brush: [line('M41 6 23 26l4 4L43 9zM22 27c-6 0-8 4-8 8s-3 6-7 6c9 4 19 0 19-9z')],
  people: [
    line(disc(16, 16, 6)),
    line(disc(33, 18, 5)),
    line('M5 40c0-8 4-13 11-13s11 5 11 13zM31 40h12c0-7-3-12-10-12-2 0-4 .5-5.500 1.500'),
  ],
  star: [
    line(
      'M24 6l5.600 11.800 12.900 1.700-9.500 8.900 2.400 12.800L24 34.900l-11.400 6.300L15 28.400l-9.500-8.900 12.900-1.700z',
    ),
  ],
};

/** Whether these pages have a drawing by that name. */
export const isDrawn = (id: string): boolean => Object.hasOwn(symbolDrawings, id);
