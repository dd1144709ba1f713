import { peerRelabelling } from '../chance/relabel-peers.ts';
import { seededGenerator } from '../chance/seeded-generator.ts';
import { figureCounter } from './count-figures.ts';
import { conditionsMet } from './pupil-frame.ts';
import type { RoundChoices } from './round-choices.ts';
import type { RuleLookup } from './rule-lookup.ts';
import { logUnreturned } from './unreturned.ts';

/** How many signals were found, and how many chance gives. */
export type FoundAgainstChance = {
  readonly found: number;
  /** Mean number over the draws. */
  readonly expected: number;
  /** Probability of at least as many as found: (1 + draws with as many) / (1 + draws). */
  readonly atLeastFound: number;
};

export type SignalsByChance = {
  readonly draws: number;
  /** `tallies[level − 1][k]`: draws in which k pupils reached at least that level because of choices. */
  readonly tallies: readonly [Int32Array, Int32Array];
  /** Per pupil: draws in which the pupil received no more than in the class as it is. */
  readonly drawsWithAsFew: Int32Array;
};

/**
 * Runs the rule table on `draws` classes in which only chance decides who is chosen.
 *
 * Each draw exchanges every nominator's peers once for all criteria. All else stays: how many each chose, who
 * answered, what pupils answered about themselves, and earlier rounds. So the question is how many signals this
 * class would show if this round's choices meant nothing, whatever happened before; relabelling earlier rounds
 * as well would promise fewer in a class where some pupils already got few. A pupil counts when choices bring
 * the pupil to a level that the pupil's own answers alone do not.
 */
export function signalsByChance(
  { round, frames, figures: observed, compared }: RoundChoices,
  levelOf: RuleLookup['levelOf'],
  seed: number,
  draws: number,
): SignalsByChance {
  const size = round.pupils.length;
  const relabel = peerRelabelling(round.nominators, size, seededGenerator(seed));
  const falls = Int32Array.from(frames, ({ fewestChoosers }) => fewestChoosers);
  const count = figureCounter(round, falls.some((fewest) => fewest >= 0) ? compared.nowMask : 0);
  const tallies = [new Int32Array(size + 1), new Int32Array(size + 1)] as const;
  const drawsWithAsFew = new Int32Array(size);
  const ownLevels = Uint8Array.from(frames, ({ ownBits }) => levelOf(ownBits));
  /** Who receives more than this, falls too little to count and has a mutual tie meets no condition of choices. */
  const most = Int32Array.from(frames, (frame) => Math.max(0, frame.fewestInAll, frame.fewestOverRounds));
  for (let draw = 0; draw < draws; draw += 1) {
    const figures = count(relabel());
    const { total, mutual, choosers } = figures;
    const unreturned = logUnreturned(figures);
    let [closer, soon] = [0, 0];
    for (let j = 0; j < size; j += 1) {
      const received = total[j]!;
      if (received <= observed.total[j]!) drawsWithAsFew[j]! += 1;
      if (received > most[j]! && mutual[j]! > 0 && choosers[j]! > falls[j]!) continue;
      const level = levelOf(conditionsMet(frames[j]!, figures, j, unreturned));
      if (level > ownLevels[j]!) {
        closer += 1;
        if (level === 2) soon += 1;
      }
    }
    tallies[0][closer]! += 1;
    tallies[1][soon]! += 1;
  }
  return { draws, tallies, drawsWithAsFew };
}

export function foundAgainstChance(found: number, tally: Int32Array, draws: number): FoundAgainstChance {
  let sum = 0;
  let atLeast = 1;
  tally.forEach((times, k) => {
    sum += k * times;
    if (k >= found) atLeast += times;
  });
  return { found, expected: sum / draws, atLeastFound: atLeast / (draws + 1) };
}
