import { layoutQuality } from '../../packages/analysis/src/index.ts';
import type { LayoutQuality, SociogramLayout } from '../../packages/analysis/src/index.ts';
import { median } from './statistics.ts';

export type Measured = {
  /** With every line straight, so that all pictures are counted alike. */
  readonly straight: LayoutQuality;
  readonly drawn: LayoutQuality;
  /** Normalised stress against the number of ties on the shortest path, all ties alike; pairs without a path left out. */
  readonly hopStress: number;
  readonly time: number;
};

export const measure = (picture: SociogramLayout, time: number): Measured => {
  const straight = { ...picture, ties: picture.ties.map((tie) => ({ ...tie, control: null })) };
  return {
    straight: layoutQuality(straight),
    drawn: layoutQuality(picture),
    hopStress: hopStress(picture),
    time,
  };
};

const hopStress = ({ pupils, ties }: SociogramLayout): number => {
  let [pairs, linear, square] = [0, 0, 0];
  for (const [k, start] of pupils.entries()) {
    const hops = hopsFrom(start.id, ties);
    for (const other of pupils.slice(0, k)) {
      const wanted = hops.get(other.id);
      if (wanted === undefined) continue;
      const ratio = Math.hypot(start.x - other.x, start.y - other.y) / wanted;
      pairs += 1;
      linear += ratio;
      square += ratio * ratio;
    }
  }
  // Least mean of (ratio / scale − 1)² over the scale.
  return pairs === 0 ? 0 : 1 - (linear * linear) / (pairs * square);
};

const hopsFrom = (id: string, ties: SociogramLayout['ties']): Map<string, number> => {
  const hops = new Map([[id, 0]]);
  for (const [at, far] of hops) {
    for (const { from, to } of ties) {
      const next = from === at ? to : to === at ? from : undefined;
      if (next !== undefined && !hops.has(next)) hops.set(next, far + 1);
    }
  }
  return hops;
};

export type Summary = {
  readonly crossings: number;
  readonly drawnCrossings: number;
  readonly stress: number;
  readonly hopStress: number;
  readonly overlaps: number;
  readonly over: number;
  readonly drawnOver: number;
  readonly time: number;
};

/** Sums of what can be counted, medians of stress and time. */
export const summarise = (all: readonly Measured[]): Summary => {
  const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    crossings: sum(({ straight }) => straight.crossings),
    drawnCrossings: sum(({ drawn }) => drawn.crossings),
    stress: median(all.map(({ straight }) => straight.stress)),
    hopStress: median(all.map((one) => one.hopStress)),
    overlaps: sum(({ drawn }) => drawn.overlaps + drawn.outside),
    over: sum(({ straight }) => straight.edgesOverNodes),
    drawnOver: sum(({ drawn }) => drawn.edgesOverNodes),
    time: median(all.map((one) => one.time)),
  };
};
