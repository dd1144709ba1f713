import { randomUUID } from 'node:crypto';
import type { CalendarSubscription, OwnIncident } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessTable, type Seat } from '../access/access-table.ts';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { callOf } from '../testing/call-of.ts';
import { newIncident } from '../testing/incident.ts';
import { openSeatedSchool, type Ids, type SeatedSchool } from '../testing/seated-school.ts';
import { carryStaffCase } from '../testing/staff-case.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const word = 'qvornestad7f3a9';

type School = { readonly house: TestHouse; readonly seated: SeatedSchool; readonly ids: Ids };

/** The same school each time, in which the accused also sits in the weekly meeting and has the year in a calendar. */
const openSchool = async (accused: Seat): Promise<School> => {
  const house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  const seated = await openSeatedSchool(house);
  const { ids, staffIds, browserOf } = seated;
  const called = [ids.memberId, staffIds.get(accused) ?? ''];
  await browserOf('social teacher')(
    `/api/v1/meetings/${ids.meetingId}/participants`,
    json('PUT', { staffIds: called }),
  );
  const { subscription } = await bodyOf<CalendarSubscription>(
    await browserOf(accused)('/api/v1/me/calendar', { method: 'POST' }),
  );
  const calendarLink = subscription?.path.split('/').at(-1) ?? '';
  return { house, seated, ids: { ...ids, calendarLink } };
};

const bodyText = async (response: Response): Promise<string> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('event-stream')) {
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    return new TextDecoder().decode(first?.value);
  }
  return /json|calendar/.test(type) ? response.text() : '';
};

/**
 * Ids, codes, tokens, pictures and what is counted by chance are drawn anew in each school; how many there are, and all else, is not.
 * The number of an opening counts those of the whole school, of which anybody may have made one.
 */
const drawn =
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|[A-Za-z0-9_-]{22,}|localhost(:|%3A)\d+|\b(S-[0-9a-f]{6}|[A-Z0-9]{6})\b|"(classCode|path)":"[^"]*"|"pictures":\[[^\]]*\]|"suggestion":\{[^}]*\}|"expectedByChance":[\d.]+|"(sequence|before)":\d+|1 av \d+/g;

/** Status and every word of the body, whatever order lists that are sorted by drawn ids come in. */
const essence = (status: number, text: string): readonly string[] => [
  String(status),
  ...text
    .replaceAll(drawn, '·')
    .split(/[,{}[\]\n]+/)
    .sort(),
];

/** Which of several releases or signals it is called with is drawn as well, and so is whom the pupil of an export chose. */
const drawsWhich = /releases\/:releaseId|pupil-rights\/:pupilId\/exports\/:exportId|signals\/:signalId/;

const endsSession = (route: string): boolean => /sign-out|pupil-session(\/identity)?$/.test(route);
const routes = Object.keys(accessTable)
  .filter((route) => !/GET .*\/sign-in/.test(route))
  .sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));

const walk = async (
  accused: Seat,
  { house, seated, ids }: School,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const browser = seated.browserOf(accused);
  const answers = new Map<string, readonly string[]>();
  const call = async (name: string, route: string): Promise<void> => {
    const response = await browser(...callOf(house, seated, route, ids));
    const text = await bodyText(response);
    expect(text, name).not.toContain(word);
    answers.set(name, essence(response.status, drawsWhich.test(route) ? '' : text));
  };
  for (const route of routes.filter((one) => one.startsWith('GET '))) await call(route, route);
  for (const route of routes.filter((one) => !one.startsWith('GET '))) await call(route, route);
  return answers;
};

describe.each([
  { accused: 'contact teacher of the class', carrier: 'principal', decider: 'leadership' },
  { accused: 'principal', carrier: 'owner', decider: 'owner' },
] as const)('a whole case under § 12-5 about the $accused', ({ accused, carrier, decider }) => {
  let without: School;
  let school: School;
  let known: Ids;

  beforeAll(async () => {
    [without, school] = await Promise.all([openSchool(accused), openSchool(accused)]);
    const { house, seated } = school;
    const staffIds = [seated.staffIds.get(accused) ?? ''];
    const report = newIncident(house, {
      ...{ seen: `Så ${word}.`, done: `Meldte ${word}.`, physical: true, pupilIds: [seated.ids.pupilId] },
      aboutStaff: { staffIds, leadership: false },
    });
    const filed = await seated.browserOf('employee')('/api/v1/incidents', json('POST', report));
    const { reportId } = await bodyOf<OwnIncident>(filed);
    const made = await carryStaffCase(house, seated, { accused, carrier, decider, reportId, word });
    known = { ...school.ids, ...made };
  });
  afterAll(() => Promise.all([without.house.close(), school.house.close()]));

  test('is there, for whoever carries it', async () => {
    const { seated } = school;
    const read = await seated.browserOf(carrier)(`/api/v1/cases/${known.caseId}`);
    expect((await read.text()).split(word).length).toBeGreaterThan(10);
  });

  test('is to the accused who knows every id of it as one that is not there, on every route', async () => {
    const { house, seated, ids } = school;
    const absent = Object.fromEntries(
      Object.entries(known).map(([name, id]) => [name, id === ids[name as keyof Ids] ? id : randomUUID()]),
    ) as Ids;
    const ask = async (route: string, of: Ids): Promise<string> => {
      const response = await seated.browserOf(accused)(...callOf(house, seated, route, of));
      return `${response.status} ${await response.text()}`;
    };
    const pathOf = (route: string, of: Ids): string => callOf(house, seated, route, of)[0];
    // A tablet’s token opens that route, and no session does; a session that is not one’s own is ended already.
    const about = routes.filter(
      (route) =>
        pathOf(route, known) !== pathOf(route, absent) &&
        accessTable[route]?.[accused] !== 'no upload token' &&
        !route.endsWith('/me/sessions/:sessionId'),
    );
    expect(about.length).toBeGreaterThan(20);
    for (const route of about) {
      const answer = await ask(route, known);
      expect(answer, route).toBe(await ask(route, absent));
      expect(answer, route).toMatch(/^404/);
    }
  });

  test('changes no answer of any route to the accused: status, words and counts', async () => {
    const expected = await walk(accused, without);
    const found = await walk(accused, school);
    expect([...found.keys()]).toEqual([...expected.keys()]);
    for (const [route, answer] of found) expect(answer, route).toEqual(expected.get(route));
  }, 120_000);
});
