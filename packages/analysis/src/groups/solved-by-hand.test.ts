import { beforeAll, describe, expect, test } from 'vitest';
import { arrange } from './arrange.ts';
import { byPairs } from './by-pairs.ts';
import { byPartition } from './by-partition.ts';
import { compareCosts, costCount } from './costs.ts';
import { orders } from './enumerated.fixture.ts';
import { fragmentColumns } from './fragment-columns.ts';
import { loadSolver } from './highs.fixture.ts';
import type { LinearSolver } from './linear-solver.ts';
import { partColumns } from './part-columns.ts';
import type { Placing } from './placing.ts';
import { roomOfGroups, type RoomGraph } from './room-graph.ts';
import { improve, search } from './search.ts';
import { Seated } from './seated.ts';
import { barring, placing, rows, wish } from './small-rooms.fixture.ts';
import { stageByStage } from './stage-by-stage.ts';
import { trivialBound } from './stage-result.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});
const ample = (): number => 60;
const none = (): number => 0;

/** A class in which most wishes cannot all be kept. */
const six = placing(
  'abcdef',
  {
    wishes: [
      wish('a', 'b', 2),
      wish('b', 'a'),
      wish('b', 'c'),
      wish('c', 'd'),
      wish('d', 'a'),
      wish('e', 'a', 3),
      wish('f', 'e'),
      wish('e', 'f'),
      wish('c', 'a'),
    ],
    apart: [['a', 'f']],
  },
  [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'd'],
  ],
);
const asked = placing('abcde', {
  wishes: [wish('a', 'b'), wish('b', 'c'), wish('c', 'e', 2), wish('e', 'c'), wish('d', 'a'), wish('e', 'a')],
  together: [['a', 'd']],
  apart: [['b', 'c']],
});
const nowhere = -1;

/** The best of all seatings, by trying every one. */
function bestOf(own: Placing, room: RoomGraph): readonly number[] | null {
  const seats = room.neighbours.length;
  const everybody = Array.from({ length: seats }, (_, i) => (i < own.pupils.length ? i : nowhere));
  let best: Int32Array | null = null;
  for (const order of orders(everybody)) {
    const barred = order.some((pupil, seat) => pupil >= 0 && room.allowed?.[pupil * seats + seat] === 0);
    if (barred) continue;
    const { total } = new Seated(own, room, order);
    if (total[0] === 0 && (best === null || compareCosts(total, best) < 0)) best = total;
  }
  return best === null ? null : [...best];
}

const rooms: readonly (readonly [string, Placing, RoomGraph])[] = [
  ['groups of three', six, roomOfGroups([3, 3])],
  ['groups of four and two', six, roomOfGroups([4, 2])],
  ['groups of two', six, roomOfGroups([2, 2, 2])],
  ['a row of six', six, rows(6)],
  ['rows of four and two', six, rows(4, 2)],
  ['rows of three', six, rows(3, 3)],
  ['groups with some asked to be together', asked, roomOfGroups([3, 2])],
  ['groups with an empty seat', asked, roomOfGroups([3, 3])],
  ['a row with an empty seat', asked, rows(4, 2)],
  ['a row where some may not sit everywhere', asked, barring(rows(3, 2), 5, [0, 0], [2, 1], [4, 3])],
];

