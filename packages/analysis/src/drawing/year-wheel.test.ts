import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleOf, daysPath, dayUnder, lanesOf, middleOf, monthsOf, yearWheel } from './year-wheel.ts';

const wheel = yearWheel('2027-08-23');

describe('a year as a wheel', () => {
  it('begins with the month the year begins in, at the top, and has leap day', () => {
    expect(wheel).toEqual({ first: '2027-08-01', days: 366 });
    expect(angleOf(wheel, '2027-08-01')).toBe(0);
    expect(yearWheel('2026-08-17').days).toBe(365);
  });

  it('has winter opposite summer', () => {
    expect(middleOf(wheel, { startsOn: '2028-01-31', endsOn: '2028-01-31' }, 10).y).toBeGreaterThan(9.9);
    expect(middleOf(wheel, { startsOn: '2027-10-31', endsOn: '2027-10-31' }, 10).x).toBeGreaterThan(9.9);
  });

  it('has twelve months from August to July', () => {
    const months = monthsOf(wheel);
    expect(months.map(({ month }) => month)[0]).toBe('2027-08');
    expect(months.find(({ month }) => month === '2028-02')?.endsOn).toBe('2028-02-29');
    expect(months.at(-1)).toEqual({ month: '2028-07', startsOn: '2028-07-01', endsOn: '2028-07-31' });
  });

  it('finds the day under the place of every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 }),
        fc.double({ min: 1, max: 300, noNaN: true }),
        (after, r) => {
          const day = new Date(Date.UTC(2027, 7, 1 + after)).toISOString().slice(0, 10);
          const { x, y } = middleOf(wheel, { startsOn: day, endsOn: day }, r);
          expect(dayUnder(wheel, x, y)).toBe(day);
        },
      ),
    );
  });

  it('draws days that lie wholly outside the year as nothing', () => {
    const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
    const outside = daysPath(wheel, { startsOn: '2029-01-01', endsOn: '2029-02-01' }, { inner: 1, outer: 2 });
    expect(numbers(outside).every(Number.isFinite)).toBe(true);
  });
});

it('lanes hold what does not meet, and as few as there are at once', () => {
  const day = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { maxLength: 20 }), (drawn) => {
      const at = (count: number) => new Date(Date.UTC(2027, 7, count)).toISOString().slice(0, 10);
      const stretches = drawn.map(([from, length]) => ({ startsOn: at(from), endsOn: at(from + length) }));
      const lanes = lanesOf(stretches);
      for (const [a, one] of stretches.entries())
        for (const [b, other] of stretches.entries())
          if (a < b && one.startsOn <= other.endsOn && other.startsOn <= one.endsOn)
            expect(lanes[a]).not.toBe(lanes[b]);
      const most = Math.max(
        0,
        ...stretches.map(
          (one) =>
            stretches.filter((other) => other.startsOn <= one.startsOn && one.startsOn <= other.endsOn)
              .length,
        ),
      );
      expect(new Set(lanes).size).toBe(most);
    }),
  );
});
