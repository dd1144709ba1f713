import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { absentIds } from '../testing/absent-ids.ts';
import { followSignIn, json, type Browser } from '../testing/browser.ts';
import { callOf } from '../testing/call-of.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';
import { accessTable } from './access-table.ts';

let house: TestHouse;
let [here, there]: SeatedSchool[] = [];
/** Somebody who may about everything at both schools, in a session of the first. */
let both: Browser;

const seatedOr = (seated: SeatedSchool | undefined): SeatedSchool => {
  if (seated === undefined) throw new Error('The schools are not made yet.');
  return seated;
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  here = await openSeatedSchool(house);
  there = await openSeatedSchool(house, undefined, 'ultima ');
  for (const { school, ids } of [here, there])
    await addStaff(house, school, 'both', [
      { kind: 'contact_teacher', classId: ids.classId },
      ...(
        [
          'leadership',
          'principal',
          'social_teacher',
          'environment_team',
          'employee',
          'administrator',
        ] as const
      ).map((kind) => ({ kind })),
    ]);
  house.addSubject('both');
  both = house.tablet();
  await followSignIn(both, house.origin, '/api/v1/sign-in', 'both');
  await both('/api/v1/sign-in/school', json('POST', { schoolId: here.school.schoolId }));
});
afterAll(() => house.close());

const routes = Object.keys(accessTable);
const forStaff = routes.filter((route) => accessTable[route]?.nobody === 'not signed in');
/** They end the session they are asked in, or say what they did to nothing. */
const isLeftOut = (route: string): boolean => /sign-out|me\/sessions/.test(route);
const ofOneThing = forStaff.filter(
  (route) => /:(?!grade|language|questionnaireId)\w+Id\b/.test(route) && !isLeftOut(route),
);
const ofTheSchool = forStaff.filter((route) => route.startsWith('GET') && !route.includes(':'));

const answerTo = async (route: string, ids: SeatedSchool['ids']): Promise<string> => {
  const response = await both(...callOf(house, seatedOr(here), route, ids));
  return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;
};
const logLength = async ({ school }: SeatedSchool): Promise<number> =>
  house.deps.db.inScope(school, async (tx) => {
    const rows = await tx
      .selectFrom('access_log')
      .select('sequence')
      .where('school_id', '=', school.schoolId)
      .execute();
    return rows.length;
  });

describe('in a session of one school', () => {
  test.each(ofOneThing)(
    '%s answers what is the other school’s byte for byte as what is not there',
    async (route) => {
      const { ids } = seatedOr(there);
      expect(await answerTo(route, ids)).toBe(await answerTo(route, absentIds()));
    },
  );

  test('most of what is asked for is opened where it is the school’s own, or this would prove nothing', async () => {
    const opened = [];
    // A stream of events does not end.
    for (const route of ofOneThing.filter((one) => one.startsWith('GET') && !one.endsWith('/events')))
      if ((await answerTo(route, seatedOr(here).ids)).startsWith('200')) opened.push(route);
    expect(opened.length).toBeGreaterThan(25);
  });

  test.each(ofTheSchool)('%s tells of nothing of the other school', async (route) => {
    const { ids, school, staffIds } = seatedOr(there);
    const own = new Set<string>(Object.values(seatedOr(here).ids));
    const foreign = [...Object.values(ids), ...school.classIds.values(), ...staffIds.values()].filter(
      (id) => !own.has(id),
    );
    const answer = await answerTo(route, seatedOr(here).ids);
    expect(foreign.length).toBeGreaterThan(40);
    expect(foreign.filter((id) => answer.includes(id))).toEqual([]);
    expect(answer).not.toContain('ultima');
  });
});

test('nothing of it was written in the other school’s log, and what is opened there is written there alone', async () => {
  const [first, second] = [seatedOr(here), seatedOr(there)];
  const before = [await logLength(first), await logLength(second)];
  const signs = (ids: SeatedSchool['ids']) => both(`/api/v1/classes/${ids.classId}/signals`);
  expect((await signs(first.ids)).status).toBe(200);
  expect((await signs(second.ids)).status).toBe(404);
  expect([await logLength(first), await logLength(second)]).toEqual([(before[0] ?? 0) + 1, before[1]]);
  await followSignIn(both, house.origin, `/api/v1/sign-in?school=${second.school.schoolId}`, 'both');
  expect((await signs(first.ids)).status).toBe(404);
  expect((await signs(second.ids)).status).toBe(200);
  // One entry for coming in, and one for the opening.
  expect([await logLength(first), await logLength(second)]).toEqual([
    (before[0] ?? 0) + 1,
    (before[1] ?? 0) + 2,
  ]);
});
