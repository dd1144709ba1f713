import { randomUUID } from 'node:crypto';
import type { NewIncident, OwnIncident, RecordIncidentStep } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessTable, type Seat } from '../access/access-table.ts';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { callOf } from '../testing/call-of.ts';
import { newIncident } from '../testing/incident.ts';
import { makeCase } from '../testing/made-case.ts';
import { openSeatedSchool, type Ids, type SeatedSchool } from '../testing/seated-school.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

/** In every field of what is written about the accused. */
const planted = 'qvornestad7f3a9';
const anyPlanted = /qvorn/i;
/** A contact teacher and the principal, by name: accused-every-route.int.test.ts. */
const accused = [
  { seat: 'social teacher', how: 'by name' },
  { seat: 'leadership', how: 'by name' },
  { seat: 'principal', how: 'as one of the leadership' },
] as const satisfies readonly { readonly seat: Seat; readonly how: string }[];

let house: TestHouse;
let seated: SeatedSchool;

/** A school of its own for each, so that what one has read is not changed by what is about another. */
const openSchool = async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house);
};

const leads = (seat: Seat): boolean => seat === 'leadership' || seat === 'principal';

/** The one who receives it: the principal, or of the leadership the owner. */
const receiverOf = (seat: Seat): Browser => seated.browserOf(leads(seat) ? 'owner' : 'principal');

const staffIdOf = async (seat: Seat): Promise<string> =>
  (await bodyOf<{ staffId: string }>(await seated.browserOf(seat)('/api/v1/session'))).staffId;

/** The body of a stream that goes on for as long as somebody listens is what it says first. */
const answerOf = async (response: Response): Promise<string> => {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('event-stream')) return `${response.status} ${type} ${await response.text()}`;
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return `${response.status} ${type} ${new TextDecoder().decode(first?.value)}`;
};

type Readers = { readonly entries: readonly { readonly staffName: string; readonly action: string }[] };

