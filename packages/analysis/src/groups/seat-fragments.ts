import type { Placing } from './placing.ts';
import type { RoomGraph } from './room-graph.ts';

/**
 * Seats pupils so that those paired sit beside each other where the parts of the room are rows: chains of pairs are laid
 * along the rows, the longest first. Null when somebody may not sit everywhere.
 */
export function seatFragments(
  placing: Placing,
  room: RoomGraph,
  parts: readonly (readonly number[])[],
  pairs: readonly { readonly i: number; readonly j: number }[],
): Int32Array | null {
  if (room.allowed !== undefined) return null;
  const beside = placing.pupils.map((): number[] => []);
  for (const { i, j } of pairs) {
    beside[i]!.push(j);
    beside[j]!.push(i);
  }
  const ends = placing.pupils.map((_, i) => i).sort((a, b) => beside[a]!.length - beside[b]!.length);
  const chains = walks(beside, ends).sort((a, b) => b.length - a.length);
  const rows = parts
    .toSorted((a, b) => b.length - a.length)
    .map((part) => {
      const fromEnd = part.toSorted(
        (a, b) => room.neighbours[a]!.length - room.neighbours[b]!.length || a - b,
      );
      return walks(room.neighbours, fromEnd).flat();
    });
  const pupilAt = new Int32Array(room.neighbours.length).fill(-1);
  const left: number[] = [];
  for (const chain of chains) {
    const row = rows.find(({ length }) => length >= chain.length);
    if (row === undefined) left.push(...chain);
    else for (const pupil of chain) pupilAt[row.shift() ?? 0] = pupil;
  }
  const free = rows.flat();
  left.forEach((pupil, k) => {
    pupilAt[free[k] ?? 0] = pupil;
  });
  return pupilAt;
}

/** The nodes reached from each start in turn, each once, depth first. */
function walks(neighbours: readonly (readonly number[])[], starts: readonly number[]): number[][] {
  const seen = new Set<number>();
  return starts.flatMap((start) => {
    const walk: number[] = [];
    const visit = (node: number): void => {
      if (seen.has(node)) return;
      seen.add(node);
      walk.push(node);
      for (const next of neighbours[node]!) visit(next);
    };
    visit(start);
    return walk.length > 0 ? [walk] : [];
  });
}
