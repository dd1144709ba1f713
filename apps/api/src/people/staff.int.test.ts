import type { AddedPerson, StaffSession } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import {
  deactivate,
  entryOf,
  give,
  logAbout,
  reactivate,
  readStaff,
  refusalOf,
  seatInCharge,
  type SchoolInCharge,
} from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
  school = await makeSchool(house, 'Prøve', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  inCharge = await seatInCharge(house, school);
});
afterAll(() => house.close());

const add = (givenName: string, familyName: string): Promise<Response> =>
  inCharge.administrator('/api/v1/staff', json('POST', { givenName, familyName }));
const rename = (staffId: string, givenName: string, familyName: string): Promise<Response> =>
  inCharge.administrator(`/api/v1/staff/${staffId}/name`, json('PUT', { givenName, familyName }));

describe('the list of people', () => {
  test('holds whom the administrator adds, with a name and nothing else', async () => {
    const added = await add(' Åse ', ' Dal ');
    expect(added.status).toBe(201);
    const { staffId } = await bodyOf<AddedPerson>(added);
    expect(await entryOf(inCharge.leadership, staffId)).toEqual({
      staffId,
      givenName: 'Åse',
      familyName: 'Dal',
      active: true,
      signsIn: false,
      account: 'none',
      trainedOn: null,
      relations: [],
    });
  });

  test('is in the order of family names, the Norwegian letters last', async () => {
    for (const name of ['Ås', 'Aas', 'Zar', 'Øye', 'Berg']) await add('Kim', name);
    const names = (await readStaff(inCharge.administrator)).staff.map((entry) => entry.familyName);
    expect(names.filter((name) => name !== 'Prøve')).toEqual(['Berg', 'Dal', 'Zar', 'Øye', 'Ås', 'Aas']);
  });

  test('says who asks, which day it is, and which classes there are', async () => {
    const list = await readStaff(inCharge.leadership);
    expect(list).toMatchObject({ today, ownStaffId: inCharge.leadershipId, hasLeadership: true });
    expect(list.classes).toEqual([
      { classId: school.classIds.get('5A'), name: '5A', schoolYear: '2026/2027' },
    ]);
  });

  test('shows a new name, and refuses one of spaces', async () => {
    const { staffId } = await bodyOf<AddedPerson>(await add('Feil', 'Navn'));
    expect((await rename(staffId, ' Riktig', 'Navn ')).status).toBe(204);
    expect(await refusalOf(await rename(staffId, '  ', 'Navn'))).toEqual([400, 'invalid_request']);
    expect(await entryOf(inCharge.administrator, staffId)).toMatchObject({
      givenName: 'Riktig',
      familyName: 'Navn',
    });
  });
});

describe('somebody leaves', () => {
  const teaches = { kind: 'contact_teacher', classId: '', fromOn: today } as const;
  let staffId: string;
  let browsers: readonly Browser[];

  beforeAll(async () => {
    staffId = await addStaff(house, school, 'leaver', []);
    const classId = school.classIds.get('5A') ?? '';
    await give(inCharge.leadership, staffId, { ...teaches, classId });
    await give(inCharge.leadership, staffId, { kind: 'social_teacher', fromOn: '2026-12-01' });
    await give(inCharge.administrator, staffId, { kind: 'employee', fromOn: today });
  });

  test('and every session and every relation of theirs ends at once, and nobody else’s', async () => {
    browsers = [await house.staffBrowser('leaver'), await house.staffBrowser('leaver')];
    const home = `/api/v1/classes/${school.classIds.get('5A')}/home`;
    for (const browser of browsers) expect((await browser(home)).status).toBe(200);
    expect((await deactivate(inCharge.administrator, staffId)).status).toBe(204);
    for (const browser of browsers)
      expect(await refusalOf(await browser(home))).toEqual([401, 'not_signed_in']);
    const { active, relations } = await entryOf(inCharge.administrator, staffId);
    expect(active).toBe(false);
    expect(relations.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended']);
    expect((await inCharge.leadership('/api/v1/session')).status).toBe(200);
  });

  test('and the sign-in leads nowhere', async () => {
    await expect(house.staffBrowser('leaver')).rejects.toThrow('sign_in_failed');
  });

  test('and the end of what they had is in the log, once, and of the proposal is not', async () => {
    expect((await deactivate(inCharge.administrator, staffId)).status).toBe(204);
    const ended = (await logAbout(house, school, staffId)).filter(({ action }) => action === 'access.ended');
    expect(ended.map(({ purpose }) => purpose.split(' ')[0])).toEqual([
      'contact_teacher',
      'social_teacher',
      'sign-in',
    ]);
    for (const entry of ended) expect(entry.staff_id).toBe(inCharge.administratorId);
  });

  test('and comes back with the sign-in and nothing else, not even the sessions there were', async () => {
    for (const _again of [1, 2]) expect((await reactivate(inCharge.administrator, staffId)).status).toBe(204);
    for (const left of browsers) expect((await left('/api/v1/session')).status).toBe(401);
    const browser = await house.staffBrowser('leaver');
    expect((await bodyOf<StaffSession>(await browser('/api/v1/session'))).relations).toEqual([]);
    house.setNow(new Date('2026-12-02T09:00:00Z'));
    const later = await house.staffBrowser('leaver');
    expect((await bodyOf<StaffSession>(await later('/api/v1/session'))).relations).toEqual([]);
    expect(
      (await logAbout(house, school, staffId)).filter(({ purpose }) => purpose === 'sign-in'),
    ).toMatchObject([{ action: 'access.ended' }, { action: 'access.granted' }]);
    house.setNow(new Date(`${today}T09:00:00Z`));
  });
});
