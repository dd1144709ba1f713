/**
 * What the counts of one investigation amount to under a published definition. A code for staff who investigate and for
 * research: it describes answers on one day, and is never shown as a verdict on a child.
 */
export type StatusCode = 'popular' | 'rejected' | 'controversial' | 'neglected' | 'average' | 'unclassified';

/** Why a group gets no status: fewer than 8 pupils who could be named, or a score that is the same for all. */
export type NoStatus = 'small-group' | 'no-spread';

/** Below this a standard deviation, or a tail, of a group says nothing. */
export const smallestGroup = 8;

/** `pupils` is empty when `notComputed` says why; else one entry for each pupil somebody could name, by id. */
export type StatusResult<Figures> = {
  readonly notComputed: NoStatus | null;
  readonly pupils: readonly Figures[];
};

/** Nearer than this, two computed numbers are the same number: limits are strict, and equality is not above or below. */
const tolerance = 1e-9;

export const above = (value: number, limit: number): boolean => value > limit + tolerance;
export const below = (value: number, limit: number): boolean => value < limit - tolerance;
