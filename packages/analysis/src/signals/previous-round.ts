import { fallProbability } from '../chance/fall-probability.ts';
import type { EarlierEvaluation } from './earlier-rounds.ts';
import type { PreparedRound } from './prepare-round.ts';
import { expectedChoosers } from './received-by-chance.ts';

/** Bits, in each round's own numbering, of the criteria that both rounds asked about and that are computed. */
export type ComparedCriteria = { readonly nowMask: number; readonly beforeMask: number };

export function comparedCriteria(
  round: PreparedRound,
  previous: EarlierEvaluation | undefined,
): ComparedCriteria {
  let [nowMask, beforeMask] = [0, 0];
  round.used.forEach(({ criterionId }, c) => {
    const earlier = previous?.round.used.findIndex((used) => used.criterionId === criterionId) ?? -1;
    if (earlier === -1) return;
    nowMask |= 1 << c;
    beforeMask |= 1 << earlier;
  });
  return { nowMask, beforeMask };
}

/** What the previous round says a pupil's number of choosers may be compared with. */
export type ChoosersBefore = {
  readonly choosers: number;
  readonly expectedBefore: number;
  readonly expectedNow: number;
};

/** Null when the rounds share no computed criterion or the pupil was not on the earlier roster. */
export function choosersBefore(
  round: PreparedRound,
  pupil: number,
  previous: EarlierEvaluation | undefined,
  { nowMask, beforeMask }: ComparedCriteria,
): ChoosersBefore | null {
  const position = previous?.round.position.get(round.pupils[pupil]!);
  if (previous === undefined || position === undefined || nowMask === 0) return null;
  let choosers = 0;
  for (const { peers, masks } of previous.round.nominators) {
    const s = peers.indexOf(position);
    if (s !== -1 && (masks[s]! & beforeMask) !== 0) choosers += 1;
  }
  return {
    choosers,
    expectedBefore: expectedChoosers(previous.round, position, beforeMask),
    expectedNow: expectedChoosers(round, pupil, nowMask),
  };
}

/** The largest number of choosers now that is an unlikely fall from before, or −1. */
export function largestFall(before: ChoosersBefore | null, level: number): number {
  if (before === null) return -1;
  let now = -1;
  while (
    now + 1 < before.choosers &&
    fallProbability(before.choosers, now + 1, before.expectedBefore, before.expectedNow) < level
  ) {
    now += 1;
  }
  return now;
}
