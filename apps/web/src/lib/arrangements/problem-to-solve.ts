import { roomOf, type GroupsInput, type PupilPair, type SeatingInput, type Wish } from '@samhold/analysis';
import type { Arrangement, ClassArrangements } from '@samhold/contract';
import type { Asked } from './settings.ts';

export type Placed = readonly { readonly pupilId: string; readonly place: string }[];
export type ToSolve = {
  /** All that those who are there wish for among themselves, as they said it. */
  readonly wishes: readonly Wish[];
} & (
  | { readonly kind: 'groups'; readonly input: GroupsInput }
  | { readonly kind: 'seating'; readonly input: SeatingInput }
);

/** Those of each group, in the order of the groups' numbers, and an empty one for each number nobody is in. */
export const groupsOf = (placed: Placed, count = 0): string[][] => {
  const most = Math.max(count, ...placed.map(({ place }) => Number(place)));
  const groups = Array.from({ length: most }, (): string[] => []);
  for (const { pupilId, place } of placed) groups[Number(place) - 1]?.push(pupilId);
  return groups;
};

const pairsWithin = (group: readonly string[]): PupilPair[] =>
  group.flatMap((a, at) => group.slice(at + 1).map((b): PupilPair => [a, b]));

/** Everybody who sat or worked beside somebody in an arrangement, pair by pair. */
export const pairsOf = ({ asked, placed }: Pick<Arrangement, 'asked' | 'placed'>): PupilPair[] => {
  if (asked.kind === 'groups') return groupsOf(placed).flatMap(pairsWithin);
  const at = new Map(placed.map(({ pupilId, place }) => [place, pupilId]));
  return roomOf(asked.room).beside.flatMap(([s, t]) => {
    const [a, b] = [at.get(s), at.get(t)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
};

/** The wishes on the criteria that count, one for each criterion. */
export const wishesOf = (wishes: ClassArrangements['wishes'], criteria: readonly string[]): Wish[] =>
  (wishes?.criteria ?? [])
    .filter(({ criterionId }) => criteria.includes(criterionId))
    .flatMap(({ choices }) => choices);

export const pairKey = ([a, b]: PupilPair): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** What a wish weighs for somebody the pupil has been with never, once, and more often. */
const newWeights: readonly number[] = [100, 10, 1];

/**
 * The same wishes, those for somebody new weighing the most. Whether somebody is without anyone has no weight, so as few are as before;
 * only which wishes are fulfilled beyond that is another.
 */
const newFirst = (wishes: readonly Wish[], before: readonly PupilPair[]): readonly Wish[] => {
  const met = new Map([...Map.groupBy(before, pairKey)].map(([key, times]) => [key, times.length]));
  return wishes.map(({ from, to }) => ({
    ...{ from, to },
    weight: newWeights[met.get(pairKey([from, to])) ?? 0] ?? 1,
  }));
};

/** What is to be solved: of those who are there, with what is wished for and what was before. */
export const toSolve = (
  { pupils, wishes, earlier }: Pick<ClassArrangements, 'pupils' | 'wishes' | 'earlier'>,
  asked: Asked,
): ToSolve => {
  const absent = new Set(asked.absent);
  const there = pupils.flatMap(({ pupilId, onList }) => (onList && !absent.has(pupilId) ? [pupilId] : []));
  const isThere = new Set(there);
  const present = (pairs: readonly PupilPair[]) =>
    pairs.filter((pair) => pair.every((id) => isThere.has(id)));
  const before = earlier.map(pairsOf);
  const all = wishesOf(wishes, asked.criteria).filter(({ from, to }) => isThere.has(from) && isThere.has(to));
  const both = {
    pupils: there,
    wishes: asked.preferNew && before.length > 0 ? newFirst(all, before.flat()) : all,
    apart: present(asked.apart),
    together: present(asked.together),
  };
  if (asked.kind === 'groups')
    return { kind: 'groups', wishes: all, input: { ...both, sizes: asked.sizes, earlier: before } };
  return {
    kind: 'seating',
    wishes: all,
    input: {
      ...both,
      room: roomOf(asked.room),
      fixed: asked.fixed
        .filter(({ pupilId }) => isThere.has(pupilId))
        .map(({ pupilId, place }) => ({ pupil: pupilId, seat: place })),
      nearFront: asked.nearFront.filter((id) => isThere.has(id)),
      earlier: before,
    },
  };
};
