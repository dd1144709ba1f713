import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { createSchoolYear, updateSchoolYear } from './service.ts';
import { insertRound } from '../rounds/plan.ts';
import { lockYear } from './queries.ts';
import {
  codeAndDetails,
  ownSchool,
  propose,
  readYear,
  save,
  savedPlan,
  year,
} from './year-of-school.fixture.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('a school year', () => {
  test('begins with the terms and free days of the template, and counts its pupil days beside the goal', async () => {
    const own = await ownSchool(house);
    const view = await readYear(own);
    expect(view.terms.map(({ name }) => name)).toEqual(['Høst', 'Vår']);
    expect(view.periods.map(({ name }) => name)).toContain('Høstferie');
    expect(view.periods.every(({ source }) => source === 'template')).toBe(true);
    expect(view.pupilDays).toMatchObject({ goal: 190 });
    expect(view.pupilDays.count).toBeGreaterThan(185);
  });

  test('that overlaps another, or is far too short or long, is refused and leaves nothing behind', async () => {
    const { school } = await ownSchool(house);
    const create = (startsOn: string, endsOn: string) =>
      house.deps.db.inScope(school, (tx) =>
        createSchoolYear(tx, school.schoolId, { label: startsOn, startsOn, endsOn }),
      );
    await expect(create('2028-06-23', '2029-06-01')).rejects.toMatchObject({
      code: 'school_year_overlaps',
      details: ['2027/2028'],
    });
    await expect(create('2028-08-01', '2028-10-01')).rejects.toMatchObject({ code: 'school_year_length' });
    await expect(create('2028-08-01', '2029-12-01')).rejects.toMatchObject({ code: 'school_year_length' });
    await expect(create('2028-08-14', '2029-06-15')).resolves.toBeTypeOf('string');
  });

  test('made twice at once is made once', async () => {
    const { school } = await ownSchool(house);
    const create = (label: string) =>
      house.deps.db.inScope(school, (tx) =>
        createSchoolYear(tx, school.schoolId, { label, startsOn: '2030-08-19', endsOn: '2031-06-20' }),
      );
    const made = await Promise.allSettled([create('a'), create('b'), create('c')]);
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('cannot be shortened past a round, and cuts its periods when it is shortened', async () => {
    const own = await ownSchool(house);
    await savedPlan(own);
    const update = (endsOn: string) =>
      house.deps.db.inScope(own.school, (tx) =>
        updateSchoolYear(tx, own.school.schoolId, own.yearId, { ...year, endsOn }),
      );
    await expect(update('2028-04-01')).rejects.toMatchObject({ code: 'rounds_outside_year' });
    await update('2028-05-19');
    expect((await readYear(own)).periods.map(({ name }) => name)).not.toContain('2. pinsedag');
  });

  test('shortened while a plan is saved leaves no round outside: one of the two is refused', async () => {
    const own = await ownSchool(house);
    const { version } = await propose(own);
    const late = {
      roundId: null,
      kind: 'wellbeing',
      fromGrade: 1,
      toGrade: 7,
      opensOn: '2028-05-22',
    } as const;
    // Whoever comes first holds the year until it is done.
    const saving = house.deps.db.inScope(own.school, async (tx) => {
      await lockYear(tx, own.school.schoolId, own.yearId);
      const shortening = house.deps.db.inScope(own.school, (other) =>
        updateSchoolYear(other, own.school.schoolId, own.yearId, { ...year, endsOn: '2028-05-19' }),
      );
      shortening.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await insertRound(tx, own.school.schoolId, {
        ...late,
        name: 'Sen',
        closesOn: '2028-05-30',
        yearId: own.yearId,
      });
      return { shortening };
    });
    await expect((await saving).shortening).rejects.toMatchObject({ code: 'rounds_outside_year' });
    expect(await readYear(own)).toMatchObject({
      endsOn: year.endsOn,
      plan: { rounds: [{ opensOn: late.opensOn }] },
    });
    expect((await codeAndDetails(await save(own, version, [late])))[1]).toBe('plan_changed');
  });
});
