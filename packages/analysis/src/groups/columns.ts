import type { Seated } from './seated.ts';

/**
 * Sets of pupils, each in a given order, of which an arrangement is made up: every pupil is in exactly one, and the
 * costs of the arrangement are the sum of theirs.
 */
export type Columns = {
  readonly count: number;
  readonly kind: Uint8Array;
  /** Per column `width` places: pupils in order of seat, −1 for nobody. */
  readonly seated: Int16Array;
  readonly width: number;
  /** Per column `costCount` sums. */
  readonly costs: Int16Array;
  /** The most columns of each kind there can be. */
  readonly most: readonly number[];
  /** The fewest columns there can be in all: a rounding that the linear relaxation does not see. */
  readonly fewest: number;
  /** How parts of the room can be filled: for each sort of part, how many there are, and the ways, each a number of columns of every kind. */
  readonly fillings: readonly { readonly parts: number; readonly ways: readonly (readonly number[])[] }[];
  /** The columns among `active` that a seating is made up of. */
  readonly inUse: (seated: Seated, active: Int32Array) => number[];
  /** A seating made up of columns; null when they were not found to fit. */
  readonly seat: (chosen: readonly number[]) => Seated | null;
};

/** The columns whose pupils are exactly those with one label; `kindOf` gives the kind wanted for a label. */
export function columnsOfLabels(
  { kind, seated, width }: Pick<Columns, 'kind' | 'seated' | 'width'>,
  active: Int32Array,
  labels: Int32Array,
  kindOf: (label: number) => number,
): number[] {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const found = new Map<number, number>();
  for (const column of active) {
    let label = -1;
    let members = 0;
    for (let k = column * width; k < (column + 1) * width; k += 1) {
      const pupil = seated[k] ?? -1;
      if (pupil < 0) continue;
      if (members === 0) label = labels[pupil] ?? -1;
      if (labels[pupil] !== label) {
        members = -1;
        break;
      }
      members += 1;
    }
    if (members === sizes.get(label) && kind[column] === kindOf(label) && !found.has(label)) {
      found.set(label, column);
    }
  }
  return [...found.values()];
}
