/** A score and how many have it; lists of these are sorted by score and hold no zero counts. */
export type ScoreCount = { readonly score: number; readonly count: number };

const countOf = (scores: readonly ScoreCount[]): number => scores.reduce((sum, { count }) => sum + count, 0);

/** The arithmetic mean; null without scores. */
export function meanOf(scores: readonly ScoreCount[]): number | null {
  const n = countOf(scores);
  return n === 0 ? null : scores.reduce((sum, { score, count }) => sum + score * count, 0) / n;
}

/** The sample standard deviation, with n − 1; null below two scores. */
export function sampleDeviationOf(scores: readonly ScoreCount[]): number | null {
  const n = countOf(scores);
  const mean = meanOf(scores);
  if (mean === null || n < 2) return null;
  const squares = scores.reduce((sum, { score, count }) => sum + count * (score - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1));
}

/** The median, the middle of the two middle scores when n is even; null without scores. */
export function medianOf(scores: readonly ScoreCount[]): number | null {
  const n = countOf(scores);
  const [lower, upper] = [scoreAt(scores, Math.ceil(n / 2)), scoreAt(scores, Math.floor(n / 2) + 1)];
  return lower === null || upper === null ? null : (lower + upper) / 2;
}

/** The score of the place-th lowest, counted from 1. */
function scoreAt(scores: readonly ScoreCount[], place: number): number | null {
  let passed = 0;
  for (const { score, count } of scores) {
    passed += count;
    if (passed >= place) return score;
  }
  return null;
}
