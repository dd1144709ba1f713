import { describe, expect, test } from 'vitest';
import {
  compareCosts,
  costCount,
  costStep,
  pairCosts,
  stageValue,
  stageValues,
  writeCosts,
} from './costs.ts';
import { stageNames } from './proposal.ts';
import { Seated } from './seated.ts';
import { eachSetTogether } from './sets-of-pupils.ts';
import { barring, placing, rows, wish } from './small-rooms.fixture.ts';
import { stageResult, trivialBound } from './stage-result.ts';
import { roomOfGroups } from './room-graph.ts';

/** a and b wish for each other, a the more; a wishes for c, c for b, d for nobody; a and b have been together twice. */
const own = placing(
  'abcd',
  {
    wishes: [wish('a', 'b', 3), wish('b', 'a', 2), wish('a', 'c'), wish('c', 'b', 5)],
    apart: [['a', 'd']],
    together: [['b', 'c']],
  },
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
);
const costs = (i: number, near: readonly number[]): number[] => {
  const out = new Int32Array(3 * costCount).fill(9);
  writeCosts(own, i, near, out, costCount);
  expect([...out.slice(0, costCount), ...out.slice(2 * costCount)]).toEqual(Array(2 * costCount).fill(9));
  return [...out.slice(costCount, 2 * costCount)];
};

describe('what a pupil adds to the costs', () => {
  test('counts broken demands, nobody wished for, mutual and fulfilled wishes, and repeats', () => {
    // a is chosen by one, b by two, c by one and d by nobody.
    expect(costs(0, [1])).toEqual([0, 0, -2, 0, -3, 0, 0, 2]);
    expect(costs(0, [1, 2])).toEqual([0, 0, -2, 0, -4, 0, 0, 2]);
    expect(costs(0, [-1, 3])).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect(costs(1, [0])).toEqual([1, 0, -2, 0, 0, -2, 0, 2]);
    expect(costs(1, [3, 2])).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(costs(2, [1])).toEqual([0, 0, 0, 0, -5, 0, 0, 0]);
    expect(costs(3, [])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('is for a pair what both add that is a sum over pairs', () => {
    expect(pairCosts(own, 0, 1)).toEqual([0, 0, -4, 0, -3, -2, 0, 4]);
    expect(pairCosts(own, 2, 0)).toEqual([0, 0, 0, 0, -1, 0, 0, 0]);
    expect(pairCosts(own, 0, 3)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('is compared in the order of the stages', () => {
    expect(compareCosts([0, 1, -5], [0, 1, -5])).toBe(0);
    expect(compareCosts([0, 1, -5], [0, 2, -9])).toBeLessThan(0);
    expect(compareCosts([0, 1, -5], [0, 1, -9])).toBeGreaterThan(0);
  });

  test('is read as wishes, pairs and repeats, each pair once', () => {
    expect(stageNames.map((name) => stageValue(name, -6))).toEqual([6, 3, 6, 6, 6, 6, 3]);
    expect(Object.is(stageValue('mutual', -0), 0)).toBe(true);
    expect([1, 2, 3, 4, 5, 6, 7].map(costStep)).toEqual([1, 2, 1, 1, 1, 1, 2]);
    expect(Object.values(stageValues([9, 1, -4, -3, -5, -6, -7, 8]))).toEqual([1, 2, 3, 5, 6, 7, 4]);
  });

  test('is at best nobody without, every wish fulfilled and no repeats', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((stage) => trivialBound(own, stage))).toEqual([0, -4, 0, -9, -2, 0, 0]);
  });

  test('makes the result of a stage, with the gap to its bound', () => {
    expect(stageResult(2, -4, -10)).toEqual({ stage: 'mutual', value: 2, bound: 5, gap: 3 });
    expect(stageResult(1, 3, 1)).toEqual({ stage: 'without', value: 3, bound: 1, gap: 2 });
  });
});

describe('a seating', () => {
  const sum = (seated: Seated): number[] => {
    const total = Array<number>(costCount).fill(0);
    seated.pupilAt.forEach((pupil, seat) => {
      if (pupil < 0) return;
      const near = (room.neighbours[seat] ?? []).map((next) => seated.pupilAt[next] ?? -1);
      costs(pupil, near).forEach((cost, k) => (total[k] = (total[k] ?? 0) + cost));
    });
    return total;
  };
  const room = rows(3, 2);

  test('keeps its costs up to date as pupils and empty seats change', () => {
    const seated = new Seated(own, room, [0, 1, -1, 2, 3]);
    expect([...seated.seatOf]).toEqual([0, 1, 3, 4]);
    expect([...seated.total]).toEqual(sum(seated));
    for (const [a, b] of [
      [0, 3],
      [1, 2],
      [2, 1],
      [4, 2],
      [0, 1],
      [3, 4],
    ] as const) {
      const [i, j] = [seated.pupilAt[a], seated.pupilAt[b]];
      seated.change(a, b);
      expect([seated.pupilAt[a], seated.pupilAt[b]]).toEqual([j, i]);
      expect([...seated.total]).toEqual(sum(seated));
      seated.seatOf.forEach((seat, pupil) => expect(seated.pupilAt[seat]).toBe(pupil));
    }
  });

  test('lets two change where both may sit where the other sat', () => {
    const open = new Seated(own, room, [0, 1, -1, 2, 3]);
    expect(open.mayChange(0, 4)).toBe(true);
    const barred = barring(room, 4, [0, 4], [3, 1], [1, 2]);
    const seated = new Seated(own, barred, [0, 1, -1, 2, 3]);
    expect([seated.mayChange(0, 4), seated.mayChange(4, 0)]).toEqual([false, false]);
    expect([seated.mayChange(1, 4), seated.mayChange(1, 2), seated.mayChange(2, 1)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([seated.mayChange(0, 2), seated.mayChange(2, 4), seated.mayChange(3, 1)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('sets of pupils who can be together with nobody else', () => {
  const sets = (
    candidates: readonly number[],
    size: number,
    mostWithout: number,
    of: typeof own = own,
  ): string[] => {
    const found: string[] = [];
    eachSetTogether(of, candidates, size, mostWithout, (members, sums) => {
      const seated = new Seated(of, roomOfGroups([size]), members);
      expect([...sums]).toEqual([...seated.total]);
      found.push(members.join(''));
    });
    return found;
  };

  test('have nobody apart, all partners with them, and few without', () => {
    expect(sets([0, 1, 2, 3], 3, 3)).toEqual(['012', '123']);
    expect(sets([0, 1, 2, 3], 2, 2)).toEqual(['12']);
    expect(sets([0, 1, 2, 3], 1, 1)).toEqual(['0', '3']);
    expect(sets([0, 1, 2, 3], 1, 0)).toEqual(['3']);
    expect(sets([0, 1, 2, 3], 3, 0)).toEqual(['012']);
    expect(sets([1, 2, 3], 3, 1)).toEqual(['123']);
    expect(sets([1, 3], 2, 2)).toEqual([]);
  });

  test('are all the sets of a size, with the costs of each, when nothing is asked', () => {
    const free = placing('abcde', {
      wishes: [wish('a', 'b'), wish('b', 'a', 2), wish('c', 'd'), wish('e', 'a')],
    });
    expect(sets([0, 1, 2, 3, 4], 2, 2, free)).toHaveLength(10);
    expect(sets([0, 1, 2, 3, 4], 3, 3, free)).toHaveLength(10);
    expect(sets([0, 1, 2, 3, 4], 2, 0, free)).toEqual(['01', '23']);
    expect(sets([0, 2, 4], 2, 2, free)).toEqual(['02', '04', '24']);
  });
});
