import type { Coordinates } from './stress.ts';
import type { TiePair } from './tie-pairs.ts';

/** What is wrong with a drawing of straight lines: crossings, and lines that run over a third pupil's circle. */
export type Tangle = { readonly crossings: number; readonly over: number };

/** Counts what changes when one pupil moves, so that a move can be judged without counting the whole drawing. */
export type TangleCounter = {
  /** The share of the tangle that pupil v takes part in, were v at (x, y). */
  readonly around: (v: number, x: number, y: number) => Tangle;
  readonly whole: () => Tangle;
  /** Elementary steps one call of `around` costs for pupil v: a measure of work that is the same on every machine. */
  readonly cost: (v: number) => number;
};

export function tangleCounter(
  { xs, ys }: Coordinates,
  ties: readonly TiePair[],
  clearance: number,
): TangleCounter {
  const n = xs.length;
  const from = Int32Array.from(ties, (tie) => tie.from);
  const to = Int32Array.from(ties, (tie) => tie.to);
  const neighbours = Array.from({ length: n }, () => new Array<number>());
  for (const tie of ties) {
    neighbours[tie.from]?.push(tie.to);
    neighbours[tie.to]?.push(tie.from);
  }
  const side = new Float64Array(n);
  const clearance2 = clearance * clearance;

  function around(v: number, x: number, y: number): Tangle {
    let crossings = 0;
    let over = 0;
    for (const a of neighbours[v] ?? []) {
      const ax = xs[a] ?? 0;
      const ay = ys[a] ?? 0;
      const dx = ax - x;
      const dy = ay - y;
      const length2 = dx * dx + dy * dy;
      for (let c = 0; c < n; c += 1) {
        const cx = (xs[c] ?? 0) - x;
        const cy = (ys[c] ?? 0) - y;
        const turn = dx * cy - dy * cx;
        side[c] = turn;
        if (turn * turn < clearance2 * length2 && c !== v && c !== a) {
          const along = dx * cx + dy * cy;
          if (along > 0 && along < length2) over += 1;
        }
      }
      side[v] = side[a] = 0;
      for (let e = 0; e < from.length; e += 1) {
        const c = from[e] ?? 0;
        const d = to[e] ?? 0;
        const sideC = side[c] ?? 0;
        const sideD = side[d] ?? 0;
        if (sideC * sideD >= 0) continue;
        const cx = xs[c] ?? 0;
        const cy = ys[c] ?? 0;
        const ex = (xs[d] ?? 0) - cx;
        const ey = (ys[d] ?? 0) - cy;
        const turnV = ex * (y - cy) - ey * (x - cx);
        const turnA = ex * (ay - cy) - ey * (ax - cx);
        if (turnV * turnA < 0) crossings += 1;
      }
    }
    for (let e = 0; e < from.length; e += 1) {
      const c = from[e] ?? 0;
      const d = to[e] ?? 0;
      if (c === v || d === v) continue;
      const cx = xs[c] ?? 0;
      const cy = ys[c] ?? 0;
      const ex = (xs[d] ?? 0) - cx;
      const ey = (ys[d] ?? 0) - cy;
      const turn = ex * (y - cy) - ey * (x - cx);
      const length2 = ex * ex + ey * ey;
      if (turn * turn >= clearance2 * length2) continue;
      const along = ex * (x - cx) + ey * (y - cy);
      if (along > 0 && along < length2) over += 1;
    }
    return { crossings, over };
  }

  function whole(): Tangle {
    let crossings = 0;
    let lineShares = 0;
    for (let v = 0; v < n; v += 1) {
      const share = around(v, xs[v] ?? 0, ys[v] ?? 0);
      crossings += share.crossings;
      lineShares += share.over;
    }
    // A crossing is met from its four ends; a line over a pupil from its two ends and from the pupil.
    return { crossings: crossings / 4, over: lineShares / 3 };
  }

  const cost = (v: number): number => (neighbours[v]?.length ?? 0) * (2 * n + ties.length) + ties.length + n;
  return { around, whole, cost };
}
