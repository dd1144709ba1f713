import type { CalendarSubscription, NewYearEntry, SchoolCalendarView, YearEntry } from '@samhold/contract';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  codeAndDetails,
  ownSchool,
  readYear,
  savedPlan,
  type Own,
} from '../calendar/year-of-school.fixture.ts';
import { insertRound } from '../rounds/plan.ts';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const council: NewYearEntry = {
  name: 'Elevråd',
  responsible: ['environment_team'],
  ...{ firstWeek: 4, everyWeeks: 4, times: null, weekday: 4, weeksLong: 0 },
  ...{ startsAt: '08:15', minutes: 45 },
};

const fill = async ({ leads, yearId }: Own, from = 'action_plan') =>
  bodyOf(await leads('/api/v1/calendar/entries/fill', json('POST', { schoolYearId: yearId, from })));
const add = async ({ leads, yearId }: Own, entry = council): Promise<YearEntry> =>
  bodyOf(await leads('/api/v1/calendar/entries', json('POST', { schoolYearId: yearId, entry })));
const move = ({ leads }: Own, entryId: string, number: number, startsOn: string | null) =>
  leads(`/api/v1/calendar/entries/${entryId}/occurrences/${number}`, json('PUT', { startsOn }));

describe('what recurs', () => {
  test('is offered from the plan, once, and is the school’s own to change', async () => {
    const own = await ownSchool(house);
    expect((await readYear(own)).entries).toEqual([]);
    expect(await fill(own)).toEqual({ added: 19 });
    expect(await fill(own)).toEqual({ added: 0 });
    const { entries, schoolWeeks } = await readYear(own);
    const timesOf = (name: string) => entries.find((entry) => entry.name === name)?.occurrences.length;
    expect(timesOf('Elevsaksmøte')).toBe(schoolWeeks.length);
    expect([timesOf('Elevsamtaler'), timesOf('Utviklingssamtaler'), timesOf('Elevråd med ledelsen')]).toEqual(
      [2, 2, 2],
    );
  });

  test('is moved one time, stays moved when its name changes, and is put back by a new rhythm', async () => {
    const own = await ownSchool(house);
    const { entryId, occurrences } = await add(own);
    const moved = await bodyOf<YearEntry>(await move(own, entryId, 2, '2027-10-20'));
    expect(moved.occurrences[1]).toMatchObject({ startsOn: '2027-10-20', state: 'moved' });
    expect(moved.occurrences[2]).toEqual(occurrences[2]);
    const path = `/api/v1/calendar/entries/${entryId}`;
    const renamed = await own.leads(path, json('PUT', { ...council, name: 'Elevrådet' }));
    expect((await bodyOf<YearEntry>(renamed)).occurrences[1]).toMatchObject({ state: 'moved' });
    const other = await own.leads(path, json('PUT', { ...council, everyWeeks: 3 }));
    expect((await bodyOf<YearEntry>(other)).occurrences[1]).toMatchObject({ state: 'planned' });
  });

  test('is taken out one time or altogether, and put back as it was', async () => {
    const own = await ownSchool(house);
    const { entryId, occurrences } = await add(own);
    const out = await bodyOf<YearEntry>(await move(own, entryId, 1, null));
    expect(out.occurrences[0]).toMatchObject({ state: 'taken_out', startsOn: occurrences[0]?.plannedOn });
    const removed = (as: boolean) =>
      own.leads(`/api/v1/calendar/entries/${entryId}/removed`, json('PUT', { removed: as }));
    await removed(true);
    expect((await readYear(own)).entries).toEqual([]);
    await removed(false);
    expect((await readYear(own)).entries).toEqual([out]);
    const back = await own.leads(`/api/v1/calendar/entries/${entryId}/occurrences/1`, { method: 'DELETE' });
    expect((await bodyOf<YearEntry>(back)).occurrences).toEqual(occurrences);
  });

  test('is not moved to a day without school, out of the year, or beyond how often it comes', async () => {
    const own = await ownSchool(house);
    const { entryId } = await add(own);
    expect(await codeAndDetails(await move(own, entryId, 1, '2027-10-05'))).toEqual([
      422,
      'not_a_school_day',
      ['2027-10-05'],
    ]);
    expect((await codeAndDetails(await move(own, entryId, 1, '2028-08-01')))[1]).toBe('period_outside_year');
    expect((await codeAndDetails(await move(own, entryId, 40, '2027-10-20')))[1]).toBe('not_found');
  });

  test('goes into the next year in its school weeks, without what was moved, and with the school’s own survey weeks', async () => {
    const own = await ownSchool(house);
    await fill(own);
    const { entryId } = await add(own, { ...council, name: 'Eget møte' });
    await move(own, entryId, 1, '2027-10-20');
    const survey = (await readYear(own)).periods.find(({ kind }) => kind === 'national_survey');
    await own.leads(
      `/api/v1/calendar/periods/${survey?.periodId}`,
      json('PUT', {
        ...{ kind: 'national_survey', name: 'Elevundersøkelsen', fromGrade: 5, toGrade: 7 },
        ...{ startsOn: '2027-11-08', endsOn: '2027-11-19' },
      }),
    );
    await addStaff(house, own.school, `admin ${own.subject}`, [{ kind: 'administrator' }]);
    const administrator = await house.staffBrowser(`admin ${own.subject}`);
    const next = { label: '2028/2029', startsOn: '2028-08-21', endsOn: '2029-06-22' };
    await administrator('/api/v1/school-years', json('POST', next));
    const { years } = await bodyOf<SchoolCalendarView>(await own.leads('/api/v1/calendar'));
    const yearId = years.find(({ label }) => label === next.label)?.schoolYearId ?? '';
    const year = await readYear({ ...own, yearId });
    expect(year.entries).toHaveLength(20);
    expect(year.entries.find(({ name }) => name === 'Eget møte')?.occurrences[0]).toMatchObject({
      ...{ startsOn: '2028-09-14', state: 'planned' },
    });
    expect(year.periods.filter(({ kind }) => kind === 'national_survey')).toMatchObject([
      { startsOn: '2028-11-06', endsOn: '2028-11-17' },
    ]);
    expect(year.plan.rounds).toEqual([]);
  });
});

