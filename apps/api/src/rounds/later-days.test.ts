import { expect, test } from 'vitest';
import { laterDays } from './later-days.ts';

const calendar = {
  startsOn: '2026-08-17',
  endsOn: '2027-06-18',
  free: [{ startsOn: '2026-11-18', endsOn: '2026-11-18' }],
};
const sitting = {
  state: 'open',
  // The evening of Monday the 16th in Norway.
  closes_at: new Date('2026-11-16T21:00:00Z'),
  round_class_id: null,
  round_closes_on: '2026-11-23',
};
const now = new Date('2026-11-12T09:00:00Z');

test('a round of the school can be answered until its last day, on school days', () => {
  expect(laterDays(calendar, sitting, now)).toEqual(['2026-11-17', '2026-11-19', '2026-11-20', '2026-11-23']);
});
test('one that lasts as long as its round has no later day', () => {
  expect(laterDays(calendar, { ...sitting, round_closes_on: '2026-11-16' }, now)).toEqual([]);
});
test('a round of the class’s own can be moved ten school days on', () => {
  const own = laterDays(calendar, { ...sitting, round_class_id: 'class' }, now);
  expect(own).toHaveLength(10);
  expect(own.at(-1)).toBe('2026-12-01');
});
test('a day that has been is not offered, and a closed sitting has none', () => {
  const late = new Date('2026-11-19T09:00:00Z');
  expect(laterDays(calendar, sitting, late)).toEqual(['2026-11-19', '2026-11-20', '2026-11-23']);
  expect(laterDays(calendar, { ...sitting, state: 'closed' }, now)).toEqual([]);
});
