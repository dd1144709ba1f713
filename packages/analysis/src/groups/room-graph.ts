/** Seats numbered from 0 and, for each, the seats beside it. A group is a set of seats that are all beside each other. */
export type RoomGraph = {
  readonly neighbours: readonly (readonly number[])[];
  /** Whether pupil i may sit in seat s, as pupils × seats; absent when everybody may sit everywhere. */
  readonly allowed?: Uint8Array;
};

/** The room in which a seating is a grouping: one clique of seats for each group, in order. */
export function roomOfGroups(sizes: readonly number[]): RoomGraph {
  let first = 0;
  const neighbours = sizes.flatMap((size) => {
    const seats = Array.from({ length: size }, (_, k) => first + k);
    first += size;
    return seats.map((seat) => seats.filter((other) => other !== seat));
  });
  return { neighbours };
}

/** The connected parts of a room, each in order of seat. */
export function partsOf({ neighbours }: RoomGraph): number[][] {
  const seen = new Set<number>();
  return neighbours.flatMap((_, start) => {
    if (seen.has(start)) return [];
    const part = [start];
    seen.add(start);
    for (const seat of part) {
      for (const next of neighbours[seat]!) {
        if (!seen.has(next)) part.push(next);
        seen.add(next);
      }
    }
    return [part.sort((a, b) => a - b)];
  });
}

export function allBesideEachOther({ neighbours }: RoomGraph, part: readonly number[]): boolean {
  return part.every((seat) => neighbours[seat]!.length === part.length - 1);
}

export function mayTake({ allowed, neighbours }: RoomGraph, i: number, seat: number): boolean {
  return allowed === undefined || allowed[i * neighbours.length + seat] === 1;
}
