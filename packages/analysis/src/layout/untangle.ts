import type { Anchors } from './majorise.ts';
import type { MarkRoom } from './mark-room.ts';
import { pointInDisc } from './seeded-random.ts';
import { clampX, clampY, overlapsAny } from './separate.ts';
import type { Coordinates } from './stress.ts';
import { bestScale, stressAtScale } from './stress.ts';
import type { TangleCounter } from './tangle.ts';

export type UntangleRules = {
  /** Elementary steps to spend; see TangleCounter.cost. */
  readonly work: number;
  /** Normalised stress may not exceed this. */
  readonly stressBound: number;
  /** What a line over a circle weighs beside a crossing. */
  readonly overWeight: number;
  /** How many crossings, as a share of those at the start, a doubled stress weighs. */
  readonly stressWeight: number;
};

/**
 * Lowers crossings and lines over pupils in place by moving one pupil, or swapping two, at a time, by threshold
 * accepting (Dueck & Scheuer 1990): a worse drawing is accepted while it is worse by less than a shrinking limit. No
 * step makes an overlap, leaves the frame or passes the bound on stress. Ends with the best drawing met.
 */
export function untangle(
  coordinates: Coordinates,
  distances: Float64Array,
  room: MarkRoom,
  counter: TangleCounter,
  random: () => number,
  rules: UntangleRules,
  anchors?: Anchors,
): void {
  const { xs, ys } = coordinates;
  const n = xs.length;
  if (n < 3) return;
  const pairs = (n * (n - 1)) / 2;
  const scale = bestScale(coordinates, distances);
  const start = counter.whole();
  const startStress = Math.max(0.01, stressAtScale(coordinates, distances, scale));
  const stressBound = Math.max(rules.stressBound, startStress);
  const tangleUnit = start.crossings + rules.overWeight * start.over + n / 4;

  let stress = startStress;
  let energy = 0;
  let bestEnergy = 0;
  const best = { xs: xs.slice(), ys: ys.slice() };
  let spent = 0;

  function stressAround(v: number, x: number, y: number): number {
    let sum = 0;
    for (let j = 0; j < n; j += 1) {
      if (j === v) continue;
      const dx = x - (xs[j] ?? 0);
      const dy = y - (ys[j] ?? 0);
      const error = Math.sqrt(dx * dx + dy * dy) / (scale * (distances[v * n + j] ?? 1)) - 1;
      sum += error * error;
    }
    return sum / pairs;
  }

  function anchorAround(v: number, x: number, y: number): number {
    const anchorX = anchors?.xs[v] ?? NaN;
    if (anchors === undefined || Number.isNaN(anchorX)) return 0;
    const dx = (x - anchorX) / scale;
    const dy = (y - (anchors.ys[v] ?? 0)) / scale;
    return (anchors.pull * (dx * dx + dy * dy)) / n;
  }

  /** Energy and stress that depend on where v stands. */
  function partOf(v: number, x: number, y: number): { energy: number; stress: number } {
    spent += counter.cost(v);
    const { crossings, over } = counter.around(v, x, y);
    const stressPart = stressAround(v, x, y);
    const tangle = (crossings + rules.overWeight * over) / tangleUnit;
    const steady = rules.stressWeight * (stressPart / startStress) + anchorAround(v, x, y);
    return { energy: tangle + steady, stress: stressPart };
  }

  function tryMove(v: number, x: number, y: number, limit: number): void {
    if (overlapsAny(x, y, v, coordinates, room)) return;
    const before = partOf(v, xs[v] ?? 0, ys[v] ?? 0);
    const after = partOf(v, x, y);
    const rise = after.energy - before.energy;
    const stressAfter = stress + after.stress - before.stress;
    if (rise >= limit || (stressAfter > stressBound && stressAfter >= stress)) return;
    xs[v] = x;
    ys[v] = y;
    energy += rise;
    stress = stressAfter;
    keepBest();
  }

  function trySwap(u: number, v: number, limit: number): void {
    const [ux, uy, vx, vy] = [xs[u] ?? 0, ys[u] ?? 0, xs[v] ?? 0, ys[v] ?? 0];
    const [newUx, newVx] = [clampX(vx, u, room), clampX(ux, v, room)];
    if (overlapsAny(newUx, vy, u, coordinates, room, v) || overlapsAny(newVx, uy, v, coordinates, room, u))
      return;
    if (
      room.up + room.down > Math.abs(uy - vy) &&
      Math.abs(newUx - newVx) < (room.half[u] ?? 0) + (room.half[v] ?? 0)
    )
      return;
    const beforeU = partOf(u, ux, uy);
    const afterU = partOf(u, newUx, vy);
    xs[u] = newUx;
    ys[u] = vy;
    const beforeV = partOf(v, vx, vy);
    const afterV = partOf(v, newVx, uy);
    const rise = afterU.energy - beforeU.energy + afterV.energy - beforeV.energy;
    const stressAfter = stress + afterU.stress - beforeU.stress + afterV.stress - beforeV.stress;
    if (rise >= limit || (stressAfter > stressBound && stressAfter >= stress)) {
      xs[u] = ux;
      ys[u] = uy;
      return;
    }
    xs[v] = newVx;
    ys[v] = uy;
    energy += rise;
    stress = stressAfter;
    keepBest();
  }

  function keepBest(): void {
    if (energy >= bestEnergy - 1e-12) return;
    bestEnergy = energy;
    best.xs.set(xs);
    best.ys.set(ys);
  }

  for (let turn = 0; spent < rules.work; turn += 1) {
    const v = turn % n;
    const left = 1 - spent / rules.work;
    const limit = ((0.8 * left * left) / n) * random();
    if (random() < 0.12) {
      const u = Math.floor(random() * n);
      if (u !== v) trySwap(u, v, limit);
    } else {
      const reach = scale * (0.06 + 1.2 * left * random());
      const step = pointInDisc(random);
      tryMove(
        v,
        clampX((xs[v] ?? 0) + reach * step.x, v, room),
        clampY((ys[v] ?? 0) + reach * step.y, room),
        limit,
      );
    }
    // Candidates refused for overlap cost too, else a crowded frame would never end.
    spent += 4 * n;
  }
  xs.set(best.xs);
  ys.set(best.ys);
}
