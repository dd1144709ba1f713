/**
 * The groups of two-dimensional sociometric classification. Words of the research literature about nominations received in
 * one round; never shown as what a child is.
 */
export type SociometricStatus =
  'popular' | 'rejected' | 'controversial' | 'neglected' | 'average' | 'unclassified';

/** Why a group gets no statuses: too few pupils, nobody answered, or nothing differs between the pupils. */
export type NoStatus = 'small-group' | 'no-nominators' | 'no-variation';

export const SMALLEST_GROUP = 8;

/** Numbers closer than this are equal: sums of quotients differ in their last digits. */
export const CLOSE = 1e-9;

export const above = (a: number, b: number): boolean => a > b + CLOSE;
export const below = (a: number, b: number): boolean => a < b - CLOSE;
