import { randomUUID } from 'node:crypto';
import type { CaseDocument, CaseDocuments, MeetingPage, OwnIncident } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openTestCase, planFor, type TestCase } from '../cases/carried-case.fixture.ts';
import { runDueWork } from '../clock/due-work.ts';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { newIncident } from '../testing/incident.ts';
import {
  answerInvestigation,
  approve,
  ask,
  openInvestigation,
  proveAgain,
} from '../testing/investigation.ts';
import { openInvestigatedSchool, type InvestigatedSchool } from '../testing/investigated-school.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { unzip } from './unzip.fixture.ts';

/** In every field somebody wrote, with the name of the field. */
const planted = (field: string): string => `Zqplante ${field}`;

let house: TestHouse;
let at: InvestigatedSchool;
let one: TestCase;
let split: string;
let reportId: string;
let archived: string;
const ids: string[] = [];
const social = () => at.as('social');

const send = async (path: string, body: object, who = 'social', method = 'POST') => {
  const answer = await at.as(who)(`/api/v1${path}`, json(method, body));
  if (!answer.ok) expect.fail(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
};

const fileReport = async (): Promise<string> => {
  const report = newIncident(house, { seen: planted('sett'), done: planted('gjort'), physical: true });
  const answer = await send('/incidents', { ...report, pupilIds: [at.idAt(0)] }, 'assistant');
  return (await bodyOf<OwnIncident>(answer)).reportId;
};

/** Pupils answer, and the one whom most named says something to it. */
const survey = async (): Promise<string> => {
  const wish = at.wish({
    readerIds: [at.idOf('teacher')],
    reasons: {
      ...{ suspicion: planted('mistanke'), tried: planted('prøvd'), notEnough: planted('ikke nok') },
      leastIntrusion: planted('minst inngrep'),
    },
  });
  await ask(social(), one.caseId, wish);
  await approve(at.as('head'), wish.investigationId);
  const { classCode } = await openInvestigation(house, social(), 'social', wish.investigationId);
  for (const card of at.cards.slice(1, 8))
    await answerInvestigation(house, classCode ?? '', card, () => [at.idAt(0)]);
  await social()(`/api/v1/investigations/${wish.investigationId}/end`, { method: 'POST' });
  const reply = { replyId: randomUUID(), pupilId: at.idAt(0), whose: 'pupil', text: planted('tilsvar') };
  await send(`/investigations/${wish.investigationId}/replies`, reply, 'teacher');
  return wish.investigationId;
};

const discuss = async (): Promise<void> => {
  const [meetingId, itemId, taskId, additionId] = [0, 1, 2, 3].map(() => randomUUID());
  await send('/meetings', { meetingId, heldOn: one.today });
  const page = await bodyOf<MeetingPage>(await social()(`/api/v1/meetings/${meetingId}`));
  if (!page.points.some(({ subjectId }) => subjectId === one.caseId))
    await send(`/meetings/${meetingId}/points`, { itemId, kind: 'case', subjectId: one.caseId });
  const { points } = await bodyOf<MeetingPage>(await social()(`/api/v1/meetings/${meetingId}`));
  const point = points.find(({ subjectId }) => subjectId === one.caseId) ?? expect.fail('No point.');
  await send(
    `/meeting-points/${point.itemId}/minutes`,
    { revision: point.revision, minutes: planted('referat') },
    ...(['social', 'PUT'] as const),
  );
  const task = { taskId, what: planted('oppgave'), ownerId: at.idOf('assistant'), dueOn: one.today };
  await send(`/meeting-points/${point.itemId}/tasks`, task);
  await send(`/meetings/${meetingId}/close`, {});
  await send(`/meeting-points/${point.itemId}/additions`, { additionId, text: planted('tillegg') });
  ids.push(point.itemId, taskId ?? '', additionId ?? '');
};

const document = async (): Promise<void> => {
  const path = `/cases/${one.caseId}/documents`;
  const documentId = randomUUID();
  let read = await bodyOf<CaseDocument>(await send(path, { documentId, kind: 'plan', pupilId: at.idAt(0) }));
  const fields = read.sections.flatMap((part) => [...part.fields, ...part.measures.map(({ what }) => what)]);
  for (const { key } of fields)
    read = await bodyOf<CaseDocument>(
      await send(
        `${path}/${documentId}/review`,
        { revision: read.revision, key, read: true, decisions: [] },
        ...(['social', 'PUT'] as const),
      ),
    );
  await send(`${path}/${documentId}/finish`, { revision: read.revision });
  ids.push(documentId);
};

const list = async () => bodyOf<CaseDocuments>(await social()(`/api/v1/cases/${one.caseId}/documents`));
const take = async (caseId: string) => {
  archived = randomUUID();
  await proveAgain(house, social(), 'social');
  const answer = await send(`/cases/${caseId}/exports`, { exportId: archived, recipient: 'archive' });
  return unzip(Buffer.from(await answer.arrayBuffer()));
};
const receive = (caseId: string) =>
  send(`/cases/${caseId}/exports/${archived}/receipt`, { receivedOn: one.today, receivedAs: '2026/77' });
const isThere = async (caseId: string) => (await social()(`/api/v1/cases/${caseId}`)).status === 200;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  at = await openInvestigatedSchool(house);
  reportId = await fileReport();
  one = await openTestCase(house, social(), at.idAt(0), {
    ...{ from: 'incident', reportIds: [reportId], title: planted('tittel'), what: planted('hva') },
    ...{ responsibleId: at.idOf('social'), participantIds: [at.idOf('teacher')] },
    pupils: [at.idAt(0), at.idAt(1)].map((pupilId) => ({ pupilId, part: 'concerned' as const })),
  });
  await one.record({ kind: 'stepped_in', who: 'Vakt', what: planted('grep inn') });
  await one.record({ kind: 'principal_told', who: 'Rektor', how: planted('meldt'), serious: false });
  const talks = [{ who: 'Sosiallærer', withWhom: 'Begge', untilOn: '2026-12-01' }];
  await one.record({ kind: 'investigation_started', talks, what: planted('undersøk') });
  const investigationId = await survey();
  for (const pupilId of [at.idAt(0), at.idAt(1)])
    await one.record({ kind: 'pupil_heard', who: 'Sosiallærer', words: planted('elevens ord') }, { pupilId });
  await one.record({ kind: 'information_checked', what: planted('sjekket'), how: planted('slik') });
  await one.record({ kind: 'investigation_concluded', found: planted('fant'), safe: false });
  const plan = planFor(one.today, [at.idAt(0), at.idAt(1)], at.idOf('teacher'));
  const measures = plan.measures.map((measure) => ({ ...measure, what: planted('tiltak') }));
  await one.record({ ...plan, problem: planted('problem'), measures });
  split = randomUUID();
  const why = 'To ulike ting.';
  await one.record({ kind: 'split', newCaseId: split, title: 'Egen sak', pupilIds: [at.idAt(1)], why });
  await discuss();
  await document();
  await one.record({ kind: 'ended', reason: 'moved', why: planted('slutt') });
  ids.push(one.caseId, reportId, investigationId, ...measures.map(({ measureId }) => measureId));
  await send('/case-retention', { keptDays: 20 }, 'head', 'PUT');
});
afterAll(() => house.close());

