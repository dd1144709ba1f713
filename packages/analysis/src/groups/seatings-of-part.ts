import type { RoomGraph } from './room-graph.ts';

/**
 * The orders in which members 0, 1, … can take the seats of a part, one of each set that only turns or mirrors it.
 * A member number beyond those present means an empty seat. More than five seats that are not all beside each other
 * are not listed: null.
 */
export function seatingsOf(
  room: RoomGraph,
  part: readonly number[],
  n: number,
  someEmpty: boolean,
): number[][] | null {
  const seats = room.neighbours.length;
  const beside = (a: number, b: number): boolean =>
    room.neighbours[part[a] ?? 0]?.includes(part[b] ?? 0) === true;
  const alike = (a: number, b: number): boolean => {
    const { allowed } = room;
    if (allowed === undefined) return true;
    for (let i = 0; i < n; i += 1) {
      if (allowed[i * seats + (part[a] ?? 0)] !== allowed[i * seats + (part[b] ?? 0)]) return false;
    }
    return true;
  };
  const numbers = part.map((_, k) => k);
  const clique = numbers.every((a) => numbers.every((b) => a === b || (beside(a, b) && alike(a, b))));
  if (clique) return [numbers];
  if (part.length > 5) return null;
  const orders = permutations(numbers);
  const symmetries = orders.filter((turn) =>
    numbers.every(
      (a) =>
        alike(a, turn[a] ?? 0) && numbers.every((b) => beside(a, b) === beside(turn[a] ?? 0, turn[b] ?? 0)),
    ),
  );
  if (someEmpty) return orders;
  return orders.filter((order) => {
    const name = order.join();
    return symmetries.every((turn) => turn.map((seat) => order[seat]).join() >= name);
  });
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}
