import type { ChoiceNetwork } from '../network.ts';
import type { TiesBeforeAndAfter } from './choices-of-pupil.ts';
import type { PairedDifference } from './paired-difference.ts';
import { pairedDifference } from './paired-difference.ts';
import { seenChoices, tableOf } from './seen-choices.ts';

export type ChoicesOfClass = {
  /** Pupils on both rosters, and those of them who answered both times. */
  readonly members: number;
  readonly spoke: number;
  /** Pupils chosen by somebody; over those on both rosters. */
  readonly chosen: PairedDifference | null;
  /** Pupils with a mutual choice; over those who answered both times. */
  readonly withMutual: PairedDifference | null;
  readonly mutual: TiesBeforeAndAfter;
};

/**
 * How it went with a class on one criterion between two sittings, each pupil paired with itself. Only choices by those who
 * answered both times count, of pupils on both rosters. The interval takes pupils to change each on their own; in a class
 * choices hang together, so it is rather too narrow.
 */
export function choicesOfClass(before: ChoiceNetwork, after: ChoiceNetwork): ChoicesOfClass {
  const seen = seenChoices(before, after);
  const { members, spoke } = seen;
  const mutualIn =
    (chose: (from: string, to: string) => boolean) =>
    (a: string, b: string): boolean =>
      chose(a, b) && chose(b, a);
  const [wasMutual, isMutual] = [mutualIn(seen.choseBefore), mutualIn(seen.choseAfter)];
  const anybody = (holds: (id: string) => boolean): boolean => spoke.some(holds);
  const pairs = spoke.flatMap((a, i) => spoke.slice(i + 1).map((b) => [a, b] as const));
  const { n11, n10, n01 } = tableOf(
    pairs,
    ([a, b]) => wasMutual(a, b),
    ([a, b]) => isMutual(a, b),
  );
  return {
    members: members.length,
    spoke: spoke.length,
    chosen: pairedDifference(
      tableOf(
        spoke.length === 0 ? [] : members,
        (id) => anybody((from) => seen.choseBefore(from, id)),
        (id) => anybody((from) => seen.choseAfter(from, id)),
      ),
    ),
    withMutual: pairedDifference(
      tableOf(
        spoke,
        (id) => anybody((from) => wasMutual(from, id)),
        (id) => anybody((from) => isMutual(from, id)),
      ),
    ),
    mutual: { kept: n11, lost: n10, begun: n01 },
  };
}
