import { describe, expect, it } from 'vitest';
import { digraphOf } from './digraph.ts';
import { transitivity, triangles, undirectedTransitivity } from './transitivity.ts';
import { triadCensus, triadClasses } from './triads.ts';

type Pair = readonly [number, number];
const neighboursOf = (n: number, pairs: readonly Pair[]): number[][] => {
  const tied = (v: number, w: number) => pairs.some(([a, b]) => (a === v && b === w) || (a === w && b === v));
  return Array.from({ length: n }, (_, v) => [...Array(n).keys()].filter((w) => tied(v, w)));
};
const clique = (...members: readonly number[]): Pair[] =>
  members.flatMap((a, k) => members.slice(k + 1).map((b): Pair => [a, b]));

const graphOf = (n: number, pairs: readonly Pair[]) => {
  const roster = Array.from({ length: n }, (_, i) => String.fromCharCode(97 + i));
  const choices = pairs.map(([from, to]) => ({ from: roster[from] ?? '', to: roster[to] ?? '' }));
  return digraphOf({ roster, respondents: roster, choices });
};

describe('triangles and closed paths', () => {
  it('are counted once each', () => {
    expect(triangles(neighboursOf(4, clique(0, 1, 2, 3)))).toBe(4);
    expect(triangles(neighboursOf(5, [...clique(0, 2, 4), [1, 3], [3, 4]]))).toBe(1);
    expect(
      triangles(
        neighboursOf(4, [
          [0, 1],
          [1, 2],
          [2, 3],
          [0, 3],
        ]),
      ),
    ).toBe(0);
    // One triangle over 1 + 1 + 3 connected triples.
    expect(undirectedTransitivity(neighboursOf(4, [...clique(0, 1, 2), [2, 3]]))).toBeCloseTo(3 / 5, 12);
    expect(undirectedTransitivity(neighboursOf(4, [[0, 1]]))).toBeNull();
  });

  it('are a share of the paths of two choices', () => {
    // a → b → c and a → c; c → d, and d ⇄ a: paths abc (closed), bcd, acd (closed by a → d), cda, dab, dac; not ada or dad.
    const graph = graphOf(4, [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 0],
      [0, 3],
    ]);
    expect(transitivity(graph)).toEqual({
      directedWeak: 2 / 6,
      transitiveTriples: 2,
      twoPaths: 6,
      undirectedMutual: null,
    });
    expect(
      transitivity(
        graphOf(2, [
          [0, 1],
          [1, 0],
        ]),
      ).directedWeak,
    ).toBeNull();
  });
});

describe('the triad census', () => {
  const [ab, ba, ac, ca, bc, cb]: Pair[] = [
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 1],
  ];
  const examples: Readonly<Record<string, readonly (Pair | undefined)[]>> = {
    '003': [],
    '012': [ab],
    '102': [ab, ba],
    '021D': [ba, bc],
    '021U': [ab, cb],
    '021C': [ab, bc],
    '111D': [ab, ba, cb],
    '111U': [ab, ba, bc],
    '030T': [ab, cb, ac],
    '030C': [ba, cb, ac],
    '201': [ab, ba, bc, cb],
    '120D': [ba, bc, ac, ca],
    '120U': [ab, cb, ac, ca],
    '120C': [ab, bc, ac, ca],
    '210': [ab, bc, cb, ac, ca],
    '300': [ab, ba, bc, cb, ac, ca],
  };
  const pairs = (name: string): Pair[] => (examples[name] ?? []).flatMap((pair) => (pair ? [pair] : []));
  const turns = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  it.each(triadClasses)('knows %s however the three are numbered', (name) => {
    for (const turn of turns) {
      const turned = pairs(name).map(([a, b]): Pair => [turn[a] ?? 0, turn[b] ?? 0]);
      const census = triadCensus(graphOf(3, turned));
      expect(Object.entries(census).filter(([, count]) => count !== 0)).toEqual([[name, 1]]);
    }
  });

  it('counts every three pupils once', () => {
    const choices: Pair[] = [
      [0, 1],
      [1, 0],
      [1, 2],
      [3, 2],
      [3, 4],
      [4, 3],
      [4, 5],
      [5, 3],
      [6, 1],
      [2, 6],
      [0, 6],
    ];
    const expected = Object.fromEntries(triadClasses.map((name) => [name, 0]));
    for (let a = 0; a < 8; a += 1)
      for (let b = a + 1; b < 8; b += 1)
        for (let c = b + 1; c < 8; c += 1) {
          const three = [a, b, c];
          const among = choices
            .filter(([i, j]) => three.includes(i) && three.includes(j))
            .map(([i, j]): Pair => [three.indexOf(i), three.indexOf(j)]);
          const [name = ''] = Object.entries(triadCensus(graphOf(3, among))).find(([, n]) => n === 1) ?? [];
          expected[name] = (expected[name] ?? 0) + 1;
        }
    expect(triadCensus(graphOf(8, choices))).toEqual(expected);
    expect(triadCensus(graphOf(2, [[0, 1]]))['003']).toBe(0);
    expect(triadCensus(graphOf(0, []))['003']).toBe(0);
  });
});
