import { randomUUID } from 'node:crypto';
import { dayOf } from '../calendar-days.ts';
import { json, type Browser } from './browser.ts';
import { schoolDayUpTo } from './school-day.ts';
import type { TestHouse } from './test-house.ts';

/** A meeting that the social teacher leads and one of the environment team is called in to, and a task for an employee. */
export const seatMeeting = async (
  house: TestHouse,
  social: Browser,
  { staffId, memberId }: { readonly staffId: string; readonly memberId: string },
) => {
  const [meetingId, itemId, taskId] = [randomUUID(), randomUUID(), randomUUID()];
  const heldOn = schoolDayUpTo(dayOf(house.deps.now()));
  const base = `/api/v1/meetings/${meetingId}`;
  await social('/api/v1/meetings', json('POST', { meetingId, heldOn }));
  await social(`${base}/participants`, json('PUT', { staffIds: [memberId] }));
  await social(`${base}/points`, json('POST', { itemId, title: 'Skolegården' }));
  const task = { taskId, what: 'Snakke med vakta.', ownerId: staffId, dueOn: heldOn };
  await social(`/api/v1/meeting-points/${itemId}/tasks`, json('POST', task));
  return { meetingId, itemId, taskId };
};
