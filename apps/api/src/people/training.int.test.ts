import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessTable } from '../access/access-table.ts';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { entryOf, logAbout, refusalOf, seatInCharge, type SchoolInCharge } from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const roster = 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n5A,5,Bo,Dal,p2\n';
const untrained = { trained: false };
const missing = [403, 'training_missing'];

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge;
let classId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  school = await makeSchool(house, 'Prøve', roster);
  inCharge = await seatInCharge(house, school);
  classId = school.classIds.get('5A') ?? '';
});
afterAll(() => house.close());

const seat = async (subject: string, kind: 'contact_teacher' | 'substitute' = 'contact_teacher') => {
  const toAt = new Date('2026-12-24T00:00:00Z');
  const staffId = await addStaff(house, school, subject, [{ kind, classId, toAt }], untrained);
  return { staffId, browser: await house.staffBrowser(subject) };
};
const confirmTraining = (by: Browser, staffIds: readonly string[], heldOn: string): Promise<Response> =>
  by('/api/v1/training', json('POST', { staffIds, heldOn }));

/** Every route that opens named data of a class: those a contact teacher may call and a council reader may not. */
const namedRoutes = Object.entries(accessTable).flatMap(([route, row]) =>
  row['contact teacher of the class'] === 'allowed' &&
  row['council reader'] === 'not found' &&
  // What is shown there is one's own, or has no child in it; of a wish to talk, training is asked once it is
  // (talks.int.test.ts). Telling of an incident waits for no training, and gives no names (incidents.int.test.ts).
  !/notices|talk-wishes|\/reports|incidents(\/form|\/own)?$/.test(route)
    ? [route]
    : [],
);

describe('before training is recorded', () => {
  test('there are routes to named data to try', () => {
    expect(namedRoutes.length).toBeGreaterThan(15);
    expect(namedRoutes).toContain('GET /api/v1/classes/:classId/sociograms');
  });

  test.each(namedRoutes)(
    '%s is closed to a contact teacher, for this class as for one that is not there',
    async (route) => {
      const { browser } = await seat(`untrained for ${route}`);
      const [method = '', path = ''] = route.split(' ');
      for (const id of [classId, randomUUID()]) {
        const answer = await browser(path.replace(':classId', id).replace(/:\w+/g, randomUUID()), { method });
        expect(await refusalOf(answer)).toEqual(missing);
      }
      expect((await browser('/api/v1/session')).status).toBe(200);
      expect((await browser('/api/v1/notices')).status).toBe(200);
    },
  );

  test('a principal leads the school and comes to no hidden pupil', async () => {
    await addStaff(
      house,
      school,
      'untrained head',
      [{ kind: 'leadership' }, { kind: 'principal' }],
      untrained,
    );
    const head = await house.staffBrowser('untrained head');
    for (const path of ['rounds', 'staff', 'grounds', 'checklist', 'calendar'])
      expect((await head(`/api/v1/${path}`)).status).toBe(200);
    const pupilId = randomUUID();
    const hide = json('POST', { pupilId, givenName: 'Kim', familyName: 'Berg' });
    for (const answer of [
      await head('/api/v1/hidden-pupils'),
      await head(`/api/v1/hidden-pupils/class/${classId}`),
      await head('/api/v1/hidden-pupils', hide),
      await head(`/api/v1/hidden-pupils/${pupilId}`, { method: 'DELETE' }),
    ])
      expect(await refusalOf(answer)).toEqual(missing);
  });

  test('somebody with two roles keeps what the other opens', async () => {
    const relations = [{ kind: 'contact_teacher', classId } as const, { kind: 'administrator' } as const];
    await addStaff(house, school, 'untrained administrator', relations, untrained);
    const browser = await house.staffBrowser('untrained administrator');
    expect((await browser('/api/v1/roster/imports')).status).toBe(200);
    expect(await refusalOf(await browser(`/api/v1/classes/${classId}/home`))).toEqual(missing);
  });
});

describe('recording training', () => {
  test.each(['contact_teacher', 'substitute'] as const)(
    'opens the class to a %s at the next request',
    async (kind) => {
      const { staffId, browser } = await seat(`trained ${kind}`, kind);
      const home = `/api/v1/classes/${classId}/home`;
      expect(await refusalOf(await browser(home))).toEqual(missing);
      expect((await confirmTraining(inCharge.leadership, [staffId], '2026-11-20')).status).toBe(204);
      expect((await browser(home)).status).toBe(200);
      expect(await entryOf(inCharge.leadership, staffId)).toMatchObject({ trainedOn: '2026-11-20' });
      expect(await logAbout(house, school, staffId)).toMatchObject([
        { action: 'training.confirmed', staff_id: inCharge.leadershipId, purpose: '2026-11-20' },
      ]);
    },
  );

  test('is not for an administrator', async () => {
    const { staffId, browser } = await seat('of an administrator');
    expect(await refusalOf(await confirmTraining(inCharge.administrator, [staffId], '2026-11-20'))).toEqual([
      404,
      'not_found',
    ]);
    expect(await refusalOf(await browser(`/api/v1/classes/${classId}/home`))).toEqual(missing);
  });

  test('is possible on the day it was held, by the calendar in Norway, and not before', async () => {
    const { staffId } = await seat('of tomorrow');
    const tomorrow = await confirmTraining(inCharge.leadership, [staffId], '2026-11-25');
    expect(await bodyOf(tomorrow)).toMatchObject({ code: 'date_in_future', details: ['heldOn'] });
    expect(tomorrow.status).toBe(422);
    expect(await entryOf(inCharge.leadership, staffId)).toMatchObject({ trainedOn: null });
    expect((await confirmTraining(inCharge.leadership, [staffId], '2026-11-24')).status).toBe(204);
    // Half past midnight in Norway.
    house.setNow(new Date('2026-11-24T23:30:00Z'));
    const head = await house.staffBrowser(`leadership ${school.schoolId}`);
    expect((await confirmTraining(head, [staffId], '2026-11-25')).status).toBe(204);
    house.setNow(new Date('2026-11-24T09:00:00Z'));
  });

  test('is for all or none, and says alike that somebody is not there or is another school’s', async () => {
    const { staffId } = await seat('of all or none');
    const other = await makeSchool(house, 'Nabo', roster);
    const theirs = await addStaff(house, other, 'of the other school', [], untrained);
    const answers = new Set<string>();
    for (const id of [theirs, randomUUID()]) {
      const refused = await confirmTraining(inCharge.leadership, [staffId, id], '2026-11-20');
      answers.add(`${refused.status} ${await refused.text()}`);
    }
    expect([...answers]).toEqual([expect.stringMatching(/^404 /)]);
    expect(await entryOf(inCharge.leadership, staffId)).toMatchObject({ trainedOn: null });
    expect(await logAbout(house, school, staffId)).toEqual([]);
  });

  test('names somebody once however often the list does', async () => {
    const { staffId } = await seat('named twice');
    const other = await seat('named beside');
    const staffIds = [staffId, staffId, other.staffId];
    expect((await confirmTraining(inCharge.leadership, staffIds, '2026-11-20')).status).toBe(204);
    for (const id of [staffId, other.staffId]) expect(await logAbout(house, school, id)).toHaveLength(1);
  });
});
