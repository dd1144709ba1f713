import { describe, expect, it } from 'vitest';
import { countOf, louvainOn } from './louvain.ts';
import { integerModularity } from './modularity.ts';
import { findSubgroups } from './subgroups.ts';

type Pair = readonly [number, number];
const neighboursOf = (n: number, pairs: readonly Pair[]): number[][] => {
  const tied = (v: number, w: number) => pairs.some(([a, b]) => (a === v && b === w) || (a === w && b === v));
  return Array.from({ length: n }, (_, v) => [...Array(n).keys()].filter((w) => tied(v, w)));
};
const clique = (...members: readonly number[]): Pair[] =>
  members.flatMap((a, k) => members.slice(k + 1).map((b): Pair => [a, b]));

/** The highest modularity over all partitions, by trying every one. */
function highest(neighbours: readonly (readonly number[])[]): number {
  const labels = new Int32Array(neighbours.length);
  let most = -Infinity;
  const put = (v: number, parts: number): void => {
    if (v === labels.length) {
      most = Math.max(most, integerModularity(neighbours, labels));
      return;
    }
    for (let part = 0; part <= parts; part += 1) {
      labels[v] = part;
      put(v + 1, Math.max(parts, part + 1));
    }
  };
  put(0, 0);
  return most;
}

const graphs: readonly (readonly [string, number, readonly Pair[]])[] = [
  ['two cliques with a bridge', 7, [...clique(0, 2, 4), ...clique(1, 3, 5, 6), [4, 5]]],
  ['a ring', 8, Array.from({ length: 8 }, (_, i): Pair => [i, (i + 1) % 8])],
  ['a star with a pair', 8, [...[1, 2, 3, 4, 5].map((i): Pair => [0, i]), [6, 7]]],
  [
    'three trios round a pupil',
    10,
    [...clique(0, 1, 2), ...clique(3, 4, 5), ...clique(6, 7, 8), [9, 0], [9, 3], [9, 6]],
  ],
  [
    'a ladder',
    8,
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [4, 5],
      [5, 6],
      [6, 7],
      [0, 4],
      [1, 5],
      [2, 6],
      [3, 7],
    ],
  ],
  ['a path', 9, Array.from({ length: 8 }, (_, i): Pair => [i, i + 1])],
];

describe('subgroups', () => {
  it.each(graphs)('of %s have the highest modularity there is', (_, n, pairs) => {
    const neighbours = neighboursOf(n, pairs);
    expect(integerModularity(neighbours, findSubgroups(neighbours))).toBe(highest(neighbours));
  });

  it('are numbered from the largest, and a pupil without ties is one alone', () => {
    expect(findSubgroups(neighboursOf(7, graphs[0]?.[2] ?? []))).toEqual([1, 0, 1, 0, 1, 0, 0]);
    expect(findSubgroups(neighboursOf(4, [[1, 3]]))).toEqual([1, 0, 2, 0]);
    expect(findSubgroups([])).toEqual([]);
    expect(countOf([1, 0, 1, 2])).toBe(3);
    expect(countOf([])).toBe(0);
  });

  it('are the fewest of equal modularity, then the first in order', () => {
    // A ring of six: pairs and threes are alike in nothing but this; threes have more. Of the threes the first.
    const ring = neighboursOf(
      6,
      Array.from({ length: 6 }, (_, i): Pair => [i, (i + 1) % 6]),
    );
    expect(findSubgroups(ring)).toEqual([0, 0, 0, 1, 1, 1]);
    // A path of four splits in the middle.
    expect(
      findSubgroups(
        neighboursOf(4, [
          [0, 1],
          [1, 2],
          [2, 3],
        ]),
      ),
    ).toEqual([0, 0, 1, 1]);
  });

  it('are of whole classes never below those that any one order of vertices gives', () => {
    // Four groups of five in a row, loosely joined, and pupils between them.
    const pairs: Pair[] = [0, 5, 10, 15].flatMap((from) => [
      ...clique(from, from + 1, from + 2, from + 3).slice(0, 5),
      [from + 3, from + 4] as const,
      [from + 4, (from + 7) % 20] as const,
      [from + 1, (from + 11) % 20] as const,
    ]);
    const neighbours = neighboursOf(20, pairs);
    const found = findSubgroups(neighbours);
    const most = integerModularity(neighbours, found);
    const louvain = louvainOn(neighbours);
    const vertices = Int32Array.from(neighbours.keys());
    for (let step = 1; step < 20; step += 2) {
      if (step === 5 || step === 15) continue;
      const order = vertices.map((v) => (v * step + step) % 20);
      expect(most).toBeGreaterThanOrEqual(integerModularity(neighbours, louvain(vertices.slice(), order)));
    }
    // No two parts are better as one.
    for (let a = 0; a < countOf(found); a += 1)
      for (let b = 0; b < a; b += 1) {
        const merged = found.map((part) => (part === a ? b : part));
        expect(integerModularity(neighbours, merged)).toBeLessThanOrEqual(most);
      }
  });

  it('are never worse for moving on from any partition', () => {
    for (const [, n, pairs] of graphs) {
      const neighbours = neighboursOf(n, pairs);
      const louvain = louvainOn(neighbours);
      const order = Int32Array.from(neighbours.keys());
      for (const start of [order, order.map(() => 0), order.map((v) => v % 2), order.map((v) => v % 3)]) {
        const before = integerModularity(neighbours, start);
        const labels = louvain(start.slice(), order.toReversed());
        expect(integerModularity(neighbours, labels)).toBeGreaterThanOrEqual(Math.max(before, 0));
        // Nothing more is gained by moving on.
        expect(integerModularity(neighbours, louvain(labels.slice(), order))).toBe(
          integerModularity(neighbours, labels),
        );
      }
    }
  });
});
