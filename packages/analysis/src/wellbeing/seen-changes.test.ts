import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedByBenjaminiHochberg, seenChanges } from './seen-changes.ts';

const row = (rowId: string, before: readonly number[], now: readonly number[]) => ({
  rowId,
  pairs: before.map((value, i) => ({ before: value, now: now[i] ?? value })),
});

describe('values adjusted for how many rows are looked at', () => {
  // The fifteen p-values of Benjamini & Hochberg 1995, section 4: four are kept at 5 %.
  test('keep the four of the paper', () => {
    const values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const kept = adjustedByBenjaminiHochberg(values).map((value) => value <= 0.05);
    expect(kept).toEqual(values.map((_, i) => i < 4));
    expect(adjustedByBenjaminiHochberg(values)[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  test('are never smaller than they were, nor above one, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const adjusted = adjustedByBenjaminiHochberg(values);
        values.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value - 1e-15);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          values.forEach((other, j) => {
            if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
          });
        });
      }),
    );
  });
});

describe('change between two rounds', () => {
  const threes = Array.from({ length: 8 }, () => 3);
  const rising = row('rising', threes, [4, 4, 4, 5, 5, 4, 4, 5]);

  test('is seen when all rose, on its own', () => {
    const change = seenChanges([rising]).get('rising');
    expect(change).toMatchObject({ pairs: 8, before: 3, now: 4.375, effect: 1, seen: true });
  });

  test('that holds alone may not hold among many rows', () => {
    const six = row('six', [3, 3, 3, 3, 3, 3], [4, 4, 4, 4, 4, 4]);
    expect(seenChanges([six]).get('six')?.seen).toBe(true);
    const still = Array.from({ length: 9 }, (_, i) => row(`still${i}`, threes, threes));
    expect(seenChanges([six, ...still]).get('six')?.seen).toBe(false);
  });

  test('of counts compares all who answered, and is judged among the pairs of the same table', () => {
    const counts = {
      rowId: 'counts',
      before: [{ score: 3, count: 9 }],
      now: [
        { score: 4, count: 5 },
        { score: 5, count: 4 },
      ],
    };
    const change = seenChanges([counts, rising]).get('counts');
    expect(change).toMatchObject({ pairs: null, before: 3, effect: 1, seen: true });
    expect(change?.now).toBeCloseTo(4 + 4 / 9, 12);
    expect(seenChanges([{ ...counts, now: [] }]).size).toBe(0);
    const still = Array.from({ length: 99 }, (_, i) => row(`still${i}`, threes, threes));
    const two = { ...counts, before: [{ score: 3, count: 4 }], now: [{ score: 4, count: 4 }] };
    expect(seenChanges([two]).get('counts')?.seen).toBe(true);
    expect(seenChanges([two, ...still]).get('counts')?.seen).toBe(false);
  });

  test('of a row nobody answered both times is not there', () => {
    expect(seenChanges([row('none', [], []), rising]).has('none')).toBe(false);
  });
});
