import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedDifference } from './paired-difference.ts';

const count = fc.integer({ min: 0, max: 30 });
const table = fc.record({ n11: count, n10: count, n01: count, n00: count });

describe('the difference of two shares of the same ones', () => {
  // Textbooks give first less second: their n10 and n01 change places here.
  test.each([
    ['sputum on two media, Armitage & Berry, in Newcombe 1998', [20, 2, 12, 16], 0.2, 0.0562, 0.3292],
    ['airways before and after, Bentur et al. 2009', [1, 7, 1, 12], -0.2857, -0.5069, -0.0256],
    ['table 6.2 of Altman et al. 2000', [14, 0, 5, 22], 0.122, 0.0115, 0.2265],
  ] as const)('of %s', (_, [n11, n10, n01, n00], difference, low, high) => {
    const ours = pairedDifference({ n11, n10, n01, n00 });
    expect(ours?.difference).toBeCloseTo(difference, 4);
    expect(ours?.low).toBeCloseTo(low, 4);
    expect(ours?.high).toBeCloseTo(high, 4);
  });

  test('of nobody is nothing', () => {
    expect(pairedDifference({ n11: 0, n10: 0, n01: 0, n00: 0 })).toBeNull();
  });

  test('lies within an interval of some width, within −1 to 1', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const ours = pairedDifference(cells);
        if (ours === null) return;
        expect(ours.low).toBeGreaterThanOrEqual(-1);
        expect(ours.high).toBeLessThanOrEqual(1);
        expect(ours.low).toBeLessThanOrEqual(ours.difference + 1e-12);
        expect(ours.high).toBeGreaterThanOrEqual(ours.difference - 1e-12);
        expect(ours.high - ours.low).toBeGreaterThan(0);
      }),
    );
  });

  test('turns about when the times do, and when yes becomes no', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const ours = pairedDifference(cells);
        const times = pairedDifference({ ...cells, n10: cells.n01, n01: cells.n10 });
        const said = pairedDifference({ n11: cells.n00, n10: cells.n01, n01: cells.n10, n00: cells.n11 });
        for (const other of [times, said]) {
          expect(other?.difference ?? 0).toBeCloseTo(-(ours?.difference ?? 0), 12);
          expect(other?.low ?? 0).toBeCloseTo(-(ours?.high ?? 0), 12);
          expect(other?.high ?? 0).toBeCloseTo(-(ours?.low ?? 0), 12);
        }
      }),
    );
  });
});