/** Who read what of a pupil, without what the one in the seat has read by asking for everything here. */
const readByOthers = (seat: Seat, answer: string): string => {
  const [head, body] = answer.split(/ (?=\{)/, 2);
  if (body === undefined || !answer.startsWith('200')) return answer;
  // Checked by the route's response schema.
  const { entries } = JSON.parse(answer.slice(answer.indexOf('{'))) as Readers;
  const others = entries.filter(({ staffName }) => !staffName.startsWith(seat));
  return `${head ?? ''} ${others.map(({ staffName, action }) => `${staffName} ${action}`).join('\n')}`;
};

const ask = async (seat: Seat, route: string, ids: Ids): Promise<string> => {
  const answer = await answerOf(await seated.browserOf(seat)(...callOf(house, seated, route, ids)));
  return route === 'GET /api/v1/pupils/:pupilId/readers' ? readByOthers(seat, answer) : answer;
};

/** What it says is new each time, or made anew as a file with the time in it. */
const changesByItself =
  /picture-cards|badges|\/sign-in|sheet$|report$|file$|hidden-pupils\/class|\/live$|\/ready$/;
const reads = Object.keys(accessTable).filter(
  (route) => route.startsWith('GET ') && !changesByItself.test(route),
);

const everythingRead = async (seat: Seat, ids: Ids): Promise<ReadonlyMap<string, string>> => {
  const answers = new Map<string, string>();
  for (const route of reads) answers.set(route, await ask(seat, route, ids));
  return answers;
};

const plant = async (seat: Seat, changes: Partial<NewIncident> = {}): Promise<string> => {
  const report = newIncident(house, {
    ...{ seen: `Så at ${planted} skjedde.`, done: `Sa fra om ${planted}.`, physical: true },
    pupilIds: [seated.ids.pupilId],
    aboutStaff: { staffIds: [await staffIdOf(seat)], leadership: false },
    ...changes,
  });
  const filed = await seated.browserOf('employee')('/api/v1/incidents', json('POST', report));
  expect(filed.status).toBe(201);
  return (await bodyOf<OwnIncident>(filed)).reportId;
};

const steps = (reportId: string): readonly RecordIncidentStep[] => [
  { kind: 'seen', revision: 1 },
  { kind: 'addition', revision: 2, text: `Ringte om ${planted}.` },
  { kind: 'owner_told', revision: 3, text: `Meldt ${planted} til kommunen ${reportId.slice(0, 4)}.` },
  { kind: 'guardians_told', revision: 4, occurredOn: '2026-11-24', text: `Mor vet om ${planted}.` },
];

const followUp = async (by: Browser, reportId: string) => {
  for (const wish of steps(reportId))
    expect((await by(`/api/v1/incidents/${reportId}/steps`, json('POST', wish))).status).toBe(204);
};

/** Routes whose address or body holds the id of a report or a case. */
const ofIds = /:reportId|:caseId/;

describe.each(accused)('a report and a case under § 12-5 about $seat, $how', ({ seat, how }) => {
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;
  let known: Ids;

  beforeAll(async () => {
    await openSchool();
    before = await everythingRead(seat, {
      ...seated.ids,
      ...{ incidentId: randomUUID(), caseId: randomUUID() },
    });
    const leadership = how !== 'by name';
    const incidentId = await plant(seat, leadership ? { aboutStaff: { staffIds: [], leadership } } : {});
    await followUp(receiverOf(seat), incidentId);
    const caseId = await makeCase(house, seated.school, {
      ...{
        kind: 'staff',
        reference: 'QVORN1',
        openedBy: await staffIdOf(leads(seat) ? 'owner' : 'principal'),
      },
      ...{ concerned: [seated.ids.pupilId], accused: [await staffIdOf(seat)] },
    });
    known = { ...seated.ids, incidentId, caseId };
    after = await everythingRead(seat, known);
  });
  afterAll(() => house.close());

  test('is there, and is read by the one who receives it', async () => {
    const stored = [...(await storedTexts(house, seated.school)).values()].join('\n');
    expect(stored.split(planted).length).toBeGreaterThan(5);
    const response = await receiverOf(seat)(`/api/v1/incidents/${known.incidentId}`);
    expect((await response.text()).split(planted).length).toBe(6);
  });

  test('changes nothing the accused can read, letter for letter, lists and counts with it', () => {
    expect(after.size).toBeGreaterThan(50);
    for (const [route, answer] of after) {
      expect(answer, route).not.toMatch(anyPlanted);
      expect(answer, route).toBe(before.get(route));
    }
  });

  test('answers the accused who has its id as one that is not there, on every route', async () => {
    const routes = Object.keys(accessTable).filter((route) => ofIds.test(route));
    expect(routes.length).toBeGreaterThan(2);
    for (const route of routes) {
      const of = await ask(seat, route, { ...known, investigatedCaseId: known.caseId });
      const [noIncident, noCase] = [randomUUID(), randomUUID()];
      const absent = { ...known, incidentId: noIncident, caseId: noCase, investigatedCaseId: noCase };
      expect(of, route).toBe(await ask(seat, route, absent));
      expect(of, route).toMatch(/^404/);
    }
  });

  test('is in no answer of any route the accused calls', async () => {
    const endsSession = (route: string) => /sign-out|pupil-session(\/identity)?$/.test(route);
    const walk = Object.keys(accessTable).filter((route) => !endsSession(route) && !/activate/.test(route));
    for (const route of walk) expect(await ask(seat, route, known), route).not.toMatch(anyPlanted);
  });

  // Who else needs it does not hang on which of the leadership it is about.
  if (seat !== 'leadership')
    test('is in no answer to colleagues without need', async () => {
      for (const other of ['environment team', 'administrator', 'council reader', 'employee'] as const)
        for (const route of reads) {
          // Whoever wrote it reads the own words.
          if (other === 'employee' && route === 'GET /api/v1/incidents/own') continue;
          expect(await ask(other, route, known), `${other} ${route}`).not.toContain(planted);
        }
      const without: readonly Seat[] = leads(seat)
        ? ['leadership', 'principal', 'social teacher']
        : ['social teacher'];
      for (const other of without)
        expect(await ask(other, 'GET /api/v1/incidents', known), other).not.toContain(planted);
    });
});

describe('an accused who is named after the fact', () => {
  beforeAll(openSchool);
  afterAll(() => house.close());

  const name = async (by: Browser, reportId: string, staffIds: readonly string[]) =>
    by(`/api/v1/incidents/${reportId}/steps`, json('POST', { kind: 'accused_named', revision: 1, staffIds }));

  test('loses it at once, and so do those who need it no more', async () => {
    const reportId = await plant('employee', { aboutStaff: null });
    const socialTeacher = seated.browserOf('social teacher');
    const at = `/api/v1/incidents/${reportId}`;
    expect((await socialTeacher(at)).status).toBe(200);
    expect((await name(socialTeacher, reportId, [await staffIdOf('social teacher')])).status).toBe(204);
    expect((await socialTeacher(at)).status).toBe(404);
    expect((await seated.browserOf('leadership')(at)).status).toBe(404);
    expect((await seated.browserOf('principal')(at)).status).toBe(200);
  });

  test('of the leadership takes it from the whole leadership to the owner', async () => {
    const reportId = await plant('employee', { aboutStaff: { staffIds: [], leadership: false } });
    const at = `/api/v1/incidents/${reportId}`;
    const [principal, owner] = [seated.browserOf('principal'), seated.browserOf('owner')];
    expect([(await principal(at)).status, (await owner(at)).status]).toEqual([200, 404]);
    expect((await name(principal, reportId, [await staffIdOf('leadership')])).status).toBe(204);
    expect([(await principal(at)).status, (await owner(at)).status]).toEqual([404, 200]);
  });

  test('who steps down from leadership after it happened gets it into nobody’s hands at the school', async () => {
    const reportId = await plant('leadership');
    await house.database.ask(
      `update relation set to_at = '2026-11-24T09:00:30Z' where kind = 'leadership' and staff_id = '${await staffIdOf('leadership')}'`,
    );
    house.setNow(new Date('2026-11-24T09:01:00Z'));
    expect((await seated.browserOf('principal')(`/api/v1/incidents/${reportId}`)).status).toBe(404);
    expect((await seated.browserOf('owner')(`/api/v1/incidents/${reportId}`)).status).toBe(200);
  });
});
