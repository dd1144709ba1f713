import type { ClassHome } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf, openSitting } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { planRoundOf, storedRounds } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { runDueWork } from './due-work.ts';

let house: TestHouse;
const post = { method: 'POST' };
const days = { opensOn: '2026-11-09', closesOn: '2026-11-20' };

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const lookAt = async (moment: string): Promise<void> => {
  house.setNow(new Date(moment));
  await runDueWork(house.deps);
};

test('a round opens for the classes whose lowest grade is among its grades, that have pupils and are not answering one of the kind', async () => {
  house.setNow(new Date('2026-11-09T05:00:00Z'));
  const mixed = 'Mix,3,Elev,Prøve,m1\nMix,5,Elev,Prøve,m2\n';
  const roster = rosterOf('4A', 4, 3) + rosterOf('4B', 4, 3) + rosterOf('5A', 5, 3) + mixed;
  const school = await makeSchool(house, 'Noen', rosterHeader + roster);
  const idOf = (name: string): string => school.classIds.get(name) ?? '';
  await addStaff(house, school, 'busy teacher', [{ kind: 'contact_teacher', classId: idOf('4B') }]);
  await openSitting(await house.staffBrowser('busy teacher'), idOf('4B'), { kind: 'wellbeing' });
  const roundId = await planRoundOf(house, school, { ...days, grades: { from: 3, to: 4 } });
  await lookAt('2026-11-09T06:00:00Z');
  const opened = (await storedRounds(house, school)).sittings.filter((row) => row.round_id === roundId);
  expect(opened.map((row) => row.class_id).sort()).toEqual([idOf('4A'), idOf('Mix')].sort());

  await addStaff(house, school, 'teacher of 5A', [{ kind: 'contact_teacher', classId: idOf('5A') }]);
  const other = await house.staffBrowser('teacher of 5A');
  const home = await bodyOf<ClassHome>(await other(`/api/v1/classes/${idOf('5A')}/home`));
  expect(home.startable.map((round) => round.roundId)).toEqual([null, null]);
  const path = `/api/v1/classes/${idOf('5A')}/sittings`;
  const refused = await other(path, json('POST', { kind: 'wellbeing', roundId }));
  expect([refused.status, await codeOf(refused)]).toEqual([409, 'round_not_open']);
});

test('a class that was busy can be started by its teacher', async () => {
  house.setNow(new Date('2026-11-09T05:00:00Z'));
  const school = await makeSchool(house, 'Senere', rosterHeader + rosterOf('4A', 4, 3));
  const classId = school.classIds.get('4A') ?? '';
  await addStaff(house, school, 'later teacher', [{ kind: 'contact_teacher', classId }]);
  const teacher = await house.staffBrowser('later teacher');
  const own = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const roundId = await planRoundOf(house, school, days);
  await lookAt('2026-11-09T06:00:00Z');
  await teacher(`/api/v1/sittings/${own.sittingId}/close`, post);
  const started = await openSitting(teacher, classId, { kind: 'wellbeing', roundId });
  expect(started.sitting).toMatchObject({ roundId, withClassCode: true });
  await lookAt('2026-11-09T08:00:00Z');
  expect((await storedRounds(house, school)).sittings).toHaveLength(2);
});
