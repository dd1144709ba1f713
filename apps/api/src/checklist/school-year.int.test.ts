import type { Checklist, SchoolYears } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { give, seatInCharge } from '../testing/people-calls.ts';
import { planRoundOf } from '../testing/planned-school.ts';
import { applyRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const read = async (browser: Browser): Promise<Checklist> => bodyOf(await browser('/api/v1/checklist'));
const stepOf = async (browser: Browser, code: string) =>
  (await read(browser)).steps.find((step) => step.code === code);
const signedIn = (school: TestSchool, kind: string) => house.staffBrowser(`${kind} ${school.schoolId}`);

test('in summer it is about the year to come: its lists, its teachers and its grounds', async () => {
  house.setNow(new Date('2026-06-10T09:00:00Z'));
  const roster = rosterHeader + rosterOf('5A', 5, 3);
  const school = await makeSchool(house, 'Sommer', roster);
  await seatInCharge(house, school);
  const classId = school.classIds.get('5A') ?? '';
  const teacherId = await addStaff(house, school, 'teacher of last year', [
    { kind: 'contact_teacher', classId },
  ]);

  house.setNow(new Date('2026-08-05T09:00:00Z'));
  const [administrator, leadership] = [
    await signedIn(school, 'administrator'),
    await signedIn(school, 'leadership'),
  ];
  expect(await read(administrator)).toMatchObject({ schoolYear: null, ready: false });
  const { next } = await bodyOf<SchoolYears>(await administrator('/api/v1/school-years'));
  const added = await administrator('/api/v1/school-years', json('POST', next));
  const [year] = (await bodyOf<SchoolYears>(added)).years;
  expect(next.startsOn > '2026-08-05').toBe(true);
  expect(await read(administrator)).toMatchObject({ schoolYear: '2026/2027' });
  for (const code of ['roster', 'contact_teachers', 'grounds', 'calendar', 'first_round'])
    expect(await stepOf(administrator, code), code).toMatchObject({ done: false });

  const schoolYearId = year?.schoolYearId ?? '';
  const { importId } = await readRoster(administrator, roster.replaceAll('5A,5', '6A,6'), { schoolYearId });
  expect((await applyRoster(administrator, importId, true)).status).toBe(200);
  expect(await stepOf(administrator, 'roster')).toMatchObject({ done: true, reached: 3, all: 1 });
  expect(await stepOf(administrator, 'contact_teachers')).toMatchObject({ done: false, waiting: ['6A'] });
  const staff = await bodyOf<{ classes: readonly { classId: string; name: string }[] }>(
    await administrator('/api/v1/staff'),
  );
  const [sixth] = staff.classes;
  const wish = { kind: 'contact_teacher', classId: sixth?.classId ?? '', fromOn: next.startsOn } as const;
  expect((await give(leadership, teacherId, wish)).status).toBe(204);
  expect(await stepOf(administrator, 'contact_teachers')).toMatchObject({ done: true, waiting: [] });
});

test('whoever planned a round has looked at the calendar; a round of one class is none of the school’s', async () => {
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  const school = await makeSchool(house, 'Planlagt', rosterHeader + rosterOf('5A', 5, 3));
  const { leadership } = await seatInCharge(house, school);
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, 'own teacher', [{ kind: 'contact_teacher', classId }]);
  const teacher = await house.staffBrowser('own teacher');
  const started = await teacher(`/api/v1/classes/${classId}/sittings`, json('POST', { kind: 'sociogram' }));
  expect(started.status).toBe(201);
  for (const code of ['calendar', 'first_round'])
    expect(await stepOf(leadership, code), code).toMatchObject({ done: false });
  expect((await read(leadership)).nextRound).toBeNull();
  await planRoundOf(house, school, { opensOn: '2026-12-07', closesOn: '2026-12-14' });
  await planRoundOf(house, school, { opensOn: '2026-12-01', closesOn: '2026-12-08', kind: 'sociogram' });
  for (const code of ['calendar', 'first_round'])
    expect(await stepOf(leadership, code), code).toMatchObject({ done: true });
  expect((await read(leadership)).nextRound).toMatchObject({ kind: 'sociogram', opensOn: '2026-12-01' });
});
