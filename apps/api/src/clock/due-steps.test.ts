import { expect, test } from 'vitest';
import { dueSteps, type OpenSitting, type WaitingRound } from './due-steps.ts';

const calendars = new Map([
  [
    'year',
    {
      startsOn: '2026-08-17',
      endsOn: '2027-06-18',
      free: [{ startsOn: '2026-09-28', endsOn: '2026-10-02' }],
    },
  ],
]);

const round: WaitingRound = {
  roundId: 'round',
  yearId: 'year',
  // The Monday after the autumn break, to the Tuesday of the week after.
  opensOn: '2026-10-05',
  closesOn: '2026-10-13',
  opened: false,
  started: false,
  prepared: true,
};
const sitting: OpenSitting = {
  sittingId: 'sitting',
  yearId: 'year',
  openedAt: new Date('2026-10-05T05:00:00Z'),
  closesAt: new Date('2026-10-12T21:00:00Z'),
  pupilsMissing: true,
};

const steps = (
  at: string,
  { rounds = [], sittings = [] }: { rounds?: readonly WaitingRound[]; sittings?: readonly OpenSitting[] },
): readonly string[] => dueSteps(rounds, sittings, calendars, new Date(at)).map((step) => step.kind);

test('a round is told of on the last school day before it opens, over a break, and opens at seven', () => {
  const rounds = [round];
  expect(steps('2026-09-25T04:59:00Z', { rounds })).toEqual([]);
  expect(steps('2026-09-25T05:00:00Z', { rounds })).toEqual(['tell_opens_soon']);
  expect(steps('2026-10-05T04:59:00Z', { rounds })).toEqual(['tell_opens_soon']);
  expect(steps('2026-10-05T05:00:00Z', { rounds })).toEqual(['open_round']);
});
test('a server that was down opens a round on its last day, and not after it', () => {
  const rounds = [round];
  expect(steps('2026-10-13T20:59:59Z', { rounds })).toEqual(['open_round']);
  expect(steps('2026-10-13T21:00:00Z', { rounds })).toEqual([]);
  expect(steps('2026-10-13T22:01:00Z', { rounds })).toEqual([]);
});
test('a round whose grounds are missing is neither told of nor opened until they are there', () => {
  const rounds = [{ ...round, prepared: false }];
  expect(steps('2026-10-02T06:00:00Z', { rounds })).toEqual([]);
  expect(steps('2026-10-05T06:00:00Z', { rounds })).toEqual([]);
  expect(steps('2026-10-07T09:00:00Z', { rounds: [{ ...round, prepared: true }] })).toEqual(['open_round']);
});
test('a round ends when its last day is over in Norway, also one that a teacher began by hand', () => {
  for (const rounds of [[{ ...round, opened: true }], [{ ...round, started: true, prepared: false }]]) {
    expect(steps('2026-10-13T21:59:59Z', { rounds })).not.toContain('end_round');
    expect(steps('2026-10-13T22:00:00Z', { rounds })).toEqual(['end_round']);
  }
});
test('a teacher is reminded two school days before the sitting closes, when pupils are missing', () => {
  expect(steps('2026-10-08T04:59:00Z', { sittings: [sitting] })).toEqual([]);
  expect(steps('2026-10-08T05:00:00Z', { sittings: [sitting] })).toEqual(['tell_pupils_missing']);
  expect(steps('2026-10-08T05:00:00Z', { sittings: [{ ...sitting, pupilsMissing: false }] })).toEqual([]);
});
test('nobody is reminded of a sitting that began after the reminder would have come', () => {
  const late = { ...sitting, openedAt: new Date('2026-10-09T08:00:00Z') };
  expect(steps('2026-10-09T09:00:00Z', { sittings: [late] })).toEqual([]);
});
test('a sitting closes when its time is out', () => {
  expect(steps('2026-10-12T20:59:59Z', { sittings: [sitting] })).toEqual(['tell_pupils_missing']);
  expect(steps('2026-10-12T21:00:00Z', { sittings: [sitting] })).toEqual(['close_sitting']);
});
test('what ends comes before what begins, whatever order it is stored in', () => {
  const rounds = [
    { ...round, roundId: 'next', opensOn: '2026-10-14', closesOn: '2026-10-21' },
    { ...round, opened: true },
  ];
  expect(steps('2026-10-14T06:00:00Z', { rounds, sittings: [sitting] })).toEqual([
    'close_sitting',
    'end_round',
    'open_round',
  ]);
});
test('nothing is due of a school without rounds, and a year without calendar still opens and closes', () => {
  expect(steps('2026-10-14T06:00:00Z', {})).toEqual([]);
  expect(dueSteps([round], [], new Map(), new Date('2026-10-05T06:00:00Z'))).toHaveLength(1);
});
test('a wish to talk that nobody opened is passed on two school days later, over a break', () => {
  const wish = {
    sittingId: 'sitting',
    pupilId: 'pupil',
    yearId: 'year',
    wishedAt: new Date('2026-09-25T09:00:00Z'),
  };
  const at = (moment: string) =>
    dueSteps([], [], calendars, new Date(moment), [wish]).map((step) => step.kind);
  expect(at('2026-10-06T08:59:59Z')).toEqual([]);
  expect(at('2026-10-06T09:00:00Z')).toEqual(['pass_wish_on']);
});
