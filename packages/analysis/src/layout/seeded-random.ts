/**
 * Uniform numbers in [0, 1) that repeat for the same seed (mulberry32: 32 bits of state, integer arithmetic only,
 * so every JavaScript engine gives the same series).
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A point drawn evenly from the disc of radius 1; by rejection, since sines differ between engines in the last digit. */
export function pointInDisc(random: () => number): { x: number; y: number } {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    if (x * x + y * y <= 1) return { x, y };
  }
}
