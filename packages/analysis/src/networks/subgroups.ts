import { numberedBySize, type Parts } from './components.ts';
import type { Neighbours } from './digraph.ts';
import { countOf, louvainOn } from './louvain.ts';
import { integerModularity } from './modularity.ts';

const mostStarts = 32;
/** The search ends early when the highest modularity found has been met this often. */
const enough = 8;

/**
 * Subgroups of an undirected graph: a partition of high modularity by the Louvain method (Blondel et al. 2008), the
 * best of a fixed number of fixed vertex orders, then improved by merging two tied parts and moving vertices anew as
 * long as that helps. A vertex without ties is a part of its own.
 *
 * The result depends on the graph and the numbering of its vertices only. Between partitions of equal modularity the
 * one with fewer parts is taken, then the lexically first.
 */
export function findSubgroups(neighbours: Neighbours): Parts {
  const louvain = louvainOn(neighbours);
  const alone = Int32Array.from(neighbours.keys());
  const random = uniformFrom(1);
  const order = alone.slice();
  let best: Parts = [...alone];
  let most = -Infinity;
  let met = 0;
  const takeIfBetter = (labels: Int32Array): boolean => {
    const value = integerModularity(neighbours, labels);
    if (value < most) return false;
    met = value === most ? met + 1 : 1;
    const parts = numberedBySize(labels);
    if (value === most && !isSimpler(parts, best)) return false;
    [best, most] = [parts, value];
    return true;
  };
  for (let start = 0; start < mostStarts && met < enough; start++) {
    takeIfBetter(louvain(alone.slice(), order));
    shuffle(order, random);
  }
  for (let better = true; better;) {
    better = tiedPairs(neighbours, best).some(([a, b]) => {
      const merged = Int32Array.from(best, (part) => (part === b ? a : part));
      return takeIfBetter(louvain(merged, alone));
    });
  }
  return best;
}

/** Pairs of parts with a tie between them, ascending. */
function tiedPairs(neighbours: Neighbours, parts: Parts): [number, number][] {
  const count = countOf(parts);
  const keys = new Set<number>();
  neighbours.forEach((list, v) => {
    for (const w of list) if (parts[v]! < parts[w]!) keys.add(parts[v]! * count + parts[w]!);
  });
  return [...keys].sort((a, b) => a - b).map((key) => [Math.floor(key / count), key % count]);
}

function isSimpler(a: Parts, b: Parts): boolean {
  const [partsOfA, partsOfB] = [countOf(a), countOf(b)];
  if (partsOfA !== partsOfB) return partsOfA < partsOfB;
  const at = a.findIndex((part, v) => part !== b[v]);
  return at !== -1 && a[at]! < b[at]!;
}

function shuffle(list: Int32Array, random: () => number): void {
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
