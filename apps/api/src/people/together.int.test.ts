import type { GiveRelation } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import {
  confirm,
  deactivate,
  end,
  entryOf,
  give,
  logAbout,
  refusalOf,
  relationsOf,
  seatInCharge,
  type SchoolInCharge,
} from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';
const tries = [1, 2, 3, 4, 5];
const social: GiveRelation = { kind: 'social_teacher', fromOn: today };

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
});
afterAll(() => house.close());

const newSchool = (name: string): Promise<TestSchool> =>
  makeSchool(house, name, 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');

describe('two who decide about the same relation at once', () => {
  let school: TestSchool;
  let inCharge: SchoolInCharge;
  let heads: readonly Browser[];

  beforeAll(async () => {
    school = await newSchool('Samtidig');
    inCharge = await seatInCharge(house, school);
    await addStaff(house, school, 'second head', [{ kind: 'leadership' }]);
    heads = [inCharge.leadership, await house.staffBrowser('second head')];
  });

  const proposed = async (subject: string) => {
    const staffId = await addStaff(house, school, subject, []);
    await give(inCharge.administrator, staffId, social);
    const [relation] = await relationsOf(inCharge.administrator, staffId);
    return { staffId, relationId: relation?.relationId ?? '' };
  };
  const actionsAbout = async (staffId: string) =>
    (await logAbout(house, school, staffId)).map(({ action }) => action);

  test.each(tries)('confirm it once, and then end it once (%i)', async (at) => {
    const { staffId, relationId } = await proposed(`confirmed ${at}`);
    const confirmed = await Promise.all(heads.map((head) => confirm(head, relationId)));
    expect(confirmed.map(({ status }) => status)).toEqual([204, 204]);
    expect(await actionsAbout(staffId)).toEqual(['access.granted']);
    const ended = await Promise.all(heads.map((head) => end(head, relationId)));
    expect(ended.map(({ status }) => status)).toEqual([204, 204]);
    expect(await actionsAbout(staffId)).toEqual(['access.granted', 'access.ended']);
  });

  test.each(tries)(
    'of whom one confirms and one declines leave it ended, and the log says which came first (%i)',
    async (at) => {
      const { staffId, relationId } = await proposed(`divided ${at}`);
      const [first, second] = heads;
      const [confirmed, ended] = await Promise.all([
        confirm(first ?? expect.fail(), relationId),
        end(second ?? expect.fail(), relationId),
      ]);
      expect(ended.status).toBe(204);
      const [relation] = await relationsOf(inCharge.administrator, staffId);
      expect(relation?.state).toBe('ended');
      const wasGiven = confirmed.ok;
      if (!wasGiven) expect(await refusalOf(confirmed)).toEqual([409, 'relation_ended']);
      expect(relation?.confirmed).toBe(wasGiven);
      expect(await actionsAbout(staffId)).toEqual(wasGiven ? ['access.granted', 'access.ended'] : []);
    },
  );

  test.each(tries)('give it once (%i)', async (at) => {
    const staffId = await addStaff(house, school, `given ${at}`, []);
    const browsers = [...heads, inCharge.administrator, ...heads];
    const answers = await Promise.all(browsers.map((browser) => give(browser, staffId, social)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    expect(await relationsOf(inCharge.administrator, staffId)).toHaveLength(1);
  });

  test.each(tries)(
    'one gives it while the other lets the person leave: nothing is left open (%i)',
    async (at) => {
      const staffId = await addStaff(house, school, `leaving ${at}`, []);
      await Promise.all([
        give(inCharge.leadership, staffId, social),
        deactivate(inCharge.administrator, staffId),
      ]);
      const { active, relations } = await entryOf(inCharge.administrator, staffId);
      expect(active).toBe(false);
      expect(relations.filter(({ state }) => state !== 'ended')).toEqual([]);
    },
  );
});

describe('two at the same moment leave somebody in charge:', () => {
  test.each(tries)('administrators who end each other (%i)', async (at) => {
    const school = await newSchool(`Administratorer ${at}`);
    const subjects = [`left administrator ${at}`, `right administrator ${at}`];
    const ids: string[] = [];
    for (const subject of subjects)
      ids.push(await addStaff(house, school, subject, [{ kind: 'administrator' }]));
    const browsers = await Promise.all(subjects.map((subject) => house.staffBrowser(subject)));
    const [left, right] = browsers;
    if (left === undefined || right === undefined) expect.fail();
    const relationIds = await Promise.all(
      ids.map(async (id) => (await relationsOf(left, id))[0]?.relationId ?? ''),
    );
    const answers = await Promise.all([end(left, relationIds[1] ?? ''), end(right, relationIds[0] ?? '')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    // The slower one is stopped at the door or at the rule.
    const refused = answers.find(({ ok }) => !ok) ?? expect.fail();
    expect(['not_found', 'last_of_kind']).toContain((await refusalOf(refused))[1]);
    const after = await Promise.all(browsers.map(async (browser) => (await browser('/api/v1/staff')).status));
    expect(after.sort()).toEqual([200, 404]);
  });

  test.each(tries)('administrators who each take a first leadership: one is confirmed (%i)', async (at) => {
    const school = await newSchool(`Første ${at}`);
    const subjects = [`first administrator ${at}`, `second administrator ${at}`];
    for (const subject of subjects) await addStaff(house, school, subject, [{ kind: 'administrator' }]);
    const browsers = await Promise.all(subjects.map((subject) => house.staffBrowser(subject)));
    const ids = [
      await addStaff(house, school, `one ${at}`, []),
      await addStaff(house, school, `two ${at}`, []),
    ];
    await Promise.all(
      browsers.map((browser, place) =>
        give(browser, ids[place] ?? '', { kind: 'leadership', fromOn: today }),
      ),
    );
    const states = await Promise.all(
      ids.map(async (id) => (await relationsOf(browsers[0] ?? expect.fail(), id))[0]?.state),
    );
    expect(states.sort()).toEqual(['active', 'proposed']);
  });
});
