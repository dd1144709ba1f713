import { columnsOfLabels, columnStore, type Columns } from './columns.ts';
import { compareCosts, costCount, writeCosts } from './costs.ts';
import type { Placing } from './placing.ts';
import { allBesideEachOther, mayTake, partsOf, type RoomGraph } from './room-graph.ts';
import { Seated } from './seated.ts';
import { eachSetTogether } from './sets-of-pupils.ts';
import { seatingsOf } from './seatings-of-part.ts';

/** More seatings than this are not listed. */
const mostSeatings = 4_000_000;

/**
 * Every set of pupils that can fill a part of the room, in the best order within it: no other order of the same pupils
 * can be part of a better arrangement. Parts are alike when the same seats are beside each other in them and the same
 * pupils allowed in each; there is a kind of column for each sort. Null when there would be too many. Sets that break a
 * demand are left out, and those in which more than `mostWithout` pupils have nobody wished for.
 */
export function partColumns(placing: Placing, room: RoomGraph, mostWithout: number): Columns | null {
  const n = placing.pupils.length;
  const empty = room.neighbours.length - n;
  const sorts = alikeParts(room, n);
  const orders = sorts.map(([part = []]) => seatingsOf(room, part, n, empty > 0));
  const sizes = sorts.map(([part = []]) => part.length);
  const listed = sizes.reduce((sum, size, k) => {
    let sets = 0;
    for (let t = Math.max(1, size - empty); t <= size; t += 1) sets += choose(n, t);
    return sum + sets * (orders[k]?.length ?? Infinity);
  }, 0);
  if (listed > mostSeatings || sorts.length > 255) return null;

  const width = Math.max(0, ...sizes);
  const store = columnStore(width);
  sorts.forEach(([part = []], k) => {
    const sizes = Array.from({ length: part.length }, (_, t) => t + 1).filter(
      (t) => t >= part.length - empty,
    );
    if (orders[k]?.length === 1 && allBesideEachOther(room, part)) {
      const candidates = placing.pupils.flatMap((_, i) => (mayTake(room, i, part[0] ?? 0) ? [i] : []));
      for (const size of sizes) {
        eachSetTogether(placing, candidates, size, mostWithout, (members, costs) =>
          store.add(k, members, costs),
        );
      }
      return;
    }
    const best = bestOrder(placing, room, part, orders[k]!, mostWithout);
    const list = (members: number[], from: number, size: number): void => {
      if (members.length === size) {
        if (best.find(members)) store.add(k, best.places, best.costs);
        return;
      }
      for (let i = from; i <= n - (size - members.length); i += 1) {
        members.push(i);
        list(members, i + 1, size);
        members.pop();
      }
    };
    for (const size of sizes) list([], 0, size);
  });

  const stored = store.stored();
  const most = sorts.map(({ length }) => length);
  const parts = sorts.flatMap((sort, kind) => sort.map((part) => ({ part, kind })));
  return {
    ...stored,
    width,
    most,
    bestOrdersOnly: orders.some((of) => (of?.length ?? 0) > 1),
    fewest: width === 0 ? 0 : Math.ceil(n / width),
    fillings: most.map((count, k) => ({ parts: count, ways: [most.map((_, j) => (j === k ? 1 : 0))] })),
    inUse: (seated, active) => {
      const labels = new Int32Array(n);
      parts.forEach(({ part }, p) => {
        for (const seat of part) if ((seated.pupilAt[seat] ?? -1) >= 0) labels[seated.pupilAt[seat] ?? 0] = p;
      });
      return columnsOfLabels({ ...stored, width }, active, labels, (p) => parts[p]?.kind ?? -1);
    },
    seat: (chosen) => {
      const pupilAt = new Int32Array(room.neighbours.length).fill(-1);
      const left = sorts.map((sort) => [...sort]);
      for (const column of chosen) {
        left[stored.kind[column] ?? 0]?.shift()?.forEach((seat, k) => {
          pupilAt[seat] = stored.seated[column * width + k]!;
        });
      }
      return new Seated(placing, room, pupilAt);
    },
  };
}

function alikeParts(room: RoomGraph, n: number): number[][][] {
  const seats = room.neighbours.length;
  const { allowed } = room;
  const alike = Map.groupBy(partsOf(room), (part) => {
    const beside = part.map((seat) => room.neighbours[seat]!.map((next) => part.indexOf(next)));
    const who = part.map((seat) =>
      allowed === undefined ? [] : Array.from({ length: n }, (_, i) => allowed[i * seats + seat]),
    );
    return JSON.stringify([beside, who]);
  });
  return [...alike.values()];
}

type BestOrder = {
  /** Whether the pupils can sit there without breaking a demand; `places` and `costs` then hold the best order. */
  readonly find: (members: readonly number[]) => boolean;
  readonly places: Int32Array;
  readonly costs: Int32Array;
};

function bestOrder(
  placing: Placing,
  room: RoomGraph,
  part: readonly number[],
  orders: readonly (readonly number[])[],
  mostWithout: number,
): BestOrder {
  const beside = part.map((seat) => room.neighbours[seat]!.map((next) => part.indexOf(next)));
  const near = beside.map(({ length }) => new Int32Array(length));
  const [own, sum, costs] = [new Int32Array(costCount), new Int32Array(costCount), new Int32Array(costCount)];
  const [tried, places] = [new Int32Array(part.length), new Int32Array(part.length)];
  const seats = room.neighbours.length;

  const cost = (members: readonly number[], order: readonly number[]): boolean => {
    for (let s = 0; s < part.length; s += 1) {
      const i = members[order[s] ?? 0] ?? -1;
      if (i >= 0 && room.allowed?.[i * seats + (part[s] ?? 0)] === 0) return false;
      tried[s] = i;
    }
    sum.fill(0);
    for (let s = 0; s < part.length; s += 1) {
      const i = tried[s]!;
      if (i < 0) continue;
      const list = near[s] ?? tried;
      const seatsBeside = beside[s]!;
      for (let b = 0; b < list.length; b += 1) list[b] = tried[seatsBeside[b] ?? 0] ?? -1;
      writeCosts(placing, i, list, own, 0);
      for (let c = 0; c < costCount; c += 1) sum[c] = (sum[c] ?? 0) + (own[c] ?? 0);
      if ((sum[0] ?? 0) > 0 || (sum[1] ?? 0) > mostWithout) return false;
    }
    return true;
  };
  const find = (members: readonly number[]): boolean => {
    let found = false;
    for (const order of orders) {
      if (!cost(members, order) || (found && compareCosts(sum, costs) >= 0)) continue;
      found = true;
      costs.set(sum);
      places.set(tried);
    }
    return found;
  };
  return { find, places, costs };
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let j = 1; j <= k; j += 1) ways = (ways * (n - k + j)) / j;
  return ways;
}
