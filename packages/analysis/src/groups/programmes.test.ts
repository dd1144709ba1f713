import { describe, expect, test } from 'vitest';
import { costCount } from './costs.ts';
import { highsSolver, terms, type Highs } from './linear-solver.ts';
import { pairModel } from './pair-model.ts';
import { overfullSets, pairStage } from './pair-programme.ts';
import { partitionProgramme } from './partition-programme.ts';
import { priceColumns } from './price-columns.ts';
import { roomOfGroups } from './room-graph.ts';
import { placing, ring, rows, wish } from './small-rooms.fixture.ts';

describe('a sum of terms', () => {
  test('has its signs, leaves out what is 0, and has eight in a line', () => {
    expect(
      terms([
        [2, 'a'],
        [0, 'b'],
        [-1, 'c'],
      ]),
    ).toBe('+ 2 a - 1 c');
    expect(terms([[0, 'a']])).toBe('');
    const long = terms(Array.from({ length: 10 }, (_, k) => [1, `v${k}`] as const));
    expect(long.split('\n').map((line) => line.trim().split(' + '))).toEqual([
      ['+ 1 v0', '1 v1', '1 v2', '1 v3', '1 v4', '1 v5', '1 v6', '1 v7'],
      ['+ 1 v8', '1 v9'],
    ]);
  });
});

describe('the solver', () => {
  type Asked = Readonly<Record<string, unknown>>;
  const answering = (Status: string, failing = 0) => {
    const asked: Asked[] = [];
    const highs: Highs = {
      solve: (_, options) => {
        asked.push(options);
        if (asked.length <= failing) throw new Error('aborted');
        return {
          Status,
          Columns: { x: { Index: 0, Primal: 3 }, y: { Index: 1 } },
          Rows: [{ Index: 0, Name: 'p0', Dual: 2 }, { Index: 1 }],
        };
      },
    };
    return { solver: highsSolver(highs), asked };
  };

  test('gives values, dual values and how it ended', () => {
    const solution = answering('Optimal').solver('', { integer: false });
    expect(solution).toEqual({ status: 'optimal', values: { x: 3, y: 0 }, duals: { p0: 2, '': 0 } });
    expect(answering('Infeasible').solver('', { integer: false }).status).toBe('infeasible');
    expect(answering('Time limit reached').solver('', { integer: false }).status).toBe('limit');
  });

  test('is asked for whole numbers only when they are wanted, and for no less than a hundredth of a second', () => {
    const { solver, asked } = answering('Optimal');
    solver('', { integer: false });
    solver('', { integer: true, seconds: 2 });
    solver('', { integer: false, seconds: 0 });
    expect(asked).toEqual([
      { output_flag: false },
      { output_flag: false, time_limit: 2, mip_abs_gap: 0.999, mip_rel_gap: 0, mip_max_nodes: 5_000 },
      { output_flag: false, time_limit: 0.01 },
    ]);
  });

  test('is asked once more without presolve when it fails, and then given up', () => {
    const once = answering('Optimal', 1);
    expect(once.solver('', { integer: false }).status).toBe('optimal');
    expect(once.asked.map(({ presolve }) => presolve)).toEqual([undefined, 'off']);
    const never = answering('Optimal', 2);
    expect(never.solver('', { integer: false })).toEqual({ status: 'limit', values: {}, duals: {} });
  });
});

const lines = (programme: string): string[] => programme.split('\n').map((line) => line.trim());

