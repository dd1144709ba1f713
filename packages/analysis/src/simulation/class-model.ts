/**
 * What weighs in how well one pupil likes another, beside a private leaning with standard deviation 1.
 *
 * A random utility model: pupil i's liking of j is the sum of these parts, and i chooses those liked best. How many
 * i chooses is given, so the model says whom and not how many.
 */
export type ClassModel = {
  /** Taken off per unit of distance in interests, two normal coordinates each (homophily, transitivity). */
  readonly distance: number;
  /** Standard deviation of what two pupils share, the same in both directions (reciprocity). */
  readonly bond: number;
  /** Standard deviation of how liked a pupil is by all (spread of popularity). */
  readonly appeal: number;
  /** Added for each close classmate in common (transitivity). */
  readonly sharedFriend: number;
  /** Standard deviation of the logarithm of the weights of `bond` and `appeal` between classes. */
  readonly variety: number;
  /** Standard deviation of what one criterion adds to liking in general. */
  readonly taste: number;
  /** Correlation from one round to the next of all between two pupils, and of `appeal`. */
  readonly stability: number;
  readonly appealStability: number;
};

/**
 * Fitted to real classes by a random search over mean spread, reciprocity and transitivity, how much classes differ in
 * them, and likeness between rounds and between criteria; the fit is shown in docs/methods/signals.md.
 */
export const FITTED_MODEL: ClassModel = {
  distance: 4.36,
  bond: 1.91,
  appeal: 1.9,
  sharedFriend: 1.95,
  variety: 0.19,
  taste: 0.6,
  stability: 0.974,
  appealStability: 0.985,
};
