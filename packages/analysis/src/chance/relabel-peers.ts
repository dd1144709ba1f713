import type { DrawBelow } from './seeded-generator.ts';

/**
 * One respondent's choices on all criteria together. `peers[s]` is chosen on the criteria whose bits are set in
 * `masks[s]`; peers are distinct and never the respondent.
 */
export type Nominator = {
  readonly pupil: number;
  readonly peers: Int32Array;
  readonly masks: Int32Array;
};

/**
 * Prepares random relabellings of each nominator's peers.
 *
 * Each call of the returned function exchanges the names of every nominator's classmates by one random permutation, the
 * same for all criteria, so that who chooses much, and which criteria go to the same person, stay as they were.
 * The result has the nominators' own `pupil` and `masks`, and new `peers`; the arrays are reused, so each call
 * overwrites the one before. `size` is the number of pupils. Only as many peers as are chosen need drawing
 * (partial Fisher–Yates); shuffling on from the last draw's order is as uniform as from a fresh one.
 */
export function peerRelabelling(
  nominators: readonly Nominator[],
  size: number,
  draw: DrawBelow,
): () => readonly Nominator[] {
  const others = nominators.map(({ pupil }) => {
    const order = new Int32Array(Math.max(0, size - 1));
    for (let s = 0; s < order.length; s += 1) order[s] = s < pupil ? s : s + 1;
    return order;
  });
  const relabelled = nominators.map((nominator, i) => ({
    pupil: nominator.pupil,
    peers: others[i]!.subarray(0, nominator.peers.length),
    masks: nominator.masks,
  }));
  return () => {
    for (let i = 0; i < others.length; i += 1) {
      const order = others[i]!;
      const chosen = relabelled[i]!.peers.length;
      for (let s = 0; s < chosen; s += 1) {
        const t = s + draw(order.length - s);
        const moved = order[s]!;
        order[s] = order[t]!;
        order[t] = moved;
      }
    }
    return relabelled;
  };
}
