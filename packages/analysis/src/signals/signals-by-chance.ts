import { peerRelabelling } from '../chance/relabel-peers.ts';
import { seededGenerator } from '../chance/seeded-generator.ts';
import { figureCounter } from './count-figures.ts';
import { conditionsMet } from './pupil-frame.ts';
import type { RoundChoices } from './round-choices.ts';

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
  levels: Uint8Array,
  unlikely: number,
  seed: number,
  draws: number,
): SignalsByChance {
  const size = round.pupils.length;
  const relabel = peerRelabelling(round.nominators, size, seededGenerator(seed));
  const count = figureCounter(round, compared.nowMask);
  const tallies = [new Int32Array(size + 1), new Int32Array(size + 1)] as const;
  const drawsWithAsFew = new Int32Array(size);
  const ownLevels = Uint8Array.from(frames, ({ ownBits }) => levels[ownBits]!);
  for (let draw = 0; draw < draws; draw += 1) {
    const figures = count(relabel());
    let [closer, soon] = [0, 0];
    for (let j = 0; j < size; j += 1) {
      const level = levels[conditionsMet(frames[j]!, figures, j, unlikely)]!;
      if (level > ownLevels[j]!) {
        closer += 1;
        if (level === 2) soon += 1;
      }
      if (figures.total[j]! <= observed.total[j]!) drawsWithAsFew[j]! += 1;
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
