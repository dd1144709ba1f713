import type { Coordinates } from '../layout/stress.ts';

const rounds = 400;
/** Pushed this much too far, in px, so that rounding leaves none too near. */
const slack = 0.05;

/**
 * Moves points in place until no two are nearer than `least` px: those too near are pushed from each other along the line
 * between them, two in one spot sideways. A crowd that does not come apart so is drawn larger until it does.
 */
export function partMarks({ xs, ys }: Coordinates, least: number): void {
  for (let round = 0; round < rounds; round += 1) {
    if (!pushApart(xs, ys, least)) return;
    if (round % 40 === 39) enlarge(xs, ys, 1.1);
  }
  while (pushApart(xs, ys, least)) enlarge(xs, ys, 1.5);
}

function pushApart(xs: Float64Array, ys: Float64Array, least: number): boolean {
  let pushed = false;
  for (let i = 0; i < xs.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const dx = (xs[i] ?? 0) - (xs[j] ?? 0);
      const dy = (ys[i] ?? 0) - (ys[j] ?? 0);
      const square = dx * dx + dy * dy;
      if (square >= least * least) continue;
      pushed = true;
      const apart = Math.sqrt(square);
      const step = (least - apart + slack) / 2;
      const along = apart > 0 ? { x: dx / apart, y: dy / apart } : { x: 1, y: 0 };
      xs[i] = (xs[i] ?? 0) + step * along.x;
      ys[i] = (ys[i] ?? 0) + step * along.y;
      xs[j] = (xs[j] ?? 0) - step * along.x;
      ys[j] = (ys[j] ?? 0) - step * along.y;
    }
  }
  return pushed;
}

function enlarge(xs: Float64Array, ys: Float64Array, by: number): void {
  for (let i = 0; i < xs.length; i += 1) {
    xs[i] = (xs[i] ?? 0) * by;
    ys[i] = (ys[i] ?? 0) * by;
  }
}
