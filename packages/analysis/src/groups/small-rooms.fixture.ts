import { placingOf, type PlacingInput } from './placing.ts';
import type { RoomGraph } from './room-graph.ts';

export const wish = (from: string, to: string, weight = 1) => ({ from, to, weight });
export const placing = (
  pupils: string,
  more: Partial<PlacingInput> = {},
  earlier: readonly (readonly [string, string])[] = [],
) => placingOf({ pupils: [...pupils], wishes: [], ...more }, earlier);
/** Rows of so many seats, each beside the next. */
export const rows = (...lengths: readonly number[]): RoomGraph => {
  let first = 0;
  const neighbours = lengths.flatMap((length) => {
    const start = first;
    first += length;
    return Array.from({ length }, (_, k) =>
      [k - 1, k + 1].filter((other) => other >= 0 && other < length).map((other) => start + other),
    );
  });
  return { neighbours };
};
export const ring: RoomGraph = {
  neighbours: [
    [1, 3],
    [0, 2],
    [1, 3],
    [2, 0],
  ],
};
export const barring = (
  room: RoomGraph,
  pupils: number,
  ...barred: readonly (readonly [number, number])[]
): RoomGraph => {
  const allowed = new Uint8Array(pupils * room.neighbours.length).fill(1);
  for (const [pupil, seat] of barred) allowed[pupil * room.neighbours.length + seat] = 0;
  return { ...room, allowed };
};
