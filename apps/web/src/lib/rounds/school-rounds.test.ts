import { describe, expect, it } from 'vitest';
import type { RoundOverview } from '@samhold/contract';
import { bySchoolYear, roundPhase } from './school-rounds.ts';

describe('where a round is', () => {
  const planned = {
    opensOn: '2026-11-09',
    closesOn: '2026-11-20',
    openedAt: null,
    endedAt: null,
    prepared: true,
    classes: { started: 0, closed: 0, all: 3 },
  };
  const opened = { ...planned, openedAt: '2026-11-09T06:00:00Z' };

  it('is planned, waits for the clock on its day, is open until its last day and then over', () => {
    expect(roundPhase(planned, '2026-11-08')).toBe('planned');
    expect(roundPhase(planned, '2026-11-09')).toBe('waiting');
    expect(roundPhase(opened, '2026-11-09')).toBe('open');
    expect(roundPhase(opened, '2026-11-20')).toBe('open');
    expect(roundPhase(opened, '2026-11-21')).toBe('over');
  });

  it('is open when a teacher has begun before the clock', () => {
    const begun = { ...planned, classes: { started: 1, closed: 0, all: 3 } };
    expect(roundPhase(begun, '2026-11-09')).toBe('open');
    expect(roundPhase(begun, '2026-11-21')).toBe('over');
  });

  it('cannot open without what it rests on, and is missed when its days are over', () => {
    const unprepared = { ...planned, prepared: false };
    expect(roundPhase(unprepared, '2026-11-02')).toBe('unprepared');
    expect(roundPhase(unprepared, '2026-11-09')).toBe('unprepared');
    expect(roundPhase(unprepared, '2026-11-21')).toBe('missed');
  });

  it('is ended once it is, whatever the day', () => {
    expect(roundPhase({ ...opened, endedAt: '2026-11-12T10:00:00Z' }, '2026-11-13')).toBe('ended');
  });
});

it('shows the rounds of a year in turn: open, to come from the next, over from the latest', () => {
  const round = (name: string, opensOn: string, openedAt: string | null, endedAt: string | null) =>
    ({ name, schoolYear: '2026/2027', opensOn, openedAt, endedAt, classes: { started: 0 } }) as RoundOverview; // what the order reads
  const at = '2026-11-09T06:00:00Z';
  const rounds = [
    round('later', '2027-03-01', null, null),
    round('old', '2026-09-01', at, at),
    round('open', '2026-11-09', at, null),
    round('next', '2027-01-12', null, null),
    round('last', '2026-10-12', at, at),
  ];
  expect(bySchoolYear(rounds).map((year) => year.rounds.map(({ name }) => name))).toEqual([
    ['open', 'next', 'later', 'last', 'old'],
  ]);
});