test('the archive gets the reports, minutes, tasks and surveys of a case, and is told what is left out and why', async () => {
  const files = await take(one.caseId);
  const texts = [
    files.get('data/sak.json')?.toString() ?? '',
    textOfPdf(files.get('data/sak.pdf') ?? Buffer.alloc(0)),
  ];
  const fields =
    'sett,gjort,mistanke,prøvd,ikke nok,minst inngrep,referat,oppgave,tillegg,tiltak,problem,elevens ord,slutt';
  for (const text of texts)
    for (const field of fields.split(','))
      expect(text.replaceAll(/\s+/gu, ' '), field).toContain(planted(field));
  const all = [...files.values()].map((bytes) => bytes.toString()).join('\n');
  for (const secret of ['tilsvar', 'disliked', 'statements']) expect(all).not.toContain(secret);
  const about = files.get('data/om-innholdet.txt')?.toString();
  expect(about).toMatch(/Ikke med:[^]*Hva elever svarte i en undersøkelse i saken/);
  expect([...files.keys()]).toContain('data/gitt-til-part-01-tiltaksplan.pdf');
});

test('what comes beside a case after the archive got it puts deletion off until the archive has that too', async () => {
  await receive(one.caseId);
  expect((await list()).deletedOn).toBe('2026-12-14');
  await send(`/incidents/${reportId}/additions`, { text: planted('senere') }, 'assistant');
  const late = await list();
  expect([late.deletedOn, late.exports[0]?.behind]).toEqual([null, true]);
  await at.moveClock(20);
  await runDueWork(house.deps);
  expect(await isThere(one.caseId)).toBe(true);
  const files = await take(one.caseId);
  expect(files.get('data/sak.json')?.toString()).toContain(planted('senere'));
  await send(`/cases/${one.caseId}/exports/${archived}/receipt`, {
    ...{ receivedOn: '2026-12-14', receivedAs: '2026/78' },
  });
});

test('on its day the clock deletes it with all that refers to it, leaves a receipt, and touches nothing of another', async () => {
  await at.moveClock(39);
  await runDueWork(house.deps);
  expect(await isThere(one.caseId)).toBe(true);
  const before = await house.database.ask('select 1 from investigation_answer');
  expect(before.length).toBeGreaterThan(0);
  // The answers' own day comes with the morning; it is the case's that is tried here.
  await at.moveClock(40);
  await house.database.ask(`update investigation set delete_on = '2027-06-01'`);
  await runDueWork(house.deps);
  expect(await isThere(one.caseId)).toBe(false);
  expect(await isThere(split)).toBe(true);
  for (const [table, text] of await storedTexts(house, at.school)) {
    expect(text, table).not.toContain('Zqplante');
    if (/^(access_log|case_deletion)$/.test(table)) continue;
    for (const id of ids) expect(text, table).not.toContain(id);
  }
  const receipts = await house.database.ask<{ readonly archive_receipt: string; readonly entries: number }>(
    'select archive_receipt, entries from case_deletion',
  );
  expect(receipts).toMatchObject([{ archive_receipt: '2026/78' }]);
  expect(await house.database.ask(`select 1 from pupil_meeting`)).toHaveLength(1);
});
