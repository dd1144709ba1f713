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
 * same for all criteria, so that who chooses much, and which criteria go to the same person, stay as they were. The
 * result is the new peers of all nominators one after another, in the order of `nominators` and of their `masks`;
 * the array is reused, so each call overwrites the one before. `size` is the number of pupils. Only as many peers as
 * are chosen need drawing (partial Fisher–Yates); shuffling on from the last draw's order is as uniform as from a
 * fresh one.
 */
export function peerRelabelling(
  nominators: readonly Nominator[],
  size: number,
  draw: DrawBelow,
): () => Int32Array {
  const others = nominators.map(({ pupil }) => {
    const order = new Int32Array(Math.max(0, size - 1));
    for (let s = 0; s < order.length; s += 1) order[s] = s < pupil ? s : s + 1;
    return order;
  });
  const all = peersOf(nominators);
  return () => {
    let slot = 0;
    for (let i = 0; i < others.length; i += 1) {
      const order = others[i]!;
      const chosen = nominators[i]!.peers.length;
      for (let s = 0; s < chosen; s += 1) {
        const t = s + draw(order.length - s);
        const moved = order[t]!;
        order[t] = order[s]!;
        order[s] = moved;
        all[slot] = moved;
        slot += 1;
      }
    }
    return all;
  };
}

/** The peers of all nominators one after another. */
export function peersOf(nominators: readonly Nominator[]): Int32Array {
  return Int32Array.from(nominators.flatMap(({ peers }) => [...peers]));
}
