/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Mulberry32: a small generator with 32 bits of state; uniform in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The names of one nomination item as a pupil meets them: whoever has the ids, the pupil's stored seed and the item's id can
 * compute the order again. In what order they are given makes no difference.
 */
export const nomineesInOrder = <T extends { readonly pupilId: string }>(
  pupils: readonly T[],
  orderSeed: number,
  itemId: string,
): readonly T[] =>
  shuffled(
    pupils.toSorted((a, b) => (a.pupilId < b.pupilId ? -1 : 1)),
    `${orderSeed}/${itemId}`,
  );

/**
 * `values` in an order that depends on `seed` alone, by sorting on random keys. The same pupil meets the same order after a
 * reload, and two pupils meet different ones, so that nobody is always first on the list.
 */
export function shuffled<T>(values: readonly T[], seed: string): readonly T[] {
  const random = generator(hash(seed));
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
}
