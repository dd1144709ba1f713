/** Whole numbers 0 … n − 1, equally likely; n is at most 2³¹. */
export type DrawBelow = (n: number) => number;

/**
 * A generator that repeats for the same seed: a counter stepped by an odd constant near 2³²/φ, each value mixed
 * by two multiply-and-shift rounds (the finaliser of MurmurHash3). 32-bit integer arithmetic only, so every
 * engine gives the same series. The bias of drawing below n is under n / 2³².
 */
export function seededGenerator(seed: number): DrawBelow {
  let counter = seed | 0;
  return (n) => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296) * n) | 0;
  };
}
