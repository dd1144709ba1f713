import type { Choice } from '../network.ts';
import { orderedSubgroups } from './subgroup-order.ts';
import { compareIds, tiePairs } from './tie-pairs.ts';

/** `subgroups` are the blocks along the diagonal, and `withoutMutual` the pupils after them. */
export type MatrixOrder = {
  readonly order: readonly string[];
  readonly subgroups: readonly (readonly string[])[];
  readonly withoutMutual: readonly string[];
};

/**
 * The order of rows and columns of a choice matrix (Forsyth & Katz 1946): subgroups of mutual ties as blocks along the
 * diagonal, those with most ties between them side by side, the most chosen first in each; pupils without a mutual tie
 * last, by the subgroup they are most tied to. The same whatever the order of `ids` and `choices`; choices of oneself,
 * repeated choices and choices by or of someone not in `ids` are ignored.
 */
export function matrixOrder(ids: readonly string[], choices: readonly Choice[]): MatrixOrder {
  const sorted = [...ids].sort(compareIds);
  const ordered = orderedSubgroups(sorted.length, tiePairs(sorted, choices)).map((part) =>
    part.map((i) => sorted[i] ?? ''),
  );
  const subgroups = ordered.filter((part) => part.length > 1);
  const withoutMutual = ordered.filter((part) => part.length === 1).flat();
  return { order: [...subgroups.flat(), ...withoutMutual], subgroups, withoutMutual };
}
