import { signedRank } from './signed-rank.ts';

/** What one row of a table was before and is now, for those who answered both times. */
export type Pairs = {
  readonly rowId: string;
  readonly pairs: readonly { readonly before: number; readonly now: number }[];
};

export type SeenChange = {
  /** How many answered both times. */
  readonly pairs: number;
  readonly before: number;
  readonly now: number;
  /** Rank-biserial correlation of the pairs, −1 to 1. */
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

/**
 * Change between two rounds for each row of one table: means of those who answered both times, Wilcoxon's signed-rank test, and
 * whether it is seen at a false discovery rate of 5 % over the rows given, which must be all that are shown together. Rows
 * nobody answered both times are left out.
 */
export function seenChanges(rows: readonly Pairs[]): ReadonlyMap<string, SeenChange> {
  const answered = rows.filter(({ pairs }) => pairs.length > 0);
  const tests = answered.map(({ pairs }) => signedRank(pairs.map(({ before, now }) => now - before)));
  const adjusted = adjustedByBenjaminiHochberg(tests.map(({ p }) => p));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return new Map(
    answered.map(({ rowId, pairs }, i) => [
      rowId,
      {
        pairs: pairs.length,
        before: mean(pairs.map(({ before }) => before)),
        now: mean(pairs.map(({ now }) => now)),
        effect: tests[i]?.effect ?? 0,
        seen: (adjusted[i] ?? 1) <= falseDiscoveryRate,
      },
    ]),
  );
}
