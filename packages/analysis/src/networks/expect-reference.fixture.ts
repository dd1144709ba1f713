import { expect } from 'vitest';

/**
 * Expects `actual` to have every key of `expected` with the same value, except the key paths in `apart`. Lists of ids
 * and of lists of ids are compared as sets. Reference values are rounded to ten decimals, PageRank to eight; half a
 * unit of the last is theirs, 1e-9 is ours.
 */
export function expectReference(
  actual: unknown,
  expected: unknown,
  apart: readonly string[] = [],
  path = '',
): void {
  if (apart.includes(path)) return;
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number');
    const tolerance = (path.startsWith('pagerank') ? 0.5e-8 : 0.5e-10) + 1e-9;
    expect(Math.abs(Number(actual) - expected), path).toBeLessThanOrEqual(tolerance);
  } else if (
    Array.isArray(expected) &&
    !expected.every((entry) => typeof entry === 'number' || entry === null)
  ) {
    expect(asSet(actual), path).toEqual(asSet(expected));
  } else if (typeof expected === 'object' && expected !== null) {
    if (Array.isArray(expected)) expect(actual, path).toHaveLength(expected.length);
    for (const [key, value] of Object.entries(expected)) {
      const own = (actual as Record<string, unknown> | undefined)?.[key]; // undefined fails below
      expectReference(own, value, apart, path === '' ? key : `${path}.${key}`);
    }
  } else expect(actual, path).toBe(expected);
}

const asSet = (list: unknown): string[] =>
  (list as readonly unknown[])
    .map((entry) => (Array.isArray(entry) ? entry.toSorted().join(' ') : String(entry)))
    .sort(); // a list where the reference has one
