import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

/** Four corners of a square, of the points from `first` on. */
const square = (first: number, side: number) => ({
  own: [0, 1, 2, 3].map((k) => first + k),
  places: { xs: Float64Array.of(5, 5 + side, 5, 5 + side), ys: Float64Array.of(-9, -9, side - 9, side - 9) },
});
const topLeft = (places: { readonly xs: Float64Array; readonly ys: Float64Array }, group: number) => [
  places.xs[4 * group],
  places.ys[4 * group],
];

test('two classes stand beside each other on a broad screen, four in two rows', () => {
  const two = sideBySide([square(0, 300), square(4, 300)], 8);
  expect([topLeft(two, 0), topLeft(two, 1)]).toEqual([
    [0, 0],
    [440, 0],
  ]);
  const four = sideBySide(
    [0, 1, 2, 3].map((k) => square(4 * k, 300)),
    16,
  );
  expect([0, 1, 2, 3].map((k) => topLeft(four, k))).toEqual([
    [0, 0],
    [440, 0],
    [0, 440],
    [440, 440],
  ]);
});

test('a row is as tall as its tallest class', () => {
  const places = sideBySide([square(0, 300), square(4, 500), square(8, 300), square(12, 300)], 16);
  expect(topLeft(places, 2)).toEqual([0, 640]);
});

test('classes keep their shape', () => {
  const { xs, ys } = sideBySide([square(0, 300), square(4, 100)], 8);
  expect([(xs[5] ?? 0) - (xs[4] ?? 0), (ys[6] ?? 0) - (ys[4] ?? 0)]).toEqual([100, 100]);
});

test('nobody is placed where there is nobody', () => {
  expect(sideBySide([], 0)).toEqual({ xs: new Float64Array(), ys: new Float64Array() });
});
