import { describe, expect, it } from 'vitest';
import { answersLaterUntil, graceEnds } from './late.ts';

/** Autumn break in week 40. */
const calendar = {
  startsOn: '2026-08-17',
  endsOn: '2027-06-18',
  free: [{ startsOn: '2026-09-28', endsOn: '2026-10-02' }],
};
const at = (moment: string) => new Date(moment);

describe('answers that are late', () => {
  it.each([
    ['on a Tuesday, until Wednesday evening', '2026-09-15T10:00:00Z', '2026-09-16T21:00:00Z'],
    ['late on a Tuesday evening, a whole day', '2026-09-15T21:30:00Z', '2026-09-16T21:30:00Z'],
    ['on a Friday, over the weekend', '2026-09-18T10:00:00Z', '2026-09-21T21:00:00Z'],
    ['on the last day before a break, over the break', '2026-09-25T10:00:00Z', '2026-10-05T21:00:00Z'],
    ['in the last days of June, the next weekday', '2027-06-18T10:00:00Z', '2027-06-21T21:00:00Z'],
  ])('are taken in after a class was done %s', (_name, doneAt, until) => {
    expect(graceEnds(calendar, at(doneAt))).toEqual(at(until));
  });

  it('of a pupil who was away have five school days, however many days that is', () => {
    expect(answersLaterUntil(calendar, at('2026-09-14T10:00:00Z'))).toEqual(at('2026-09-21T21:00:00Z'));
    expect(answersLaterUntil(calendar, at('2026-09-24T10:00:00Z'))).toEqual(at('2026-10-08T21:00:00Z'));
  });
});
