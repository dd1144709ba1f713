import type { Coordinates } from './stress.ts';
import type { TiePair } from './tie-pairs.ts';

/** What is wrong with a drawing of straight lines: crossings, and lines that run over a third pupil's circle. */
export type Tangle = { readonly crossings: number; readonly over: number };

/**
 * Counts in a drawing of straight lines the pairs of lines without a common end that cross, and the pairs of a line and
 * the centre of a pupil it does not belong to that are closer than `clearance` px, alongside the line.
 */
export function countTangle({ xs, ys }: Coordinates, ties: readonly TiePair[], clearance: number): Tangle {
  const m = ties.length;
  const from = Int32Array.from(ties, (tie) => tie.from);
  const to = Int32Array.from(ties, (tie) => tie.to);
  const left = new Uint8Array(xs.length);
  /** For the tie looked at, which of the others have their ends on different sides of it. */
  const parted = new Uint8Array(m * m);
  let over = 0;
  for (let e = 0; e < m; e += 1) {
    const a = from[e] ?? 0;
    const b = to[e] ?? 0;
    const ax = xs[a] ?? 0;
    const ay = ys[a] ?? 0;
    const dx = (xs[b] ?? 0) - ax;
    const dy = (ys[b] ?? 0) - ay;
    const length2 = dx * dx + dy * dy;
    for (let c = 0; c < xs.length; c += 1) {
      const cx = (xs[c] ?? 0) - ax;
      const cy = (ys[c] ?? 0) - ay;
      const turn = dx * cy - dy * cx;
      left[c] = turn > 0 ? 1 : 0;
      if (turn * turn >= clearance * clearance * length2 || c === a || c === b) continue;
      const along = dx * cx + dy * cy;
      if (along > 0 && along < length2) over += 1;
    }
    for (let f = 0; f < m; f += 1) {
      const c = from[f] ?? 0;
      const d = to[f] ?? 0;
      const common = a === c || a === d || b === c || b === d;
      parted[e * m + f] = common ? 0 : (left[c] ?? 0) ^ (left[d] ?? 0);
    }
  }
  let crossings = 0;
  for (let e = 0; e < m; e += 1) {
    for (let f = 0; f < e; f += 1) crossings += (parted[e * m + f] ?? 0) & (parted[f * m + e] ?? 0);
  }
  return { crossings, over };
}
