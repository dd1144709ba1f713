import { describe, expect, test } from 'vitest';
import { rowOf } from './item-cube.ts';
import { madeSchool } from './made-school.ts';

describe('a made school', () => {
  test('has 14 classes of 15–28 in seven grades and six rounds, the same for the same seed', () => {
    const school = madeSchool(1);
    expect(school).toEqual(madeSchool(1));
    expect(school).not.toEqual(madeSchool(2));
    expect(school.rounds).toHaveLength(6);
    expect(new Set(school.units.map(({ classId }) => classId)).size).toBe(14);
    expect(school.units.every(({ size }) => size >= 15 && size <= 28)).toBe(true);
    expect(madeSchool(1, 'small').units.every(({ size }) => size < 15)).toBe(true);
    const mixed = madeSchool(1, 'mixed').units.filter(({ classId }) => classId === '3B');
    expect(mixed.map(({ grade }) => grade)).toEqual([3, 4]);
  });

  test('answers unevenly: few say that something is wrong, and some are silent', () => {
    const cubes = madeSchool(1).rounds.flat();
    for (const { units, options } of cubes) {
      expect(units.every((unit) => rowOf(unit).every((count) => count >= 0))).toBe(true);
      const totals = units
        .map((unit) => rowOf(unit))
        .reduce((a, b) => a.map((count, i) => count + (b[i] ?? 0)));
      expect(totals[0] ?? 0).toBeGreaterThan(totals[options.length - 1] ?? 0);
      expect(totals.at(-1)).toBeGreaterThan(0);
    }
    expect(new Set(cubes.map(({ options }) => options.length))).toEqual(new Set([3, 5]));
  });
});
