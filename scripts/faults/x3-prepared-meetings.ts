import { randomUUID } from 'node:crypto';
import type { MeetingPage } from '../../packages/contract/src/index.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { addDays } from '../../apps/api/src/calendar/days.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { schoolDayUpTo } from '../../apps/api/src/testing/school-day.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const leader = 'social teacher';

/** A point in somebody's own words. */
const addPoint = async ({ seated }: HarmedSchool, meetingId: string): Promise<string> => {
  const itemId = randomUUID();
  const point = json('POST', { itemId, title: 'Garderoben' });
  await done(seated.browserOf(leader), `/api/v1/meetings/${meetingId}/points`, point);
  return itemId;
};

/** A point of a meeting that is closed. */
const heldPoint = async (school: HarmedSchool, heldOn: string): Promise<string> => {
  const social = school.seated.browserOf(leader);
  const meetingId = randomUUID();
  await done(social, '/api/v1/meetings', json('POST', { meetingId, heldOn }));
  const itemId = await addPoint(school, meetingId);
  await done(social, `/api/v1/meetings/${meetingId}/close`, { method: 'POST' });
  return itemId;
};

/** A meeting with points that can change places, one of which nothing is written of, and a meeting that is closed. */
export const prepareMeetings: Prepare = async (school) => {
  const { house, seated } = school;
  const social = seated.browserOf(leader);
  const meeting = `/api/v1/meetings/${seated.ids.meetingId}`;
  const day = schoolDayUpTo(dayOf(house.deps.now()));
  const held = await heldPoint(school, addDays(day, -7));
  const bare = await addPoint(school, seated.ids.meetingId);
  const { points } = await bodyOf<MeetingPage>(await done(social, meeting));
  const before = points.map(({ itemId }) => itemId);
  return [
    useCase(
      'POST /api/v1/meetings',
      social,
      '/api/v1/meetings',
      json('POST', { meetingId: randomUUID(), heldOn: addDays(day, 7) }),
    ),
    useCase(
      'PUT /api/v1/meetings/:meetingId/order',
      social,
      `${meeting}/order`,
      json('PUT', { before, after: before.toReversed() }),
    ),
    useCase(
      'POST /api/v1/meeting-points/:itemId/additions',
      social,
      `/api/v1/meeting-points/${held}/additions`,
      json('POST', { additionId: randomUUID(), text: 'Vakta er snakket med.' }),
    ),
    useCase('DELETE /api/v1/meeting-points/:itemId', social, `/api/v1/meeting-points/${bare}`),
  ];
};
