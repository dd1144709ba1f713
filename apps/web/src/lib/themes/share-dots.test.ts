import { expect, test } from 'vitest';
import { drawShares } from './share-dots.ts';

const frame = { width: 100, height: 50, side: 10, top: 5 };
const rounds = ['2025/2026', '2025/2026', '2026/2027'].map((schoolYear, i) => ({
  ...{ roundId: `r${i}`, name: `Runde ${i}`, schoolYear, releasedAt: '2026-10-01T10:00:00Z' },
}));
const points = (shares: readonly (number | null)[]) =>
  shares.map((shareAbove, i) => ({ roundId: `r${i}`, size: 40, shareAbove }));

test('shares lie from the bottom up, round by round, and no line goes from one school year to the next', () => {
  const drawn = drawShares(rounds, points([0, 1, 0.5]), frame);
  expect(drawn.dots.map(({ x, y }) => [x, y])).toEqual([
    [10, 45],
    [50, 5],
    [90, 25],
  ]);
  expect(drawn.paths).toEqual(['M10 45L50 5', 'M90 25']);
  expect([drawn.borders, drawn.middle]).toEqual([[70], 25]);
});

test('D4: a hidden share has neither dot nor place on a line', () => {
  expect(drawShares(rounds, points([0, null, null]), frame).dots).toHaveLength(1);
});

test('one round lies in the middle', () => {
  expect(drawShares(rounds.slice(0, 1), points([1]), frame).dots).toEqual([{ roundId: 'r0', x: 50, y: 5 }]);
});
