import type { Tangle } from './count-tangle.ts';
import type { Coordinates } from './stress.ts';
import type { TiePair } from './tie-pairs.ts';

/** Counts what changes when one pupil moves, so that a move can be judged without counting the whole drawing. */
export type TangleCounter = {
  /**
   * The share of the tangle (see countTangle) that pupil v takes part in, were v at (x, y). Counting ends where there are
   * more than `most` crossings.
   */
  readonly around: (v: number, x: number, y: number, most?: number) => Tangle;
  /** To be called when the coordinates of pupil v have been changed. */
  readonly moved: (v: number) => void;
  /** Elementary steps one call of `around` costs for pupil v: a measure of work that is the same on every machine. */
  readonly cost: (v: number) => number;
};

/**
 * Two lines cross when the ends of each stand on different sides of the other. Sets of ties are kept as bits, 32 to a
 * word: the ties of every pupil, and those every pupil stands to the left of. The ties that a line parts the ends of are
 * the exclusive or of the ties of all pupils to its left.
 */
export function tangleCounter(
  { xs, ys }: Coordinates,
  ties: readonly TiePair[],
  clearance: number,
): TangleCounter {
  const n = xs.length;
  const m = ties.length;
  const words = (m + 31) >> 5;
  const from = Int32Array.from(ties, (tie) => tie.from);
  const to = Int32Array.from(ties, (tie) => tie.to);
  const neighbours = Array.from({ length: n }, () => new Array<number>());
  const own = new Int32Array(n * words);
  for (const [e, tie] of ties.entries()) {
    neighbours[tie.from]?.push(tie.to);
    neighbours[tie.to]?.push(tie.from);
    for (const v of [tie.from, tie.to]) {
      const word = (e >> 5) * n + v;
      own[word] = (own[word] ?? 0) | (1 << (e & 31));
    }
  }
  const clearance2 = clearance * clearance;
  const left = new Int32Array(n * words);
  const leftHere = new Int32Array(words);
  /** All ones for pupils to the left of the line looked at, else 0. */
  const isLeft = new Int32Array(n);
  for (let v = 0; v < n; v += 1) for (let e = 0; e < m; e += 1) setLeft(v, e);

  function setLeft(v: number, e: number): void {
    const c = from[e] ?? 0;
    const d = to[e] ?? 0;
    const cx = xs[c] ?? 0;
    const cy = ys[c] ?? 0;
    const turn = ((xs[d] ?? 0) - cx) * ((ys[v] ?? 0) - cy) - ((ys[d] ?? 0) - cy) * ((xs[v] ?? 0) - cx);
    const word = (e >> 5) * n + v;
    const others = (left[word] ?? 0) & ~(1 << (e & 31));
    left[word] = others | ((turn > 0 ? 1 : 0) << (e & 31));
  }

  function moved(v: number): void {
    for (let e = 0; e < m; e += 1) {
      setLeft(v, e);
      if (from[e] === v || to[e] === v) for (let u = 0; u < n; u += 1) setLeft(u, e);
    }
  }

  function around(v: number, x: number, y: number, most = Infinity): Tangle {
    let crossings = 0;
    let over = 0;
    leftHere.fill(0);
    for (let e = 0; e < m; e += 1) {
      const c = from[e] ?? 0;
      const d = to[e] ?? 0;
      if (c === v || d === v) continue;
      const cx = xs[c] ?? 0;
      const cy = ys[c] ?? 0;
      const ex = (xs[d] ?? 0) - cx;
      const ey = (ys[d] ?? 0) - cy;
      const turn = ex * (y - cy) - ey * (x - cx);
      leftHere[e >> 5] = (leftHere[e >> 5] ?? 0) | ((turn > 0 ? 1 : 0) << (e & 31));
      const length2 = ex * ex + ey * ey;
      if (turn * turn >= clearance2 * length2) continue;
      const along = ex * (x - cx) + ey * (y - cy);
      if (along > 0 && along < length2) over += 1;
    }
    const mine = neighbours[v] ?? [];
    for (let k = 0; k < mine.length && crossings <= most; k += 1) {
      const a = mine[k] ?? 0;
      const dx = (xs[a] ?? 0) - x;
      const dy = (ys[a] ?? 0) - y;
      const length2 = dx * dx + dy * dy;
      const near = clearance2 * length2;
      for (let c = 0; c < n; c += 1) {
        const cx = (xs[c] ?? 0) - x;
        const cy = (ys[c] ?? 0) - y;
        const turn = dx * cy - dy * cx;
        isLeft[c] = turn > 0 ? -1 : 0;
        if (turn * turn >= near || c === v || c === a) continue;
        const along = dx * cx + dy * cy;
        if (along > 0 && along < length2) over += 1;
      }
      for (let w = 0; w < words; w += 1) {
        const row = w * n;
        let parted = 0;
        for (let c = 0; c < n; c += 1) parted ^= (own[row + c] ?? 0) & (isLeft[c] ?? 0);
        const between = (leftHere[w] ?? 0) ^ (left[row + a] ?? 0);
        const touching = (own[row + a] ?? 0) | (own[row + v] ?? 0);
        crossings += countBits(parted & between & ~touching);
      }
    }
    return { crossings, over };
  }

  const cost = (v: number): number => (neighbours[v]?.length ?? 0) * (n * (words + 2) + words) + 2 * m;
  return { around, moved, cost };
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
