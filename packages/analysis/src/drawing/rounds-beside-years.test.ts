import { expect, test } from 'vitest';
import { roundsBesideYears } from './rounds-beside-years.ts';

const frame = { width: 300, height: 100, margin: { top: 10, right: 0, bottom: 10, left: 0 } };
const years = [
  { year: 2024, value: 5 },
  { year: 2025, value: null },
];

test('rounds stand within their year, in order, on the scale of the line', () => {
  const chart = roundsBesideYears(
    years,
    [
      { year: 2025, value: 1 },
      { year: 2025, value: 3 },
      { year: 2026, value: 5 },
    ],
    [1, 3, 5],
    frame,
  );
  expect(chart.years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  expect(chart.dots.map(({ year, y }) => [year, y])).toEqual([
    [2025, 90],
    [2025, 50],
    [2026, 10],
  ]);
  const [first, second, third] = chart.dots.map(({ x }) => x);
  expect(first).toBeLessThan(second ?? 0);
  expect(first).toBeGreaterThan(100);
  expect(second).toBeLessThan(200);
  expect(third).toBe(chart.years[2]?.x);
});

test('a round that is hidden leaves its place, and moves no other', () => {
  const of = (value: number | null) =>
    roundsBesideYears(
      years,
      [
        { year: 2025, value },
        { year: 2025, value: 3 },
      ],
      [1, 3, 5],
      frame,
    );
  expect(of(null).dots).toEqual(of(2).dots.slice(1));
  expect(of(null).ownPath).toBe(of(5).ownPath);
});
