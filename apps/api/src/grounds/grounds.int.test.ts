import { randomUUID } from 'node:crypto';
import type { ClassHome, GroundsView, NewGround, RoundOverview, SchoolYears } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { runDueWork } from '../clock/due-work.ts';
import { bodyOf, openSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { refusalOf, seatInCharge, type SchoolInCharge } from '../testing/people-calls.ts';
import { planRoundOf, storedRounds } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-09';
const opening = new Date(`${today}T06:00:00Z`);
const days = { opensOn: today, closesOn: '2026-11-20' };

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge;
let leadership: Browser;
let teacher: Browser;
let classId: string;
let schoolYearId: string;
let schools = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const yearsOf = async (administrator: Browser): Promise<SchoolYears> =>
  bodyOf(await administrator('/api/v1/school-years'));

/** Every test has a school of which no grounds are recorded. */
beforeEach(async () => {
  house.setNow(opening);
  schools += 1;
  school = await makeSchool(house, `Skole ${schools}`, rosterHeader + rosterOf('5A', 5, 3), {
    prepared: false,
  });
  inCharge = await seatInCharge(house, school);
  ({ leadership } = inCharge);
  classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, `teacher ${schools}`, [{ kind: 'contact_teacher', classId }]);
  teacher = await house.staffBrowser(`teacher ${schools}`);
  schoolYearId = (await yearsOf(inCharge.administrator)).years[0]?.schoolYearId ?? '';
});

const ground = (change: Partial<NewGround> = {}): NewGround => ({
  schoolYearId,
  purpose: 'Følge med på skolemiljøet',
  legalReference: 'opplæringslova § 12-3',
  letterVersion: '1',
  letterApprovedOn: '2026-10-01',
  letterSentOn: '2026-10-05',
  dpiaVersion: '3',
  dpiaApprovedOn: '2026-09-15',
  ...change,
});
const record = (change: Partial<NewGround> = {}, by = leadership): Promise<Response> =>
  by('/api/v1/grounds', json('POST', ground(change)));
const read = async (query = ''): Promise<GroundsView> => bodyOf(await leadership(`/api/v1/grounds${query}`));
const start = (): Promise<Response> =>
  teacher(`/api/v1/classes/${classId}/sittings`, json('POST', { kind: 'wellbeing' }));
const home = async (): Promise<ClassHome> => bodyOf(await teacher(`/api/v1/classes/${classId}/home`));
const overview = async () =>
  (await bodyOf<{ rounds: readonly RoundOverview[] }>(await leadership('/api/v1/rounds'))).rounds;

describe('P1: without grounds', () => {
  test('a teacher starts nothing, and is told all that is missing', async () => {
    const refused = await start();
    expect(refused.status).toBe(409);
    expect(await bodyOf(refused)).toMatchObject({
      code: 'round_not_prepared',
      details: ['purpose', 'legal_reference', 'letter', 'dpia'],
    });
    expect(await home()).toMatchObject({ prepared: false, startable: [], sittings: [] });
    expect((await storedRounds(house, school)).sittings).toEqual([]);
  });

  test('a teacher does not start a round the school has planned either', async () => {
    const roundId = await planRoundOf(house, school, days);
    const path = `/api/v1/classes/${classId}/sittings`;
    const refused = await teacher(path, json('POST', { kind: 'wellbeing', roundId }));
    expect(await refusalOf(refused)).toEqual([409, 'round_not_prepared']);
  });

  test('the clock opens nothing, leadership sees why, and both may once they are recorded', async () => {
    await planRoundOf(house, school, days);
    await runDueWork(house.deps);
    expect((await storedRounds(house, school)).sittings).toEqual([]);
    expect(await overview()).toMatchObject([{ openedAt: null, prepared: false }]);

    expect((await record()).status).toBe(201);
    await runDueWork(house.deps);
    expect((await storedRounds(house, school)).sittings).toMatchObject([
      { class_id: classId, state: 'open' },
    ]);
    expect(await overview()).toMatchObject([{ openedAt: opening.toISOString(), prepared: true }]);
    expect(await home()).toMatchObject({ prepared: true });
    await openSitting(teacher, classId, { kind: 'sociogram' });
  });

  test('of its own year a round stays closed, whatever is recorded of another', async () => {
    const { next } = await yearsOf(inCharge.administrator);
    const added = await inCharge.administrator('/api/v1/school-years', json('POST', next));
    const other = (await bodyOf<SchoolYears>(added)).years.find(({ label }) => label === next.label);
    expect((await record({ schoolYearId: other?.schoolYearId ?? '' })).status).toBe(201);
    await planRoundOf(house, school, days);
    await runDueWork(house.deps);
    expect(await refusalOf(await start())).toEqual([409, 'round_not_prepared']);
    expect((await storedRounds(house, school)).sittings).toEqual([]);
  });
});

