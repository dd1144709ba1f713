import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../wellbeing/mean-interval.ts';
import { roundsChart, type RoundValue } from './rounds-chart.ts';

const frame = { width: 300, height: 120, margin: { top: 10, right: 12, bottom: 20, left: 30 } };
const roundOf = (i: number, values: readonly number[]): RoundValue => ({
  roundId: `r${i}`,
  label: `uke ${i}`,
  ...meanInterval(values, 1, 5),
});

describe('a chart over rounds', () => {
  test('draws nothing outside its frame, whatever was answered', () => {
    const answers = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), (rounds) => {
        const chart = roundsChart(
          rounds.map((values, i) => roundOf(i, values)),
          frame,
        );
        for (const { x, dot, interval } of chart.rounds) {
          expect(x).toBeGreaterThanOrEqual(frame.margin.left);
          expect(x).toBeLessThanOrEqual(frame.width - frame.margin.right);
          for (const y of [dot, interval?.low ?? null, interval?.high ?? null]) {
            if (y === null) continue;
            expect(y).toBeGreaterThanOrEqual(frame.margin.top);
            expect(y).toBeLessThanOrEqual(frame.height - frame.margin.bottom);
          }
        }
      }),
    );
  });

  test('puts the best highest and the rounds from left to right', () => {
    const { rounds, ticks } = roundsChart([roundOf(0, [1, 1]), roundOf(1, [5, 5])], frame);
    expect(rounds.map(({ dot }) => dot)).toEqual([100, 10]);
    expect((rounds[0]?.x ?? 0) < (rounds[1]?.x ?? 0)).toBe(true);
    expect(ticks).toEqual([
      { value: 1, y: 100 },
      { value: 3, y: 55 },
      { value: 5, y: 10 },
    ]);
  });

  test('breaks the line at a round nobody answered, and draws no dot there', () => {
    const chart = roundsChart(
      [roundOf(0, [2, 3]), roundOf(1, [4, 4]), roundOf(2, []), roundOf(3, [4])],
      frame,
    );
    expect(chart.rounds[2]).toMatchObject({ dot: null, interval: null });
    expect(chart.path.match(/M/g)).toHaveLength(2);
  });

  test('has no interval on one answer', () => {
    expect(roundsChart([roundOf(0, [4])], frame).rounds[0]?.interval).toBeNull();
  });
});
