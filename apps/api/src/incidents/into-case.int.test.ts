import type { CaseView, Incident, NewIncident, OpenCase, OwnIncident, OwnIncidents } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { newIncident } from '../testing/incident.ts';
import { openInvestigatedSchool, type InvestigatedSchool } from '../testing/investigated-school.ts';
import { caseAbout } from '../testing/made-cases.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let at: InvestigatedSchool;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  at = await openInvestigatedSchool(house);
});
afterAll(() => house.close());

const file = async (changes: Partial<NewIncident> = {}): Promise<string> => {
  const report = newIncident(house, { pupilIds: [at.idAt(0)], ...changes });
  const answer = await at.as('assistant')('/api/v1/incidents', json('POST', report));
  return (await bodyOf<OwnIncident>(answer)).reportId;
};
const aboutStaff = (...names: readonly string[]) => ({
  aboutStaff: { staffIds: names.map(at.idOf), leadership: false },
});
const from = (reportId: string, changes: Partial<OpenCase> = {}) =>
  caseAbout(at.idAt(0), '2026-11-24', { from: 'incident', reportIds: [reportId], ...changes });
const open = (who: string, body: OpenCase) => at.as(who)('/api/v1/cases', json('POST', body));
const read = async (who: string, reportId: string) =>
  bodyOf<Incident>(await at.as(who)(`/api/v1/incidents/${reportId}`));
const take = async (who: string, reportId: string, caseId: string, revision = 1) =>
  at.as(who)(`/api/v1/incidents/${reportId}/steps`, json('POST', { kind: 'in_case', revision, caseId }));
const refusal = async (answer: Response) => [answer.status, await codeOf(answer)];
const caseCount = async () => (await house.database.ask('select 1 from school_case')).length;

describe('a case opened from a report', () => {
  test('has its words, and the report says so: to those who follow it up, and no more to its writer', async () => {
    const reportId = await file();
    const body = from(reportId);
    expect((await open('social', body)).status).toBe(201);
    expect(await read('social', reportId)).toMatchObject({
      ...{ state: 'in_case', caseId: body.caseId, open: false, revision: 2 },
      steps: [{ kind: 'in_case', by: 'social Prøve' }],
    });
    const view = await bodyOf<CaseView>(await at.as('social')(`/api/v1/cases/${body.caseId}`));
    expect(view.entries[0]?.content).toMatchObject({
      from: 'incident',
      evidence: [{ title: expect.stringMatching(/^Melding om en hendelse 24\. november 2026/) as string }],
    });
    expect(JSON.stringify(view.entries[0]?.content)).toContain('To elever ropte stygge ord');
    const own = await bodyOf<OwnIncidents>(await at.as('assistant')('/api/v1/incidents/own'));
    expect(own.reports.find((one) => one.reportId === reportId)?.standing).toBe('followed_up');
    expect(JSON.stringify(own)).not.toContain(body.caseId);
  });

  test('sent twice is one; a second case from it is refused, and is not there', async () => {
    const reportId = await file();
    const body = from(reportId);
    await open('social', body);
    const before = await caseCount();
    expect((await open('social', body)).status).toBe(201);
    expect(await refusal(await open('deputy', from(reportId)))).toEqual([409, 'report_decided']);
    expect([await caseCount(), (await read('social', reportId)).steps.length]).toEqual([before, 1]);
  });

  test('is opened only by whoever the report goes to', async () => {
    const reportId = await file();
    expect(await refusal(await open('teacher', from(reportId)))).toEqual([404, 'not_found']);
    const ofStaff = await file(aboutStaff('teacher'));
    const staff: Partial<OpenCase> = { kind: 'staff', accusedIds: [at.idOf('teacher')] };
    expect(await refusal(await open('deputy', from(ofStaff, staff)))).toEqual([404, 'not_found']);
    expect((await open('head', from(ofStaff, staff))).status).toBe(201);
  });
});

describe('a report taken into a case that is there', () => {
  test('stands in it for those who take part, once however often it is sent', async () => {
    const reportId = await file();
    const { caseId, ...body } = caseAbout(at.idAt(0), '2026-11-24', {
      participantIds: [at.idOf('teacher')],
    });
    await open('social', { caseId, ...body });
    expect((await take('social', reportId, caseId)).status).toBe(204);
    expect((await take('social', reportId, caseId)).status).toBe(204);
    const view = await bodyOf<CaseView>(await at.as('teacher')(`/api/v1/cases/${caseId}`));
    expect(view.entries.map(({ kind }) => kind)).toEqual(['opened', 'note', 'note', 'note']);
    expect(JSON.stringify(view.entries)).toContain('Jeg stoppet det og snakket med alle tre.');
    expect(await refusal(await take('social', reportId, caseId, 2))).toEqual([409, 'report_decided']);
    expect((await at.as('teacher')(`/api/v1/incidents/${reportId}`)).status).toBe(404);
  });

  test('is refused for a case that is not the writer’s to open, and stays as it is', async () => {
    const reportId = await file();
    const body = from(await file(aboutStaff('teacher')), { kind: 'staff', accusedIds: [at.idOf('teacher')] });
    await open('head', body);
    expect(await refusal(await take('social', reportId, body.caseId))).toEqual([404, 'not_found']);
    expect((await read('social', reportId)).state).toBe('new');
  });
});

describe('a report about an employee', () => {
  test('goes into no case but one about the same (§ 12-5)', async () => {
    const reportId = await file(aboutStaff('teacher'));
    const before = await caseCount();
    const others: readonly Partial<OpenCase>[] = [{}, { kind: 'staff', accusedIds: [at.idOf('assistant')] }];
    for (const changes of others)
      expect(await refusal(await open('head', from(reportId, changes)))).toEqual([
        409,
        'report_not_for_case',
      ]);
    expect(await caseCount()).toBe(before);
    const accusedIds = [at.idOf('teacher'), at.idOf('assistant')];
    expect((await open('head', from(reportId, { kind: 'staff', accusedIds }))).status).toBe(201);
  });

  test('and about leadership nobody names goes into none that leadership sees', async () => {
    const reportId = await file({ aboutStaff: { staffIds: [], leadership: true } });
    const about = (name: string) =>
      from(reportId, { kind: 'staff', accusedIds: [at.idOf(name)], pupils: [] });
    expect(await refusal(await open('owner', about('teacher')))).toEqual([409, 'report_not_for_case']);
    const body = about('deputy');
    expect((await open('owner', body)).status).toBe(201);
    expect((await at.as('head')(`/api/v1/cases/${body.caseId}`)).status).toBe(404);
  });
});
