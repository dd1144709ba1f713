import type { ChoiceNetwork } from '../network.ts';
import { byCodeUnit, cleanNetwork } from '../networks/clean-network.ts';
import type { PairedTable } from './paired-difference.ts';

/** What could be seen of a class both times: pupils on both rosters, and those of them who answered both times. */
export type SeenChoices = {
  readonly members: readonly string[];
  readonly spoke: readonly string[];
  readonly choseBefore: (from: string, to: string) => boolean;
  readonly choseAfter: (from: string, to: string) => boolean;
};

/** Both networks are cleaned; what a pupil would have chosen who did not answer is unknown, and left out. */
export function seenChoices(before: ChoiceNetwork, after: ChoiceNetwork): SeenChoices {
  const [first, second] = [cleanNetwork(before).network, cleanNetwork(after).network];
  const inSecond = new Set(second.roster);
  const members = first.roster.filter((id) => inSecond.has(id)).toSorted(byCodeUnit);
  const [spokeFirst, spokeSecond] = [new Set(first.respondents), new Set(second.respondents)];
  const lookup = ({ choices }: ChoiceNetwork): ((from: string, to: string) => boolean) => {
    const pairs = new Set(choices.map(({ from, to }) => JSON.stringify([from, to])));
    return (from, to) => pairs.has(JSON.stringify([from, to]));
  };
  return {
    members,
    spoke: members.filter((id) => spokeFirst.has(id) && spokeSecond.has(id)),
    choseBefore: lookup(first),
    choseAfter: lookup(second),
  };
}

/** Counts what was so both times, the first alone, the second alone, and neither. */
export const tableOf = <T>(
  ones: readonly T[],
  before: (one: T) => boolean,
  after: (one: T) => boolean,
): PairedTable => {
  const count = (first: boolean, second: boolean): number =>
    ones.filter((one) => before(one) === first && after(one) === second).length;
  return {
    n11: count(true, true),
    n10: count(true, false),
    n01: count(false, true),
    n00: count(false, false),
  };
};
