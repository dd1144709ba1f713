import { describeNetwork } from '../../packages/analysis/src/index.ts';
import type { Digraph } from '../../packages/analysis/src/networks/digraph.ts';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { timeOfOne } from './processor-time.ts';
import { classesOf28 } from './sociometry-classes.ts';
import { costBySize, growth, type Cost } from './sociometry-cost.ts';
import { timeOfSample } from './sociometry-country.ts';
import { igraphTimes, type IgraphTimes } from './sociometry-igraph.ts';
import { all, asGraphology, asIgraph, byGraphology, ourGraph, theirGraphs } from './sociometry-measures.ts';
import { plotCost } from './sociometry-plot.ts';
import { median } from './statistics.ts';

const CLASSES = 40;
const TURNS = 5;
const PASSES = 40;
const SAMPLE = 300;
const COUNTRY = 33_000;
const ROUNDS = 3;

const micro = (ms: number): string => `${(1000 * ms).toFixed(1)} µs`;
const times = (ratio: number): string => `${ratio.toFixed(2)} times`;

const eachOf = (graphs: readonly Digraph[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(asIgraph).map(([name, measure]) => [name, timeOfOne(graphs, PASSES, measure)]),
  );

/** Ours and the others take turns, so that a busy spell of the machine meets all of them. */
function sideBySide() {
  const networks = classesOf28(CLASSES);
  const [ours, theirs] = [networks.map(ourGraph), networks.map(theirGraphs)];
  const turns = Array.from({ length: TURNS }, () => ({
    description: timeOfOne(networks, PASSES, describeNetwork),
    asIgraph: timeOfOne(ours, PASSES, all(asIgraph)),
    igraph: igraphTimes(ours, PASSES),
    asGraphology: timeOfOne(ours, PASSES, all(asGraphology)),
    graphology: timeOfOne(theirs, PASSES, all(byGraphology)),
    reading: timeOfOne(networks, PASSES, ourGraph),
    each: eachOf(ours),
  }));
  const of = (key: 'description' | 'asIgraph' | 'asGraphology' | 'graphology' | 'reading'): number =>
    median(turns.map((turn) => turn[key]));
  const igraphs = turns.flatMap(({ igraph }) => igraph ?? []);
  const igraph: IgraphTimes | null = igraphs[0]
    ? { ...igraphs[0], all: median(igraphs.map((one) => one.all)) }
    : null;
  return {
    description: of('description'),
    reading: of('reading'),
    asIgraph: of('asIgraph'),
    igraph,
    asGraphology: of('asGraphology'),
    graphology: of('graphology'),
    // Within a turn, and then the median: a turn in a busy spell is slow for all.
    toIgraph:
      igraph && median(turns.flatMap((turn) => (turn.igraph ? [turn.asIgraph / turn.igraph.all] : []))),
    toGraphology: median(turns.map((turn) => turn.graphology / turn.asGraphology)),
    each: Object.keys(asIgraph).map((name): Figure => {
      const theirTimes = igraphs.map(({ each }) => each[name] ?? NaN);
      return {
        what: `  ${name}`,
        measured: micro(median(turns.map(({ each }) => each[name] ?? NaN))),
        ...(theirTimes.length > 0 ? { baseline: `igraph ${micro(median(theirTimes))}` } : {}),
      };
    }),
  };
}

const costRow = (cost: Cost, i: number, costs: readonly Cost[]): string => {
  const before = costs[i - 1];
  const power = before === undefined ? '' : `n^${growth(before, cost).toFixed(1)}`;
  return [
    cost.size,
    cost.description.toFixed(2),
    cost.betweenness.toFixed(2),
    cost.subgroups.toFixed(2),
    power,
  ]
    .map((cell) => String(cell).padStart(12))
    .join('');
};

const measure = (): BenchResult => {
  const found = sideBySide();
  const { igraph, toIgraph, toGraphology } = found;
  const costs = costBySize();
  plotCost(costs);
  const sample = timeOfSample(SAMPLE);
  const minutes = ((sample.describing + sample.signals) * COUNTRY * ROUNDS) / 60_000;
  return {
    figures: [
      { what: 'whole description of a class of 28', measured: micro(found.description) },
      { what: 'cleaning and building its graph', measured: micro(found.reading) },
      {
        what: 'the ten measures igraph has too',
        measured: micro(found.asIgraph),
        ...(igraph !== null && toIgraph !== null
          ? {
              baseline: `igraph ${igraph.version}: ${micro(igraph.all)}`,
              aim: '≤ 1 times igraph',
              met: toIgraph <= 1,
            }
          : {}),
      },
      ...found.each,
      {
        what: 'the five measures graphology has too',
        measured: micro(found.asGraphology),
        baseline: `graphology: ${micro(found.graphology)}`,
        aim: 'three times as fast',
        met: toGraphology >= 3,
      },
      {
        what: '33,000 classes × 3 rounds, extrapolated',
        measured: `${minutes.toFixed(1)} min`,
        aim: '≤ 20 min',
        met: minutes <= 20,
      },
    ],
    notes: [
      `Processor time of one class: the median of ${PASSES} passes over ${CLASSES} generated classes of 28, and the median of ${TURNS} turns that ours and theirs take together; ratios are within a turn. Graphs are built beforehand, for all three; Louvain is one run, for all three. The whole description cleans, builds the graph, and searches for subgroups from up to 32 orders.`,
      igraph === null
        ? 'python-igraph is not installed.'
        : `${times(toIgraph ?? NaN)} the time of python-igraph, which needs ${micro(igraph.building)} more to build the two graphs.`,
      `graphology needs ${times(toGraphology)} our time.`,
      `Extrapolated from ${SAMPLE} generated classes of 16–28 over ${ROUNDS} rounds: ${sample.describing.toFixed(2)} ms to describe all criteria and ${sample.signals.toFixed(2)} ms for signals with 2,000 draws, for a class and round.`,
      'Cost by size in ms of processor time, in classes where each makes one to five choices; docs/methods/images/sociometry-cost.svg is drawn from it:',
      ['pupils', 'description', 'betweenness', 'subgroups', 'growth']
        .map((cell) => cell.padStart(12))
        .join(''),
      ...costs.map(costRow),
      `From 28 to 1,000 pupils the cost of a description grows as n^${growth(
        costs.find(({ size }) => size === 28)!,
        costs.at(-1)!,
      ).toFixed(1)}.`,
    ],
    sentence: `A class of 28 is described in ${micro(found.description)}; the same measures take ${toIgraph === null ? 'an unknown share' : times(toIgraph)} of python-igraph's time, graphology needs ${times(toGraphology)} ours; 33,000 classes × 3 rounds with signals would take ${minutes.toFixed(1)} minutes on one core.`,
  };
};

export const sociometry: Bench = { name: 'sociometry', run: async () => measure() };
