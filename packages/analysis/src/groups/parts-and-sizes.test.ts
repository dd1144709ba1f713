import { describe, expect, test } from 'vitest';
import { groupSizes } from './group-sizes.ts';
import { partColumns } from './part-columns.ts';
import type { Placing } from './placing.ts';
import { pupilOutcomes } from './pupil-outcomes.ts';
import { roomOfGroups, type RoomGraph } from './room-graph.ts';
import { seatingsOf } from './seatings-of-part.ts';
import { barring, placing, ring, rows, wish } from './small-rooms.fixture.ts';

describe('the columns of parts', () => {
  const free = placing('abcd', { wishes: [wish('a', 'b'), wish('c', 'd')] });
  const count = (own: Placing, room: RoomGraph, without = 4): number | undefined =>
    partColumns(own, room, without)?.count;

  test('are all sets of the sizes of the parts, and with empty seats the smaller ones', () => {
    expect(count(free, roomOfGroups([2, 2]))).toBe(6);
    expect(count(free, roomOfGroups([3, 1]))).toBe(4 + 4);
    expect(count(free, roomOfGroups([2, 3]))).toBe(6 + 4 + 4 + 6);
    expect(count(free, rows(4))).toBe(1);
    expect(count(free, roomOfGroups([2, 2]), 0)).toBe(3);
    expect(partColumns(free, roomOfGroups([2, 2]), 4)).toMatchObject({ width: 2, most: [2], fewest: 2 });
    expect(partColumns(free, roomOfGroups([3, 1]), 4)).toMatchObject({ width: 3, most: [1, 1], fewest: 2 });
    expect(partColumns(free, rows(4), 4)?.bestOrdersOnly).toBe(true);
    expect(partColumns(free, roomOfGroups([2, 2]), 4)?.bestOrdersOnly).toBe(false);
  });

  test('are of two kinds where not the same pupils may sit in two parts', () => {
    const room = barring(roomOfGroups([2, 2]), 4, [0, 0], [0, 1]);
    expect(partColumns(free, room, 4)).toMatchObject({ most: [1, 1], count: 3 + 6 });
    expect(count(free, barring(rows(2, 2), 4, [0, 0]))).toBe(6 + 6);
  });

  test('are not listed for long rows, or when there are too many sets', () => {
    const many = placing('abcdefghijklmnopqrstuvwxyzæøåABC');
    expect(partColumns(many, rows(6, 6, 6, 6, 6, 2), 9)).toBeNull();
    expect(partColumns(many, roomOfGroups([16, 16]), 9)).toBeNull();
  });
});

describe('the orders of a part', () => {
  const names = (room: RoomGraph, n: number, empty = false) =>
    seatingsOf(
      room,
      room.neighbours.map((_, k) => k),
      n,
      empty,
    )?.map((order) => order.join(''));

  test('are one of each that turning or mirroring makes the same', () => {
    expect(names(roomOfGroups([4]), 4)).toEqual(['0123']);
    expect(names(roomOfGroups([6]), 6)).toEqual(['012345']);
    expect(names(rows(3), 3)).toEqual(['012', '021', '102']);
    expect(names(ring, 4)).toEqual(['0123', '0132', '0213']);
    expect(names(rows(5), 5)).toHaveLength(60);
    expect(seatingsOf(rows(6), [0, 1, 2, 3, 4, 5], 6, false)).toBeNull();
    expect(names(rows(3), 3, true)).toHaveLength(6);
  });

  test('are all where the two ends are not for the same pupils', () => {
    expect(names(barring(rows(3), 3, [1, 0]), 3)).toHaveLength(6);
    expect(names(barring(rows(3), 3, [1, 0], [1, 2]), 3)).toHaveLength(3);
    expect(names(barring(roomOfGroups([2]), 2, [0, 1]), 2)).toEqual(['01', '10']);
  });
});

describe('what each pupil got', () => {
  const own = placing('abcde', {
    wishes: [wish('a', 'c'), wish('a', 'b'), wish('b', 'd'), wish('c', 'e'), wish('d', 'a'), wish('d', 'b')],
    apart: [['c', 'e']],
  });
  const outcome = (proven: boolean) =>
    pupilOutcomes(own, [[2], [4], [0], [], [1]], (i, j) => !(i === 1 && j === 3), proven);

  test('is with whom, which wishes, and what stood in the way', () => {
    const [a, b, c, d, e] = outcome(true);
    expect(a).toEqual({ id: 'a', together: ['c'], fulfilled: ['c'], unfulfilled: ['b'], hindrance: null });
    expect(b).toMatchObject({ together: ['e'], fulfilled: [], hindrance: 'ruled-out' });
    expect(c?.hindrance).toBe('kept-apart');
    expect(d).toMatchObject({ unfulfilled: ['a', 'b'], hindrance: 'others-without' });
    expect(e?.hindrance).toBe('wished-for-nobody');
    expect(outcome(false)[3]?.hindrance).toBe('none-found');
    const [among] = pupilOutcomes(own, [[4, 2, 3], [], [], [], []], () => true, true);
    expect(among?.together).toEqual(['c', 'd', 'e']);
  });
});

test('sizes are those given, or differ by at most one', () => {
  expect(groupSizes(10, { size: 4 })).toEqual([4, 3, 3]);
  expect(groupSizes(11, { groups: 3 })).toEqual([4, 4, 3]);
  expect(groupSizes(1, { size: 5 })).toEqual([1]);
  expect(groupSizes(0, { groups: 3 })).toEqual([]);
  expect(groupSizes(3, { sizes: [5, 1] })).toEqual([5, 1]);
  for (const wrong of [{ size: 0 }, { size: 1.5 }, { groups: 0 }, { sizes: [2, -1] }])
    expect(() => groupSizes(4, wrong)).toThrow('Not a whole number ≥ 1');
  expect(() => groupSizes(4, { groups: 5 })).toThrow('5 groups are more than the 4 pupils');
});

test('a class is taken with whole weights up to 1,000, each pupil once, and pairs of two in the list', () => {
  const taken = placing('ab', { wishes: [wish('a', 'b', 1_000), wish('b', 'b'), wish('x', 'a')] });
  expect([taken.wish[1], taken.dropped]).toEqual([1_000, { outsideRoster: 1, self: 1 }]);
  expect([...placing('abcde', { wishes: [...'bcde'].map((from) => wish(from, 'a')) }).chosenBy]).toEqual([
    3, 0, 0, 0, 0,
  ]);
  for (const weight of [0, 1.5, 1_001])
    expect(() => placing('ab', { wishes: [wish('a', 'b', weight)] })).toThrow('Not a whole weight');
  expect(() => placing('aa')).toThrow('listed twice');
  expect(() => placing('ab', { apart: [['a', 'x']] })).toThrow('Not both in the list: a and x');
  expect(() => placing('ab', { together: [['a', 'a']] })).toThrow('One pupil twice in a pair: a');
});

test('a part where too many would be without anybody is not listed in any order', () => {
  const own = placing('abc', { wishes: [wish('a', 'b'), wish('b', 'a'), wish('c', 'a')] });
  const listed = (mostWithout: number) => partColumns(own, rows(3), mostWithout)?.count;
  // Beside each other in a row, a can have both b and c: nobody need be without.
  expect(listed(0)).toBe(1);
  const other = placing('abcd', { wishes: [wish('a', 'd'), wish('b', 'd')] });
  expect(partColumns(other, rows(3, 1), 1)?.count).toBe(4 + 3);
  expect(partColumns(other, rows(3, 1), 0)?.count).toBe(2 + 3);
});
