import { changeBetween } from '../networks/change.ts';
import { cleanNetwork } from '../networks/clean-network.ts';
import { digraphOf, inducedSubgraph } from '../networks/digraph.ts';
import { reciprocity } from '../networks/dyads.ts';
import { transitivity } from '../networks/transitivity.ts';
import type { ChoiceNetwork } from '../network.ts';

/** The figures by which generated classes are compared with real ones. */
export type ClassMoments = {
  /** Standard deviation of received choices over what chance gives the same choices (1 = as by chance). */
  readonly spread: number;
  /** Share of the choices among those who answered that are returned. */
  readonly reciprocity: number;
  /** Share of the two-step paths that are closed. */
  readonly transitivity: number;
  /** Shares of the class: received nothing, and have no mutual choice. */
  readonly unchosen: number;
  readonly withoutMutual: number;
  /** Most received by one pupil, over the mean. */
  readonly highest: number;
};

export function classMoments(network: ChoiceNetwork): ClassMoments {
  const { network: cleaned } = cleanNetwork(network);
  const graph = digraphOf(cleaned);
  const respondents = new Set(cleaned.respondents);
  const answered = Uint8Array.from(cleaned.roster, (id) => Number(respondents.has(id)));
  const received = graph.into.map((list) => list.length);
  const mean = cleaned.choices.length / graph.n;
  const variance = received.reduce((sum, count) => sum + (count - mean) ** 2, 0) / graph.n;
  const share = (holds: (i: number) => boolean): number =>
    cleaned.roster.reduce((sum, _, i) => sum + Number(holds(i)), 0) / graph.n;
  return {
    spread: Math.sqrt(variance / varianceByChance(graph.out.map((list) => list.length))),
    reciprocity: reciprocity(inducedSubgraph(graph, answered)).edgewise ?? 0,
    transitivity: transitivity(graph).directedWeak ?? 0,
    unchosen: share((i) => received[i] === 0),
    withoutMutual: share((i) => answered[i] === 1 && graph.mutual[i]!.length === 0),
    highest: Math.max(...received) / mean,
  };
}

/** Mean over pupils of the variance of received choices when each nominator's peers are drawn at random. */
function varianceByChance(given: readonly number[]): number {
  const peers = given.length - 1;
  const each = given.map((k) => (k / peers) * (1 - k / peers));
  return (each.reduce((sum, own) => sum + own, 0) * peers) / given.length;
}

/** How alike two rounds, or two criteria, of one class are. */
export type ClassLikeness = {
  /** Jaccard index of the choices. */
  readonly jaccard: number;
  /** Correlation of received choices over those on both rosters. */
  readonly received: number;
};

export function classLikeness(one: ChoiceNetwork, other: ChoiceNetwork): ClassLikeness {
  const there = new Set(cleanNetwork(other).network.roster);
  const pupils = cleanNetwork(one).network.roster.filter((id) => there.has(id));
  return {
    jaccard: changeBetween(one, other).jaccard ?? 0,
    received: correlation(receivedBy(one, pupils), receivedBy(other, pupils)),
  };
}

function receivedBy(network: ChoiceNetwork, pupils: readonly string[]): number[] {
  const { choices } = cleanNetwork(network).network;
  return pupils.map((id) => choices.filter(({ to }) => to === id).length);
}

/** Pearson's correlation; 0 when either does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  const scale = Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
  return scale === 0 ? 0 : product(a, meanA, b, meanB) / scale;
}
