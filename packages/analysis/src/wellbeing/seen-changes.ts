import { mean } from 'simple-statistics';
import { rankSum } from './rank-sum.ts';
import { meanOf, type ScoreCount } from './score-counts.ts';
import { signedRank } from './signed-rank.ts';

/** What one row of a table was before and is now, for those who answered both times. */
export type Pairs = {
  readonly rowId: string;
  readonly pairs: readonly { readonly before: number; readonly now: number }[];
};

/** What one row was before and is now, where it can no longer be told who answered what. */
export type TwoCounts = {
  readonly rowId: string;
  readonly before: readonly ScoreCount[];
  readonly now: readonly ScoreCount[];
};

export type SeenChange = {
  /** How many answered both times; null when that is not known, and all who answered are compared. */
  readonly pairs: number | null;
  readonly before: number;
  readonly now: number;
  /** Rank-biserial correlation, −1 to 1: positive when those now are higher. */
  readonly effect: number;
  /** Whether the change holds when all rows of the table are looked at together. */
  readonly seen: boolean;
};

/** Of all changes called seen, the share that may be chance alone. */
const falseDiscoveryRate = 0.05;

/**
 * The p-values adjusted by Benjamini & Hochberg 1995, in their own order: a row is kept at false discovery rate q when its
 * adjusted value is at most q.
 */
export function adjustedByBenjaminiHochberg(values: readonly number[]): readonly number[] {
  const fromLargest = values.map((p, at) => ({ p, at })).sort((a, b) => b.p - a.p);
  const adjusted = Array.from({ length: values.length }, () => 1);
  let smallest = 1;
  fromLargest.forEach(({ p, at }, i) => {
    smallest = Math.min(smallest, (p * values.length) / (values.length - i));
    adjusted[at] = smallest;
  });
  return adjusted;
}

type Tested = Omit<SeenChange, 'seen'> & { readonly rowId: string; readonly p: number };

const tested = (row: Pairs | TwoCounts): readonly Tested[] => {
  const { rowId } = row;
  if ('pairs' in row) {
    if (row.pairs.length === 0) return [];
    const { p, effect } = signedRank(row.pairs.map(({ before, now }) => now - before));
    const [before, now] = [mean(row.pairs.map((one) => one.before)), mean(row.pairs.map((one) => one.now))];
    return [{ rowId, pairs: row.pairs.length, before, now, p, effect }];
  }
  const [before, now] = [meanOf(row.before), meanOf(row.now)];
  if (before === null || now === null) return [];
  const { p, effect } = rankSum(row.before, row.now);
  return [{ rowId, pairs: null, before, now, p, effect }];
};

/**
 * Change between two rounds for each row of one table, and whether it is seen at a false discovery rate of 5 % over the rows
 * given, which must be all that are shown together. Pairs by Wilcoxon's signed-rank test, with the means of those who answered
 * both times; counts by Mann & Whitney's, with the means of all who answered. Rows without answers both times are left out.
 */
export function seenChanges(rows: readonly (Pairs | TwoCounts)[]): ReadonlyMap<string, SeenChange> {
  const tests = rows.flatMap(tested);
  const adjusted = adjustedByBenjaminiHochberg(tests.map(({ p }) => p));
  return new Map(
    tests.map(({ rowId, p: _, ...change }, i) => [
      rowId,
      { ...change, seen: (adjusted[i] ?? 1) <= falseDiscoveryRate },
    ]),
  );
}
