export type RandomStream = {
  /** In [0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** An integer in [0, bound). */
  readonly below: (bound: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
};

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  // FNV-1a alone leaves similar paths with similar high bits; the finaliser of MurmurHash3 spreads them.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A pseudorandom stream (mulberry32, 32 bits of state) named by a seed and a path. Streams with different paths are
 * independent for the purpose here, so that drawing more in one place never changes what another place draws.
 */
export function randomStream(seed: number, ...path: readonly (string | number)[]): RandomStream {
  let state = hash([seed, ...path].join('/'));
  let spare: number | null = null;

  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };

  const below = (bound: number): number => Math.floor(uniform() * bound);

  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('cannot pick from an empty list');
    // The index lies inside a list that was just seen not to be empty.
    return list[below(list.length)] as T;
  };

  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((value) => ({ value, order: uniform() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);

  return { uniform, normal, below, pick, shuffled };
}
