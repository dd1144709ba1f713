import { describe, expect, test } from 'vitest';
import { columnsOfLabels, columnStore } from './columns.ts';
import { costCount } from './costs.ts';
import { pairModel } from './pair-model.ts';
import { earlierPairsOfGroups } from './placing.ts';
import { allBesideEachOther, mayTake, partsOf, roomOfGroups, type RoomGraph } from './room-graph.ts';
import { seatFragments } from './seat-fragments.ts';
import { barring, placing, ring, rows, wish } from './small-rooms.fixture.ts';
import { eachConnectedSet, eachPath, wishNeighbours } from './wish-fragments.ts';

describe('rooms', () => {
  test('of groups have a clique of seats for each group, in order', () => {
    expect(roomOfGroups([2, 3]).neighbours).toEqual([[1], [0], [3, 4], [2, 4], [2, 3]]);
    expect(partsOf(roomOfGroups([2, 3]))).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  test('fall into connected parts, whatever the order of seats', () => {
    expect(partsOf({ neighbours: [[3], [2], [1], [0, 4], [3]] })).toEqual([
      [0, 3, 4],
      [1, 2],
    ]);
  });

  test('have parts in which all are beside each other, or not', () => {
    expect(allBesideEachOther(roomOfGroups([3]), [0, 1, 2])).toBe(true);
    expect(allBesideEachOther(rows(3), [0, 1, 2])).toBe(false);
  });

  test('let everybody sit everywhere unless somebody may not', () => {
    expect(mayTake(rows(2), 1, 1)).toBe(true);
    const room = barring(rows(2), 2, [1, 0]);
    expect([mayTake(room, 0, 0), mayTake(room, 0, 1), mayTake(room, 1, 0), mayTake(room, 1, 1)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('pupils joined by wishes', () => {
  test('are joined by a wish either way or by being asked to be together, and not when kept apart', () => {
    const joined = wishNeighbours(
      placing('abcde', {
        wishes: [wish('a', 'b'), wish('c', 'a'), wish('d', 'e')],
        together: [['b', 'c']],
        apart: [['d', 'e']],
      }),
    );
    expect(joined).toEqual([[1, 2], [0, 2], [0, 1], [], []]);
  });

  const line = [[1], [0, 2], [1, 3], [2]];
  const listed = (walk: typeof eachPath, longest: number, graph = line): string[] => {
    const found: string[] = [];
    walk(graph, longest, (part) => found.push(part.join('')) > 0);
    return found;
  };

  test('make paths, each in one direction only', () => {
    expect(listed(eachPath, 3).toSorted()).toEqual(['0', '01', '012', '1', '12', '123', '2', '23', '3']);
    const triangle = [
      [1, 2],
      [0, 2],
      [0, 1],
    ];
    expect(listed(eachPath, 3, triangle).toSorted()).toEqual(
      ['0', '01', '012', '02', '021', '1', '102', '12', '2'].toSorted(),
    );
  });

  test('make connected sets, each once', () => {
    const star = [[1, 2, 3], [0], [0], [0]];
    const sets = listed(eachConnectedSet, 3, star).map((set) => [...set].toSorted().join(''));
    expect(sets.toSorted()).toEqual(['0', '01', '012', '013', '02', '023', '03', '1', '2', '3']);
    expect(listed(eachConnectedSet, 4, star)).toHaveLength(11);
  });

  test('are listed no further when it is enough', () => {
    for (const walk of [eachPath, eachConnectedSet]) {
      for (const enough of [1, 2, 4]) {
        let count = 0;
        walk(line, 4, () => (count += 1) < enough);
        expect(count).toBe(enough);
      }
    }
  });
});

describe('pairs that may be together', () => {
  const wishes = [wish('a', 'b', 2), wish('b', 'a', 3), wish('c', 'd'), wish('a', 'd')];

  test('are those who wish or are asked, are not kept apart, and can be beside each other', () => {
    const own = placing('abcde', { wishes, together: [['d', 'e']], apart: [['a', 'd']] });
    const pairsIn = (room: RoomGraph) => pairModel(own, room).pairs.map(({ i, j, asked }) => [i, j, asked]);
    expect(pairsIn(rows(5))).toEqual([
      [0, 1, false],
      [2, 3, false],
      [3, 4, true],
    ]);
    // With b in the last seat only, nobody can sit beside b but in the seat before.
    expect(pairsIn(barring(rows(2, 1, 2), 5, [1, 0], [1, 1], [1, 3], [1, 4]))).toEqual([
      [2, 3, false],
      [3, 4, true],
    ]);
  });

  test('cost what being together adds, and those without anybody are counted once all pairs are known', () => {
    const model = pairModel(placing('abcd', { wishes }, [['a', 'b']]), rows(4));
    expect(model.pairs.map(({ costs }) => costs)).toEqual([
      // Mutual by the lower weight, counted from both ends; both wishes by the one who made them; together once before.
      [0, 0, -4, 0, -5, 0, 0, 2],
      [0, 0, 0, 0, -1, 0, 0, 0],
      [0, 0, 0, -1, 0, 0, 0, 0],
    ]);
    expect(model.pairs.map(({ i, j }) => [i, j])).toEqual([
      [0, 1],
      [0, 3],
      [2, 3],
    ]);
    expect(model.costOf(2, [0, 2])).toBe(-4);
    expect(model.costOf(7, [0])).toBe(2);
    // a, b and c have a wish; d has none.
    expect(model.costOf(1, [])).toBe(3);
    expect(model.costOf(1, [1])).toBe(2);
    expect(model.costOf(1, [0, 2])).toBe(0);
  });

  test('are as many as a pupil’s best seat has beside it', () => {
    expect(pairModel(placing('abc'), rows(3)).most).toEqual([2, 2, 2]);
    expect(pairModel(placing('abc'), barring(rows(3), 3, [1, 1])).most).toEqual([2, 1, 2]);
    expect(pairModel(placing('a'), rows(1)).most).toEqual([0]);
  });

  test('are at most so many among a number of pupils', () => {
    const most = (room: RoomGraph) =>
      pairModel(placing('abcdefgh'.slice(0, room.neighbours.length)), room).mostAmong;
    // The largest group first: 0 + 1 + 2, then 0 + 1.
    expect(most(roomOfGroups([2, 3]))).toEqual([0, 0, 1, 3, 3, 4]);
    expect(most(roomOfGroups([3, 3]))).toEqual([0, 0, 1, 3, 3, 4, 6]);
    expect(most(rows(2, 4))).toEqual([0, 0, 1, 2, 3, 3, 4]);
    // A ring is neither: half the sum of what each can have among so many.
    expect(most(ring)).toEqual([0, 0, 1, 3, 4]);
  });
});

describe('chains of pairs in rows', () => {
  const pair = (i: number, j: number) => ({ i, j });

  test('lie along the rows, the longest in the longest, each in its order', () => {
    const room = rows(2, 4);
    const seated = seatFragments(placing('abcdef'), room, partsOf(room), [
      pair(5, 0),
      pair(1, 2),
      pair(2, 3),
    ]);
    expect([...(seated ?? [])]).toEqual([0, 5, 1, 2, 3, 4]);
  });

  test('lie in the longest row first, also where a shorter one has room', () => {
    const room = rows(2, 4);
    const seated = seatFragments(placing('ab'), room, partsOf(room), [pair(0, 1)]);
    expect([...(seated ?? [])]).toEqual([-1, -1, 0, 1, -1, -1]);
  });

  test('that are longer than any row are split over what is free', () => {
    const room = rows(2, 2);
    const seated = seatFragments(placing('abc'), room, partsOf(room), [pair(0, 1), pair(1, 2)]);
    expect([...(seated ?? [])]).toEqual([0, 1, 2, -1]);
  });

  test('begin at the end of a row that is numbered from its middle', () => {
    const room: RoomGraph = { neighbours: [[1, 2], [0], [0]] };
    const seated = seatFragments(placing('abc'), room, partsOf(room), [pair(0, 1), pair(0, 2)]);
    // Seat 1 is an end, 0 the middle and 2 the other end; 1 – 0 – 2 is the chain of pupils.
    expect([...(seated ?? [])]).toEqual([0, 1, 2]);
  });

  test('are not laid where somebody may not sit everywhere', () => {
    const room = barring(rows(2), 2, [0, 0]);
    expect(seatFragments(placing('ab'), room, partsOf(room), [pair(0, 1)])).toBeNull();
  });
});

describe('lists of columns', () => {
  test('grow and keep what they hold, with nobody in the places that are not filled', () => {
    const store = columnStore(2);
    const many = 5_000;
    for (let k = 0; k < many; k += 1)
      store.add(k % 2, k % 2 === 0 ? [k] : [k, k + 1], Array(costCount).fill(k));
    const { count, kind, seated, costs } = store.stored();
    expect(count).toBe(many);
    for (const k of [0, 1, 4_095, 4_096, 4_097, many - 1]) {
      expect(kind[k]).toBe(k % 2);
      expect([...seated.slice(2 * k, 2 * k + 2)]).toEqual([k, k % 2 === 0 ? -1 : k + 1]);
      expect([...costs.slice(costCount * k, costCount * (k + 1))]).toEqual(Array(costCount).fill(k));
    }
  });

  test('give for labels the columns of exactly those pupils and that kind, or nothing', () => {
    const columns = {
      width: 3,
      kind: Uint8Array.of(0, 0, 1, 0),
      seated: Int16Array.of(-1, 0, 1, 2, -1, -1, 2, -1, -1, 0, 2, -1),
    };
    const labels = Int32Array.of(7, 7, 9);
    const all = Int32Array.of(0, 1, 2, 3);
    expect(columnsOfLabels(columns, all, labels, () => 0)).toEqual([0, 1]);
    expect(columnsOfLabels(columns, all, labels, (label) => (label === 9 ? 1 : 0))).toEqual([0, 2]);
    expect(columnsOfLabels(columns, Int32Array.of(0, 2, 3), labels, () => 0)).toBeNull();
  });
});

test('earlier groups count every two who were together, once for each time', () => {
  const pairs = earlierPairsOfGroups([[['a', 'b', 'c'], ['d']], [['a', 'b']]]);
  expect(pairs).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
    ['a', 'b'],
  ]);
  const { earlier } = placing('abc', {}, pairs);
  expect([...earlier]).toEqual([0, 2, 1, 2, 0, 1, 1, 1, 0]);
});
