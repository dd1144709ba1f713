import { expect, it } from 'vitest';
import { heldOn, wheelParts } from './wheel-parts.ts';
import { yearItems } from './year-months.ts';

const round = (key: string, opensOn: string, closesOn: string, grades: readonly [number, number]) => ({
  ...{ key, roundId: key, kind: 'wellbeing' as const, name: key, state: 'planned' as const },
  ...{ opensOn, closesOn, fromGrade: grades[0], toGrade: grades[1] },
});
const year = { terms: [], periods: [], entries: [] };

it('rounds of other grades that are open at once share their ring', () => {
  const rounds = [
    round('a', '2026-10-05', '2026-10-12', [1, 4]),
    round('b', '2026-10-08', '2026-10-15', [5, 7]),
    round('c', '2026-11-16', '2026-11-23', [1, 7]),
  ];
  const parts = wheelParts('2026-08-17', yearItems(year, rounds)).rounds;
  const inner = new Map(parts.map((part) => [part.round.key, part.ring.inner]));
  expect(inner.get('a')).toBe(inner.get('c'));
  expect(inner.get('a')).not.toBe(inner.get('b'));
});

it('has a number for each week of the year from August, with week 53', () => {
  const weeks = wheelParts('2026-08-17', []).weeks.map(({ number }) => number);
  expect(weeks.slice(0, 2)).toEqual([32, 33]);
  expect(weeks).toContain(53);
});

it.each([
  ['2026-10-19', '2026-10-12'],
  ['2026-10-15', '2026-10-05'],
  ['2026-10-09', '2026-10-05'],
  ['2026-12-29', '2026-12-21'],
  ['2026-09-29', '2026-09-21'],
])('taken on 12 October and held over %s, a round opens on %s', (under, opensOn) => {
  expect(heldOn('2026-10-05', '2026-10-12', under)).toBe(opensOn);
});
