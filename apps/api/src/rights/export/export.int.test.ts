import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { AccessExport, MeetingPage, PupilRights } from '@samhold/contract';
import { dayOf } from '../../calendar-days.ts';
import { addDays } from '../../calendar/days.ts';
import { bodyOf, codeOf } from '../../testing/answering.ts';
import { json, type Browser } from '../../testing/browser.ts';
import { newIncident } from '../../testing/incident.ts';
import { caseAbout } from '../../testing/made-cases.ts';
import { madeMeasure } from '../../testing/made-measure.ts';
import { textOfPdf } from '../../testing/pdf-text.ts';
import { openSeatedSchool, type SeatedSchool } from '../../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';

let house: TestHouse;
let seated: SeatedSchool;
let leadership: Browser;
let pupilId: string;
let path: string;
/** Points of the meeting that minutes were written of. */
let written: number;

const roster = `klasse,trinn,fornavn,etternavn,id
${[
  'Amina',
  'Birk',
  'Camilla',
  'Dagfinn',
  'Eskil',
  'Frida',
  'Gudrun',
  'Halvor',
  'Ingrid',
  'Jonas',
  'Kaja',
  'Lavrans',
]
  .map((name, at) => `5A,5,${name},Planteslekt${at},p${at}`)
  .join('\n')}
5B,5,Bo,Granne,q1
5B,5,Britt,Granne,q2
`;

/** Something of each kind that is recorded of a pupil outside the own log. */
const plant = async (teacher: Browser): Promise<void> => {
  const { ids, staffIds, browserOf } = seated;
  const today = dayOf(house.deps.now());
  const other = seated.cards.find(({ pupil }) => pupil.label === 'Birk')?.pupil.pupilId ?? '';
  const both = [
    { pupilId, part: 'concerned' },
    { pupilId: other, part: 'involved' },
  ] as const;
  const what = 'Amina ble holdt utenfor av Birk.';
  const told = { pupilIds: [pupilId, other], seen: 'Birk dyttet Amina.' };
  const aboutLeader = newIncident(house, {
    ...{ pupilIds: [pupilId], seen: 'Lederhemmelighet om Amina.' },
    aboutStaff: { leadership: true, staffIds: [staffIds.get('principal') ?? ''] },
  });
  const measure = {
    ...madeMeasure(randomUUID()),
    what: 'Amina og Birk leker med Camilla.',
    pupilIds: [pupilId],
  };
  const planted = [
    await leadership('/api/v1/cases', json('POST', caseAbout(pupilId, today, { what, pupils: [...both] }))),
    await browserOf('employee')('/api/v1/incidents', json('POST', newIncident(house, told))),
    await browserOf('employee')('/api/v1/incidents', json('POST', aboutLeader)),
    await teacher(`/api/v1/classes/${ids.classId}/measures`, json('POST', measure)),
  ];
  expect(planted.map(({ ok }) => ok)).toEqual(planted.map(() => true));
  await writeMinutes();
};

/** A closed meeting with minutes under every point, the pupil's and others'. */
const writeMinutes = async (): Promise<void> => {
  const heldOn = addDays(dayOf(house.deps.now()), 9);
  const called = await leadership('/api/v1/meetings', json('POST', { meetingId: randomUUID(), heldOn }));
  const { meetingId, points } = await bodyOf<MeetingPage>(called);
  written = points.length;
  const write = async (path: string, method: 'POST' | 'PUT', body: object): Promise<void> => {
    const answer = await leadership(path, json(method, body));
    expect(answer.ok, await answer.text()).toBe(true);
  };
  for (const { itemId, revision, title } of points)
    await write(`/api/v1/meeting-points/${itemId}/minutes`, 'PUT', {
      ...{ revision, minutes: `Referat av ${title}.` },
    });
  expect((await leadership(`/api/v1/meetings/${meetingId}/close`, { method: 'POST' })).ok).toBe(true);
  for (const { itemId, title } of points)
    await write(`/api/v1/meeting-points/${itemId}/additions`, 'POST', {
      ...{ additionId: randomUUID(), text: `Tillegg til ${title}.` },
    });
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house, roster);
  leadership = seated.browserOf('leadership');
  pupilId = seated.cards.find(({ pupil }) => pupil.label === 'Amina')?.pupil.pupilId ?? '';
  const teacher = seated.browserOf('contact teacher of the class');
  const text = 'Lekte med Dagfinn i dag. Gudruns gruppe ventet.';
  await teacher(
    `/api/v1/classes/${seated.ids.classId}/pupils/${pupilId}/notes`,
    json('POST', { noteId: randomUUID(), text }),
  );
  await plant(teacher);
  path = `/api/v1/pupil-rights/${pupilId}/exports/${randomUUID()}`;
  const exportId = path.split('/').at(-1) ?? '';
  const begun = await leadership(
    `/api/v1/pupil-rights/${pupilId}/exports`,
    json('POST', { exportId, askedOn: '2026-11-20' }),
  );
  expect(begun.status, await begun.text()).toBe(204);
});
afterAll(() => house.close());

