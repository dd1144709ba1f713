import { pairCosts } from './costs.ts';
import type { Placing } from './placing.ts';
import { mayTake, partsOf, type RoomGraph } from './room-graph.ts';

export type WishedPair = {
  readonly i: number;
  readonly j: number;
  /** What the pair adds to the costs when together; `without` is not a sum over pairs and stays 0. */
  readonly costs: readonly number[];
  /** The two are asked to be together. */
  readonly asked: boolean;
};

export type PairModel = {
  readonly placing: Placing;
  /** Pairs of whom one wishes for the other, or who are to be together, and who can be beside each other at all. */
  readonly pairs: readonly WishedPair[];
  /** The most that each pupil can have beside it. */
  readonly most: readonly number[];
  /** The most pairs together there can be among a number of pupils. */
  readonly mostAmong: readonly number[];
  readonly costOf: (stage: number, pairs: readonly number[]) => number;
};

export function pairModel(placing: Placing, room: RoomGraph): PairModel {
  const n = placing.pupils.length;
  const pairs: WishedPair[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const wished = (placing.wish[i * n + j] ?? 0) + (placing.wish[j * n + i] ?? 0);
      const asked = placing.partners[i]!.includes(j);
      if ((wished === 0 && !asked) || placing.apart[i * n + j] === 1 || !canBeBeside(room, i, j)) continue;
      pairs.push({ i, j, asked, costs: pairCosts(placing, i, j) });
    }
  }
  const most = placing.pupils.map((_, i) =>
    Math.max(0, ...room.neighbours.map(({ length }, seat) => (mayTake(room, i, seat) ? length : 0))),
  );
  const costOf = (stage: number, chosen: readonly number[]): number => {
    if (stage !== 1) return chosen.reduce((sum, e) => sum + (pairs[e]?.costs[stage] ?? 0), 0);
    const glad = new Set(
      chosen.flatMap((e) => {
        const { i, j } = pairs[e]!;
        return [
          ...((placing.wish[i * n + j] ?? 0) > 0 ? [i] : []),
          ...((placing.wish[j * n + i] ?? 0) > 0 ? [j] : []),
        ];
      }),
    );
    return placing.wishes.filter(({ length }, i) => length > 0 && !glad.has(i)).length;
  };
  return { placing, pairs, most, mostAmong: mostAmong(room), costOf };
}

function canBeBeside(room: RoomGraph, i: number, j: number): boolean {
  return room.neighbours.some(
    (beside, seat) => mayTake(room, i, seat) && beside.some((next) => mayTake(room, j, next)),
  );
}

/**
 * The most edges between 0, 1, 2, … seats: exact where every part is a clique or has no cycle, by filling the largest
 * parts first; otherwise by the degrees.
 */
function mostAmong(room: RoomGraph): number[] {
  const parts = partsOf(room).sort((a, b) => b.length - a.length);
  const edgesOf = (part: readonly number[]): number =>
    part.reduce((sum, seat) => sum + room.neighbours[seat]!.length, 0) / 2;
  const cliques = parts.every((part) => edgesOf(part) === (part.length * (part.length - 1)) / 2);
  const trees = parts.every((part) => edgesOf(part) === part.length - 1);
  const most = [0];
  if (cliques || trees) {
    for (const part of parts) {
      part.forEach((_, k) => most.push((most.at(-1) ?? 0) + (cliques ? k : Math.min(k, 1))));
    }
    return most;
  }
  const degrees = room.neighbours.map(({ length }) => length).sort((a, b) => b - a);
  degrees.forEach((_, k) => {
    const ends = degrees.slice(0, k + 1).reduce((sum, degree) => sum + Math.min(degree, k), 0);
    most.push(Math.floor(ends / 2));
  });
  return most;
}
