import { costCount } from './costs.ts';
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
  readonly costs: Int32Array;
  /** The most columns of each kind there can be. */
  readonly most: readonly number[];
  /** The fewest columns there can be in all: a rounding that the linear relaxation does not see. */
  readonly fewest: number;
  /** How parts of the room can be filled: for each sort of part, how many there are, and the ways, each a number of columns of every kind. */
  readonly fillings: readonly { readonly parts: number; readonly ways: readonly (readonly number[])[] }[];
  /** Of the orders of the same pupils only the best in the order of the stages is a column. */
  readonly bestOrdersOnly: boolean;
  /** The columns among `active` that a seating is made up of; null when some are not there. */
  readonly inUse: (seated: Seated, active: Int32Array) => number[] | null;
  /** A seating made up of columns; null when they were not found to fit. */
  readonly seat: (chosen: readonly number[]) => Seated | null;
};

/** For each label the column whose pupils are exactly those with it and whose kind is `kindOf` the label; null when one is missing. */
export function columnsOfLabels(
  { kind, seated, width }: Pick<Columns, 'kind' | 'seated' | 'width'>,
  active: Int32Array,
  labels: Int32Array,
  kindOf: (label: number) => number,
): number[] | null {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const found = new Map<number, number>();
  for (const column of active) {
    let label = -1;
    let members = 0;
    for (let k = column * width; k < (column + 1) * width; k += 1) {
      const pupil = seated[k]!;
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
  return found.size === sizes.size ? [...found.values()] : null;
}

/** Lists of columns, of fixed width, that grow. */
export type ColumnStore = {
  readonly add: (kind: number, members: ArrayLike<number>, costs: ArrayLike<number>) => void;
  readonly stored: () => {
    readonly count: number;
    readonly kind: Uint8Array;
    readonly seated: Int16Array;
    readonly costs: Int32Array;
  };
};

export function columnStore(width: number): ColumnStore {
  let capacity = 1 << 12;
  let count = 0;
  let kind = new Uint8Array(capacity);
  let seated = new Int16Array(capacity * width);
  let costs = new Int32Array(capacity * costCount);
  return {
    add: (ofKind, members, ofCosts) => {
      if (count === capacity) {
        capacity *= 2;
        const [kinds, places, sums] = [kind, seated, costs];
        (kind = new Uint8Array(capacity)).set(kinds);
        (seated = new Int16Array(capacity * width)).set(places);
        (costs = new Int32Array(capacity * costCount)).set(sums);
      }
      kind[count] = ofKind;
      seated.fill(-1, count * width, (count + 1) * width);
      seated.set(members, count * width);
      costs.set(ofCosts, count * costCount);
      count += 1;
    },
    stored: () => ({ count, kind, seated, costs }),
  };
}
