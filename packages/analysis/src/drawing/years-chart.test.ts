import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yearsChart, type YearValue } from './years-chart.ts';

const frame = { width: 300, height: 120, margin: { top: 10, right: 12, bottom: 20, left: 30 } };
const ticks = [1, 3, 5];

describe('a chart over years', () => {
  test('draws nothing outside its frame, whatever the numbers are', () => {
    const value = fc.option(fc.double({ min: -10, max: 110, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.record({ own: value, beside: value }), { maxLength: 12 }), (pairs) => {
        const chart = yearsChart(
          pairs.map((pair, at) => ({ year: 2010 + at, ...pair })),
          ticks,
          frame,
        );
        for (const { x, own, beside } of chart.years) {
          expect(x).toBeGreaterThanOrEqual(30);
          expect(x).toBeLessThanOrEqual(288);
          for (const y of [own, beside]) {
            if (y === null) continue;
            expect(y).toBeGreaterThanOrEqual(10);
            expect(y).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });

  test('puts the highest value at the top and the years from left to right', () => {
    const chart = yearsChart(
      [
        { year: 2022, own: 1, beside: 3 },
        { year: 2023, own: 5, beside: 3 },
      ],
      ticks,
      frame,
    );
    expect(chart.years.map(({ own, beside }) => [own, beside])).toEqual([
      [100, 55],
      [10, 55],
    ]);
    expect((chart.years[0]?.x ?? 0) < (chart.years[1]?.x ?? 0)).toBe(true);
    expect(chart.ticks.map(({ y }) => y)).toEqual([100, 55, 10]);
  });

  test('D4: is the same whatever a hidden number was, with a gap in its own line only', () => {
    const values = (own: number | null): YearValue[] =>
      [4, own, 4, 4].map((each, at) => ({ year: 2020 + at, own: each, beside: 4 }));
    const chart = yearsChart(values(null), ticks, frame);
    expect(chart.years[1]).toMatchObject({ own: null, beside: 32.5 });
    expect(chart.ownPath.match(/M/g)).toHaveLength(2);
    expect(chart.besidePath.match(/M/g)).toHaveLength(1);
  });
});
