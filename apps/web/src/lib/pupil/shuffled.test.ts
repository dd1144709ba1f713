import { expect, it } from 'vitest';
import { nomineesInOrder, shuffled } from './shuffled.ts';

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

it('follows from the ids, the seed and the item alone', () => {
  const pupils = names.map((pupilId) => ({ pupilId }));
  const order = nomineesInOrder(pupils, 7, 'recess');
  expect(nomineesInOrder(pupils.toReversed(), 7, 'recess')).toEqual(order);
  expect(nomineesInOrder(pupils, 8, 'recess')).not.toEqual(order);
  expect(nomineesInOrder(pupils, 7, 'work')).not.toEqual(order);
});
