/** Coordinates in px, one entry a pupil. */
export type Coordinates = { readonly xs: Float64Array; readonly ys: Float64Array };

/**
 * The px per unit of wanted distance for which the drawing has least stress, with weights 1/d². `distances` is
 * row-major n × n. 1 where all pupils lie in one spot or there are fewer than two.
 */
export function bestScale({ xs, ys }: Coordinates, distances: Float64Array): number {
  const n = xs.length;
  let linear = 0;
  let square = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const ratio = separation(xs, ys, i, j) / (distances[i * n + j] ?? 1);
      linear += ratio;
      square += ratio * ratio;
    }
  }
  // Minimises Σ (r/s − 1)² over s, r the drawn length per unit of wanted distance.
  return linear > 0 ? square / linear : 1;
}

/**
 * Normalised stress: the mean over pairs of (drawn / scale − d)² / d², at the scale that makes it least, so that the
 * size of a drawing neither helps nor harms. 0 is perfect, 1 is all pupils in one spot. 0 for fewer than two pupils.
 * Weights 1/d² as in Kamada & Kawai 1989 and Gansner, Koren & North 2004.
 */
export function normalisedStress(coordinates: Coordinates, distances: Float64Array): number {
  return stressAtScale(coordinates, distances, bestScale(coordinates, distances));
}

/** As normalisedStress, at a given number of px per unit of wanted distance. */
export function stressAtScale({ xs, ys }: Coordinates, distances: Float64Array, scale: number): number {
  const n = xs.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const error = separation(xs, ys, i, j) / (scale * (distances[i * n + j] ?? 1)) - 1;
      sum += error * error;
    }
  }
  return n < 2 ? 0 : (2 * sum) / (n * (n - 1));
}

function separation(xs: Float64Array, ys: Float64Array, i: number, j: number): number {
  const dx = (xs[i] ?? 0) - (xs[j] ?? 0);
  const dy = (ys[i] ?? 0) - (ys[j] ?? 0);
  // Not Math.hypot, whose last digit is left to the engine.
  return Math.sqrt(dx * dx + dy * dy);
}
