import type {
  FoundPupils,
  Incident,
  IncidentList,
  IncidentRow,
  NewIncident,
  NoticeList,
  OwnIncident,
  OwnIncidents,
  RecordIncidentStep,
} from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { insertHiddenPupil } from '../people/hidden-pupil-queries.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { newIncident } from '../testing/incident.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let seated: SeatedSchool;
let teacher: Browser;
let employee: Browser;
let socialTeacher: Browser;
let principal: Browser;
let pupilId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house);
  teacher = seated.browserOf('contact teacher of the class');
  employee = seated.browserOf('employee');
  socialTeacher = seated.browserOf('social teacher');
  principal = seated.browserOf('principal');
  pupilId = seated.cards[11]?.pupil.pupilId ?? expect.fail();
});
afterAll(() => house.close());

const send = (by: Browser, report: NewIncident) => by('/api/v1/incidents', json('POST', report));
const file = async (by: Browser, changes: Partial<NewIncident> = {}): Promise<OwnIncident> =>
  bodyOf<OwnIncident>(await send(by, newIncident(house, changes)));
const own = async (by: Browser) => (await bodyOf<OwnIncidents>(await by('/api/v1/incidents/own'))).reports;
const listed = async (by: Browser) => (await bodyOf<IncidentList>(await by('/api/v1/incidents'))).reports;
const rowOf = async (by: Browser, reportId: string): Promise<IncidentRow | undefined> =>
  (await listed(by)).find((row) => row.reportId === reportId);
const read = async (by: Browser, reportId: string) =>
  bodyOf<Incident>(await by(`/api/v1/incidents/${reportId}`));
const step = (by: Browser, reportId: string, wish: RecordIncidentStep) =>
  by(`/api/v1/incidents/${reportId}/steps`, json('POST', wish));
const search = async (by: Browser, sought: string) =>
  (await bodyOf<FoundPupils>(await by('/api/v1/incidents/pupils', json('POST', { sought })))).pupils;
const logged = (action: string) =>
  house.database.ask<{ readonly subject_id: string; readonly purpose: string }>(
    `select subject_id, purpose from access_log where action = '${action}'`,
  );

describe('filing', () => {
  test('one sent twice is one; its id with other words is refused', async () => {
    const report = newIncident(house, { pupilIds: [pupilId] });
    const [first, again] = [await send(employee, report), await send(employee, report)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    const other = await send(employee, { ...report, seen: 'Noe helt annet.' });
    expect([other.status, await codeOf(other)]).toEqual([409, 'text_changed']);
  });

  test('the id another has used tells nothing of it: the same form is filed for each', async () => {
    const report = newIncident(house, { seen: 'Sett av to voksne.' });
    const a = await bodyOf<OwnIncident>(await send(employee, report));
    const b = await bodyOf<OwnIncident>(await send(teacher, report));
    expect(a.reportId).not.toBe(b.reportId);
  });

  test('somebody without training files all the same, and finds no names', async () => {
    await addStaff(house, seated.school, 'new assistant', [{ kind: 'employee' }], { trained: false });
    const assistant = await house.staffBrowser('new assistant');
    expect((await send(assistant, newIncident(house))).status).toBe(201);
    const refused = await assistant('/api/v1/incidents/pupils', json('POST', { sought: 'elev' }));
    expect(await codeOf(refused)).toBe('training_missing');
  });

  test('a day to come is refused, and so is a pupil who is not there', async () => {
    const late = await send(employee, newIncident(house, { happenedOn: '2026-11-25' }));
    expect(await codeOf(late)).toBe('date_in_future');
    const nobody = await send(employee, newIncident(house, { pupilIds: [crypto.randomUUID()] }));
    expect(await codeOf(nobody)).toBe('invalid_request');
  });

  test('nothing of it lies in the open in the database', async () => {
    await file(employee, { seen: 'Et ord som ikke finnes ellers: kvitrefjel.' });
    const tables = await house.database.ask<{ readonly content: Buffer }>(
      'select content from incident_report',
    );
    expect(tables.map(({ content }) => content.toString('latin1')).join()).not.toContain('kvitrefjel');
    expect([...(await storedTexts(house, seated.school)).values()].join()).toContain('kvitrefjel');
  });
});

describe('finding pupils', () => {
  test('takes two letters of a name, and the class to narrow it down', async () => {
    const short = await employee('/api/v1/incidents/pupils', json('POST', { sought: 'e' }));
    expect(await codeOf(short)).toBe('invalid_request');
    const names = (await search(employee, 'elev1')).map(({ name, className }) => `${name}, ${className}`);
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((name) => name.startsWith('Elev1'))).toBe(true);
    expect(await search(employee, '5b')).toEqual([]);
    expect((await search(employee, 'elev1 5b')).map(({ className }) => className)).toEqual(['5B']);
  });

  test('is logged, without what was sought', async () => {
    const before = (await logged('pupils.search')).length;
    await search(employee, 'elev1');
    const rows = await logged('pupils.search');
    expect(rows).toHaveLength(before + 1);
    expect(JSON.stringify(rows)).not.toContain('elev1');
  });

  test('P8: a hidden pupil is met by the own class and the principal, and by nobody else', async () => {
    const hidden = seated.cards.find(({ pupil }) => pupil.label === 'Elev10')?.pupil.pupilId ?? expect.fail();
    const known = async (by: Browser) =>
      (await search(by, 'elev10')).some((found) => found.pupilId === hidden);
    expect(await known(employee)).toBe(true);
    const [member] = await house.database.ask<{ readonly staff_id: string }>(
      `select staff_id from relation where kind = 'principal'`,
    );
    await house.deps.db.inScope(seated.school, (tx) =>
      insertHiddenPupil(tx, seated.school.schoolId, hidden, member?.staff_id ?? '', house.deps.now()),
    );
    expect(await known(employee)).toBe(false);
    expect(await known(socialTeacher)).toBe(false);
    expect(await known(teacher)).toBe(true);
    expect(await known(principal)).toBe(true);
    const guessed = await send(employee, newIncident(house, { pupilIds: [hidden] }));
    expect(await codeOf(guessed)).toBe('invalid_request');
    const { reportId } = await file(teacher, { pupilIds: [hidden] });
    expect((await rowOf(principal, reportId))?.pupils).toMatchObject([{ pupilId: hidden }]);
    expect((await rowOf(socialTeacher, reportId))?.pupils).toEqual([]);
  });
});