describe.each(rooms)('%s', (name, own, room) => {
  const start = (): number[] => {
    const order = Array.from({ length: room.neighbours.length }, (_, i) =>
      i < own.pupils.length ? i : nowhere,
    );
    const seats = room.neighbours.length;
    return (
      orders(order).find((one) => {
        const fits = one.every((pupil, seat) => pupil < 0 || room.allowed?.[pupil * seats + seat] !== 0);
        return fits && (new Seated(own, room, one).total[0] ?? 0) === 0;
      }) ?? order
    );
  };

  test('are arranged as well as can be, and proven', () => {
    const { seated, stages } = arrange(own, room, start(), { seed: 1, solver });
    expect([...seated.total]).toEqual(bestOf(own, room));
    expect(stages.map(({ gap }) => gap)).toEqual(Array(costCount - 1).fill(0));
  });

  test('have, by each way to solve a stage, bounds that none goes under', () => {
    const best = bestOf(own, room) ?? [];
    const found = new Seated(own, room, start());
    const parts = partColumns(own, room, own.pupils.length);
    const pieces = fragmentColumns(own, room, own.pupils.length);
    for (const solve of [
      parts && byPartition(own, room, parts, solver, ample),
      pieces && byPartition(own, room, pieces, solver, ample),
      byPairs(own, room, solver, ample),
    ]) {
      if (solve === null) continue;
      const { bound } = solve(1, [], found, true);
      expect(bound).toBeLessThanOrEqual(best[1] ?? 0);
      expect(bound).toBeGreaterThanOrEqual(0);
      const kept = [{ stage: 1, cost: best[1] ?? 0 }];
      const second = solve(2, kept, found, true).bound;
      expect(second).toBeLessThanOrEqual(best[2] ?? 0);
      expect(second).toBeGreaterThanOrEqual(trivialBound(own, 2));
    }
    if (parts !== null) {
      const { seated, stages } = stageByStage(found, byPartition(own, room, parts, solver, ample));
      expect([...seated.total]).toEqual(best);
      expect(stages.every(({ gap }) => gap === 0)).toBe(true);
    }
  });

  test('have the trivial bounds alone when there is no time', () => {
    const found = new Seated(own, room, start());
    const parts = partColumns(own, room, own.pupils.length);
    const ways = [byPairs(own, room, solver, none)];
    if (parts !== null) ways.push(byPartition(own, room, parts, solver, none));
    for (const solve of ways)
      for (const stage of [1, 2, 4]) {
        const { bound, other } = solve(stage, [], found, true);
        expect(bound).toBe(trivialBound(own, stage));
        expect(other === null || compareCosts(other.total, found.total) <= 0).toBe(true);
      }
  });

  test('list every filling of a part in its best order', () => {
    const parts = partColumns(own, room, own.pupils.length);
    expect(parts === null).toBe(name === 'a row of six');
    if (parts === null) return;
    const all = Int32Array.from({ length: parts.count }, (_, c) => c);
    const found = new Seated(own, room, start());
    const inUse = parts.inUse(found, all);
    if (inUse === null) throw new Error('All fillings are there.');
    const sum = Array.from({ length: costCount }, (_, k) =>
      inUse.reduce((total, column) => total + (parts.costs[column * costCount + k] ?? 0), 0),
    );
    expect([...(parts.seat(inUse)?.total ?? [])]).toEqual(sum);
    expect(compareCosts(sum, found.total)).toBeLessThanOrEqual(0);
    expect(
      parts.inUse(
        found,
        all.filter((column) => column !== inUse[0]),
      ),
    ).toBeNull();
    expect(parts.most.reduce((total, one) => total + one, 0)).toBe(
      parts.fillings.reduce((t, f) => t + f.parts, 0),
    );
  });
});

describe('the search', () => {
  test('changes two seats while that is better, and looks no further without time', () => {
    const pair = placing('abcd', { wishes: [wish('a', 'd'), wish('d', 'a'), wish('b', 'c')] });
    const room = roomOfGroups([2, 2]);
    const better = improve(pair, room, new Seated(pair, room, [0, 1, 2, 3]), ample);
    expect([...better.total]).toEqual(bestOf(pair, room));
    const left = new Seated(pair, room, [0, 1, 2, 3]);
    expect([...improve(pair, room, left, none).pupilAt]).toEqual([0, 1, 2, 3]);
    expect([...search(pair, room, [0, 1, 2, 3], 1, none).pupilAt]).toEqual([0, 1, 2, 3]);
  });

  test('keeps everybody where they may sit, and is the same for the same seed', () => {
    const room = barring(rows(3, 3), 6, [0, 0], [0, 1], [1, 5], [4, 2]);
    const begin = [1, 2, 3, 0, 4, 5];
    const found = search(six, room, begin, 4, ample);
    found.pupilAt.forEach((pupil, seat) => expect(room.allowed?.[pupil * 6 + seat]).toBe(1));
    expect([...found.total]).toEqual(bestOf(six, room));
    expect([...search(six, room, begin, 4, ample).pupilAt]).toEqual([...found.pupilAt]);
  });

  test('brings those who must be together beside each other', () => {
    const own = placing('abcd', { together: [['a', 'd']] });
    const room = rows(2, 2);
    expect(search(own, room, [0, 1, 2, 3], 1, ample).total[0]).toBe(0);
    expect(search(placing('a'), rows(1), [0], 1, ample).pupilAt[0]).toBe(0);
  });
});