const read = async (): Promise<AccessExport> => bodyOf(await leadership(path));
const finish = async (): Promise<Response> =>
  leadership(`${path}/finish`, json('POST', { revision: (await read()).revision }));

test('P4: the export has the own answers, what is said of the pupil, how many chose the pupil, and who has read', async () => {
  const { sections, dueOn } = await read();
  expect(dueOn).toBe('2026-12-20');
  const texts = sections.flatMap(({ heading, fields }) => fields.map(({ text }) => `${heading}: ${text}`));
  expect(texts.join('\n')).toMatch(/: valgte \p{L}+.*\. Valgt av \d+\./u);
  expect(texts.some((one) => one.startsWith('Notat:') && one.includes('Lekte med Dagfinn'))).toBe(true);
  expect(texts.some((one) => one.startsWith('Hvem som har lest') && one.includes('skrev et notat'))).toBe(
    true,
  );
});

test('P4: it has what cases, reports, measures and wishes say of the pupil, and never who told it', async () => {
  const { sections } = await read();
  const texts = sections
    .flatMap(({ heading, fields }) => fields.map(({ text }) => `${heading}: ${text}`))
    .join('\n');
  expect(texts).toMatch(/Skolemiljøsak .+: Slik ble saken kjent: .*holdt utenfor/);
  expect(texts).toContain('Melding om en hendelse: Birk dyttet Amina.');
  expect(texts).toContain('Tiltak for eleven: Amina og Birk leker med Camilla.');
  expect(texts).toContain('Ønske om å snakke med en voksen: Ønsket å snakke med contact teacher');
  expect(texts).toContain('åpnet skolemiljøsaken');
  const minutes = sections.filter(({ heading }) => heading === 'Referat fra møte på skolen');
  expect(minutes.map(({ fields }) => fields.map(({ label }) => label))).toEqual(
    minutes.map(() => ['Det som ble skrevet', 'Skrevet til senere']),
  );
  // Of other pupils' signals in the same meeting nothing.
  expect(minutes.length).toBeGreaterThan(0);
  expect(written).toBeGreaterThan(minutes.length);
  for (const { fields } of minutes)
    expect(fields.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Referat av Sak .*: Amina\.$/),
      expect.stringMatching(/^Tillegg til Sak .*: Amina\.$/),
    ]);
  // § 12-5: about leadership it is the owner's.
  expect(texts).not.toContain('Lederhemmelighet');
  expect(sections.flatMap(({ aside }) => aside).join()).not.toContain('employee');
});

