import type { SchoolCalendarView, SchoolYears } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';

let house: TestHouse;
let administrator: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  const school = await makeSchool(house, 'Prøve', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  await addStaff(house, school, 'administrator', [{ kind: 'administrator' }]);
  administrator = await house.staffBrowser('administrator');
});
afterAll(() => house.close());

const years = async (): Promise<SchoolYears> =>
  // Checked by the route's response schema.
  (await (await administrator('/api/v1/school-years')).json()) as SchoolYears;
const add = (year: object) => administrator('/api/v1/school-years', json('POST', year));

test('the school’s name and number are changed, and shown to everyone', async () => {
  const saved = { name: 'Fjellvik skole', organisationNumber: '974588145' };
  const answer = await administrator('/api/v1/school', json('PUT', { ...saved, name: ' Fjellvik skole ' }));
  expect(await answer.json()).toEqual(saved);
  expect(await (await administrator('/api/v1/school')).json()).toEqual(saved);
  expect(await (await administrator('/api/v1/session')).json()).toMatchObject({
    school: { name: saved.name },
  });
});

test.each(['974588146', '97458814', 'x'.repeat(9)])(
  'the number %s is refused',
  async (organisationNumber) => {
    const before = await (await administrator('/api/v1/school')).json();
    const refused = await administrator('/api/v1/school', json('PUT', { name: 'Ny', organisationNumber }));
    expect([refused.status, await codeOf(refused)]).toEqual([400, 'invalid_request']);
    expect(await (await administrator('/api/v1/school')).json()).toEqual(before);
  },
);

describe('school years', () => {
  test('the next one is proposed, added with its terms, and proposed no more', async () => {
    const { next } = await years();
    expect(next).toMatchObject({ label: '2027/2028', startsOn: '2027-08-23' });
    const added = await add(next);
    expect(added.status).toBe(201);
    const { years: found, next: after } = await years();
    expect(found.map(({ label }) => label)).toEqual(['2027/2028', '2026/2027']);
    expect(after.label).toBe('2028/2029');
  });

  test.each([
    [
      'one that overlaps another',
      409,
      'school_year_overlaps',
      { startsOn: '2027-06-01', endsOn: '2028-06-01' },
    ],
    ['one of a week', 422, 'school_year_length', { startsOn: '2040-08-20', endsOn: '2040-08-27' }],
    ['one that ends first', 422, 'school_year_length', { startsOn: '2041-08-20', endsOn: '2040-08-27' }],
    ['a label of years apart', 400, 'invalid_request', { label: '2040/2042' }],
    ['a label of words', 400, 'invalid_request', { label: 'neste år' }],
    ['a day that is none', 400, 'invalid_request', { endsOn: '2041-02-30' }],
  ])('%s is refused, and nothing is changed', async (_what, status, code, change) => {
    const before = await years();
    const year = { label: '2040/2041', startsOn: '2040-08-20', endsOn: '2041-06-20', ...change };
    const refused = await add(year);
    expect([refused.status, await codeOf(refused)]).toEqual([status, code]);
    expect(await years()).toEqual(before);
  });

  test('a year gets other days, and not those of its neighbour', async () => {
    const [, current] = (await years()).years;
    const change = (endsOn: string) =>
      administrator(
        `/api/v1/school-years/${current?.schoolYearId ?? ''}`,
        json('PUT', { label: '2026/2027', startsOn: '2026-08-17', endsOn }),
      );
    expect((await change('2027-06-20')).status).toBe(200);
    expect((await years()).years[1]).toMatchObject({ startsOn: '2026-08-17', endsOn: '2027-06-20' });
    const refused = await change('2027-08-24');
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'school_year_overlaps']);
  });

  test('of two that add the same year at once, one adds it', async () => {
    const { next } = await years();
    const answers = await Promise.all([1, 2, 3].map(() => add(next)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test.each([
    ['with the survey of a kommune that has one', { municipalSurvey: true }, 1],
    ['without it when nothing is said', {}, 0],
  ])('the calendar of a new one is filled out %s', async (_what, wished, count) => {
    const { next } = await years();
    const { years: found } = (await (await add({ ...next, ...wished })).json()) as SchoolYears;
    const { year } = await bodyOf<SchoolCalendarView>(
      await administrator(`/api/v1/calendar?schoolYearId=${found[0]?.schoolYearId ?? ''}`),
    );
    const own = year?.periods.filter(({ kind }) => kind === 'municipal_survey') ?? [];
    expect(own).toHaveLength(count);
    for (const survey of own) expect(survey).toMatchObject({ fromGrade: 1, toGrade: 4, source: 'template' });
    expect(year?.periods.filter(({ kind }) => kind === 'national_survey')).toHaveLength(1);
  });
});
