import type { ChoiceNetwork } from '../network.ts';
import { cleanNetwork } from './clean-network.ts';
import { ratio } from './digraph.ts';

/** Change of choices between two rounds over the ordered pairs that could be seen both times. */
export type NetworkChange = {
  /** Pupils on both rosters, and those of them who answered both times. */
  readonly members: number;
  readonly respondents: number;
  /** Choices kept, given up, new, and pairs without a choice either time. */
  readonly n11: number;
  readonly n10: number;
  readonly n01: number;
  readonly n00: number;
  /** n11 / (n11 + n10 + n01), Jaccard 1908; null when no pair had a choice. */
  readonly jaccard: number | null;
  /** n10 + n01, the number of pairs that changed. */
  readonly hamming: number;
};

/**
 * Compares two rounds of one class on one criterion. Counted are ordered pairs (i, j) where i answered both times and
 * both were on both rosters; all else is unseen, not absent, and is ignored. Both networks are cleaned first.
 * See Snijders, van de Bunt & Steglich 2010 on the Jaccard index of stability.
 */
export function changeBetween(before: ChoiceNetwork, after: ChoiceNetwork): NetworkChange {
  const [first, second] = [cleanNetwork(before).network, cleanNetwork(after).network];
  const members = new Set(inBoth(first.roster, second.roster));
  const nominators = inBoth(first.respondents, second.respondents);
  const [chosenFirst, chosenSecond] = [chosenWithin(first, members), chosenWithin(second, members)];
  let [n11, n10, n01] = [0, 0, 0];
  for (const id of nominators) {
    const [then, now] = [chosenFirst.get(id) ?? [], chosenSecond.get(id) ?? []];
    const kept = inBoth(then, now).length;
    n11 += kept;
    n10 += then.length - kept;
    n01 += now.length - kept;
  }
  const pairs = nominators.length * Math.max(0, members.size - 1);
  return {
    members: members.size,
    respondents: nominators.length,
    n11,
    n10,
    n01,
    n00: pairs - n11 - n10 - n01,
    jaccard: ratio(n11, n11 + n10 + n01),
    hamming: n10 + n01,
  };
}

function inBoth(a: readonly string[], b: readonly string[]): string[] {
  const other = new Set(b);
  return a.filter((id) => other.has(id));
}

function chosenWithin(network: ChoiceNetwork, members: ReadonlySet<string>): Map<string, string[]> {
  const chosen = new Map<string, string[]>();
  for (const { from, to } of network.choices) {
    if (members.has(to)) chosen.set(from, [...(chosen.get(from) ?? []), to]);
  }
  return chosen;
}
