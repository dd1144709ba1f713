import { describe, expect, it } from 'vitest';
import { graphDistances } from './graph-distance.ts';
import { majoriseStress } from './majorise.ts';
import { seededRandom } from './seeded-random.ts';
import { bestScale, normalisedStress, stressAtScale } from './stress.ts';

const one = (from: number, to: number) => ({ from, to, mutual: false });
const both = (from: number, to: number) => ({ from, to, mutual: true });
const rows = (n: number, values: Float64Array) =>
  Array.from({ length: n }, (_, i) => [...values.slice(i * n, (i + 1) * n)]);
const places = (...points: readonly (readonly [number, number])[]) => ({
  xs: Float64Array.from(points, ([x]) => x),
  ys: Float64Array.from(points, ([, y]) => y),
});

describe('the wanted distances of a class', () => {
  it('are 1 for a mutual tie, 1.15 for a one-way tie, 1.3 when nobody chose the chooser, and add along a path', () => {
    // 0 and 1 chose each other, 1 chose 2, and 3, whom nobody chose, chose 0.
    expect(rows(4, graphDistances(4, [both(0, 1), one(1, 2), one(3, 0)]))).toEqual([
      [0, 1, 2.15, 1.3],
      [1, 0, 1.15, 2.3],
      [2.15, 1.15, 0, expect.closeTo(3.45, 12)],
      [1.3, 2.3, expect.closeTo(3.45, 12), 0],
    ]);
  });

  it('take the shorter of two ways, and hold a mutual tie as chosen from both ends', () => {
    const [, second] = rows(3, graphDistances(3, [both(0, 1), one(1, 2), both(0, 2)]));
    expect(second).toEqual([1, 0, 1.15]);
    expect(graphDistances(3, [one(0, 1), both(0, 2)])[1]).toBe(1.15);
    expect(graphDistances(3, [one(0, 1), both(1, 2)])[1]).toBe(1.3);
  });

  it('are 2.5 between those no path joins, and more in a class of long paths', () => {
    expect(graphDistances(3, [both(0, 1)])[2]).toBe(2.5);
    const chain = Array.from({ length: 6 }, (_, k) => both(k, k + 1));
    expect(graphDistances(8, chain)[7]).toBeCloseTo(0.6 * 6 + 0.5, 12);
  });
});

describe('stress', () => {
  // Three in a row whose wanted distances are 1, 1 and 2: drawn with 10 and 20 px between them.
  const distances = graphDistances(3, [both(0, 1), both(1, 2)]);
  const row = places([0, 0], [6, 8], [18, 24]);

  it('is the mean over pairs of the squared share that is amiss', () => {
    // Drawn per unit: 10, 20 and 15; at a scale of 10 they are amiss by 0, 1 and 1/2.
    expect(stressAtScale(row, distances, 10)).toBeCloseTo((0 + 1 + 1 / 4) / 3, 12);
  });

  it('is least at the best scale, whatever the size of the drawing', () => {
    const best = bestScale(row, distances);
    expect(best).toBeCloseTo((100 + 400 + 225) / 45, 12);
    const least = stressAtScale(row, distances, best);
    expect(normalisedStress(row, distances)).toBe(least);
    for (const other of [0.98 * best, 1.02 * best])
      expect(stressAtScale(row, distances, other)).toBeGreaterThan(least);
    const larger = { xs: row.xs.map((x) => 7 * x), ys: row.ys.map((y) => 7 * y) };
    expect(normalisedStress(larger, distances)).toBeCloseTo(least, 12);
  });

  it('has scale 1 and is 0 without a pair, and is 1 with all in one spot', () => {
    expect(bestScale(places([3, 4]), Float64Array.of(0))).toBe(1);
    expect(normalisedStress(places([3, 4]), Float64Array.of(0))).toBe(0);
    const spot = places([5, 5], [5, 5], [5, 5]);
    expect(bestScale(spot, distances)).toBe(1);
    expect(normalisedStress(spot, distances)).toBe(1);
  });
});

describe('lowering stress', () => {
  const distances = graphDistances(4, [both(0, 1), both(1, 2), both(2, 3), one(0, 2)]);
  const scattered = () => {
    const random = seededRandom(3);
    return places(...Array.from({ length: 4 }, () => [100 * random(), 100 * random()] as const));
  };

  it('lowers it with every sweep, and stops where nothing moves', () => {
    const drawing = scattered();
    let before = stressAtScale(drawing, distances, 40);
    for (let sweep = 0; sweep < 10; sweep += 1) {
      majoriseStress(drawing, distances, 40, 1);
      const after = stressAtScale(drawing, distances, 40);
      expect(after).toBeLessThan(before + 1e-12);
      before = after;
    }
    expect(before).toBeLessThan(0.02);
    majoriseStress(drawing, distances, 40, 500);
    const still = { xs: drawing.xs.slice(), ys: drawing.ys.slice() };
    majoriseStress(drawing, distances, 40, 1);
    for (const axis of ['xs', 'ys'] as const)
      drawing[axis].forEach((at, i) => expect(Math.abs(at - (still[axis][i] ?? NaN))).toBeLessThan(0.2));
  });

  it('brings two pupils to the distance wanted, on the line between them', () => {
    const pair = places([0, 0], [30, 40]);
    majoriseStress(pair, graphDistances(2, [both(0, 1)]), 25, 1);
    // The first moves along the line until 25 px are left; the second then stands right.
    expect([...pair.xs, ...pair.ys]).toEqual([15, 30, 20, 40].map((at) => expect.closeTo(at, 9)));
  });

  it('moves an anchored pupil so much of the way back as the pull asks for, and a newcomer not at all', () => {
    const distances = graphDistances(2, [both(0, 1)]);
    const pulled = (pull: number, anchorX: number) => {
      const pair = places([0, 0], [30, 40]);
      const anchors = { xs: Float64Array.of(anchorX, NaN), ys: Float64Array.of(60, NaN), pull };
      majoriseStress(pair, distances, 25, 1, anchors);
      return [pair.xs[0], pair.ys[0]];
    };
    // Without a pull it comes to (15, 20); the anchor is (−45, 60).
    expect(pulled(0, -45)).toEqual([expect.closeTo(15, 9), expect.closeTo(20, 9)]);
    expect(pulled(1, -45)).toEqual([expect.closeTo(-15, 9), expect.closeTo(40, 9)]);
    expect(pulled(3, -45)).toEqual([expect.closeTo(-30, 9), expect.closeTo(50, 9)]);
    expect(pulled(3, NaN)).toEqual([expect.closeTo(15, 9), expect.closeTo(20, 9)]);
  });

  it('leaves one pupil alone', () => {
    const alone = places([7, 8]);
    majoriseStress(alone, Float64Array.of(0), 40, 5);
    expect([alone.xs[0], alone.ys[0]]).toEqual([7, 8]);
  });
});