test('P5: what a pupil says of a signal stands beside it wherever it is shown, and is never changed', async () => {
  const { ids, browserOf } = seated;
  const teacher = browserOf('contact teacher of the class');
  const [signal] = await house.database.ask<{ pupil_id: string }>(
    `select pupil_id from signal where signal_id = '${ids.signalId}'`,
  );
  const viewId = randomUUID();
  const said = { viewId, whose: 'pupil', text: 'Jeg har det bra i friminuttene.' };
  const path = `/api/v1/signals/${ids.signalId}/views`;
  for (const _twice of [1, 2]) expect((await teacher(path, json('POST', said))).status).toBe(200);
  const other = await teacher(path, json('POST', { ...said, text: 'Noe annet.' }));
  expect([other.status, await codeOf(other)]).toEqual([409, 'text_changed']);
  const about = signal?.pupil_id ?? '';
  const exportId = randomUUID();
  const exports = `/api/v1/pupil-rights/${about}/exports`;
  await leadership(exports, json('POST', { exportId, askedOn: '2026-11-20' }));
  const shown = [
    await teacher(`/api/v1/classes/${ids.classId}/signals`),
    await teacher(`/api/v1/classes/${ids.classId}/pupils/${about}`),
    await leadership(`/api/v1/signals/${ids.signalId}/open`, json('POST', { reason: 'meeting' })),
    await leadership(`${exports}/${exportId}`),
  ];
  for (const answer of shown) expect(await answer.text()).toContain(said.text);
});

test('§ 12-5: an export from a case or report that is hidden from somebody is hidden from them with it', async () => {
  const principal = seated.browserOf('principal');
  const listed = async () =>
    (await bodyOf<PupilRights>(await principal(`/api/v1/pupil-rights/${pupilId}`))).exports.map(
      (one) => one.exportId,
    );
  expect((await principal(path)).status).toBe(200);
  const [report] = await house.database.ask<{ report_id: string }>(
    `select report_id from incident_pupil join incident_report using (school_id, report_id)
      where pupil_id = '${pupilId}' and not about_staff`,
  );
  await house.database.ask(`insert into incident_accused (school_id, report_id, staff_id)
    values ('${seated.school.schoolId}', '${report?.report_id ?? ''}', '${seated.staffIds.get('principal') ?? ''}')`);
  const refused = await principal(path);
  expect([
    refused.status,
    await codeOf(refused),
    (await listed()).includes(path.split('/').at(-1) ?? ''),
  ]).toEqual([...[404, 'not_found', false]]);
  await house.database.ask(`delete from incident_accused where report_id = '${report?.report_id ?? ''}'`);
  expect((await principal(path)).status).toBe(200);
});

test('no file is there before each text has been read', async () => {
  const early = await finish();
  expect([early.status, await codeOf(early)]).toEqual([409, 'not_all_read']);
  const file = await leadership(`${path}/file`);
  expect([file.status, await codeOf(file)]).toEqual([409, 'document_not_finished']);
});

test('in both files no other child is named, and what a reader let stand, stands', async () => {
  const others = seated.cards.map(({ pupil }) => pupil.label).filter((name) => name !== 'Amina');
  const before = await read();
  const note = before.sections
    .flatMap(({ fields }) => fields)
    .find(({ text }) => text.includes('Dagfinn i dag'));
  expect(note?.mentions.length).toBeGreaterThan(1);
  for (const { key } of before.sections.flatMap(({ fields }) => fields)) {
    const { revision } = await read();
    await leadership(`${path}/review`, json('PUT', { revision, key, read: true, decisions: [] }));
  }
  expect((await finish()).status).toBe(200);
  const data = await (await leadership(`${path}/data`)).text();
  const pdf = textOfPdf(Buffer.from(await (await leadership(`${path}/file`)).arrayBuffer()));
  expect(JSON.parse(data)).toMatchObject({ name: expect.stringContaining('Amina') as string });
  for (const text of [data, pdf]) {
    expect(text).toContain('[annen elev]');
    expect(text).toContain('Amina');
    for (const name of others) expect(text.includes(name), name).toBe(false);
  }
  const again = await finish();
  expect([again.status, await codeOf(again)]).toEqual([409, 'document_finished']);
});

test('the database holds none of it in words', async () => {
  const [row] = (await house.database.ask(
    `select encode(content, 'escape') || encode(file, 'escape') || encode(data, 'escape') as text from access_export where finished_at is not null`,
  )) as readonly { readonly text: string }[];
  expect(row?.text).not.toMatch(/Amina|Dagfinn/);
});
