import { describe, expect, test } from 'vitest';
import { lastDay, overlap, relationState, startOfDay } from './relation-days.ts';

describe('a day begins at midnight in Norway', () => {
  // Clocks go forward on 29 March 2026 and back on 25 October 2026.
  test.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s at %s', (day, moment) => {
    expect(startOfDay(day).toISOString()).toBe(moment);
  });

  test.each(['2026-01-15', '2026-03-29', '2026-10-25', '2028-02-29'])(
    'and the day before %s is the last one of what ends then',
    (day) => {
      const before = new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      expect(lastDay(startOfDay(day))).toBe(before);
    },
  );
});

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));
const period = (from: number, to?: number) => ({ fromAt: at(from), toAt: to === undefined ? null : at(to) });

describe('two periods overlap', () => {
  test.each([
    [period(1, 5), period(4, 8), true],
    [period(1, 5), period(5, 8), false],
    [period(1, 9), period(3, 4), true],
    [period(1), period(20, 21), true],
    [period(10), period(1, 10), false],
    [period(1), period(30), true],
  ])('%o and %o: %s', (one, other, expected) => {
    expect(overlap(one, other)).toBe(expected);
    expect(overlap(other, one)).toBe(expected);
  });
});

describe('a relation', () => {
  const confirmed = { confirmedAt: at(1) };
  const proposal = { confirmedAt: null };
  test.each([
    ['is to come until it begins', { ...period(10), ...confirmed }, 9, 'coming'],
    ['is active from its first moment', { ...period(10), ...confirmed }, 10, 'active'],
    ['is active before its end', { ...period(1, 11), ...confirmed }, 10, 'active'],
    ['is ended at its end', { ...period(1, 10), ...confirmed }, 10, 'ended'],
    ['is proposed until somebody confirms, begun or not', { ...period(1), ...proposal }, 10, 'proposed'],
    ['is ended as a proposal whose days are over', { ...period(1, 10), ...proposal }, 10, 'ended'],
    ['is ended when called off before it began', { ...period(20, 10), ...confirmed }, 10, 'ended'],
  ] as const)('%s', (_what, relation, day, state) => {
    expect(relationState(relation, at(day))).toBe(state);
  });
});
