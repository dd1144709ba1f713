import { expect, test } from 'vitest';
import { fallProbability } from './fall-probability.ts';

test('five choosers and then none is one chance in 32 when as many were to be expected', () => {
  expect(fallProbability(5, 0, 3, 3)).toBeCloseTo(1 / 32, 15);
});

test('seven and then one is nine in 256', () => {
  expect(fallProbability(7, 1, 3, 3)).toBeCloseTo(9 / 256, 15);
});

test('a fall is less surprising when fewer choices were made in the later round', () => {
  expect(fallProbability(5, 0, 3, 1)).toBeCloseTo(0.75 ** 5, 15);
});

test('nothing before and nothing now is no fall', () => {
  expect(fallProbability(0, 0, 3, 3)).toBe(1);
  expect(fallProbability(2, 0, 0, 0)).toBe(1);
});
