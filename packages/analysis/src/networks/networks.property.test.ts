import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { changeBetween } from './change.ts';
import { cleanNetwork } from './clean-network.ts';
import { maximalCliques } from './cliques.ts';
import { components } from './components.ts';
import { cutPoints } from './cut-points.ts';
import { describeNetwork } from './describe-network.ts';
import { digraphOf, type Neighbours } from './digraph.ts';
import { integerModularity } from './modularity.ts';
import type { NetworkDescription } from './network-description.ts';
import { findSubgroups } from './subgroups.ts';

const ids = ['pupil-a', 'pupil-b', 'pupil-c', 'pupil-d', 'pupil-e', 'pupil-f', 'pupil-g', 'pupil-h'];

const networks = (most = ids.length): fc.Arbitrary<ChoiceNetwork> =>
  fc.integer({ min: 0, max: most }).chain((n) => {
    const roster = ids.slice(0, n);
    const id = fc.constantFrom(...ids);
    return fc.record({
      roster: fc.constant(roster),
      respondents: fc.oneof(fc.constant(roster), fc.subarray(roster), fc.constant([])),
      choices: fc.array(fc.record({ from: id, to: id }), { maxLength: 6 * n }),
    });
  });

const undirected = networks(7).map((network): Neighbours => {
  const back = network.choices.map(({ from, to }) => ({ from: to, to: from }));
  const both = { ...network, respondents: network.roster, choices: [...network.choices, ...back] };
  return digraphOf(cleanNetwork(both).network).mutual;
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('every description', () => {
  it('is plain JSON: no NaN, no infinity, nothing undefined', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        const description = describeNetwork(network);
        expect(JSON.parse(JSON.stringify(description))).toStrictEqual(description);
      }),
    );
  });

  it('has no pupil id among the class figures', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        expect(JSON.stringify(describeNetwork(network).class)).not.toContain('pupil-');
      }),
    );
  });

  it('adds up: received to choices, pairs to n(n−1)/2, triples to C(n,3), PageRank to 1, all choices accounted for', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        const { class: figures, pupils } = describeNetwork(network);
        const { n, choices } = figures;
        expect(total(pupils.map((pupil) => pupil.received))).toBe(choices);
        expect(total(pupils.map((pupil) => pupil.given ?? 0))).toBe(choices);
        expect(choices + total(Object.values(figures.dropped))).toBe(network.choices.length);
        expect(total(Object.values(figures.dyadCensus))).toBe(0 + (n * (n - 1)) / 2);
        expect(total(Object.values(figures.triadCensus))).toBe(0 + (n * (n - 1) * (n - 2)) / 6);
        expect(total(figures.receivedDistribution)).toBe(n);
        for (const sizes of [
          figures.weakComponentSizes,
          figures.strongComponentSizes,
          figures.mutualComponentSizes,
        ]) {
          expect(total(sizes)).toBe(n);
        }
        if (n > 0) expect(total(pupils.map((pupil) => pupil.pagerank))).toBeCloseTo(1, 12);
      }),
    );
  });

  it('does not depend on the order of roster, respondents or choices', () => {
    const shuffled = networks().chain((network) =>
      fc.record({
        network: fc.constant(network),
        roster: shuffle(network.roster),
        respondents: shuffle(network.respondents),
        choices: shuffle(network.choices),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ network, ...again }) => {
        expect(describeNetwork(again)).toStrictEqual(describeNetwork(network));
      }),
    );
  });

  it('follows the pupils when they get other ids', () => {
    fc.assert(
      fc.property(networks(), shuffle(ids), (network, names) => {
        const nameOf = (id: string): string => names[ids.indexOf(id)] ?? id;
        const renamed = describeNetwork({
          roster: network.roster.map(nameOf),
          respondents: network.respondents.map(nameOf),
          choices: network.choices.map(({ from, to }) => ({ from: nameOf(from), to: nameOf(to) })),
        });
        expect(comparable(renamed, (id) => id)).toEqual(comparable(describeNetwork(network), nameOf));
      }),
    );
  });
});

const shuffle = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(9)));

