export type SignedRank = {
  /** Pairs with a difference: what the test rests on. */
  readonly n: number;
  /** Two-sided, exact; 1 without a difference. */
  readonly p: number;
  /** Matched-pairs rank-biserial correlation, −1 to 1: positive when the second of the pairs are higher. */
  readonly effect: number;
};

/** Twice the rank of each, those alike sharing the middle one, so that all are whole numbers. */
const doubledRanks = (sizes: readonly number[]): readonly number[] => {
  const sorted = sizes.toSorted((a, b) => a - b);
  return sizes.map((size) => sorted.indexOf(size) + sorted.lastIndexOf(size) + 2);
};

/**
 * Wilcoxon's signed-rank test of paired values (Wilcoxon 1945), with the effect size of Kerby 2014. Pairs without a difference
 * are left out, ties share the middle rank, and p is exact: over all 2ⁿ ways to set the signs of the ranks seen, counted by
 * dynamic programming. Twice the smaller tail, at most 1.
 *
 * `differences` is the second value less the first; they count as alike below 1e-9, since means of scores are not whole numbers.
 */
export function signedRank(differences: readonly number[]): SignedRank {
  const seen = differences.map((value) => Math.round(value * 1e9) / 1e9).filter((value) => value !== 0);
  const ranks = doubledRanks(seen.map(Math.abs));
  const all = ranks.reduce((sum, rank) => sum + rank, 0);
  if (all === 0) return { n: 0, p: 1, effect: 0 };
  const positive = ranks.reduce((sum, rank, i) => ((seen[i] ?? 0) > 0 ? sum + rank : sum), 0);
  // chances[s]: the chance that the positive ranks add up to s when each sign is a fair coin.
  let chances = new Float64Array(all + 1);
  chances[0] = 1;
  for (const rank of ranks) {
    const next = new Float64Array(all + 1);
    for (let sum = 0; sum <= all; sum++) {
      next[sum] = ((chances[sum] ?? 0) + (sum >= rank ? (chances[sum - rank] ?? 0) : 0)) / 2;
    }
    chances = next;
  }
  // The distribution is symmetric, so the tail beyond the larger sum is the one below the smaller.
  const smaller = Math.min(positive, all - positive);
  const tail = chances.slice(0, smaller + 1).reduce((sum, chance) => sum + chance, 0);
  return { n: seen.length, p: Math.min(1, 2 * tail), effect: (2 * positive - all) / all };
}
