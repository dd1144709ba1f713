import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../wellbeing/mean-interval.ts';
import { barKey, barSvg, roundsSvg } from './chart-svg.ts';

const optionsOf = (counts: readonly number[], scored: boolean) =>
  counts.map((count, i) => ({ optionId: `o${i}`, text: `${i}`, score: scored ? 5 - i : null, count }));

const numbers = (found: string | undefined): number => Number(found);

describe('a bar as a drawing of its own', () => {
  test('has everyone in it and nothing outside it, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }), fc.boolean(), (counts, scored) => {
        const svg = barSvg(optionsOf(counts, scored));
        const rects = [...svg.matchAll(/<rect x="([^"]+)" y="7" width="([^"]+)"/g)].map(([, x, width]) => ({
          x: numbers(x),
          width: numbers(width),
        }));
        const all = counts.reduce((sum, count) => sum + count, 0);
        expect(rects).toHaveLength(counts.filter((count) => count > 0).length);
        for (const { x, width } of rects) {
          expect(x).toBeGreaterThanOrEqual(-0.01);
          expect(x + width).toBeLessThanOrEqual(1000.02);
        }
        const drawn = rects.reduce((sum, { width }) => sum + width, 0);
        expect(Math.abs(drawn - (all === 0 ? 0 : scored ? 500 : 1000))).toBeLessThan(0.1);
      }),
    );
  });

  test('writes the counts that fit', () => {
    const written = [...barSvg(optionsOf([12, 0, 5, 0, 1], true)).matchAll(/>(\d+)<\/text>/g)];
    expect(written.map(([, count]) => count)).toEqual(['5', '12']);
  });
});

test('the key of a bar has the fills of the bar, from low to high', () => {
  const options = optionsOf([3, 0, 2, 4, 1], true);
  const drawn = [...barSvg(options).matchAll(/fill="(#\w+)" stroke/g)].map(([, fill]) => fill);
  expect(barKey(options).flatMap(({ count, fill }) => (count > 0 ? [fill] : []))).toEqual(drawn);
  expect(barKey(options).map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
});

test('a chart over rounds numbers its rounds and draws a dot for each that was answered', () => {
  const frame = { width: 300, height: 120, margin: { top: 10, right: 12, bottom: 20, left: 30 } };
  const values = [[3, 4], [], [5, 5, 4]].map((round, i) => ({
    roundId: `r${i}`,
    label: `Runde ${i}`,
    ...meanInterval(round, 1, 5),
  }));
  const svg = roundsSvg(values, frame);
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect([...svg.matchAll(/middle" fill="#52606a">(\d)</g)].map(([, number]) => number)).toEqual([
    '1',
    '2',
    '3',
  ]);
});
