import { describe, expect, test } from 'vitest';
import { partMarks } from './part-marks.ts';

const parted = (...points: readonly (readonly [number, number])[]) => {
  const places = {
    xs: Float64Array.from(points, ([x]) => x),
    ys: Float64Array.from(points, ([, y]) => y),
  };
  partMarks(places, 46);
  return [...places.xs].map((x, i): [number, number] => [x, places.ys[i] ?? NaN]);
};
const near = (...points: readonly (readonly [number, number])[]) =>
  points.map(([x, y]) => [expect.closeTo(x, 9), expect.closeTo(y, 9)]);

describe('marks moved apart', () => {
  test('go alike from each other along the line between them, to 46 px and a twentieth', () => {
    expect(parted([0, 0], [20, 0])).toEqual(near([-13.025, 0], [33.025, 0]));
    expect(parted([12, 16], [0, 0])).toEqual(near([12 + 7.815, 16 + 10.42], [-7.815, -10.42]));
  });

  test('go sideways where they are in one spot', () => {
    expect(parted([5, 5], [5, 5])).toEqual(near([5 - 23.025, 5], [5 + 23.025, 5]));
  });

  test('stay where they are far enough apart already', () => {
    expect(parted([0, 0], [46, 0], [0, 46])).toEqual([
      [0, 0],
      [46, 0],
      [0, 46],
    ]);
  });

  test('are drawn larger, and not smaller, where a crowd does not come apart by that', () => {
    const crowd = parted(...Array.from({ length: 120 }, (_, k): [number, number] => [k / 100, 0]));
    const across = crowd.map(([x]) => x).sort((a, b) => a - b);
    const gaps = across.slice(1).map((x, k) => x - (across[k] ?? NaN));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(46 - 1e-9);
    expect(Math.max(...gaps)).toBeLessThan(4 * 46);
  });
});
