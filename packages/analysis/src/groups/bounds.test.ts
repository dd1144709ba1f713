import { beforeAll, describe, expect, test } from 'vitest';
import { byPairs } from './by-pairs.ts';
import { loadSolver } from './highs.fixture.ts';
import type { LinearSolution, LinearSolver } from './linear-solver.ts';
import { packGroups } from './pack-groups.ts';
import { proposeGroups } from './propose-groups.ts';
import { roomOfGroups, type RoomGraph } from './room-graph.ts';
import { Seated } from './seated.ts';
import { placing, rows, wish } from './small-rooms.fixture.ts';
import { solvePartition } from './solve-partition.ts';

let highs: LinearSolver;
beforeAll(async () => {
  highs = await loadSolver();
});

describe('the bound of pairs', () => {
  const bound = (own: ReturnType<typeof placing>, room: RoomGraph, stage: number, seconds = 60) => {
    const start = new Seated(
      own,
      room,
      own.pupils.map((_, i) => i),
    );
    return byPairs(own, room, highs, () => seconds)(stage, [], start, true);
  };

  test('counts those left when one cannot have all who wish beside it', () => {
    const own = placing('dabc', { wishes: [wish('a', 'b'), wish('c', 'b'), wish('d', 'b')] });
    expect(bound(own, roomOfGroups([2, 2]), 1).bound).toBe(2);
    expect(bound(own, rows(4), 1).bound).toBe(1);
    expect(bound(own, rows(4), 1, 0).bound).toBe(0);
  });

  test('sees that three who all wish for each other cannot all be beside each other in a row', () => {
    const mutual = [
      ['a', 'c'],
      ['c', 'e'],
      ['a', 'e'],
    ].flatMap(([one = '', other = '']) => [wish(one, other), wish(other, one)]);
    const own = placing('abcdef', { wishes: mutual });
    const { bound: least, other } = bound(own, rows(3, 3), 2);
    // Two mutual pairs, counted from both ends.
    expect(least).toBe(-4);
    expect(other?.total[2]).toBe(-4);
    expect(bound(own, roomOfGroups([3, 3]), 2).bound).toBe(-6);
  });
});

describe('the best partition into columns', () => {
  const row = (...costs: readonly number[]): number[] => [
    0,
    ...costs,
    ...Array<number>(7 - costs.length).fill(0),
  ];
  /** Column 0 has the first two of three pupils, and a mutual wish; the others have one each. */
  const columns = {
    count: 4,
    kind: Uint8Array.of(1, 0, 0, 0),
    seated: Int16Array.of(0, 1, 0, -1, 1, -1, 2, -1),
    width: 2,
    costs: Int32Array.from([row(0, -4), row(1), row(1), row(1)].flat()),
    most: [3, 1],
    fewest: 2,
    fillings: [],
    bestOrdersOnly: false,
    inUse: () => null,
    seat: () => null,
  };
  const all = Int32Array.of(0, 1, 2, 3);
  const solve = (integer: Partial<LinearSolution>, seconds: () => number = () => 9, trivial = -8) => {
    const asked: string[] = [];
    const solver: LinearSolver = (lp, limits) => {
      asked.push(lp);
      const solution = { status: 'optimal' as const, values: {}, duals: {} };
      return limits.integer ? { ...solution, ...integer } : solution;
    };
    const solved = solvePartition(columns, 3, all, [1, 2, 3], 2, [], trivial, solver, seconds);
    return { ...solved, asked };
  };

  test('is what the integer programme finds, with its cost as the bound', () => {
    const { chosen, cost, bound, asked, within } = solve({ values: { c0: 1, c3: 0.9, c1: 0.2 } });
    expect([chosen, cost, bound]).toEqual([[0, 3], -4, -4]);
    // The relaxation twice, the second time with the column that the first priced below 0; then whole numbers.
    expect(asked).toHaveLength(3);
    expect(asked[0]).not.toContain('c0');
    expect(asked[1]).toContain('c0');
    expect(asked[2]).toContain('s2: - 4 c0 <= -2');
    expect([...within(-4)]).toEqual([0, 1, 2, 3]);
  });

  test('is the one known where nothing better fits, and bounded by the relaxation where that is not known', () => {
    const none = solve({ status: 'infeasible' });
    expect([none.chosen, none.cost, none.bound]).toEqual([[1, 2, 3], 0, 0]);
    const open = solve({ status: 'limit' });
    expect([open.chosen, open.cost, open.bound]).toEqual([[1, 2, 3], 0, -4]);
  });

  test('is not sought where the known one costs the least there is, or there is no time', () => {
    const least = solve({}, () => 9, 0);
    expect([least.asked.length, least.cost, least.bound]).toEqual([0, 0, 0]);
    const late = solve({}, () => 0);
    expect([late.asked.length, late.cost, late.bound]).toEqual([0, 0, -8]);
    expect(late.within(0)).toBe(all);
    let left = 1;
    const once = solve({}, () => (left -= 1) + 1);
    expect([once.asked.length, once.chosen]).toEqual([1, [1, 2, 3]]);
  });
});

