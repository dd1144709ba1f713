import { tQuantile975 } from '../wellbeing/student-quantile.ts';

/** One of the others, before and after. */
export type Other = { readonly before: number; readonly after: number };

/** What the others of the class suggest for one who began where a pupil did. */
export type ExpectedByOthers = {
  readonly others: number;
  /** How many of the others began as low, or lower. */
  readonly asLow: number;
  /** How much of a distance before is left after, on average: 1 all of it, 0 nothing. */
  readonly slope: number;
  /** What the line through the others gives, with the 95 % interval for one more pupil. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
};

/** Fewer than these say nothing of a line. */
export const fewestOthers = 8;

/**
 * What would be expected for a pupil had it gone as with the others of the class: the line of least squares of after on before
 * over `others`, read at `before`, with Student's prediction interval of 95 % for one new observation (n − 2 degrees of freedom;
 * Draper & Smith 1998, 3.1), cut off at the ends of the scale. Who began furthest down comes nearer to the middle by itself
 * (Galton 1886); measures are begun for those furthest down, so a rise alone says nothing of a measure (Barnett, van der Pols & Dobson 2005).
 *
 * Null with fewer than eight others, or where they all began alike. The line takes the spread to be the same wherever one began,
 * which for choices and scores near an end of the scale is not quite so.
 */
export function expectedByOthers(
  others: readonly Other[],
  before: number,
  scale: { readonly lowest: number; readonly highest: number },
): ExpectedByOthers | null {
  const n = others.length;
  if (n < fewestOthers) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [x, y] = [mean(others.map((one) => one.before)), mean(others.map((one) => one.after))];
  const squares = others.reduce((sum, one) => sum + (one.before - x) ** 2, 0);
  if (squares < 1e-9) return null;
  const slope = others.reduce((sum, one) => sum + (one.before - x) * (one.after - y), 0) / squares;
  const line = (at: number): number => y + slope * (at - x);
  const left = others.reduce((sum, one) => sum + (one.after - line(one.before)) ** 2, 0);
  const margin =
    tQuantile975(n - 2) * Math.sqrt((left / (n - 2)) * (1 + 1 / n + (before - x) ** 2 / squares));
  const within = (value: number): number => Math.min(scale.highest, Math.max(scale.lowest, value));
  return {
    others: n,
    asLow: others.filter((one) => one.before <= before + 1e-9).length,
    slope,
    expected: within(line(before)),
    low: within(line(before) - margin),
    high: within(line(before) + margin),
  };
}
