import { expect, it } from 'vitest';
import { shuffled } from './shuffled.ts';

const names = Array.from({ length: 24 }, (_, i) => `p${i}`);

it('keeps everybody, once', () => {
  expect(shuffled(names, 'a').toSorted()).toEqual(names.toSorted());
});

it('gives the same order for the same pupil and item, another for another', () => {
  expect(shuffled(names, 'nora/recess')).toEqual(shuffled(names, 'nora/recess'));
  expect(shuffled(names, 'nora/recess')).not.toEqual(shuffled(names, 'nora/work'));
});

it('puts nobody first much more often than chance does', () => {
  const firsts = new Map<string, number>();
  for (let i = 0; i < 2400; i += 1) {
    const first = shuffled(names, `pupil-${i}`)[0] ?? '';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  // Expected 100 each with standard deviation 9.8; five deviations either way.
  for (const name of names) {
    expect(firsts.get(name)).toBeGreaterThan(50);
    expect(firsts.get(name)).toBeLessThan(150);
  }
});