describe('the programme of pairs', () => {
  const own = placing('abcd', {
    wishes: [wish('a', 'b'), wish('b', 'a'), wish('b', 'c'), wish('d', 'a')],
    together: [['c', 'd']],
  });
  const model = pairModel(own, rows(4));

  test('gives every pupil somebody or counts the pupil, within what the room can hold', () => {
    // Pairs: a and b, a and d, b and c, c and d (asked). c wishes for nobody.
    expect(lines(pairStage(model, 1, [], []))).toEqual([
      'Minimize',
      'obj: + 1 y0 + 1 y1 + 1 y3',
      'Subject To',
      'r0: + 1 e0 + 1 e1 <= 2',
      'r1: + 1 e0 + 1 e2 <= 2',
      'r2: + 1 e2 + 1 e3 <= 2',
      'r3: + 1 e1 + 1 e3 <= 2',
      'r4: + 1 y0 + 1 e0 >= 1',
      'r5: + 1 y1 + 1 e0 + 1 e2 >= 1',
      'r6: + 1 y3 + 1 e1 >= 1',
      'r7: + 1 e3 = 1',
      'r8: + 1 e0 + 1 e1 + 1 e2 + 1 e3 <= 3',
      'Binary',
      ...['e0', 'e1', 'e2', 'e3', 'y0', 'y1', 'y3'],
      'End',
    ]);
  });

  test('keeps earlier costs and cuts', () => {
    const programme = lines(pairStage(model, 2, [{ stage: 1, cost: 1 }], [{ pairs: [0, 2], most: 1 }]));
    expect(programme.slice(0, 3)).toEqual(['Minimize', 'obj: - 2 e0', 'Subject To']);
    expect(programme).toContain('r9: + 1 e0 + 1 e2 <= 1');
    expect(programme).toContain('r10: + 1 y0 + 1 y1 + 1 y3 <= 1');
    expect(lines(pairStage(model, 7, [{ stage: 2, cost: -2 }], []))).toEqual(
      expect.arrayContaining(['obj: 0 c_none', 'r9: - 2 e0 <= -2']),
    );
  });

  test('is cut where a set has more pairs than so many seats can hold', () => {
    // Groups of two: a–b–c joined by two pairs are three pupils, among whom there is one pair.
    const groups = pairModel(own, roomOfGroups([2, 2]));
    expect(groups.mostAmong).toEqual([0, 0, 1, 1, 2]);
    expect(overfullSets(groups, [0, 2])).toEqual([{ pairs: [0, 2], most: 1 }]);
    expect(overfullSets(groups, [0, 3])).toEqual([]);
    expect(overfullSets(groups, [])).toEqual([]);
    // All four in a ring of pairs: 4 in a ring of seats, 3 in a row.
    expect(overfullSets(pairModel(own, ring), [0, 1, 2, 3])).toEqual([]);
    expect(overfullSets(model, [0, 1, 2, 3])).toEqual([{ pairs: [0, 1, 2, 3], most: 3 }]);
    expect(overfullSets(model, [3, 2, 1, 0])).toEqual([{ pairs: [0, 1, 2, 3], most: 3 }]);
  });
});

/** Three pupils: both of a group of two in column 0, and one in each of the others; the last two are of the second kind. */
const row = (...costs: readonly number[]): number[] => [
  0,
  ...costs,
  ...Array<number>(7 - costs.length).fill(0),
];
const columns = {
  count: 4,
  kind: Uint8Array.of(1, 0, 0, 0),
  seated: Int16Array.of(0, 1, -1, 0, 1, -1, -1, 2),
  width: 2,
  costs: Int32Array.from([row(0, -4, 2), row(1), row(1), row(0, 0, -3)].flat()),
  most: [3, 1],
  fewest: 2,
  fillings: [
    {
      parts: 1,
      ways: [
        [0, 1],
        [2, 0],
      ],
    },
    { parts: 1, ways: [[1, 0]] },
  ],
  bestOrdersOnly: false,
  inUse: () => null,
  seat: () => null,
};

