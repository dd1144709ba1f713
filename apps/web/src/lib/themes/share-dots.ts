import type { ThemeOverview } from '@samhold/contract';
import type { Line } from './theme-lines.ts';

type Rounds = ThemeOverview['rounds'];
type Frame = { readonly width: number; readonly height: number; readonly side: number; readonly top: number };

export type DrawnShares = {
  readonly dots: readonly { readonly roundId: string; readonly x: number; readonly y: number }[];
  /** One path for each school year: the year after, a grade is other pupils. */
  readonly paths: readonly string[];
  /** Between two school years. */
  readonly borders: readonly number[];
  /** Half of the answers. */
  readonly middle: number;
};

/** Where the shares of one group lie, with the same round at the same place in each picture of the page. */
export function drawShares(rounds: Rounds, points: Line['points'], frame: Frame): DrawnShares {
  const step = rounds.length < 2 ? 0 : (frame.width - 2 * frame.side) / (rounds.length - 1);
  const x = (at: number): number => (rounds.length < 2 ? frame.width / 2 : frame.side + at * step);
  const y = (share: number): number => frame.top + (1 - share) * (frame.height - 2 * frame.top);
  const placed = rounds.flatMap(({ roundId, schoolYear }, at) => {
    const share = points.find((point) => point.roundId === roundId)?.shareAbove ?? null;
    return share === null ? [] : [{ roundId, schoolYear, x: x(at), y: y(share) }];
  });
  const path = (dots: typeof placed): string =>
    dots.map((dot, k) => `${k === 0 ? 'M' : 'L'}${dot.x} ${dot.y}`).join('');
  return {
    dots: placed.map(({ roundId, x: across, y: down }) => ({ roundId, x: across, y: down })),
    paths: [...Map.groupBy(placed, ({ schoolYear }) => schoolYear).values()].map(path),
    borders: rounds.flatMap(({ schoolYear }, at) =>
      at > 0 && rounds[at - 1]?.schoolYear !== schoolYear ? [x(at) - step / 2] : [],
    ),
    middle: y(0.5),
  };
}
