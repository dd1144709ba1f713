import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Other } from './expected-by-others.ts';
import { expectedByOthers } from './expected-by-others.ts';
import { pairedDifference } from './paired-difference.ts';
import { scoreOfClass } from './score-of-class.ts';

type Interval = { readonly low: number; readonly high: number };

const reference = JSON.parse(readFileSync(new URL('./effect-reference.json', import.meta.url), 'utf8')) as {
  paired: readonly (Interval & {
    readonly table: readonly [number, number, number, number];
    readonly difference: number;
  })[];
  lines: readonly (Interval & {
    readonly others: readonly Other[];
    readonly at: number;
    readonly slope: number;
    readonly expected: number;
  })[];
  scores: readonly (Interval & { readonly pairs: readonly Other[]; readonly difference: number })[];
}; // written by scripts/reference-values/effect.py

describe('what scipy reckons', () => {
  test.each(reference.paired)('of the paired table $table', ({ table, difference, low, high }) => {
    const [n11, n10, n01, n00] = table;
    const ours = pairedDifference({ n11, n10, n01, n00 });
    expect(ours?.difference).toBeCloseTo(difference, 12);
    expect(ours?.low).toBeCloseTo(low, 9);
    expect(ours?.high).toBeCloseTo(high, 9);
  });

  test.each(reference.lines)('of a line through $others.length others', (line) => {
    const ours = expectedByOthers(line.others, line.at, { lowest: -9, highest: 9 });
    expect(ours?.slope).toBeCloseTo(line.slope, 10);
    expect(ours?.expected).toBeCloseTo(line.expected, 10);
    // The quantile of t is an expansion, off by less than 0.001 from six degrees of freedom.
    expect(ours?.low).toBeCloseTo(line.low, 3);
    expect(ours?.high).toBeCloseTo(line.high, 3);
  });

  test.each(reference.scores)('of $pairs.length differences', ({ pairs, difference, low, high }) => {
    const ours = scoreOfClass(pairs);
    expect(ours?.difference).toBeCloseTo(difference, 12);
    expect(ours?.low).toBeCloseTo(low, 3);
    expect(ours?.high).toBeCloseTo(high, 3);
  });
});
