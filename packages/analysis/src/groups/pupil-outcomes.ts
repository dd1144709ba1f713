import type { Placing } from './placing.ts';
import type { Hindrance, PupilOutcome } from './proposal.ts';

/**
 * For each pupil in order of id: with whom, which wishes are fulfilled, and what stood in the way when none is.
 *
 * @param near the numbers of those together with each pupil.
 * @param canBeTogether whether two pupils can be together at all, everything asked for being kept.
 * @param withoutProven nobody can have a wished-for classmate without another losing theirs.
 */
export function pupilOutcomes(
  placing: Placing,
  near: readonly (readonly number[])[],
  canBeTogether: (i: number, j: number) => boolean,
  withoutProven: boolean,
): PupilOutcome[] {
  const n = placing.pupils.length;
  const id = (i: number): string => placing.pupils[i]!;
  const hindranceOf = (i: number): Hindrance => {
    const wished = placing.wishes[i]!;
    if (wished.length === 0) return 'wished-for-nobody';
    if (wished.every((j) => placing.apart[i * n + j] === 1)) return 'kept-apart';
    if (!wished.some((j) => canBeTogether(i, j))) return 'ruled-out';
    return withoutProven ? 'others-without' : 'none-found';
  };
  return placing.pupils.map((pupil, i) => {
    const wished = placing.wishes[i]!;
    const beside = new Set(near[i]);
    const fulfilled = wished.filter((j) => beside.has(j));
    return {
      id: pupil,
      together: [...beside].sort((a, b) => a - b).map(id),
      fulfilled: fulfilled.map(id),
      unfulfilled: wished.filter((j) => !beside.has(j)).map(id),
      hindrance: fulfilled.length > 0 ? null : hindranceOf(i),
    };
  });
}
