import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximalCliques } from './cliques.ts';

const neighboursOf = (n: number, pairs: readonly (readonly [number, number])[]): number[][] => {
  const tied = (v: number, w: number) => pairs.some(([a, b]) => (a === v && b === w) || (a === w && b === v));
  return Array.from({ length: n }, (_, v) => [...Array(n).keys()].filter((w) => tied(v, w)));
};

/** All sets of at least three that are tied to each other and to no other vertex alike, by trying every set. */
function bySearch(neighbours: readonly (readonly number[])[]): number[][] {
  const all = [...neighbours.keys()];
  const sets = all.reduce<number[][]>((some, v) => [...some, ...some.map((set) => [...set, v])], [[]]);
  const joins = (v: number, set: readonly number[]) =>
    set.every((w) => w === v || neighbours[v]?.includes(w));
  const maximal = (set: readonly number[]) =>
    set.every((v) => joins(v, set)) && !all.some((v) => !set.includes(v) && joins(v, set));
  const word = (set: readonly number[]) => set.map((v) => String.fromCharCode(97 + v)).join('');
  return sets.filter((set) => set.length >= 3 && maximal(set)).sort((a, b) => (word(a) < word(b) ? -1 : 1));
}

describe('cliques', () => {
  it('are ascending, in lexical order, whatever the way they are found', () => {
    const pairs = [
      [0, 5],
      [0, 4],
      [4, 5],
      [1, 5],
      [0, 1],
      [2, 3],
      [2, 10],
      [3, 10],
      [3, 9],
      [2, 9],
    ] as const;
    expect(maximalCliques(neighboursOf(11, pairs))).toEqual([
      [0, 1, 5],
      [0, 4, 5],
      [2, 3, 9],
      [2, 3, 10],
    ]);
  });

  it('are those that trying every set finds, in any graph of up to eight', () => {
    const graph = fc.nat(8).chain((n) => {
      const pairs = Array.from({ length: n }, (_, v) => v).flatMap((v) =>
        Array.from({ length: v }, (_, w) => [w, v] as const),
      );
      return fc.subarray(pairs).map((some) => neighboursOf(n, some));
    });
    fc.assert(
      fc.property(graph, (neighbours) => {
        expect(maximalCliques(neighbours)).toEqual(bySearch(neighbours));
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
