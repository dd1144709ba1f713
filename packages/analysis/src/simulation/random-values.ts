import { seededGenerator } from '../chance/seeded-generator.ts';

/** A stream of random values that repeats for the same seed. */
export type RandomValues = {
  /** Whole numbers 0 … n − 1, equally likely. */
  readonly below: (n: number) => number;
  /** Evenly spread over 0 ≤ u < 1. */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1 (Box & Muller 1958). */
  readonly normal: () => number;
  readonly normals: (length: number) => Float64Array;
  readonly shuffled: <T>(items: readonly T[]) => T[];
};

const STEPS = 2 ** 31;

export function randomValues(seed: number): RandomValues {
  const below = seededGenerator(seed);
  const uniform = (): number => below(STEPS) / STEPS;
  const normal = (): number => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };
  return {
    below,
    uniform,
    normal,
    normals: (length) => Float64Array.from({ length }, normal),
    shuffled: (items) => {
      const order = [...items];
      for (let i = order.length - 1; i > 0; i -= 1) {
        const j = below(i + 1);
        const moved = order[i]!;
        order[i] = order[j]!;
        order[j] = moved;
      }
      return order;
    },
  };
}
