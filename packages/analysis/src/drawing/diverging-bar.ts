export type ScaleOption = {
  readonly optionId: string;
  readonly text: string;
  readonly score: number | null;
  readonly count: number;
};

export type Segment = {
  readonly optionId: string;
  readonly text: string;
  readonly count: number;
  /** Left edge and width, as shares of all who answered on the scale; the middle of the scale is 0. */
  readonly start: number;
  readonly width: number;
  /** Where the option stands on its scale: −1 the lowest, 0 the middle, 1 the highest. */
  readonly tone: number;
};

/**
 * A stacked bar that diverges around the middle of its scale: options below the middle grow to the left, those above
 * to the right, an option on the middle lies half on each side. Options are drawn from low score to high, whatever the
 * order they were asked in. Options without a score (outside the scale) are ignored, as are those nobody chose.
 */
export const divergingBar = (options: readonly ScaleOption[]): readonly Segment[] => {
  const scale = options
    .flatMap((option) => (option.score === null ? [] : [{ ...option, score: option.score }]))
    .sort((a, b) => a.score - b.score);
  const all = scale.reduce((sum, { count }) => sum + count, 0);
  const lowest = scale[0];
  const highest = scale.at(-1);
  if (all === 0 || lowest === undefined || highest === undefined) return [];
  const middle = (lowest.score + highest.score) / 2;
  const half = (highest.score - lowest.score) / 2 || 1;
  const left = scale.reduce((sum, { score, count }) => {
    const part = score < middle ? 1 : score === middle ? 0.5 : 0;
    return sum + part * count;
  }, 0);
  let edge = -left;
  const segments: Segment[] = [];
  for (const { optionId, text, score, count } of scale) {
    const start = edge / all;
    edge += count;
    if (count > 0) {
      segments.push({ optionId, text, count, start, width: count / all, tone: (score - middle) / half });
    }
  }
  return segments;
};

/** The fill of a tone in five steps, as the end of a class name: low2, low1, mid, high1, high2. */
export const toneStep = (tone: number): 'low2' | 'low1' | 'mid' | 'high1' | 'high2' => {
  if (tone === 0) return 'mid';
  if (tone < 0) return tone <= -0.75 ? 'low2' : 'low1';
  return tone >= 0.75 ? 'high2' : 'high1';
};

export type Part = Pick<Segment, 'optionId' | 'text' | 'count' | 'width'> & {
  /** Left edge as a share of all who answered. */
  readonly from: number;
  readonly order: number;
};

/** A stacked bar from the left in the order the options were asked, for items whose options have no scores. */
export const stackedBar = (options: readonly ScaleOption[]): readonly Part[] => {
  const all = options.reduce((sum, { count }) => sum + count, 0);
  let edge = 0;
  return options.flatMap(({ optionId, text, count }, order) => {
    const from = all === 0 ? 0 : edge / all;
    edge += count;
    return count === 0 ? [] : [{ optionId, text, count, from, width: count / all, order }];
  });
};
