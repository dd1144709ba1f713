import { byCodeUnit } from '../networks/clean-network.ts';
import type { DroppedWishes, PupilPair, Wish } from './wishes.ts';

/** What a placing of pupils is judged by, pupils being numbered in order of id; matrices are n × n, row by row. */
export type Placing = {
  readonly pupils: readonly string[];
  /** Weight of the row's wish for the column, 0 when there is none. */
  readonly wish: Int32Array;
  /** Whom each pupil wishes for. */
  readonly wishes: readonly (readonly number[])[];
  /** How many wish for the pupil: 0, 1, 2, or 3 for more. */
  readonly chosenBy: Uint8Array;
  /** How many times the two have been together. */
  readonly earlier: Int32Array;
  readonly apart: Uint8Array;
  readonly partners: readonly (readonly number[])[];
  readonly dropped: DroppedWishes;
};

/** Sums of weights over a class stay whole numbers of 32 bits. */
const heaviest = 1_000;

export type PlacingInput = {
  readonly pupils: readonly string[];
  readonly wishes: readonly Wish[];
  readonly apart?: readonly PupilPair[];
  readonly together?: readonly PupilPair[];
};

/** @throws RangeError when a pupil is listed twice, a pair holds somebody outside the list or one pupil twice, or a weight is not a whole number from 1 to 1,000. */
export function placingOf(input: PlacingInput, earlierPairs: Iterable<PupilPair>): Placing {
  const pupils = input.pupils.toSorted(byCodeUnit);
  const n = pupils.length;
  const numbers = new Map(pupils.map((id, i) => [id, i]));
  if (numbers.size < n) throw new RangeError('A pupil is listed twice');
  const { wish, dropped } = wishMatrix(input.wishes, numbers);
  const wishes = pupils.map((_, i) => pupils.flatMap((_, j) => ((wish[i * n + j] ?? 0) > 0 ? [j] : [])));
  const chosen = new Uint8Array(n);
  for (const j of wishes.flat()) chosen[j] = Math.min(3, (chosen[j] ?? 0) + 1);
  const earlier = new Int32Array(n * n);
  for (const [a, b] of earlierPairs) {
    const [i, j] = [numbers.get(a), numbers.get(b)];
    if (i === undefined || j === undefined || i === j) continue;
    earlier[i * n + j] = (earlier[i * n + j] ?? 0) + 1;
    earlier[j * n + i] = (earlier[j * n + i] ?? 0) + 1;
  }
  const apart = pairMatrix(input.apart ?? [], numbers);
  const together = pairMatrix(input.together ?? [], numbers);
  const partners = pupils.map((_, i) => pupils.flatMap((_, j) => (together[i * n + j] === 1 ? [j] : [])));
  return { pupils, wish, wishes, chosenBy: chosen, earlier, apart, partners, dropped };
}

function wishMatrix(
  wishes: readonly Wish[],
  numbers: ReadonlyMap<string, number>,
): { wish: Int32Array; dropped: DroppedWishes } {
  const wish = new Int32Array(numbers.size ** 2);
  const dropped = { outsideRoster: 0, self: 0 };
  for (const { from, to, weight = 1 } of wishes) {
    if (!Number.isInteger(weight) || weight < 1 || weight > heaviest) {
      throw new RangeError(`Not a whole weight from 1 to ${heaviest}: ${weight}`);
    }
    const [i, j] = [numbers.get(from), numbers.get(to)];
    if (i === undefined || j === undefined) dropped.outsideRoster += 1;
    else if (i === j) dropped.self += 1;
    else wish[i * numbers.size + j] = (wish[i * numbers.size + j] ?? 0) + weight;
  }
  return { wish, dropped };
}

function pairMatrix(pairs: readonly PupilPair[], numbers: ReadonlyMap<string, number>): Uint8Array {
  const matrix = new Uint8Array(numbers.size ** 2);
  for (const [a, b] of pairs) {
    const [i, j] = [numbers.get(a), numbers.get(b)];
    if (i === undefined || j === undefined) throw new RangeError(`Not both in the list: ${a} and ${b}`);
    if (i === j) throw new RangeError(`One pupil twice in a pair: ${a}`);
    matrix[i * numbers.size + j] = 1;
    matrix[j * numbers.size + i] = 1;
  }
  return matrix;
}

/** Every two pupils of one group, once for each earlier grouping. */
export function earlierPairsOfGroups(earlier: readonly (readonly (readonly string[])[])[]): PupilPair[] {
  return earlier
    .flat()
    .flatMap((group) => group.flatMap((a, k) => group.slice(k + 1).map((b): PupilPair => [a, b])));
}
