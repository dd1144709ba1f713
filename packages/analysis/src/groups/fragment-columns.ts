import { columnsOfLabels, columnStore, type Columns } from './columns.ts';
import { compareCosts, costCount, writeCosts } from './costs.ts';
import type { Demand } from './conflict.ts';
import { packGroups } from './pack-groups.ts';
import type { Placing } from './placing.ts';
import { allBesideEachOther, partsOf, type RoomGraph } from './room-graph.ts';
import { Seated } from './seated.ts';
import { eachConnectedSet, eachPath, wishNeighbours } from './wish-fragments.ts';

/** More fragments than this are not listed. */
const mostFragments = 400_000;
/** Parts of the room larger than this can be filled in too many ways. */
const largestPart = 12;

/**
 * The pieces that any arrangement falls into when pupils are joined only by wishes (or by being asked to be together):
 * connected sets in groups, paths in rows. Costs of wishes are within pieces, so an arrangement is as good as its
 * pieces; repeats between pieces are not seen, and a bound on them is therefore too low. Null when the room is neither
 * all cliques nor all rows, its parts are too large, or there are too many pieces.
 */
export function fragmentColumns(placing: Placing, room: RoomGraph, mostWithout: number): Columns | null {
  const n = placing.pupils.length;
  const parts = partsOf(room).map((part) => inRowOrder(part, room));
  const width = Math.max(0, ...parts.map(({ length }) => length));
  const cliques = parts.every((part) => allBesideEachOther(room, part));
  const rows = parts.every(
    (part) =>
      part.every((seat, k) => k === 0 || room.neighbours[seat]!.includes(part[k - 1]!)) &&
      part.every((seat) => room.neighbours[seat]!.length <= 2) &&
      part.reduce((ends, seat) => ends + room.neighbours[seat]!.length, 0) === 2 * (part.length - 1),
  );
  if (width > largestPart || (!cliques && !rows)) return null;

  const joined = wishNeighbours(placing);
  const store = columnStore(width);
  const own = new Int32Array(costCount);
  const sum = new Int32Array(costCount);
  let listed = 0;
  // Of paths through the same pupils only the best can be needed.
  const best = new Map<string, { members: readonly number[]; costs: Int32Array }>();
  const keep = (members: readonly number[]): void => {
    if (cliques) return store.add(members.length - 1, members, sum);
    const name = members.toSorted((a, b) => a - b).join();
    const other = best.get(name);
    if (other !== undefined && compareCosts(other.costs, sum) <= 0) return;
    best.set(name, { members: [...members], costs: sum.slice() });
  };
  const take = (members: readonly number[]): boolean => {
    listed += 1;
    sum.fill(0);
    members.forEach((i, k) => {
      const near = cliques
        ? members.filter((other) => other !== i)
        : [members[k - 1] ?? -1, members[k + 1] ?? -1];
      writeCosts(placing, i, near, own, 0);
      for (let c = 0; c < costCount; c += 1) sum[c] = (sum[c] ?? 0) + (own[c] ?? 0);
    });
    if (sum[0] === 0 && (sum[1] ?? 0) <= mostWithout) keep(members);
    return listed <= mostFragments;
  };
  if (cliques) eachConnectedSet(joined, width, take);
  else eachPath(joined, width, take);
  if (listed > mostFragments) return null;

  for (const { members, costs } of best.values()) store.add(members.length - 1, members, costs);
  const stored = store.stored();
  const bySize = Map.groupBy(parts, ({ length }) => length);
  const piecesOf = (seated: Seated): Int32Array => labelPieces(seated, parts, joined, cliques);
  return {
    ...stored,
    width,
    bestOrdersOnly: rows && !cliques,
    fewest: width === 0 ? 0 : Math.ceil(n / width),
    most: Array.from({ length: width }, (_, k) => Math.floor(n / (k + 1))),
    fillings: [...bySize].map(([size, { length }]) => ({ parts: length, ways: waysToFill(size, width) })),
    inUse: (seated, active) => {
      const labels = piecesOf(seated);
      const sizes = new Map<number, number>();
      for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
      return columnsOfLabels({ ...stored, width }, active, labels, (label) => (sizes.get(label) ?? 0) - 1);
    },
    seat: (chosen) => {
      const pieces = chosen.map((column) =>
        [...stored.seated.subarray(column * width, (column + 1) * width)].filter((pupil) => pupil >= 0),
      );
      return seatPieces(placing, room, parts, pieces, cliques);
    },
  };
}

