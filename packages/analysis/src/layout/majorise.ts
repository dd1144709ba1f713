import type { Coordinates } from './stress.ts';

/** Where pupils were; NaN for those without an earlier place. `pull` is a share of a pupil's total weight, 0 or more. */
export type Anchors = Coordinates & { readonly pull: number };

/**
 * Lowers stress in place by majorisation, one pupil at a time (SMACOF, de Leeuw 1977; in the local form of Gansner,
 * Koren & North 2004), with weights 1/d². `scale` is px per unit of wanted distance. With anchors, a quadratic pull
 * towards the earlier place joins the sum. Stops when no pupil moves more than a thousandth of the scale.
 */
export function majoriseStress(
  { xs, ys }: Coordinates,
  distances: Float64Array,
  scale: number,
  sweeps: number,
  anchors?: Anchors,
): void {
  const n = xs.length;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let furthest = 0;
    for (let i = 0; i < n; i += 1) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      let sumX = 0;
      let sumY = 0;
      let weights = 0;
      for (let j = 0; j < n; j += 1) {
        if (j === i) continue;
        const otherX = xs[j] ?? 0;
        const otherY = ys[j] ?? 0;
        const wanted = scale * (distances[i * n + j] ?? 1);
        const weight = 1 / (wanted * wanted);
        const dx = x - otherX;
        const dy = y - otherY;
        const drawn = Math.sqrt(dx * dx + dy * dy);
        const stretch = drawn > 0 ? wanted / drawn : 0;
        sumX += weight * (otherX + stretch * dx);
        sumY += weight * (otherY + stretch * dy);
        weights += weight;
      }
      const anchorX = anchors?.xs[i] ?? NaN;
      if (anchors !== undefined && !Number.isNaN(anchorX)) {
        const weight = anchors.pull * weights;
        sumX += weight * anchorX;
        sumY += weight * (anchors.ys[i] ?? 0);
        weights += weight;
      }
      if (weights === 0) continue;
      xs[i] = sumX / weights;
      ys[i] = sumY / weights;
      furthest = Math.max(furthest, Math.abs((xs[i] ?? 0) - x), Math.abs((ys[i] ?? 0) - y));
    }
    if (furthest < 0.001 * scale) return;
  }
}
