import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedByOthers, type Other } from './expected-by-others.ts';
import { expectedInWords } from './expected-in-words.ts';

const scale = { lowest: 0, highest: 1 };
const share = fc.integer({ min: 0, max: 20 }).map((count) => count / 20);
const others = fc.array(fc.record({ before: share, after: share }), { minLength: 8, maxLength: 28 });
const spread: readonly Other[] = Array.from({ length: 10 }, (_, i) => ({
  before: i / 10,
  after: 0.25 + i / 20,
}));

describe('what the others of the class suggest', () => {
  test('is nothing below eight, and where all began alike', () => {
    expect(expectedByOthers(spread.slice(0, 7), 0, scale)).toBeNull();
    expect(expectedByOthers(spread.slice(0, 8), 0, scale)).not.toBeNull();
    expect(
      expectedByOthers(
        spread.map(({ after }) => ({ before: 0.5, after })),
        0,
        scale,
      ),
    ).toBeNull();
  });

  test('is nearer to the middle than where one began, when the line is flat', () => {
    expect(expectedByOthers(spread, 0, scale)).toMatchObject({ others: 10, asLow: 1 });
    expect(expectedByOthers(spread, 0, scale)?.expected).toBeCloseTo(0.25, 12);
    expect(expectedByOthers(spread, 0, scale)?.slope).toBeCloseTo(0.5, 12);
  });

  test('lies within its interval and the scale, whatever the class, and not on the order of pupils', () => {
    fc.assert(
      fc.property(others, share, (class_, at) => {
        const ours = expectedByOthers(class_, at, scale);
        if (ours === null) return;
        expect(ours.low).toBeGreaterThanOrEqual(0);
        expect(ours.high).toBeLessThanOrEqual(1);
        expect(ours.low).toBeLessThanOrEqual(ours.expected + 1e-12);
        expect(ours.high).toBeGreaterThanOrEqual(ours.expected - 1e-12);
        const turned = expectedByOthers(class_.toReversed(), at, scale);
        expect(turned?.expected).toBeCloseTo(ours.expected, 10);
        expect(turned?.asLow).toBe(ours.asLow);
      }),
    );
  });

  test('is widest far from where the others began', () => {
    const open = { lowest: -99, highest: 99 };
    fc.assert(
      fc.property(others, (class_) => {
        const width = (at: number): number => {
          const ours = expectedByOthers(class_, at, open);
          return ours === null ? 0 : ours.high - ours.low;
        };
        const middle = class_.reduce((sum, { before }) => sum + before, 0) / class_.length;
        expect(width(middle)).toBeLessThanOrEqual(width(middle - 1) + 1e-9);
        expect(width(middle - 1)).toBeLessThanOrEqual(width(middle - 2) + 1e-9);
      }),
    );
  });
});

describe('in words', () => {
  const words = {
    value: (value: number) => String(Math.round(value * 20)),
    unit: ' valg',
    alike: 'elever med like få valg',
  };
  const noisy = spread.map(({ before, after }, i) => ({
    before,
    after: after + (i % 2 === 0 ? 0.05 : -0.05),
  }));

  test('it says what is usual, and what the seen is beside it, without a verdict', () => {
    const expected = expectedByOthers(noisy, 0, scale);
    const inside = expectedInWords(expected, 0.3, words).join(' ');
    expect(inside).toContain('får elever med like få valg i snitt 5 valg neste gang, uten dette tiltaket');
    expect(inside).toContain('innenfor det som også hender uten tiltak');
    const above = expectedInWords(expected, 0.9, words).join(' ');
    expect(above).toContain('høyere enn det som vanligvis hender. Hva det kommer av, sier tallet ikke.');
    expect(`${inside} ${above}`).not.toMatch(/virk/iu);
  });

  test('it says when none began as low, and when the others are too few', () => {
    const low = expectedByOthers(noisy.slice(1), 0, scale);
    expect(expectedInWords(low, null, words)).toContain(
      'Ingen av de andre begynte så lavt, så tallet er usikkert.',
    );
    expect(expectedInWords(null, 0.5, words)).toEqual([
      'Færre enn 8 andre elever å sammenligne med, eller alle begynte likt. Da vet vi ikke hva som hadde skjedd uten tiltak.',
    ]);
  });
});