/** The seats of a part from one end to the other, when it is a row. */
function inRowOrder(part: readonly number[], { neighbours }: RoomGraph): number[] {
  const end = part.find((seat) => neighbours[seat]!.length <= 1) ?? part[0] ?? 0;
  const order = [end];
  for (const seat of order) {
    order.push(...neighbours[seat]!.filter((next) => !order.includes(next)));
  }
  return order;
}

/** The ways to write a size as a sum of sizes, each as how many there are of 1, 2, … */
function waysToFill(size: number, width: number): number[][] {
  const ways: number[][] = [];
  const fill = (left: number, largest: number, way: readonly number[]): void => {
    if (left === 0) ways.push([...way]);
    for (let piece = Math.min(left, largest); piece >= 1; piece -= 1) {
      fill(
        left - piece,
        piece,
        way.map((times, k) => (k === piece - 1 ? times + 1 : times)),
      );
    }
  };
  fill(
    size,
    size,
    Array.from({ length: width }, () => 0),
  );
  return ways;
}

function labelPieces(
  seated: Seated,
  parts: readonly (readonly number[])[],
  joined: readonly (readonly number[])[],
  cliques: boolean,
): Int32Array {
  const labels = Int32Array.from(joined, (_, i) => i);
  for (const part of parts) {
    part.forEach((seat, k) => {
      const pupil = seated.pupilAt[seat]!;
      for (const other of cliques ? part.slice(0, k) : part.slice(Math.max(0, k - 1), k)) {
        const beside = seated.pupilAt[other] ?? -1;
        const [from, to] = [labels[pupil] ?? -1, labels[beside] ?? -1];
        if (pupil < 0 || beside < 0 || from === to || joined[pupil]?.includes(beside) !== true) continue;
        labels.forEach((label, i) => {
          if (label === from) labels[i] = to;
        });
      }
    });
  }
  return labels;
}

function seatPieces(
  placing: Placing,
  room: RoomGraph,
  parts: readonly (readonly number[])[],
  pieces: readonly (readonly number[])[],
  cliques: boolean,
): Seated | null {
  const n = placing.pupils.length;
  // Empty seats are filled with pupils nobody knows of.
  const ids = Array.from({ length: room.neighbours.length }, (_, i) => String(i));
  const pair = (kind: 'together' | 'apart', i: number, j: number): Demand => ({
    kind,
    pupils: [String(i), String(j)],
  });
  const demands: Demand[] = [
    { kind: 'sizes', sizes: parts.map(({ length }) => length), pupils: ids.length },
    ...pieces.flatMap((piece) => piece.slice(1).map((j, k) => pair('together', piece[k] ?? 0, j))),
  ];
  for (let i = 0; cliques && i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) if (placing.apart[i * n + j] === 1) demands.push(pair('apart', i, j));
  }
  const partOf = packGroups(ids, demands);
  if (!Array.isArray(partOf)) return null;
  const pupilAt = new Int32Array(room.neighbours.length).fill(-1);
  const free = parts.map((part) => [...part]);
  for (const piece of pieces) {
    for (const pupil of piece) pupilAt[free[partOf[pupil] ?? 0]?.shift() ?? 0] = pupil;
  }
  const seated = new Seated(placing, room, pupilAt);
  const misplaced = [...seated.seatOf].some(
    (seat, i) => room.allowed?.[i * room.neighbours.length + seat] === 0,
  );
  return misplaced || (seated.total[0] ?? 0) > 0 ? null : seated;
}