describe('following up', () => {
  test('the writer sees that somebody has it, and no more', async () => {
    const { reportId, standing } = await file(employee, { pupilIds: [pupilId] });
    expect(standing).toBe('received');
    expect((await step(socialTeacher, reportId, { kind: 'seen', revision: 1 })).status).toBe(204);
    const text = 'Snakket med begge. De er enige om hva som skjedde.';
    expect((await step(principal, reportId, { kind: 'logged', revision: 2, text })).status).toBe(204);
    const after = (await own(employee)).find((one) => one.reportId === reportId);
    expect(after?.standing).toBe('followed_up');
    expect(JSON.stringify(after)).not.toContain('enige');
    expect((await employee(`/api/v1/incidents/${reportId}`)).status).toBe(404);
    expect((await rowOf(principal, reportId))?.open).toBe(false);
  });

  test('over what a colleague has done since it is refused, and the same sent twice is once', async () => {
    const { reportId } = await file(employee);
    const wish = { kind: 'addition', revision: 1, text: 'Hjemmet ringte i dag.' } as const;
    expect((await step(principal, reportId, wish)).status).toBe(204);
    expect((await step(principal, reportId, wish)).status).toBe(204);
    const late = await step(socialTeacher, reportId, { ...wish, text: 'Eleven kom til meg.' });
    expect(await codeOf(late)).toBe('text_changed');
    expect((await read(principal, reportId)).steps).toHaveLength(1);
  });

  test('what the writer adds stands beside, also for those who receive it', async () => {
    const { reportId } = await file(employee);
    for (let time = 0; time < 2; time += 1)
      await employee(
        `/api/v1/incidents/${reportId}/additions`,
        json('POST', { text: 'Det var mandag, ikke tirsdag.' }),
      );
    const after = (await own(employee)).find((one) => one.reportId === reportId);
    expect(after?.additions).toMatchObject([{ text: 'Det var mandag, ikke tirsdag.' }]);
    expect((await read(socialTeacher, reportId)).steps).toMatchObject([
      { kind: 'addition', by: 'employee Prøve' },
    ]);
  });

  test('force that was used stays open until guardians are informed, also when it is logged', async () => {
    const { reportId } = await file(employee, { physical: true });
    await step(principal, reportId, {
      kind: 'logged',
      revision: 1,
      text: 'Var nødvendig for å stoppe slag.',
    });
    expect(await rowOf(principal, reportId)).toMatchObject({ state: 'logged', open: true });
    const told = { kind: 'guardians_told', revision: 2, text: 'Rektor ringte mor kl. 14.' } as const;
    const early = await step(principal, reportId, { ...told, occurredOn: '2026-11-25' });
    expect(await codeOf(early)).toBe('date_in_future');
    expect((await step(principal, reportId, { ...told, occurredOn: '2026-11-24' })).status).toBe(204);
    expect(await rowOf(principal, reportId)).toMatchObject({ open: false, guardiansTold: true });
  });

  test('reading and each step leave their entry', async () => {
    const { reportId } = await file(employee);
    await read(principal, reportId);
    await step(principal, reportId, { kind: 'seen', revision: 1 });
    for (const action of ['incident.file', 'incident.read', 'incident.seen'])
      expect((await logged(action)).map((row) => row.subject_id)).toContain(reportId);
  });
});

describe('notices', () => {
  const told = async (by: Browser) =>
    (await bodyOf<NoticeList>(await by('/api/v1/notices'))).notices
      .map(({ kind }) => kind)
      .filter((kind) => kind === 'incident_filed' || kind === 'force_used')
      .sort();

  test('go to social teacher and principal until somebody has taken the report, and of force to the principal', async () => {
    for (const { reportId, revision } of await house.database.ask<{ reportId: string; revision: number }>(
      `select report_id as "reportId", revision from incident_report where state = 'new'`,
    ))
      await step(principal, reportId, { kind: 'seen', revision });
    expect([await told(principal), await told(socialTeacher)]).toEqual([[], []]);
    const { reportId } = await file(employee, { physical: true });
    expect(await told(principal)).toEqual(['force_used', 'incident_filed']);
    expect(await told(socialTeacher)).toEqual(['incident_filed']);
    expect([await told(employee), await told(seated.browserOf('leadership'))]).toEqual([[], []]);
    await step(principal, reportId, { kind: 'seen', revision: 1 });
    expect(await told(principal)).toEqual(['force_used']);
    expect(await told(socialTeacher)).toEqual([]);
  });

  test('are not there any more for somebody it turns out to be about', async () => {
    const { reportId } = await file(employee);
    expect(await told(socialTeacher)).toEqual(['incident_filed']);
    const { staffId } = await bodyOf<{ staffId: string }>(await socialTeacher('/api/v1/session'));
    await step(principal, reportId, { kind: 'accused_named', revision: 1, staffIds: [staffId] });
    expect(await told(socialTeacher)).toEqual([]);
  });
});
