import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { seededGenerator } from '../chance/seeded-generator.ts';
import { describeNetwork } from './describe-network.ts';
import {
  graphologyGraphs,
  graphologyMeasures as graphology,
  graphologyModularity,
} from './graphology-measures.fixture.ts';

/** Up to 90 pupils in circles of six, each choosing up to `most`; beyond 64, PageRank takes another way. */
const networks: fc.Arbitrary<ChoiceNetwork> = fc
  .record({ n: fc.integer({ min: 3, max: 90 }), most: fc.integer({ min: 0, max: 8 }), seed: fc.integer() })
  .map(({ n, most, seed }) => {
    const below = seededGenerator(seed);
    const roster = Array.from({ length: n }, (_, i) => `p${String(i).padStart(2, '0')}`);
    const choices = roster.flatMap((from, i) => {
      const chosen = new Set<number>();
      for (let k = below(most + 1); k > 0; k -= 1) {
        const near = Math.min(n - 1, 6 * Math.floor(i / 6) + below(6));
        chosen.add(below(3) > 0 ? near : below(n));
      }
      chosen.delete(i);
      return [...chosen].map((j) => ({ from, to: roster[j] ?? '' }));
    });
    return { roster, respondents: roster, choices };
  });

const runs = { seed: 4, numRuns: 60 };
const sizes = (parts: readonly (readonly string[])[]): number[] =>
  parts.map((part) => part.length).toSorted((a, b) => b - a);

const close = (ours: readonly number[], theirs: readonly number[], tolerance: number): void => {
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((value, i) => expect(Math.abs(value - (theirs[i] ?? NaN))).toBeLessThan(tolerance));
};

describe('a description beside graphology', () => {
  it('has the same density and degrees', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graphs = graphologyGraphs(network);
        const { class: figures, pupils } = describeNetwork(network);
        const [received, given] = [graphology.received(graphs), graphology.given(graphs)];
        const peers = network.roster.length - 1;
        close([figures.density ?? NaN], [graphology.density(graphs)], 1e-12);
        for (const pupil of pupils) {
          expect(pupil.received).toBeCloseTo((received[pupil.pupilId] ?? NaN) * peers, 9);
          expect(pupil.given).toBeCloseTo((given[pupil.pupilId] ?? NaN) * peers, 9);
        }
      }),
      runs,
    );
  });

  it('has the same betweenness and PageRank, small or large', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graphs = graphologyGraphs(network);
        const { pupils } = describeNetwork(network);
        const [between, rank] = [graphology.betweenness(graphs), graphology.pagerank(graphs, 1e-14)];
        close(
          pupils.map((pupil) => pupil.betweenness),
          pupils.map((pupil) => between[pupil.pupilId] ?? NaN),
          1e-9,
        );
        close(
          pupils.map((pupil) => pupil.pagerank),
          pupils.map((pupil) => rank[pupil.pupilId] ?? NaN),
          1e-9,
        );
      }),
      runs,
    );
  });

  it('has components of the same sizes', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graphs = graphologyGraphs(network);
        const { class: figures } = describeNetwork(network);
        expect(figures.weakComponentSizes).toEqual(sizes(graphology.weakComponents(graphs)));
        expect(figures.strongComponentSizes).toEqual(sizes(graphology.strongComponents(graphs)));
        expect(figures.mutualComponentSizes).toEqual(sizes(graphology.mutualComponents(graphs)));
      }),
      runs,
    );
  });

  it('has subgroups of the modularity it says, and no lower than those of its Louvain', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graphs = graphologyGraphs(network);
        const { class: figures, pupils } = describeNetwork(network);
        if (figures.modularity === null) return;
        const ours = Object.fromEntries(pupils.map((pupil) => [pupil.pupilId, pupil.subgroup]));
        close([figures.modularity], [graphologyModularity(graphs, ours)], 1e-9);
        const theirs = graphologyModularity(graphs, graphology.subgroups(graphs));
        expect(figures.modularity).toBeGreaterThan(theirs - 1e-9);
      }),
      runs,
    );
  });
});