describe('grounds are recorded', () => {
  test('whole, with who and when, and shown with the year they hold for', async () => {
    const { schoolYearId: _year, ...recorded } = ground();
    const answer = await record({ purpose: `  ${recorded.purpose} `, dpiaVersion: ' 3 ' });
    const view = await bodyOf<GroundsView>(answer);
    expect(view).toMatchObject({
      today,
      schoolName: `Skole ${schools}`,
      year: { schoolYearId, label: '2026/2027' },
      grounds: [
        { ...recorded, recordedAt: opening.toISOString(), recordedBy: `leadership ${school.schoolId} Prøve` },
      ],
    });
    expect(await read()).toEqual(view);
  });

  test('again, which comes first and leaves what was there as it was', async () => {
    await record();
    const [first] = (await read()).grounds;
    house.setNow(new Date(opening.getTime() + 60_000));
    await record({ letterVersion: '2', letterApprovedOn: '2026-11-01', letterSentOn: '2026-11-02' });
    const { grounds } = await read();
    expect(grounds.map(({ letterVersion }) => letterVersion)).toEqual(['2', '1']);
    expect(grounds[1]).toEqual(first);
  });

  test('and nothing in the server can change or take away one', async () => {
    await record();
    const before = await read();
    const { schoolId } = school;
    await expect(
      house.deps.db.inScope(school, (tx) =>
        tx
          .updateTable('processing_ground')
          .set({ purpose: 'Noe annet' })
          .where('school_id', '=', schoolId)
          .execute(),
      ),
    ).rejects.toThrow('permission denied');
    await expect(
      house.deps.db.inScope(school, (tx) =>
        tx.deleteFrom('processing_ground').where('school_id', '=', schoolId).execute(),
      ),
    ).rejects.toThrow('permission denied');
    expect(await read()).toEqual(before);
  });

  test('for the year that holds today, the next, or the one asked for', async () => {
    const { next } = await yearsOf(inCharge.administrator);
    await inCharge.administrator('/api/v1/school-years', json('POST', next));
    const { years, year } = await read();
    expect(year?.schoolYearId).toBe(schoolYearId);
    const later = years.find(({ label }) => label === next.label)?.schoolYearId ?? '';
    await record({ schoolYearId: later });
    expect((await read()).grounds).toEqual([]);
    expect(await read(`?schoolYearId=${later}`)).toMatchObject({
      year: { schoolYearId: later },
      grounds: [{}],
    });
  });
});

describe('what cannot be is refused, and nothing is recorded:', () => {
  const tomorrow = '2026-11-10';
  const future = ['letterApprovedOn', 'letterSentOn', 'dpiaApprovedOn'] as const;

  test.each([
    [
      'a letter approved tomorrow',
      { letterApprovedOn: tomorrow, letterSentOn: tomorrow },
      future.slice(0, 2),
    ],
    ['a letter sent tomorrow', { letterSentOn: tomorrow }, ['letterSentOn']],
    ['an assessment approved tomorrow', { dpiaApprovedOn: tomorrow }, ['dpiaApprovedOn']],
  ])('%s', async (_what, change, details) => {
    const refused = await record(change);
    expect([refused.status, await bodyOf(refused)]).toMatchObject([422, { code: 'date_in_future', details }]);
    expect((await read()).grounds).toEqual([]);
    expect(await refusalOf(await start())).toEqual([409, 'round_not_prepared']);
  });

  test('a letter sent before it was approved; on the same day it may be', async () => {
    const refused = await record({ letterApprovedOn: '2026-10-06' });
    expect(await refusalOf(refused)).toEqual([422, 'letter_sent_before_approved']);
    expect((await read()).grounds).toEqual([]);
    expect((await record({ letterApprovedOn: '2026-10-05' })).status).toBe(201);
  });

  test('what is today in Norway and was not yet an hour ago', async () => {
    house.setNow(new Date('2026-11-09T22:59:00Z'));
    leadership = await house.staffBrowser(`leadership ${school.schoolId}`);
    expect(await refusalOf(await record({ letterSentOn: tomorrow }))).toEqual([422, 'date_in_future']);
    house.setNow(new Date('2026-11-09T23:00:00Z'));
    expect((await record({ letterSentOn: tomorrow })).status).toBe(201);
  });

  test.each(['purpose', 'legalReference', 'letterVersion', 'dpiaVersion'] as const)(
    'no %s',
    async (field) => {
      for (const words of ['', '   '])
        expect(await refusalOf(await record({ [field]: words }))).toEqual([400, 'invalid_request']);
      const { [field]: _left, ...rest } = ground();
      const without = await leadership('/api/v1/grounds', json('POST', rest));
      expect(await refusalOf(without)).toEqual([400, 'invalid_request']);
      expect((await read()).grounds).toEqual([]);
    },
  );
});

test('S7: a year that is not there and one of another school answer byte for byte alike', async () => {
  const other = await makeSchool(house, 'Nabo', rosterHeader + rosterOf('5A', 5, 3));
  const theirs =
    (await yearsOf((await seatInCharge(house, other)).administrator)).years[0]?.schoolYearId ?? '';
  const answers = new Set<string>();
  for (const id of [theirs, randomUUID()])
    for (const answer of [
      await record({ schoolYearId: id }),
      await leadership(`/api/v1/grounds?schoolYearId=${id}`),
    ])
      answers.add(`${answer.status} ${await answer.text()}`);
  expect([...answers]).toEqual([expect.stringMatching(/^404 .*not_found/)]);
});

test('grounds are leadership’s: nobody else reads or records them', async () => {
  for (const browser of [inCharge.administrator, teacher]) {
    expect(await refusalOf(await record({}, browser))).toEqual([404, 'not_found']);
    expect((await browser('/api/v1/grounds')).status).toBe(404);
  }
  expect((await read()).grounds).toEqual([]);
});