describe('a subscription', () => {
  const make = async (browser: Browser): Promise<string> =>
    (await bodyOf<CalendarSubscription>(await browser('/api/v1/me/calendar', { method: 'POST' })))
      .subscription?.path ?? '';
  const read = async (path: string) => {
    const answer = await house.tablet()(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };
  const person = async (own: Own, name: string, relations: Parameters<typeof addStaff>[3]) => {
    const staffId = await addStaff(house, own.school, `${name} ${own.subject}`, relations);
    return { staffId, browser: await house.staffBrowser(`${name} ${own.subject}`) };
  };

  test('holds the year for whoever has the link, and only what one’s own roles see to', async () => {
    const own = await ownSchool(house);
    await savedPlan(own);
    await add(own);
    await fill(own);
    const path = await make(own.leads);
    const names = new Set((await read(path)).map(({ summary }) => summary));
    for (const name of ['Elevene har fri: Høstferie', 'Sosiogram, 1.–7. trinn', 'Elevråd', 'Elevsaksmøte'])
      expect(names).toContain(name);
    const { browser } = await person(own, 'miljø', [{ kind: 'environment_team' }]);
    const theirs = new Set((await read(await make(browser))).map(({ summary }) => summary));
    expect([theirs.has('Elevråd'), theirs.has('Miljøteammøte'), theirs.has('Elevsaksmøte')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('sees a moved round and a moved meeting under their old uids with higher numbers, and nothing else changed', async () => {
    const own = await ownSchool(house);
    const plan = await savedPlan(own);
    const { entryId } = await add(own);
    const path = await make(own.leads);
    const before = await read(path);
    expect((await read(path)).map(({ sequence }) => sequence)).toEqual(before.map(() => 0));
    const round = plan.rounds.at(-1);
    await own.leads(`/api/v1/rounds/${round?.roundId}/move`, json('POST', { opensOn: '2028-05-22' }));
    await move(own, entryId, 1, '2027-09-20');
    const after = await read(path);
    expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
    const changed = after.filter(({ sequence }) => sequence === 1).map(({ uid }) => uid);
    expect(changed.toSorted()).toEqual(
      [`entry-${entryId}-1@samhold.no`, `round-${round?.roundId}@samhold.no`].toSorted(),
    );
  });

  test('ends when it is withdrawn, renewed, or the person leaves; nothing of the link is stored', async () => {
    const own = await ownSchool(house);
    const { staffId, browser } = await person(own, 'ansatt', [{ kind: 'employee' }]);
    const [first, second] = [await make(browser), await make(browser)];
    expect((await house.tablet()(first)).status).toBe(404);
    expect(await read(second)).not.toEqual([]);
    const { subscription } = await bodyOf<CalendarSubscription>(await browser('/api/v1/me/calendar'));
    expect(subscription).toEqual({ path: second, madeOn: '2027-08-20', readOn: '2027-08-20' });
    const token = /feed\/(.*)\.ics/.exec(second)?.[1] ?? '';
    const stored = await house.database.ask(
      `select encode(link_hash, 'base64') as link from calendar_subscription union all select encode(link_hash, 'base64') from calendar_link_lookup`,
    );
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(token, 'base64url').toString('base64'));
    await house.database.ask(`update staff_member set active = false where staff_id = '${staffId}'`);
    expect((await house.tablet()(second)).status).toBe(404);
    await house.database.ask(`update staff_member set active = true where staff_id = '${staffId}'`);
    await browser('/api/v1/me/calendar', { method: 'DELETE' });
    expect((await house.tablet()(second)).status).toBe(404);
    expect(await house.database.ask(`select 1 from calendar_link_lookup where link_hash is null`)).toEqual(
      [],
    );
  });

  test('names no pupil, no staff and nothing that somebody called a round', async () => {
    const own = await ownSchool(house);
    const days = { opensOn: '2027-09-06', closesOn: '2027-09-13', yearId: own.yearId };
    await house.deps.db.inScope(own.school, (tx) =>
      insertRound(tx, own.school.schoolId, { kind: 'wellbeing', name: 'Om Unikærlig', ...days }),
    );
    const answer = await house.tablet()(await make(own.leads));
    const text = await answer.text();
    expect(text).toContain('SUMMARY:Trivselsundersøkelse\\, 1.–7. trinn');
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/Unikærlig|leads|Prøve|Elev\d|5A/);
  });
});
