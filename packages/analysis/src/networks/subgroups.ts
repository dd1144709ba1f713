import { numberedBySize, type Parts } from './components.ts';
import type { Neighbours } from './digraph.ts';
import { moveVertices, type WeightedGraph } from './local-moving.ts';
import { integerModularity } from './modularity.ts';

const starts = 32;

/**
 * Subgroups of an undirected graph: a partition of high modularity by the Louvain method (Blondel et al. 2008), the
 * best of a fixed number of fixed vertex orders, then improved by merging two tied parts and moving vertices anew as
 * long as that helps. A vertex without ties is a part of its own.
 *
 * The result depends on the graph and the numbering of its vertices only. Between partitions of equal modularity the
 * one with fewer parts is taken, then the lexically first.
 */
export function findSubgroups(neighbours: Neighbours): Parts {
  const graph = unweighted(neighbours);
  const random = uniformFrom(1);
  const order = [...neighbours.keys()];
  let best: Parts = order;
  let most = -Infinity;
  const takeIfBetter = (labels: Int32Array): boolean => {
    const parts = numberedBySize(labels);
    const value = integerModularity(neighbours, parts);
    if (value < most || (value === most && !isSimpler(parts, best))) return false;
    [best, most] = [parts, value];
    return true;
  };
  for (let start = 0; start < starts; start++) {
    takeIfBetter(louvain(graph, Int32Array.from(neighbours.keys()), order));
    shuffle(order, random);
  }
  for (let better = true; better;) {
    better = tiedPairs(neighbours, best).some(([a, b]) => {
      const merged = Int32Array.from(best, (part) => (part === b ? a : part));
      return takeIfBetter(louvain(graph, merged, [...neighbours.keys()]));
    });
  }
  return best;
}

/** Pairs of parts with a tie between them, ascending. */
function tiedPairs(neighbours: Neighbours, parts: Parts): [number, number][] {
  const count = new Set(parts).size;
  const keys = new Set<number>();
  neighbours.forEach((list, v) => {
    for (const w of list) if (parts[v]! < parts[w]!) keys.add(parts[v]! * count + parts[w]!);
  });
  return [...keys].sort((a, b) => a - b).map((key) => [Math.floor(key / count), key % count]);
}

function louvain(graph: WeightedGraph, labels: Int32Array, order: readonly number[]): Int32Array {
  while (moveVertices(graph, labels, order)) {
    // Whole parts move next; vertices are then free to move again, which repairs early mistakes.
    for (let merged = true; merged;) {
      const parts = numberedBySize(labels);
      const whole = aggregated(graph, parts);
      const labelOf = Int32Array.from(whole.links.keys());
      merged = moveVertices(whole, labelOf, [...whole.links.keys()]);
      parts.forEach((part, v) => (labels[v] = labelOf[part]!));
    }
  }
  return labels;
}

function unweighted(neighbours: Neighbours): WeightedGraph {
  return {
    links: neighbours.map((list) => list.map((w) => [w, 1] as const)),
    degree: neighbours.map((list) => list.length),
  };
}

function aggregated(graph: WeightedGraph, parts: Parts): WeightedGraph {
  const count = parts.reduce((most, part) => Math.max(most, part + 1), 0);
  const weights = Array.from({ length: count }, () => new Map<number, number>());
  const degree = new Array<number>(count).fill(0);
  graph.links.forEach((links, v) => {
    const part = parts[v]!;
    degree[part]! += graph.degree[v]!;
    for (const [w, weight] of links) {
      const other = parts[w]!;
      if (other !== part) weights[part]!.set(other, (weights[part]!.get(other) ?? 0) + weight);
    }
  });
  return { links: weights.map((map) => [...map]), degree };
}

function isSimpler(a: Parts, b: Parts): boolean {
  const [partsOfA, partsOfB] = [new Set(a).size, new Set(b).size];
  if (partsOfA !== partsOfB) return partsOfA < partsOfB;
  const at = a.findIndex((part, v) => part !== b[v]);
  return at !== -1 && a[at]! < b[at]!;
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** The generator of Park & Miller (1988) with multiplier 48,271: numbers in (0, 1) that repeat from the seed. */
function uniformFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
