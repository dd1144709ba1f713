import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTangle } from './count-tangle.ts';
import { labelBox } from './label-box.ts';
import { layoutQuality } from './layout-quality.ts';
import type { DrawnTie, SociogramLayout } from './sociogram.ts';

const sizes = {
  width: 1000,
  height: 750,
  nodeRadius: 14,
  characterWidth: 7,
  labelHeight: 14,
  labelGap: 2,
  gap: 4,
};

function drawing(places: readonly (readonly [number, number])[], ties: readonly DrawnTie[]): SociogramLayout {
  return {
    width: sizes.width,
    height: sizes.height,
    nodeRadius: sizes.nodeRadius,
    ties,
    pupils: places.map(([x, y], k) => ({
      id: `${k}`,
      label: 'Ida',
      x,
      y,
      labelSide: 'below',
      labelBox: labelBox({ x, y }, 'Ida', 'below', sizes),
    })),
  };
}

const tie = (from: number, to: number, control: DrawnTie['control'] = null): DrawnTie => ({
  from: `${from}`,
  to: `${to}`,
  mutual: true,
  control,
});

const square = [
  [100, 100],
  [300, 100],
  [300, 300],
  [100, 300],
] as const;

describe('the quality of a sociogram', () => {
  it('counts a crossing of straight lines once, and no common end', () => {
    expect(layoutQuality(drawing(square, [tie(0, 2), tie(1, 3)])).crossings).toBe(1);
    expect(layoutQuality(drawing(square, [tie(0, 2), tie(0, 1), tie(1, 2)])).crossings).toBe(0);
  });

  it('counts the crossings of a curve where it runs', () => {
    const curved = tie(0, 2, { x: 500, y: -100 });
    expect(layoutQuality(drawing(square, [curved, tie(1, 3)])).crossings).toBe(0);
  });

  it('counts a curve that meets a line again after their common end, and not the end itself', () => {
    const places = [
      [100, 300],
      [500, 200],
      [500, 300],
    ] as const;
    const curved = tie(0, 2, { x: 300, y: 90 });
    expect(layoutQuality(drawing(places, [curved, tie(0, 1)])).crossings).toBe(1);
    expect(layoutQuality(drawing(places, [tie(0, 2), tie(0, 1), tie(2, 1)])).crossings).toBe(0);
  });

  it('counts a line over the circle of a third pupil, and not one that bows round it', () => {
    const row = [
      [100, 100],
      [300, 105],
      [500, 100],
    ] as const;
    expect(layoutQuality(drawing(row, [tie(0, 2)])).edgesOverNodes).toBe(1);
    expect(layoutQuality(drawing(row, [tie(0, 2, { x: 300, y: 20 })])).edgesOverNodes).toBe(0);
  });

  it('counts circles and names that overlap, and those outside the frame', () => {
    expect(
      layoutQuality(
        drawing(
          [
            [100, 100],
            [120, 100],
          ],
          [],
        ),
      ).overlaps,
    ).toBe(2);
    expect(
      layoutQuality(
        drawing(
          [
            [100, 100],
            [100, 128],
          ],
          [],
        ),
      ).overlaps,
    ).toBe(1);
    expect(
      layoutQuality(
        drawing(
          [
            [12, 100],
            [300, 730],
          ],
          [],
        ),
      ).outside,
    ).toBe(2);
  });

  it('has no stress for a drawing true to the distances, at any size', () => {
    const triangle = (side: number): SociogramLayout =>
      drawing(
        [
          [0, 0],
          [side, 0],
          [side / 2, (side * Math.sqrt(3)) / 2],
        ],
        [tie(0, 1), tie(1, 2), tie(0, 2)],
      );
    expect(layoutQuality(triangle(100)).stress).toBeCloseTo(0, 12);
    expect(layoutQuality(triangle(400)).stress).toBeCloseTo(0, 12);
  });

  it('has the stress worked out by hand for a right angle drawn for a path of two mutual ties', () => {
    // Drawn 1, 1, √2 for wanted 1, 1, 2: ratios 1, 1, 1/√2; least mean of (r/s − 1)² is 1 − (Σr)² / (3 Σr²).
    const ratios = 2 + Math.SQRT1_2;
    const expected = 1 - (ratios * ratios) / (3 * 2.5);
    const corner = drawing(
      [
        [300, 100],
        [100, 100],
        [100, 300],
      ],
      [tie(0, 1), tie(1, 2)],
    );
    expect(layoutQuality(corner).stress).toBeCloseTo(expected, 12);
  });

  it('agrees with the count used while drawing', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 750 }));
    const places = fc.uniqueArray(place, { minLength: 4, maxLength: 10, selector: String });
    fc.assert(
      fc.property(places, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 }), (at, ends) => {
        const pairs = new Map(
          ends
            .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
            .filter(([a, b]) => a < b && b < at.length)
            .map(([a, b]) => [`${a} ${b}`, { from: a, to: b, mutual: true }]),
        );
        const ties = [...pairs.values()];
        const coordinates = {
          xs: Float64Array.from(at, ([x]) => x),
          ys: Float64Array.from(at, ([, y]) => y),
        };
        const counted = countTangle(coordinates, ties, sizes.nodeRadius).crossings;
        const layout = drawing(
          at,
          ties.map(({ from, to }) => tie(from, to)),
        );
        expect(counted).toBe(layoutQuality(layout).crossings);
      }),
    );
  });
});
