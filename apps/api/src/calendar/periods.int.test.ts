import type { CalendarPeriod } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addPeriod, codeAndDetails, ownSchool, readYear, savedPlan, year } from './year-of-school.fixture.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('periods', () => {
  const planningDay = {
    kind: 'free',
    name: 'Planleggingsdag',
    startsOn: '2027-11-19',
    endsOn: '2027-11-19',
    fromGrade: 1,
    toGrade: 7,
  };

  test('are added, changed and removed, and the pupil days follow', async () => {
    const own = await ownSchool(house);
    const before = (await readYear(own)).pupilDays.count;
    const added = await bodyOf<CalendarPeriod>(await addPeriod(own, planningDay));
    expect((await readYear(own)).pupilDays.count).toBe(before - 1);
    const longer = { ...planningDay, startsOn: '2027-11-18' };
    await own.leads(`/api/v1/calendar/periods/${added.periodId}`, json('PUT', longer));
    expect((await readYear(own)).pupilDays.count).toBe(before - 2);
    const remove = () => own.leads(`/api/v1/calendar/periods/${added.periodId}`, { method: 'DELETE' });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    expect((await readYear(own)).pupilDays.count).toBe(before);
  });

  test('outside the year, backwards or free for some grades only are refused', async () => {
    const own = await ownSchool(house);
    const add = (change: object) => addPeriod(own, { ...planningDay, ...change });
    expect((await codeAndDetails(await add({ endsOn: '2028-07-01' })))[1]).toBe('period_outside_year');
    expect((await codeAndDetails(await add({ endsOn: '2027-11-18' })))[1]).toBe('invalid_request');
    expect((await codeAndDetails(await add({ fromGrade: 5 })))[1]).toBe('invalid_request');
    expect((await add({ startsOn: '2027-02-30' })).status).toBe(400);
  });

  test('added over a planned round show up as a named conflict of it', async () => {
    const own = await ownSchool(house);
    const plan = await savedPlan(own);
    const round = plan.rounds[1];
    const period = { ...planningDay, startsOn: round?.opensOn, endsOn: round?.opensOn };
    await addPeriod(own, period);
    expect((await readYear(own)).plan.conflicts).toContainEqual(
      expect.objectContaining({
        code: 'opens_on_free_day',
        kind: round?.kind,
        opensOn: round?.opensOn,
        name: 'Planleggingsdag',
        fromGrade: 1,
        toGrade: 7,
      }),
    );
  });

  test('of another school are not there', async () => {
    const [own, other] = [await ownSchool(house), await ownSchool(house)];
    const [theirs] = (await readYear(other)).periods;
    const change = await own.leads(`/api/v1/calendar/periods/${theirs?.periodId}`, json('PUT', planningDay));
    expect(change.status).toBe(404);
    await own.leads(`/api/v1/calendar/periods/${theirs?.periodId}`, { method: 'DELETE' });
    expect((await readYear(other)).periods).toContainEqual(theirs);
    expect((await own.leads(`/api/v1/calendar?schoolYearId=${other.yearId}`)).status).toBe(404);
  });

  test('and terms follow each other inside the year, or nothing is changed', async () => {
    const own = await ownSchool(house);
    const put = (split: string) =>
      own.leads(
        '/api/v1/calendar/terms',
        json('PUT', {
          schoolYearId: own.yearId,
          terms: [
            { name: '1. termin', startsOn: year.startsOn, endsOn: '2028-01-14' },
            { name: '2. termin', startsOn: split, endsOn: year.endsOn },
          ],
        }),
      );
    expect((await codeAndDetails(await put('2028-01-14')))[1]).toBe('terms_not_in_order');
    expect((await readYear(own)).terms[0]?.name).toBe('Høst');
    expect((await put('2028-01-17')).status).toBe(204);
    expect((await readYear(own)).terms.map(({ name }) => name)).toEqual(['1. termin', '2. termin']);
  });
});
