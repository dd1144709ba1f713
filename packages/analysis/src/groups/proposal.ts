import type { LinearSolver } from './linear-solver.ts';

/**
 * What is sought, in this order; an earlier one is never worsened for a later.
 *
 * `without`: pupils with a wish of whom none is fulfilled. `mutual`: mutual wishes fulfilled (each pair once, by the
 * lower of its two weights). `wishesOf…`: fulfilled wishes, by weight, of the pupils wished for by nobody, by one, by
 * two, and by more. `repeats`: pairs that were together before, by the number of times. Of `without` and `repeats` fewer
 * is better, of the others more.
 */
export const stageNames = [
  'without',
  'mutual',
  'wishesOfUnchosen',
  'wishesOfChosenOnce',
  'wishesOfChosenTwice',
  'wishesOfOthers',
  'repeats',
] as const;
export type StageName = (typeof stageNames)[number];

/** The value of each stage for one arrangement. */
export type StageValues = Readonly<Record<StageName, number>>;

/** `bound`: no arrangement as good in the earlier stages does better than this. `gap` is |value − bound|, 0 when the value is proven best. */
export type StageResult = {
  readonly stage: StageName;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
};

/**
 * Why a pupil has nobody wished for: the pupil wished for nobody; is kept apart from all those wished for; could be
 * with none of them under the sizes and pairs asked for; others would be without instead (proven); or nothing better
 * was found, though not proven best.
 */
export type Hindrance = 'wished-for-nobody' | 'kept-apart' | 'ruled-out' | 'others-without' | 'none-found';

export type PupilOutcome = {
  readonly id: string;
  readonly together: readonly string[];
  readonly fulfilled: readonly string[];
  readonly unfulfilled: readonly string[];
  /** Null when at least one wish is fulfilled. */
  readonly hindrance: Hindrance | null;
};

export type ProposalOptions = {
  readonly seed: number;
  /** Without a solver the answer is the best found by search, with the bounds that need none. */
  readonly solver?: LinearSolver;
  /** Milliseconds from any start. Without a clock no time limit is kept, and the same input gives the same answer everywhere. */
  readonly clock?: () => number;
  /** When to stop proving and give the best found; 2,000 when absent. */
  readonly limitMs?: number;
};
