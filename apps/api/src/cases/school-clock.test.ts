import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { joinYears } from '../calendar/joined-years.ts';
import { freePeriodsFrom, usualYear } from '../calendar/year-template.ts';
import { counterOf } from './counter.ts';
import { evaluationReminder } from './evaluation-reminder.ts';
import { urgencyOf } from './urgency.ts';

const yearFrom = (start: number) => ({ ...usualYear(start), free: freePeriodsFrom(start) });
/** Nobody has entered the year after. */
const oneYear = joinYears([yearFrom(2026)]);
const twoYears = joinYears([yearFrom(2027), yearFrom(2026)]);

const counted = (knownOn: string, today: string, calendar = oneYear) =>
  counterOf({ knownOn, closedOn: null, entries: [] }, calendar, today).days;

describe('the counter of a case', () => {
  it.each([
    ['a weekend', '2026-11-20', '2026-11-23'],
    ['a weekend, known on the Saturday', '2026-11-21', '2026-11-23'],
    ['week 40', '2026-09-25', '2026-10-05'],
    ['week 40, known within it', '2026-09-30', '2026-10-05'],
    ['the night the clocks go back', '2026-10-23', '2026-10-26'],
    ['Christmas and New Year', '2026-12-18', '2027-01-04'],
    ['week 8', '2027-02-19', '2027-03-01'],
    ['Easter and the night the clocks go forward', '2027-03-19', '2027-03-30'],
    ['Ascension day', '2027-05-05', '2027-05-07'],
    ['the summer, to a year that nobody has entered', '2027-06-25', '2027-08-23'],
  ])('stands still over %s', (_what, knownOn, firstDay) => {
    expect(counted(knownOn, addDays(firstDay, -1))).toBe(0);
    expect(counted(knownOn, firstDay)).toBe(1);
  });

  it('is the same in August whether the new year has been entered or not, and in the July before the first', () => {
    for (const today of ['2027-07-15', '2027-08-02', '2027-08-20', '2027-08-23'])
      expect(counted('2027-06-24', today), today).toBe(counted('2027-06-24', today, twoYears));
    expect(counted('2026-07-06', '2026-08-14')).toBe(0);
    expect(counted('2026-07-06', '2026-08-17')).toBe(1);
  });

  it('counts weekdays where a school has no calendar', () => {
    expect(counted('2026-11-20', '2026-11-24', joinYears([]))).toBe(2);
  });

  it('stops at the plan, and begins anew when a case is opened anew', () => {
    const entry = (kind: string, occurredOn: string) => ({ kind, occurredOn });
    const entries = [entry('plan', '2026-10-06'), entry('reopened', '2026-12-17')];
    const of = (upTo: number, today: string) =>
      counterOf({ knownOn: '2026-09-25', closedOn: null, entries: entries.slice(0, upTo) }, oneYear, today);
    expect(of(1, '2026-11-01')).toEqual({ days: 2, norm: 5, stoppedOn: '2026-10-06' });
    expect(of(2, '2027-01-05')).toEqual({ days: 3, norm: 5, stoppedOn: null });
  });
});

const urgencyOn = (evaluateOn: string, today: string, calendar = oneYear) =>
  urgencyOf(
    { stage: 'planned', evaluateOn, counter: { days: 0, norm: 5, stoppedOn: today }, responsible: true },
    calendar,
    today,
  );

describe('an evaluation', () => {
  it.each([
    ['a weekend', '2026-11-20', '2026-11-22', '2026-11-23'],
    ['week 40', '2026-09-25', '2026-10-04', '2026-10-05'],
    ['the night the clocks go back', '2026-10-23', '2026-10-25', '2026-10-26'],
    ['Christmas and New Year', '2026-12-18', '2027-01-03', '2027-01-04'],
    ['week 8', '2027-02-19', '2027-02-28', '2027-03-01'],
    ['Easter and the night the clocks go forward', '2027-03-19', '2027-03-29', '2027-03-30'],
    ['the summer', '2027-06-25', '2027-08-22', '2027-08-23'],
  ])('is not overdue over %s, and is when school begins', (_what, evaluateOn, still, begun) => {
    expect(urgencyOn(evaluateOn, still)).toBe('evaluation_soon');
    expect(urgencyOn(evaluateOn, begun)).toBe('evaluation_overdue');
  });

  it('on a free day is due on the next with school', () => {
    expect(urgencyOn('2026-10-01', '2026-10-05')).toBe('evaluation_soon');
    expect(urgencyOn('2026-10-01', '2026-10-06')).toBe('evaluation_overdue');
  });

  it.each([
    ['week 40', '2026-10-05', '2026-09-21', '2026-09-18'],
    ['week 8', '2027-03-01', '2027-02-15', '2027-02-12'],
    ['New Year', '2027-01-04', '2026-12-14', '2026-12-11'],
  ])('right after %s is near when five school days are left', (_what, evaluateOn, near, far) => {
    expect(urgencyOn(evaluateOn, near)).toBe('evaluation_soon');
    expect(urgencyOn(evaluateOn, far)).toBe('running');
  });
});

describe('whoever is responsible for an evaluation', () => {
  const told = (evaluateOn: string, now: Date) => evaluationReminder(evaluateOn, oneYear, now)?.kind;
  const before = (now: Date) => new Date(now.getTime() - 1);

  it.each([
    ['in the autumn', '2026-11-24', '2026-11-24T06:00Z', '2026-11-25T06:00Z'],
    ['over a weekend', '2026-11-20', '2026-11-20T06:00Z', '2026-11-23T06:00Z'],
    ['set on a Saturday', '2026-11-21', '2026-11-23T06:00Z', '2026-11-24T06:00Z'],
    ['set in week 40', '2026-09-30', '2026-10-05T05:00Z', '2026-10-06T05:00Z'],
    ['over the clocks going back', '2026-10-23', '2026-10-23T05:00Z', '2026-10-26T06:00Z'],
    ['over Christmas and New Year', '2026-12-18', '2026-12-18T06:00Z', '2027-01-04T06:00Z'],
    ['over week 8', '2027-02-19', '2027-02-19T06:00Z', '2027-03-01T06:00Z'],
    ['over Easter, to summer time', '2027-03-19', '2027-03-19T06:00Z', '2027-03-30T05:00Z'],
    ['over the summer', '2027-07-01', '2027-08-23T05:00Z', '2027-08-24T05:00Z'],
  ])('is told in the morning it is due, and the next morning with school, %s', (_when, on, due, overdue) => {
    expect(told(on, before(new Date(due)))).toBeUndefined();
    expect(told(on, new Date(due))).toBe('evaluation_due');
    expect(told(on, before(new Date(overdue)))).toBe('evaluation_due');
    expect(told(on, new Date(overdue))).toBe('evaluation_overdue');
  });
});