/** A description without part numbers, which follow the ids, and without subgroups, where several may be as good. */
function comparable(description: NetworkDescription, nameOf: (id: string) => string): unknown {
  const { class: figures, pupils, ties } = description;
  const { modularity: _, subgroupCount: __, centralization, ...rest } = figures;
  const named = (lists: readonly (readonly string[])[]): string[] =>
    lists.map((list) => list.map(nameOf).sort().join(' ')).sort();
  const together = (part: 'weakComponent' | 'mutualComponent'): string[] =>
    named(
      [...Map.groupBy(pupils, (pupil) => pupil[part]).values()].map((list) => list.map((p) => p.pupilId)),
    );
  return {
    figures: { ...rest, centralization: Object.values(centralization).map(rounded) },
    pupils: pupils
      .map(({ pupilId, betweenness, pagerank, subgroup, weakComponent, mutualComponent, ...counts }) => ({
        pupilId: nameOf(pupilId),
        betweenness: rounded(betweenness),
        pagerank: rounded(pagerank),
        ...counts,
      }))
      .sort((a, b) => (a.pupilId < b.pupilId ? -1 : 1)),
    components: [together('weakComponent'), together('mutualComponent')],
    ties: [named(ties.mutualPairs), named(ties.mutualCliques), named(ties.bridges)],
  };
}

describe('the mutual graph, against trying everything', () => {
  const without = (graph: Neighbours, gone: (v: number, w: number) => boolean): Neighbours =>
    graph.map((list, v) => list.filter((w) => !gone(v, w)));
  const parts = (graph: Neighbours): number => new Set(components(graph)).size;

  it('has an articulation point where removing a pupil leaves more components', () => {
    fc.assert(
      fc.property(undirected, (graph) => {
        const { articulation } = cutPoints(graph);
        graph.forEach((list, v) => {
          const cut =
            parts(without(graph, (a, b) => a === v || b === v)) - 1 >
            parts(graph) - Number(list.length === 0);
          expect(articulation[v] === 1).toBe(list.length > 0 && cut);
        });
      }),
    );
  });

  it('has a bridge where removing a tie leaves more components', () => {
    fc.assert(
      fc.property(undirected, (graph) => {
        const expected = graph.flatMap((list, v) =>
          list
            .filter((w) => v < w)
            .filter(
              (w) =>
                parts(without(graph, (a, b) => (a === v && b === w) || (a === w && b === v))) > parts(graph),
            )
            .map((w) => [v, w]),
        );
        expect(cutPoints(graph).bridges).toEqual(expected);
      }),
    );
  });

  it('has the maximal cliques that all subsets show', () => {
    fc.assert(
      fc.property(undirected, (graph) => {
        const subsets = Array.from({ length: 2 ** graph.length }, (_, bits) =>
          [...graph.keys()].filter((v) => (bits & (1 << v)) !== 0),
        );
        const complete = subsets.filter((set) =>
          set.every((v) => set.every((w) => v === w || graph[v]?.includes(w))),
        );
        const maximal = complete.filter(
          (set) =>
            set.length >= 3 &&
            !complete.some((other) => other.length > set.length && set.every((v) => other.includes(v))),
        );
        expect(maximalCliques(graph).map(String).sort()).toEqual(maximal.map(String).sort());
      }),
    );
  });

  it('has subgroups of the highest modularity that all partitions show', () => {
    fc.assert(
      fc.property(undirected, (graph) => {
        const best = Math.max(...partitions(graph.length).map((labels) => integerModularity(graph, labels)));
        expect(integerModularity(graph, findSubgroups(graph))).toBe(best);
      }),
    );
  });
});

/** All partitions of n vertices as labels where each new label is the lowest not yet used. */
function partitions(n: number): number[][] {
  let all: number[][] = [[]];
  for (let v = 0; v < n; v++) {
    all = all.flatMap((labels) => {
      const fresh = Math.max(-1, ...labels) + 1;
      return Array.from({ length: fresh + 1 }, (_, label) => [...labels, label]);
    });
  }
  return all;
}

describe('change between two rounds', () => {
  it('is none from a network to itself', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        const { n10, n01, hamming, jaccard, n11 } = changeBetween(network, network);
        expect([n10, n01, hamming]).toEqual([0, 0, 0]);
        expect(jaccard).toBe(n11 === 0 ? null : 1);
      }),
    );
  });

  it('swaps given up and new when the rounds are swapped, and covers every pair that was seen', () => {
    fc.assert(
      fc.property(networks(), networks(), (before, after) => {
        const change = changeBetween(before, after);
        const { n11, n10, n01, n00, members, respondents } = change;
        expect(changeBetween(after, before)).toEqual({ ...change, n10: n01, n01: n10 });
        expect(n11 + n10 + n01 + n00).toBe(respondents * Math.max(0, members - 1));
        expect(n00).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not take the choices of somebody absent one of the times for given up', () => {
    const roster = ['a', 'b', 'c'];
    const choices = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ];
    const change = changeBetween(
      { roster, respondents: roster, choices },
      { roster, respondents: ['b', 'c'], choices },
    );
    expect(change).toMatchObject({ members: 3, respondents: 2, n11: 1, n10: 0, n01: 0, n00: 3, jaccard: 1 });
  });
});
