import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { MeanInterval } from '../wellbeing/mean-interval.ts';

/** One round in a chart over rounds; without a mean there is a gap, and the line goes on after it. */
export type RoundValue = MeanInterval & { readonly roundId: string; readonly label: string };

export type ChartFrame = {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
};

type DrawnRound = {
  readonly roundId: string;
  readonly label: string;
  readonly x: number;
  /** Null where there is no mean. */
  readonly dot: number | null;
  /** From the lower end of the interval to the upper; null where there is none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
};

type RoundsChart = {
  readonly rounds: readonly DrawnRound[];
  /** An SVG path through the dots, broken where a round has none. */
  readonly path: string;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
};

/**
 * Dots with intervals over rounds in their order, on a scale from 1 to 5 that is the same in every chart of a set (small
 * multiples; Tufte 1990), so that charts beside each other can be compared. Everything lies inside the frame.
 */
export function roundsChart(rounds: readonly RoundValue[], frame: ChartFrame): RoundsChart {
  const { width, height, margin } = frame;
  const x = scalePoint<string>()
    .domain(rounds.map(({ roundId }) => roundId))
    .range([margin.left, width - margin.right])
    .padding(0.5);
  const y = scaleLinear()
    .domain([1, 5])
    .range([height - margin.bottom, margin.top])
    .clamp(true);
  const drawn = rounds.map(({ roundId, label, mean, low, high }): DrawnRound => {
    const interval = low === null || high === null ? null : { low: y(low), high: y(high) };
    return { roundId, label, x: x(roundId) ?? margin.left, dot: mean === null ? null : y(mean), interval };
  });
  const through = line<DrawnRound>()
    .defined(({ dot }) => dot !== null)
    .x((round) => round.x)
    .y(({ dot }) => dot ?? 0);
  return {
    rounds: drawn,
    path: through(drawn) ?? '',
    ticks: [1, 3, 5].map((value) => ({ value, y: y(value) })),
  };
}
