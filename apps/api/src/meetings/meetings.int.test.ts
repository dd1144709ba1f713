import { randomUUID } from 'node:crypto';
import type { MeetingList, MeetingPage, OwnTasks, StaffSession } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Seat } from '../access/access-table.ts';
import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { makeCase } from '../testing/made-case.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let seated: SeatedSchool;
let day = 1;
let heldOn: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
});
afterAll(() => house.close());
// A meeting of its own for each test.
beforeEach(() => {
  day += 7;
  heldOn = addDays(dayOf(house.deps.now()), day);
});

const as = (seat: Seat): Browser => seated.browserOf(seat);
const idOf = async (seat: Seat) => (await bodyOf<StaffSession>(await as(seat)('/api/v1/session'))).staffId;
const call = async (seat: Seat, meetingId = randomUUID() as string) =>
  bodyOf<MeetingPage>(await as(seat)('/api/v1/meetings', json('POST', { meetingId, heldOn })));
const read = async (seat: Seat, meetingId: string) =>
  bodyOf<MeetingPage>(await as(seat)(`/api/v1/meetings/${meetingId}`));
const participants = async (meetingId: string, ...called: readonly Seat[]) =>
  as('leadership')(
    `/api/v1/meetings/${meetingId}/participants`,
    json('PUT', { staffIds: await Promise.all(called.map(idOf)) }),
  );
const post = { method: 'POST' };
const titles = ({ points }: MeetingPage): readonly string[] => points.map(({ title }) => title);

test('the agenda is what waits, most urgent first, and the lists say who leads', async () => {
  const social = await idOf('social teacher');
  const old = addDays(dayOf(house.deps.now()), -20);
  const caseId = await makeCase(house, seated.school, {
    ...{
      kind: 'environment',
      reference: 'KLØVER',
      openedBy: social,
      knownOn: old,
      classId: seated.ids.classId,
    },
    concerned: [seated.ids.pupilId],
  });
  const meeting = await call('social teacher');
  expect(meeting.points[0]).toMatchObject({ kind: 'case', subjectId: caseId, minutes: '', revision: 1 });
  expect(meeting.points[0]?.title).toMatch(/^Sak KLØVER: Elev\d/);
  expect(meeting.points[0]?.reason).toMatch(/^Kjent siden \d+\. \p{L}+ \d{4}: \d+ skoledager uten plan/u);
  expect(meeting.points.some(({ kind }) => kind === 'signal')).toBe(true);
  const list = async (seat: Seat) => bodyOf<MeetingList>(await as(seat)('/api/v1/meetings'));
  expect(await list('leadership')).toMatchObject({ mayLead: true, proposedOn: null });
  const employee = await list('employee');
  expect(employee).toEqual({ mayLead: false, proposedOn: null, meetings: [] });
  const again = await as('leadership')('/api/v1/meetings', json('POST', { meetingId: randomUUID(), heldOn }));
  expect([again.status, await codeOf(again)]).toEqual([409, 'meeting_exists']);
});

test('each sees the points they may, and the accused of a case not a trace of it', async () => {
  const head = await idOf('leadership');
  const accused = await idOf('contact teacher of the class');
  await makeCase(house, seated.school, {
    ...{ kind: 'staff', reference: 'BLÅVEIS', openedBy: head, accused: [accused], stage: 'reported' },
  });
  const byHead = await call('leadership');
  const { meetingId } = byHead;
  expect(titles(byHead)).toContain('Sak BLÅVEIS');
  await participants(meetingId, 'leadership', 'contact teacher of the class', 'environment team');
  for (const seat of ['contact teacher of the class', 'social teacher', 'environment team'] as const) {
    const page = await as(seat)(`/api/v1/meetings/${meetingId}`);
    expect([seat, page.status]).toEqual([seat, 200]);
    expect(await page.text()).not.toContain('BLÅVEIS');
  }
  const teacher = await read('contact teacher of the class', meetingId);
  expect(new Set(teacher.points.map(({ kind }) => kind))).toEqual(new Set(['case', 'signal']));
  expect(teacher.candidates).toEqual([]);
  expect((await read('environment team', meetingId)).points).toEqual([]);
  // Not by its id either.
  const hidden = byHead.points.find(({ title }) => title === 'Sak BLÅVEIS');
  const guessed = await as('contact teacher of the class')(
    `/api/v1/meeting-points/${hidden?.itemId ?? ''}/minutes`,
    json('PUT', { revision: 1, minutes: 'Sett.' }),
  );
  expect([guessed.status, await codeOf(guessed)]).toEqual([404, 'not_found']);
  const reordering = await read('social teacher', meetingId);
  const seen = reordering.points.map(({ itemId }) => itemId);
  const moved = await as('social teacher')(
    `/api/v1/meetings/${meetingId}/order`,
    json('PUT', { before: seen, after: seen.toReversed() }),
  );
  expect((await bodyOf<MeetingPage>(moved)).points.map(({ itemId }) => itemId)).toEqual(seen.toReversed());
  const after = await read('leadership', meetingId);
  expect(titles(after).indexOf('Sak BLÅVEIS')).toBe(titles(byHead).indexOf('Sak BLÅVEIS'));
  const given = await as('leadership')(
    `/api/v1/meeting-points/${hidden?.itemId ?? ''}/tasks`,
    json('POST', { taskId: randomUUID(), what: 'Snakke med eleven.', ownerId: accused, dueOn: heldOn }),
  );
  expect([given.status, await codeOf(given)]).toEqual([422, 'not_for_this_owner']);
  const paper = await as('leadership')(`/api/v1/meetings/${meetingId}/agenda`);
  const text = textOfPdf(Buffer.from(await paper.arrayBuffer()));
  expect(text).toContain('Tegn i 5A');
  expect(text).not.toMatch(/BLÅVEIS|Elev\d/);
});

