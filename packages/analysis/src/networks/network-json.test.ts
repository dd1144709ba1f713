import { describe, expect, it } from 'vitest';
import { networkJson, undirectedJson } from './network-json.ts';
import { partitionJson } from './partition-json.ts';

// f stands alone; b, d and e are a triangle that c hangs on; a and g are a pair. Worked by hand.
const roster = ['f', 'e', 'c', 'g', 'b', 'd', 'a'];
const bothWays = ['be', 'bd', 'de', 'bc', 'ag'].flatMap(([x = '', y = '']) => [
  { from: x, to: y },
  { from: y, to: x },
]);
const network = { roster, respondents: roster, choices: bothWays };

describe('a network of ties without direction, by the keys of the reference files', () => {
  const json = undirectedJson(network);

  it('has its lists in the order of the roster as it came, not as it was sorted', () => {
    expect(json.nodes).toEqual(roster);
    expect(json.degree).toEqual([0, 2, 1, 1, 3, 2, 1]);
    expect(json.coreNumber).toEqual([0, 2, 1, 1, 2, 2, 1]);
    expect(json.betweenness).toEqual([0, 0, 0, 0, 2, 0, 0]);
  });

  it('names who stands alone, who holds others together, and the parts from the largest', () => {
    expect(json.isolates).toEqual(['f']);
    expect(json.articulationPoints).toEqual(['b']);
    expect(json.components).toEqual([4, 2, 1]);
    expect(json.componentMembers).toEqual([
      ['e', 'c', 'b', 'd'],
      ['g', 'a'],
    ]);
    expect(json.cliqueSizes).toEqual([3]);
  });

  it('tells how closed the surroundings are on average: a third round b, wholly round d and e', () => {
    expect(json.averageClustering).toBeCloseTo((1 / 3 + 1 + 1) / 7, 12);
  });

  it('gives weight by ties, all of it together 1', () => {
    const [f = NaN, e = NaN, c = NaN, g = NaN, b = NaN, d = NaN, a = NaN] = json.pagerank;
    expect(f + e + c + g + b + d + a).toBeCloseTo(1, 12);
    expect(d).toBeCloseTo(e, 12);
    expect(a).toBeCloseTo(g, 12);
    expect(b).toBeGreaterThan(e);
    expect(e).toBeGreaterThan(c);
    expect(c).toBeGreaterThan(f);
  });

  it('divides in subgroups, a number for each pupil', () => {
    const [f, e, c, g, b, d, a] = json.optimalMembership;
    expect([d, c, b]).toEqual([e, e, e]);
    expect(a).toBe(g);
    expect(new Set([f, e, g]).size).toBe(3);
    expect(json.optimalGroups).toBe(2);
    expect(networkJson(network).mutualGraph.optimalMembership).toEqual(json.optimalMembership);
    // Of five ties four lie in the larger part: 1 − (8² + 2²) / 10².
    expect(json.optimalModularity).toBeCloseTo(0.32, 12);
  });

  it('lists the parts by size also when a small one comes first in the roster', () => {
    const first = undirectedJson({ ...network, roster: ['a', 'g', 'f', 'b', 'c', 'd', 'e'] });
    expect(first.componentMembers).toEqual([
      ['b', 'c', 'd', 'e'],
      ['a', 'g'],
    ]);
  });
});

describe('a division by a column of the roster, by the keys of the reference files', () => {
  it('holds pupils without a value as being of none', () => {
    const json = partitionJson(network, new Map([...'bcde'].map((id) => [id, 'x'] as const)));
    expect(json.counts).toEqual({ x: 4 });
    expect(json.mixing).toEqual({ 'x->x': 8 });
    expect(json.mutual).toEqual({ internal: 4, external: 0, EI: null });
  });
});

describe('the classic indices', () => {
  it('of mutual ties alone', () => {
    // Five pairs of 21, among seven pupils of whom one is in none.
    expect(networkJson(network).classic).toMatchObject({
      cohesionMutualOverPossible: 10 / 42,
      coherenceReciprocatedShare: 1,
      criswellCoherence: null,
      integrationOneOverUnchosen: 1,
      mereiMutualityIndex: 6 / 7,
      mereiDensityIndex: 5 / 7,
      expectedMutualFixedOutdegree: (10 ** 2 - 20) / (2 * 6 ** 2),
    });
  });

  it('of three pupils, a and b of whom chose each other, and a c', () => {
    const choices = ['ab', 'ba', 'ac'].map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) }));
    const three = ['a', 'b', 'c'];
    expect(networkJson({ roster: three, respondents: three, choices }).classic).toMatchObject({
      expansiveness: [1, 0.5, 0],
      statusRatio: [0.5, 0.5, 0.5],
      cohesionMutualOverPossible: 1 / 3,
      coherenceReciprocatedShare: 2 / 3,
      criswellCoherence: 2,
      integrationOneOverUnchosen: null,
      mereiMutualityIndex: 2 / 3,
      mereiDensityIndex: 1 / 3,
      expectedMutualFixedOutdegree: 4 / 8,
    });
  });
});
