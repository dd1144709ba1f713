import { randomUUID } from 'node:crypto';
import type { CaseDocument, CaseDocumentKind, CaseDocuments } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTestCase, planFor, untilInvestigated, type TestCase } from '../cases/carried-case.fixture.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { deleteDueCase, dueCases } from './delete-cases.ts';
import { unzip } from './unzip.fixture.ts';

let house: TestHouse;
let seated: SeatedSchool;
let party: string;
let other: string;
let otherName: string;
let one: TestCase;

const social = () => seated.browserOf('social teacher');
const path = (caseId: string, rest = '') => `/api/v1/cases/${caseId}/documents${rest}`;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house);
  [party = '', other = ''] = seated.cards.map(({ pupil }) => pupil.pupilId);
  one = await openTestCase(house, social(), party, {
    pupils: [
      { pupilId: party, part: 'concerned' },
      { pupilId: other, part: 'involved' },
    ],
  });
  const view = await one.read();
  otherName = view.pupils.find(({ pupilId }) => pupilId === other)?.label ?? '';
  await untilInvestigated(one, [party]);
  const given = otherName.split(' ')[0] ?? '';
  const plan = planFor(one.today, [party], seated.ids.staffId);
  await one.record({ ...plan, problem: `Hun holdes utenfor av ${given} i friminuttene.` });
  await one.record({ kind: 'note', text: `Snakket med ${otherName} selv.` });
  await one.record(
    { kind: 'pupil_heard', who: 'Sosiallærer', words: 'Vi leker bare fotball.' },
    { pupilId: other },
  );
});
afterAll(() => house.close());