describe('packing groups', () => {
  const pupils = ['a', 'b', 'c', 'd', 'e'];
  const together = (...pair: [string, string]) => ({ kind: 'together' as const, pupils: pair });
  const apart = (...pair: [string, string]) => ({ kind: 'apart' as const, pupils: pair });
  const sizes = (...list: number[]) => ({ kind: 'sizes' as const, sizes: list, pupils: pupils.length });

  test('keeps sizes and pairs, whatever the order of what is asked', () => {
    const asked = [apart('a', 'c'), together('b', 'd'), sizes(3, 1, 1), apart('d', 'e')];
    for (const demands of [asked, asked.toReversed()]) {
      const groups = packGroups(pupils, demands);
      if (!Array.isArray(groups)) throw new Error('They can be kept.');
      const [a, b, c, d, e] = groups;
      expect([0, 1, 2].map((g) => groups.filter((one) => one === g).length)).toEqual([3, 1, 1]);
      expect([a === c, b === d, d === e]).toEqual([false, true, false]);
    }
  });

  test('has any sizes when none are asked for, in the number of groups asked for', () => {
    expect(packGroups(pupils, [])).toEqual([0, 0, 0, 0, 0]);
    const two = { kind: 'number-of-groups' as const, groups: 2 };
    expect(packGroups(pupils, [apart('a', 'b'), two])).toEqual([0, 1, 0, 0, 0]);
    expect(packGroups(pupils, [two, apart('a', 'b'), apart('b', 'c'), apart('a', 'c')])).toBe(false);
    expect(packGroups(pupils, [apart('a', 'b'), apart('b', 'c'), apart('a', 'c')])).toEqual([0, 1, 2, 0, 0]);
  });

  test('is not possible against sizes, or for a pair both together and apart', () => {
    expect(packGroups(pupils, [sizes(2, 2)])).toBe(false);
    expect(
      packGroups(pupils, [sizes(2, 3), together('a', 'b'), together('c', 'd'), together('e', 'a')]),
    ).toEqual([1, 1, 0, 0, 1]);
    expect(packGroups(pupils, [together('a', 'b'), together('b', 'c'), apart('a', 'c')])).toBe(false);
    expect(packGroups(pupils, [sizes(1, 2, 2), together('a', 'b'), together('b', 'c')])).toBe(false);
  });
});

describe('a proposal without time to search', () => {
  const propose = (more: object, sizes: readonly number[]) =>
    proposeGroups(
      {
        pupils: ['e', 'd', 'c', 'b', 'a'],
        wishes: [wish('a', 'e'), wish('a', 'x'), wish('b', 'b')],
        sizes: { sizes },
        ...more,
      },
      { seed: 4, clock: () => 0, limitMs: 0 },
    );

  test('is a grouping that keeps what is asked, in the order of the sizes and of the pupils', () => {
    const proposal = propose({ together: [['a', 'e']], apart: [['b', 'c']] }, [2, 3]);
    if (proposal.outcome !== 'proposed') throw new Error('It can be kept.');
    expect(proposal.groups.map(({ length }) => length)).toEqual([2, 3]);
    for (const group of proposal.groups) expect(group).toEqual(group.toSorted());
    const groupOf = (id: string) => proposal.groups.findIndex((group) => group.includes(id));
    expect(groupOf('a')).toBe(groupOf('e'));
    expect(groupOf('b')).not.toBe(groupOf('c'));
    expect(proposal).toMatchObject({ seed: 4, dropped: { outsideRoster: 1, self: 1 } });
    for (const { id, together } of proposal.pupils)
      expect([id, ...together].toSorted()).toEqual(proposal.groups[groupOf(id)]);
    expect(proposal.stages[0]).toEqual({ stage: 'without', value: 0, bound: 0, gap: 0 });
  });

  test('has groups of one size by their first pupil', () => {
    const proposal = propose(
      {
        apart: [
          ['a', 'b'],
          ['a', 'c'],
          ['a', 'd'],
        ],
      },
      [2, 1, 2],
    );
    if (proposal.outcome !== 'proposed') throw new Error('It can be kept.');
    expect(proposal.groups[0]?.[0]).toBe('a');
    expect(proposal.groups.flat().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect((proposal.groups[0]?.[0] ?? '') < (proposal.groups[2]?.[0] ?? '')).toBe(true);
  });

  test('says what contradicts what', () => {
    const proposal = propose(
      {
        together: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      [1, 1, 3],
    );
    expect(proposal.outcome).toBe('contradiction');
    expect(propose({}, [2, 2])).toMatchObject({
      outcome: 'contradiction',
      conflict: { demands: [{ kind: 'sizes' }], minimal: true },
    });
  });
});