describe('the programme of columns', () => {
  test('has every pupil once and the parts filled, earlier stages kept', () => {
    expect(lines(partitionProgramme(columns, [0, 1, 2, 3], 3, 1, [{ stage: 2, cost: -4 }], true))).toEqual([
      'Minimize',
      'obj: + 1 c1 + 1 c2',
      'Subject To',
      'p0: + 1 c0 + 1 c1 = 1',
      'p1: + 1 c0 + 1 c2 = 1',
      'p2: + 1 c3 = 1',
      'k0: + 1 c1 + 1 c2 + 1 c3 - 2 w0_1 - 1 w1_0 <= 0',
      'k1: + 1 c0 - 1 w0_0 <= 0',
      'f0: + 1 w0_0 + 1 w0_1 <= 1',
      'f1: + 1 w1_0 <= 1',
      'u: + 1 c0 + 1 c1 + 1 c2 + 1 c3 >= 2',
      's2: - 4 c0 <= -4',
      'Binary',
      ...['c0', 'c1', 'c2', 'c3'],
      'General',
      ...['w0_0', 'w0_1', 'w1_0'],
      'End',
    ]);
  });

  test('leaves out columns that are not active, and whole numbers when they are not wanted', () => {
    const programme = lines(partitionProgramme(columns, [1, 3], 3, 2, [], false));
    expect(programme).toEqual([
      'Minimize',
      'obj: 0 c_none',
      'Subject To',
      'p0: + 1 c1 = 1',
      'p1: 0 c_none = 1',
      'p2: + 1 c3 = 1',
      'k0: + 1 c1 + 1 c3 - 2 w0_1 - 1 w1_0 <= 0',
      'k1: - 1 w0_0 <= 0',
      'f0: + 1 w0_0 + 1 w0_1 <= 1',
      'f1: + 1 w1_0 <= 1',
      'u: + 1 c1 + 1 c3 >= 2',
      'End',
    ]);
  });
});

describe('prices of columns', () => {
  const all = Int32Array.of(0, 1, 2, 3);

  test('are costs less what pupils, kinds, the number of columns and earlier stages pay', () => {
    const duals = { p0: 1, p1: 0.5, p2: -1, k0: -0.5, k1: 3, u: 0.25, s2: -0.25 };
    const { bound, attractive, within } = priceColumns(columns, 3, all, 1, [{ stage: 2, cost: -4 }], duals);
    // Reduced: 0: 0 − 0 − 0.25 − 1 − 1.5 = −2.75; 1: 1 + 0.5 − 0.25 − 1 = 0.25; 2: 1 + 0.5 − 0.25 − 0.5 = 0.75;
    // 3: 0 + 0.5 − 0.25 + 1 = 1.25. A price above 0 for a row of at most counts as 0.
    // Bound: pupils 0.5, columns 2 · 0.25, earlier 1, parts −1 (two of the first kind) and −0.5, column 0 once −2.75.
    expect(bound).toBeCloseTo(0.5 + 0.5 + 1 - 1 - 0.5 - 2.75, 12);
    expect(attractive).toEqual([0]);
    expect([...within(bound)]).toEqual([0]);
    expect([...within(bound + 0.25)]).toEqual([0, 1]);
    expect([...within(bound + 0.75)]).toEqual([0, 1, 2]);
    expect([...within(bound + 9)]).toEqual([0, 1, 2, 3]);
    expect([...within(bound - 2.76)]).toEqual([]);
  });

  test('count a kind as often as there can be columns of it, and nothing that is not paid', () => {
    const { bound, attractive } = priceColumns(columns, 3, Int32Array.of(1, 2, 3), 1, [], {
      p1: 3,
      p2: 1,
      u: -2,
    });
    // Reduced: 1 − 0 = 1, 1 − 3 = −2, 0 − 1 = −1: the least, −2, three times.
    expect(bound).toBeCloseTo(4 - 6, 12);
    expect(attractive).toEqual([2, 3]);
    expect(priceColumns(columns, 3, all, 3, [], {}).bound).toBe(-9);
  });

  test('keep the twelve most attractive of those with the same first pupil, best first', () => {
    const many = 20;
    const each = Array.from({ length: many }, (_, c) => (7 * c) % many);
    const crowd = {
      ...columns,
      count: many,
      kind: new Uint8Array(many),
      seated: Int16Array.from(each.flatMap(() => [-1, 0])),
      costs: Int32Array.from(each.flatMap((cost) => row(cost - many))),
      most: [1],
      fillings: [],
    };
    const { attractive } = priceColumns(crowd, 1, Int32Array.from(each.keys()), 1, [], {});
    expect(attractive.map((column) => each[column])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(crowd.costs).toHaveLength(many * costCount);
  });
});
