import type { RuleSet } from './rules.ts';

/** What one pupil's answers to one wellbeing round come to. */
export type WellbeingRound = {
  /** Mean of the answered scored items, 1–5, high is good; null when fewer than half were answered. */
  readonly score: number | null;
  /** Scored items answered. */
  readonly answered: number;
  /** Items on safety answered with the lowest option. */
  readonly lowestOnSafety: number;
  /** Answered that other pupils bully, as often as what counts as bullied or more. */
  readonly bullied: boolean;
  /** Every scored item answered with the highest option. */
  readonly allAtTop: boolean;
  /** Seconds per item, on average; null when it was not measured. */
  readonly secondsPerItem: number | null;
};

/** One pupil's rounds, newest first. */
export type WellbeingSeries = readonly WellbeingRound[];

type Limits = RuleSet['limits'];

export type OwnFall = {
  readonly score: number;
  /** Median of the pupil's own earlier rounds, and how many they are. */
  readonly usual: number;
  readonly rounds: number;
  /** Median absolute deviation of the earlier rounds, times 1.4826 so that it estimates a standard deviation. */
  readonly deviation: number;
};

/**
 * A fall from what is usual for the pupil: the newest score lies at least `fallDeviations` deviations below the median
 * of at least `baselineRounds` earlier rounds. A deviation below `smallestDeviation` counts as that, since somebody who
 * always answers alike would else fall by answering one item differently. Null when there is no such fall.
 * Median absolute deviation: Hampel 1974.
 */
export function ownFall(series: WellbeingSeries, limits: Limits): OwnFall | null {
  const score = series[0]?.score ?? null;
  const earlier = series.slice(1).flatMap((round) => round.score ?? []);
  if (score === null || earlier.length < limits.baselineRounds) return null;
  const usual = median(earlier);
  const deviation = 1.4826 * median(earlier.map((value) => Math.abs(value - usual)));
  const fell = usual - score >= limits.fallDeviations * Math.max(deviation, limits.smallestDeviation) - 1e-9;
  return fell ? { score, usual, rounds: earlier.length, deviation } : null;
}

/**
 * The newest scores when as many rounds on end as `lowRounds` are at most `lowScore`; null otherwise. Earlier rounds
 * without a score are passed over; without one in the newest round there is nothing new to tell.
 */
export function lowOnEnd(series: WellbeingSeries, limits: Limits): readonly number[] | null {
  if ((series[0]?.score ?? null) === null) return null;
  const newest = series.flatMap((round) => round.score ?? []).slice(0, limits.lowRounds);
  const all = newest.length === limits.lowRounds && newest.every((score) => score <= limits.lowScore);
  return all ? newest : null;
}

export type TopInNoTime = { readonly answered: number; readonly secondsPerItem: number };

/** Everything at the top faster than anybody reads: it may not be what the pupil means. Null otherwise. */
export function topInNoTime(series: WellbeingSeries, limits: Limits): TopInNoTime | null {
  const newest = series[0];
  if (newest === undefined || !newest.allAtTop || newest.secondsPerItem === null) return null;
  const { answered, secondsPerItem } = newest;
  return answered >= limits.hurriedItems && secondsPerItem < limits.hurriedSeconds
    ? { answered, secondsPerItem }
    : null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
