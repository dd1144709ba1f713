import type { RandomValues } from './random-values.ts';

/**
 * A pupil known to be alone in a generated class:
 * - `never-chosen`: nobody chooses the pupil in any round;
 * - `one-sided`: one to three classmates, the same in every round, choose the pupil, who chooses none of them;
 * - `pushed-out`: chosen like anybody in the first round, by nobody from the second on.
 */
export type PlantedKind = 'never-chosen' | 'one-sided' | 'pushed-out';

export type PlantedPupil = {
  readonly pupil: number;
  readonly kind: PlantedKind;
  /** Those who choose a `one-sided` pupil; empty for the others. */
  readonly admirers: readonly number[];
};

const KINDS: readonly PlantedKind[] = ['never-chosen', 'one-sided', 'pushed-out'];

/** Each kind at most once in a class, with the probability `share` each. */
export function plantPupils(size: number, share: number, random: RandomValues): PlantedPupil[] {
  const order = random.shuffled(Array.from({ length: size }, (_, i) => i));
  const kinds = KINDS.filter(() => random.uniform() < share);
  const others = order.slice(kinds.length);
  return kinds.map((kind, k) => ({
    pupil: order[k]!,
    kind,
    admirers: kind === 'one-sided' ? random.shuffled(others).slice(0, 1 + random.below(3)) : [],
  }));
}

export const isAlone = ({ kind }: PlantedPupil, round: number): boolean => kind !== 'pushed-out' || round > 0;

/** How often an admirer chooses the pupil on one criterion. */
const ADMIRED = 0.75;

/** Changes the likings of one criterion so that the planted are chosen as their kind says. */
export function applyPlanted(
  liking: Float64Array,
  size: number,
  planted: readonly PlantedPupil[],
  round: number,
  random: RandomValues,
): void {
  for (const one of planted) {
    if (!isAlone(one, round)) continue;
    for (let i = 0; i < size; i += 1) liking[i * size + one.pupil] = -Infinity;
    for (const admirer of one.admirers) {
      liking[one.pupil * size + admirer] = -Infinity;
      if (random.uniform() < ADMIRED) liking[admirer * size + one.pupil] = Infinity;
    }
  }
}
