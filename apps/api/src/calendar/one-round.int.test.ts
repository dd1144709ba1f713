import type { RoundOverview, RoundPlan } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { codeAndDetails, ownSchool, readYear, savedPlan } from './year-of-school.fixture.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('one round', () => {
  test('is moved with its last day, and says what then stands against it', async () => {
    const own = await ownSchool(house);
    const plan = await savedPlan(own);
    const round = plan.rounds.find(({ name }) => name.startsWith('Trivsel 2'));
    const moved = await bodyOf<RoundPlan>(
      await own.leads(`/api/v1/rounds/${round?.roundId}/move`, json('POST', { opensOn: '2027-09-27' })),
    );
    const after = moved.rounds.find(({ roundId }) => roundId === round?.roundId);
    // Autumn break is in week 40, from 4 October.
    expect(after).toMatchObject({
      opensOn: '2027-09-27',
      closesOn: '2027-10-11',
      name: 'Trivsel 2 (uke 39)',
    });
    expect(moved.conflicts.filter(({ opensOn }) => opensOn === '2027-09-27').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['over_break', 'too_close']),
    );
    const free = await own.leads(
      `/api/v1/rounds/${round?.roundId}/move`,
      json('POST', { opensOn: '2027-10-05' }),
    );
    expect(await codeAndDetails(free)).toEqual([422, 'not_a_school_day', ['2027-10-05']]);
  });

  test('is removed, and those after it get their new numbers', async () => {
    const own = await ownSchool(house);
    const [first] = (await savedPlan(own)).rounds;
    const left = await bodyOf<RoundPlan>(
      await own.leads(`/api/v1/rounds/${first?.roundId}/remove`, { method: 'POST' }),
    );
    expect(left.rounds.some(({ roundId }) => roundId === first?.roundId)).toBe(false);
    expect(left.rounds.find(({ kind }) => kind === 'wellbeing')?.name).toMatch(/^Trivsel 1 /);
    const again = await own.leads(`/api/v1/rounds/${first?.roundId}/remove`, { method: 'POST' });
    expect(again.status).toBe(404);
  });

  test('planned by itself is for the grades asked for and closes on a school day', async () => {
    const own = await ownSchool(house);
    const plan = (change: object) =>
      own.leads(
        '/api/v1/rounds',
        json('POST', {
          kind: 'wellbeing',
          name: 'Ekstra runde',
          opensOn: '2027-12-17',
          fromGrade: 5,
          toGrade: 7,
          ...change,
        }),
      );
    // Christmas lies between.
    expect(await bodyOf<RoundOverview>(await plan({}))).toMatchObject({ closesOn: '2028-01-06' });
    expect((await readYear(own)).plan.rounds[0]).toMatchObject({
      fromGrade: 5,
      toGrade: 7,
      name: 'Ekstra runde',
    });
    expect((await codeAndDetails(await plan({ closesOn: '2027-12-24' })))[1]).toBe('not_a_school_day');
  });
});
