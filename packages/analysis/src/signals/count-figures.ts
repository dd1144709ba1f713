import type { PreparedRound } from './prepare-round.ts';

/** What one set of choices, real or relabelled, gives each pupil; arrays by position in the roster. */
export type RoundFigures = {
  /** Over all used criteria; a classmate who chose the pupil on two counts twice. */
  readonly total: Int32Array;
  /** Classmates who chose the pupil on at least one of the criteria compared with the previous round. */
  readonly choosers: Int32Array;
  /** Distinct classmates who chose the pupil, and whom the pupil chose, on any criterion. */
  readonly mutual: Int32Array;
  /** Distinct classmates whom the pupil chose on any criterion and who answered, so that they could choose back. */
  readonly returnable: Int32Array;
  /** In the whole class: choices of a classmate on any criterion that could be returned, and that were. */
  classReturnable: number;
  classReturned: number;
};

/**
 * A counter for one round. `comparedMask` has the bits of the criteria to count `choosers` on. The peers are those of
 * the round's nominators one after another, as `peersOf` and `peerRelabelling` give them. Each call overwrites the
 * figures of the call before.
 */
export function figureCounter(
  round: PreparedRound,
  comparedMask: number,
): (peers: Int32Array) => RoundFigures {
  const size = round.pupils.length;
  const masks = round.nominators.flatMap((nominator) => [...nominator.masks]);
  const times = Int32Array.from(masks, bitsSet);
  const compared = Int32Array.from(masks, (mask) => Number((mask & comparedMask) !== 0));
  const from = Int32Array.from(round.nominators, ({ pupil }) => pupil);
  const ends = Int32Array.from(round.nominators, ({ peers }) => peers.length);
  for (let i = 1; i < ends.length; i += 1) ends[i]! += ends[i - 1]!;
  const answered = new Uint8Array(size);
  for (const { pupil } of round.nominators) answered[pupil] = 1;
  /** `chosen[i·size + j]` equals the number of the call in which i chose j; never cleared. */
  const chosen = new Int32Array(size * size);
  let call = 0;
  const figures: RoundFigures = {
    total: new Int32Array(size),
    choosers: new Int32Array(size),
    mutual: new Int32Array(size),
    returnable: new Int32Array(size),
    classReturnable: 0,
    classReturned: 0,
  };
  const { total, choosers, mutual, returnable } = figures;

  return (peers) => {
    call += 1;
    total.fill(0);
    choosers.fill(0);
    mutual.fill(0);
    let [could, pairs] = [0, 0];
    for (let i = 0, s = 0; i < from.length; i += 1) {
      const pupil = from[i]!;
      const row = pupil * size;
      let ownCould = 0;
      for (const end = ends[i]!; s < end; s += 1) {
        const peer = peers[s]!;
        total[peer]! += times[s]!;
        choosers[peer]! += compared[s]!;
        ownCould += answered[peer]!;
        chosen[row + peer] = call;
        // Seen from whichever of the two comes last.
        if (chosen[peer * size + pupil] === call) {
          mutual[pupil]! += 1;
          mutual[peer]! += 1;
          pairs += 1;
        }
      }
      returnable[pupil] = ownCould;
      could += ownCould;
    }
    figures.classReturnable = could;
    figures.classReturned = 2 * pairs;
    return figures;
  };
}

/** What each pupil received on each used criterion of the round as it is, by position in the roster. */
export function receivedPerCriterion(round: PreparedRound): Int32Array[] {
  const received = round.used.map(() => new Int32Array(round.pupils.length));
  for (const { peers, masks } of round.nominators) {
    peers.forEach((peer, s) => {
      for (let c = 0; c < received.length; c += 1) received[c]![peer]! += (masks[s]! >> c) & 1;
    });
  }
  return received;
}

function bitsSet(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
