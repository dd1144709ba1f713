import { randomUUID } from 'node:crypto';
import { json } from './browser.ts';

export const weeklyMeeting = {
  ...{ name: 'Elevsaksmøte', responsible: ['social_teacher'], firstWeek: 1, everyWeeks: 1, times: null },
  ...{ weekday: 3, weeksLong: 0, startsAt: '08:15', minutes: 45 },
};

/** For each route about what recurs a request that is right in itself. */
export const entryCalls = (schoolYearId: string): Readonly<Record<string, RequestInit>> => ({
  'POST /api/v1/calendar/entries': json('POST', { schoolYearId, entry: weeklyMeeting }),
  'POST /api/v1/calendar/entries/fill': json('POST', { schoolYearId, from: 'action_plan' }),
  'PUT /api/v1/calendar/entries/:entryId': json('PUT', weeklyMeeting),
  'PUT /api/v1/calendar/entries/:entryId/removed': json('PUT', { removed: false }),
  'PUT /api/v1/calendar/entries/:entryId/occurrences/:number': json('PUT', { startsOn: null }),
});

/** For each route about a point of a meeting a request that is right in itself. */
export const pointCalls = (ownerId: string): Readonly<Record<string, RequestInit>> => ({
  'POST /api/v1/meeting-points/:itemId/tasks': json('POST', {
    ...{ taskId: randomUUID(), what: 'Snakke med vakta.', ownerId, dueOn: '2026-12-01' },
  }),
  'POST /api/v1/meeting-points/:itemId/additions': json('POST', {
    ...{ additionId: randomUUID(), text: 'Vakta er snakket med.' },
  }),
});
