import { describeNetwork } from '../../packages/analysis/src/index.ts';
import { betweenness } from '../../packages/analysis/src/networks/betweenness.ts';
import { findSubgroups } from '../../packages/analysis/src/networks/subgroups.ts';
import { circles } from './sociometry-classes.ts';
import { ourGraph } from './sociometry-measures.ts';
import { timeOfOne } from './processor-time.ts';

export type Cost = {
  readonly size: number;
  /** Processor time in ms: the whole description (the least of three), and the two measures that cost most of it. */
  readonly description: number;
  readonly betweenness: number;
  readonly subgroups: number;
};

const SIZES = [10, 20, 28, 50, 100, 200, 300, 500, 700, 1000] as const;

/** The cost of a description by number of pupils, when each makes as many choices whatever the size. */
export function costBySize(): readonly Cost[] {
  return SIZES.map((size) => {
    const few = size > 100;
    const networks = Array.from({ length: few ? 3 : 20 }, (_, seed) => circles(size, seed));
    const graphs = networks.map(ourGraph);
    const passes = few ? 5 : 40;
    return {
      size,
      description: Math.min(...[1, 2, 3].map(() => timeOfOne(networks, passes, describeNetwork))),
      betweenness: timeOfOne(graphs, passes, betweenness),
      subgroups: timeOfOne(graphs, passes, ({ mutual }) => findSubgroups(mutual)),
    };
  });
}

/** The power of n by which the description grows from the size before. */
export const growth = (before: Cost, after: Cost): number =>
  Math.log(after.description / before.description) / Math.log(after.size / before.size);