test('two who write the same minutes at once: the later is told, and nothing is lost', async () => {
  const { meetingId, points } = await call('social teacher');
  const itemId = points[0]?.itemId ?? '';
  const write = (seat: Seat, revision: number, minutes: string) =>
    as(seat)(`/api/v1/meeting-points/${itemId}/minutes`, json('PUT', { revision, minutes }));
  const both = await Promise.all([
    write('social teacher', 1, 'Sosiallærer snakker med eleven.'),
    write('leadership', 1, 'Rektor ringer hjem.'),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const now = (await read('leadership', meetingId)).points[0];
  expect(now?.revision).toBe(2);
  const merged = 'Sosiallærer snakker med eleven. Rektor ringer hjem.';
  expect((await write('leadership', 2, merged)).status).toBe(200);
  // Sent twice is written once.
  expect((await write('leadership', 2, merged)).status).toBe(200);
  expect((await read('social teacher', meetingId)).points[0]).toMatchObject({ minutes: merged, revision: 3 });
});

test('a decision is a task, and a closed meeting is added to and not written over', async () => {
  const { meetingId, points } = await call('social teacher');
  await participants(meetingId, 'social teacher', 'employee');
  const itemId = points[0]?.itemId ?? '';
  const base = `/api/v1/meeting-points/${itemId}`;
  const task = {
    ...{ taskId: randomUUID(), what: 'Følge eleven ut i friminuttet.' },
    ...{ ownerId: await idOf('employee'), dueOn: heldOn },
  };
  await as('social teacher')(`${base}/tasks`, json('POST', task));
  const twice = await bodyOf<MeetingPage>(await as('social teacher')(`${base}/tasks`, json('POST', task)));
  expect(twice.points[0]?.tasks).toHaveLength(1);
  const removed = await as('social teacher')(base, { method: 'DELETE' });
  expect([removed.status, await codeOf(removed)]).toEqual([409, 'point_in_use']);

  const mine = async () => (await bodyOf<OwnTasks>(await as('employee')('/api/v1/tasks'))).tasks;
  const own = (await mine()).find(({ taskId }) => taskId === task.taskId);
  expect(own).toMatchObject({ what: task.what, dueOn: heldOn, doneAt: null, overdue: false });
  const other = await as('contact teacher of the class')(
    `/api/v1/tasks/${task.taskId}/done`,
    json('PUT', { done: true }),
  );
  expect(other.status).toBe(404);
  await as('employee')(`/api/v1/tasks/${task.taskId}/done`, json('PUT', { done: true }));
  expect((await read('social teacher', meetingId)).points[0]?.tasks[0]?.doneAt).not.toBeNull();

  const presence = `/api/v1/meetings/${meetingId}/presence`;
  const employee = await idOf('employee');
  expect((await as('employee')(presence, json('PUT', { staffId: employee, present: true }))).status).toBe(
    200,
  );
  const forOther = json('PUT', { staffId: await idOf('social teacher'), present: true });
  expect((await as('employee')(presence, forOther)).status).toBe(404);
  expect((await as('social teacher')(`/api/v1/meetings/${meetingId}/close`, post)).status).toBe(200);
  const late = [
    await as('social teacher')(`${base}/minutes`, json('PUT', { revision: 1, minutes: 'Noe annet.' })),
    await as('social teacher')(`${base}/tasks`, json('POST', { ...task, taskId: randomUUID() })),
    await as('social teacher')(
      `/api/v1/meetings/${meetingId}/points`,
      json('POST', { itemId: randomUUID(), title: 'Et punkt til' }),
    ),
    await as('employee')(presence, json('PUT', { staffId: employee, present: false })),
  ];
  expect(await Promise.all(late.map(codeOf))).toEqual(Array(4).fill('meeting_held'));
  const addition = { additionId: randomUUID(), text: 'Eleven ble fulgt ut fra dagen etter.' };
  await as('social teacher')(`${base}/additions`, json('POST', addition));
  const held = (await read('social teacher', meetingId)).points[0];
  expect(held).toMatchObject({ minutes: '', additions: [{ text: addition.text }] });
});

test('the tasks of somebody who leaves go on to whoever gave them', async () => {
  const { points } = await call('social teacher');
  const task = {
    ...{ taskId: randomUUID(), what: 'Snakke med faddergruppen.' },
    ...{ ownerId: await idOf('substitute of the class'), dueOn: heldOn },
  };
  await as('social teacher')(`/api/v1/meeting-points/${points[0]?.itemId ?? ''}/tasks`, json('POST', task));
  await as('administrator')(`/api/v1/staff/${task.ownerId}/deactivate`, post);
  const { tasks } = await bodyOf<OwnTasks>(await as('social teacher')('/api/v1/tasks'));
  expect(tasks.find(({ taskId }) => taskId === task.taskId)).toMatchObject({
    handedFrom: 'substitute of the class Prøve',
  });
});
