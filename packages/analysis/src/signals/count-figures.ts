import type { Nominator } from '../chance/relabel-peers.ts';
import type { PreparedRound } from './prepare-round.ts';

/** What one set of choices, real or relabelled, gives each pupil; arrays by position in the roster. */
export type RoundFigures = {
  /** Per used criterion. */
  readonly received: readonly Int32Array[];
  /** Over all used criteria; a classmate who chose the pupil on two counts twice. */
  readonly total: Int32Array;
  /** Classmates who chose the pupil on at least one of the criteria compared with the previous round. */
  readonly choosers: Int32Array;
  /** Distinct classmates who chose the pupil, and whom the pupil chose, on any criterion. */
  readonly mutual: Int32Array;
  /**
   * The probability that none of those the pupil chose would choose the pupil, if their choices were spread at
   * random: the product of 1 − u_i/a over those who answered, u_i the distinct classmates i chose. 1 when the
   * pupil chose nobody who answered.
   */
  readonly noMutual: Float64Array;
};

/**
 * A counter for one round. `comparedMask` has the bits of the criteria to count `choosers` on. Each call
 * overwrites the figures of the call before.
 */
export function figureCounter(
  round: PreparedRound,
  comparedMask: number,
): (nominators: readonly Nominator[]) => RoundFigures {
  const size = round.pupils.length;
  const criteria = round.used.length;
  const figures = {
    received: round.used.map(() => new Int32Array(size)),
    total: new Int32Array(size),
    choosers: new Int32Array(size),
    mutual: new Int32Array(size),
    noMutual: new Float64Array(size),
  };
  const notChosen = new Float64Array(size).fill(1);
  for (const { pupil, peers } of round.nominators) notChosen[pupil] = 1 - peers.length / (size - 1);
  /** `chosen[i·size + j]` equals the number of the call in which i chose j; never cleared. */
  const chosen = new Int32Array(size * size);
  let call = 0;

  return (nominators) => {
    call += 1;
    for (const counts of figures.received) counts.fill(0);
    figures.total.fill(0);
    figures.choosers.fill(0);
    for (let i = 0; i < nominators.length; i += 1) {
      const { pupil, peers, masks } = nominators[i]!;
      for (let s = 0; s < peers.length; s += 1) {
        const peer = peers[s]!;
        const mask = masks[s]!;
        chosen[pupil * size + peer] = call;
        if ((mask & comparedMask) !== 0) figures.choosers[peer]! += 1;
        for (let c = 0; c < criteria; c += 1) {
          const one = (mask >> c) & 1;
          figures.received[c]![peer]! += one;
          figures.total[peer]! += one;
        }
      }
    }
    figures.mutual.fill(0);
    figures.noMutual.fill(1);
    for (let i = 0; i < nominators.length; i += 1) {
      const { pupil, peers } = nominators[i]!;
      let mutual = 0;
      let probability = 1;
      for (let s = 0; s < peers.length; s += 1) {
        const peer = peers[s]!;
        if (chosen[peer * size + pupil] === call) mutual += 1;
        probability *= notChosen[peer]!;
      }
      figures.mutual[pupil] = mutual;
      figures.noMutual[pupil] = probability;
    }
    return figures;
  };
}