test('P5: what a party says of one thing that is written stands beside it, in the document of that party', async () => {
  const { entries } = await one.read();
  const plan = entries.find(({ kind }) => kind === 'plan') ?? expect.fail();
  const note = entries.find(({ kind }) => kind === 'note') ?? expect.fail();
  const say = (words: string, pupilId: string, corrects: number) =>
    one.attempt({ kind: 'view', whose: 'guardian', words }, { pupilId, corrects });
  const said = [
    await say('Planen er for tynn.', party, plan.number),
    await say('Slik var det ikke.', other, plan.number),
    await say('Det stemmer ikke.', party, note.number),
  ];
  expect(said.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect((await say('Om ingenting.', party, 999)).status).toBe(400);
  const { sections } = await bodyOf<CaseDocument>(await begin('plan'));
  const views = sections.filter(({ heading }) => heading === 'Eleven eller foresatte om saken');
  expect(views.map(({ fields }) => fields[0]?.text)).toEqual(['Planen er for tynn.']);
  expect(views[0]?.aside).toContain('om «Tiltaksplan»');
  const report = await bodyOf<CaseDocument>(await begin('report'));
  const ofNote = report.sections.find(({ fields }) => fields[0]?.text === 'Det stemmer ikke.');
  // The note is staff's own: that there is one is not told.
  expect([ofNote?.heading, ofNote?.aside.includes('Notat')]).toEqual([
    ...['Eleven eller foresatte om saken', false],
  ]);
});

const begin = (kind: CaseDocumentKind, changes: object = {}, by: Browser = social()) =>
  by(path(one.caseId), json('POST', { documentId: randomUUID(), kind, pupilId: party, ...changes }));

const fieldsOf = (document: CaseDocument) =>
  document.sections.flatMap(({ fields, measures }) => [...fields, ...measures.map(({ what }) => what)]);

const review = (document: CaseDocument, key: string, changes: object = {}) =>
  social()(
    path(one.caseId, `/${document.documentId}/review`),
    json('PUT', { revision: document.revision, key, read: true, decisions: [], ...changes }),
  );

const readAll = async (document: CaseDocument): Promise<CaseDocument> => {
  let latest = document;
  for (const { key } of fieldsOf(document)) latest = await bodyOf<CaseDocument>(await review(latest, key));
  return latest;
};

const finish = (document: CaseDocument) =>
  social()(path(one.caseId, `/${document.documentId}/finish`), json('POST', { revision: document.revision }));

const fileOf = async (document: CaseDocument): Promise<Buffer> =>
  Buffer.from(await (await social()(path(one.caseId, `/${document.documentId}/file`))).arrayBuffer());

describe('a document for a party', () => {
  test('marks the name of the other child, is not made unread, and does not print it', async () => {
    const document = await bodyOf<CaseDocument>(await begin('plan'));
    const problem = fieldsOf(document).find(({ label }) => label === 'Hva tiltakene skal løse');
    expect(problem?.mentions.map(({ kind }) => kind)).toEqual(['name']);
    expect(JSON.stringify(document)).not.toContain('fotball');
    const early = await finish(document);
    expect([early.status, await codeOf(early)]).toEqual([409, 'not_all_read']);
    const unmade = await social()(path(one.caseId, `/${document.documentId}/file`));
    expect([unmade.status, await codeOf(unmade)]).toEqual([409, 'document_not_finished']);
    const read = await readAll(document);
    expect((await finish(read)).status).toBe(200);
    const text = textOfPdf(await fileOf(document));
    expect(text).toContain('[annen elev]');
    expect(text).not.toContain(otherName.split(' ')[0]);
    expect(text).toContain('Lekegruppe med en voksen');
  });

  test('is kept as it was given, whatever comes to the case', async () => {
    const document = await bodyOf<CaseDocument>(await begin('report'));
    await finish(await readAll(document));
    const before = await fileOf(document);
    await one.record({ kind: 'correction', text: 'Det var på fredag.' }, { corrects: 1 });
    expect((await fileOf(document)).equals(before)).toBe(true);
    const list = await bodyOf<CaseDocuments>(await social()(path(one.caseId)));
    expect(list.documents.find(({ documentId }) => documentId === document.documentId)).toMatchObject({
      behind: true,
    });
    const again = await finish(document);
    expect([again.status, await codeOf(again)]).toEqual([409, 'document_finished']);
  });

  test('begun twice is one, and two who review at the same time lose nothing', async () => {
    const documentId = randomUUID();
    const document = await bodyOf<CaseDocument>(await begin('plan', { documentId }));
    expect((await bodyOf<CaseDocument>(await begin('plan', { documentId }))).revision).toBe(
      document.revision,
    );
    const [first, second] = fieldsOf(document).map(({ key }) => key);
    const answers = await Promise.all([review(document, first ?? ''), review(document, second ?? '')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409) ?? expect.fail();
    expect(await codeOf(lost)).toBe('document_changed');
  });

  test('what was let stand is printed, and a decision outside the text is refused', async () => {
    const document = await bodyOf<CaseDocument>(await begin('plan'));
    const field = fieldsOf(document).find(({ mentions }) => mentions.length > 0) ?? expect.fail();
    const [place] = field.mentions;
    const outside = await review(document, field.key, { decisions: [{ from: 0, to: 9000, show: true }] });
    expect([outside.status, await codeOf(outside)]).toEqual([400, 'invalid_request']);
    const shown = await bodyOf<CaseDocument>(
      await review(document, field.key, { decisions: [{ from: place?.from, to: place?.to, show: true }] }),
    );
    let latest = shown;
    for (const { key } of fieldsOf(document).filter((one) => one.key !== field.key))
      latest = await bodyOf<CaseDocument>(await review(latest, key));
    await finish(latest);
    expect(textOfPdf(await fileOf(document))).toContain(field.text.slice(place?.from, place?.to));
  });

  test('is made only by whoever carries the case, for somebody who is in it, and of a plan that is there', async () => {
    const participant = await begin('plan', {}, seated.browserOf('case participant'));
    expect([participant.status, await codeOf(participant)]).toEqual([404, 'not_found']);
    const stranger = await begin('plan', { pupilId: seated.cards[3]?.pupil.pupilId });
    expect([stranger.status, await codeOf(stranger)]).toEqual([404, 'not_found']);
    const early = await openTestCase(house, social(), party);
    const none = await social()(
      path(early.caseId),
      json('POST', { documentId: randomUUID(), kind: 'plan', pupilId: party }),
    );
    expect([none.status, await codeOf(none)]).toEqual([409, 'no_plan_yet']);
  });

  test('lies sealed in the database: neither the text nor the file can be read there', async () => {
    const [row] = await house.database.ask<{ dump: string }>(
      `select string_agg(encode(review, 'escape') || coalesce(encode(file, 'escape'), ''), '') as dump from case_document`,
    );
    for (const word of [otherName, '%PDF', 'decisions']) expect(row?.dump).not.toContain(word);
  });
});

describe('a case for the archive', () => {
  const take = (caseId: string, exportId = randomUUID()) =>
    social()(`/api/v1/cases/${caseId}/exports`, json('POST', { exportId, recipient: 'archive' }));
  const receive = (caseId: string, exportId: string, receivedOn: string) =>
    social()(
      `/api/v1/cases/${caseId}/exports/${exportId}/receipt`,
      json('POST', { receivedOn, receivedAs: '2026/1234' }),
    );

  test('is taken by nobody who has not just signed in again', async () => {
    const browser = await house.staffBrowser('social teacher');
    const wish = json('POST', { exportId: randomUUID(), recipient: 'archive' });
    const answer = await browser(`/api/v1/cases/${one.caseId}/exports`, wish);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'sign_in_again']);
  });

  test('holds everything, unmasked, with the hash of each entry and what parties were given', async () => {
    const answer = await take(one.caseId);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = await unzip(Buffer.from(await answer.arrayBuffer()));
    const whole = JSON.parse(files.get('data/sak.json')?.toString() ?? '{}') as {
      entries: unknown[];
      chain: unknown[];
    };
    expect(whole.entries).toHaveLength((await one.read()).entries.length);
    expect(whole.chain).toHaveLength(whole.entries.length);
    expect(JSON.stringify(whole)).toContain('fotball');
    const pdf = files.get('data/sak.pdf') ?? Buffer.alloc(0);
    expect(textOfPdf(pdf)).toContain('Vi leker bare fotball');
    expect([...files.keys()].filter((name) => name.startsWith('data/gitt-til-part'))).toHaveLength(3);
  });

  test('is deleted on its day, when it is over and the archive has all of it, and leaves a receipt without a word', async () => {
    const gone = await openTestCase(house, social(), party, { title: 'Zqzq skal slettes' });
    await gone.record({ kind: 'principal_told', who: 'Rektor', how: 'Muntlig.', serious: false });
    await gone.record({ kind: 'ended', reason: 'moved', why: 'Har flyttet til Bodø.' });
    const exportId = randomUUID();
    await take(gone.caseId, exportId);
    const future = await receive(gone.caseId, exportId, '2026-12-24');
    expect([future.status, await codeOf(future)]).toEqual([422, 'date_in_future']);
    expect((await receive(gone.caseId, exportId, '2026-11-24')).status).toBe(204);
    await gone.record({ kind: 'note', text: 'Ny skole har ringt.' });
    const list = async () => bodyOf<CaseDocuments>(await social()(path(gone.caseId)));
    expect((await list()).deletedOn).toBeNull();
    const again = randomUUID();
    await take(gone.caseId, again);
    await receive(gone.caseId, again, '2026-11-24');
    expect((await list()).deletedOn).toBe('2027-11-24');
    const { schoolId } = seated.school;
    const purge = (moment: string) =>
      house.deps.db.inScope({ schoolId }, async (tx) => {
        for (const id of await dueCases(tx, schoolId, new Date(moment)))
          await deleteDueCase(tx, schoolId, id, new Date(moment));
      });
    const found = async () => (await social()(`/api/v1/cases/${gone.caseId}`)).status;
    await purge('2027-11-23T09:00:00Z');
    expect(await found()).toBe(200);
    await purge('2027-11-24T09:00:00Z');
    await purge('2027-11-24T09:00:00Z');
    expect(await found()).toBe(404);
    const left = await house.database.ask<{ archive_receipt: string; entries: number }>(
      `select archive_receipt, entries from case_deletion where case_id = '${gone.caseId}'`,
    );
    expect(left).toEqual([{ archive_receipt: '2026/1234', entries: 4 }]);
    const tables = await house.database.ask<{ table_name: string }>(
      `select table_name from information_schema.columns where column_name = 'case_id' and table_schema = 'public'`,
    );
    for (const { table_name: table } of tables.filter((each) => each.table_name !== 'case_deletion')) {
      const rows = await house.database.ask(`select 1 from ${table} where case_id = '${gone.caseId}'`);
      expect(rows, table).toEqual([]);
    }
    expect((await one.read()).stage).toBe('planned');
  });

  test('a case that was altered in the database is not exported, and it says where', async () => {
    const broken = await openTestCase(house, social(), party);
    await house.database.ask(
      `update case_entry set occurred_on = '2026-01-01' where case_id = '${broken.caseId}'`,
    );
    const answer = await take(broken.caseId);
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: 'case_broken', details: ['1'] },
    ]);
  });
});

test('how long cases are kept is leadership’s to say', async () => {
  const keep = (by: Browser) => by('/api/v1/case-retention', json('PUT', { keptDays: 30 }));
  expect((await keep(social())).status).toBe(404);
  expect((await keep(seated.browserOf('leadership'))).status).toBe(204);
  expect((await bodyOf<CaseDocuments>(await social()(path(one.caseId)))).keptDays).toBe(30);
});
