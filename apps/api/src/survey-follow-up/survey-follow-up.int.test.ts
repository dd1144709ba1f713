import type {
  ClassFileMapping,
  FollowUpOverview,
  FollowUpRecord,
  FollowUpUnit,
  LatestWellbeing,
  SurveyImport,
} from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { classFileForm, madeMapping } from '../testing/class-file.ts';
import { followUpOf } from '../testing/follow-up.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { madeRow, readSurvey } from '../testing/survey-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let seated: SeatedSchool;
let head: Browser;
let teacher: Browser;
let social: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
  head = seated.browserOf('leadership');
  teacher = seated.browserOf('contact teacher of the class');
  social = seated.browserOf('social teacher');
});
afterAll(() => house.close());

const base = '/api/v1/national-survey/follow-up';
const record = (
  browser: Browser,
  ...of: Parameters<typeof followUpOf> extends [unknown, ...infer Rest] ? Rest : never
) => browser(base, json('POST', followUpOf(house, ...of)));
const unit = async (browser: Browser) =>
  bodyOf<FollowUpUnit>(await browser(`/api/v1/classes/${seated.ids.classId}/survey-follow-up`));
const overview = async (browser = head) => bodyOf<FollowUpOverview>(await browser(base));
const stateOf = async (step: string) => (await unit(head)).steps.find((one) => one.step === step)?.state;

test('a step is begun, done, taken back and let stand again, and its history keeps all', async () => {
  const { classId } = seated.ids;
  expect(await stateOf('class')).toBe('none');
  await record(teacher, classId, { step: 'class', finished: false, told: [] });
  expect(await stateOf('class')).toBe('begun');
  const done = await bodyOf<FollowUpRecord>(
    await record(social, classId, { step: 'class', seen: 'Snakket med alle.' }),
  );
  expect(await stateOf('class')).toBe('done');
  expect((await overview()).grades[0]?.steps.find(({ step }) => step === 'class')?.state).toBe('begun');

  const put = (withdrawn: boolean) =>
    head(`${base}/${done.followUpId}/withdrawn`, json('PUT', { withdrawn }));
  await put(true);
  await put(true);
  expect(await stateOf('class')).toBe('begun');
  const kept = (await unit(head)).records.find(({ followUpId }) => followUpId === done.followUpId);
  expect(kept).toMatchObject({ withdrawn: true, seen: 'Snakket med alle.' });
  await put(false);
  expect(await stateOf('class')).toBe('done');
});

test('two who record at once both stand, and the same sent twice is one', async () => {
  const before = (await unit(head)).records.length;
  const { classId } = seated.ids;
  const said = followUpOf(house, classId, { step: 'measures' });
  const answers = await Promise.all([
    ...[0, 1].map(() => head(base, json('POST', said))),
    record(social, classId, { step: 'measures' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await unit(head)).records).toHaveLength(before + 2);
  expect(await codeOf(await head(base, json('POST', { ...said, seen: 'Noe annet.' })))).toBe('text_changed');
  expect(await codeOf(await social(base, json('POST', said)))).toBe('text_changed');
});

test('the grade says with whom its results have been taken up, the classes’ too', async () => {
  await record(head, null, {
    told: ['parent_council', 'pupil_council', 'staff'],
    participants: ['leadership'],
  });
  const [fifth] = (await overview(social)).grades;
  expect(new Set(fifth?.told)).toEqual(new Set(['pupils', 'parent_council', 'pupil_council', 'staff']));
  expect(fifth?.classes.map(({ className }) => className)).toEqual(['5A', '5B']);
  expect(fifth?.steps.map(({ step }) => step)).toEqual([
    'reports',
    'presented',
    'class',
    'taken_up',
    'measures',
  ]);
});

test('a contact teacher records in the own class alone, and takes out no reports', async () => {
  const { classId } = seated.ids;
  expect((await record(teacher, classId)).status).toBe(200);
  expect((await record(teacher, classId, { step: 'reports' })).status).toBe(404);
  expect((await record(teacher, null)).status).toBe(404);
  expect((await teacher(base)).status).toBe(404);
  const otherTeacher = seated.browserOf('contact teacher of another class');
  expect((await record(otherTeacher, classId)).status).toBe(404);
  expect((await otherTeacher(`/api/v1/classes/${classId}/survey-follow-up`)).status).toBe(404);
});

test('what cannot be so is refused: a step of another kind, a day to come, another grade or year', async () => {
  const { classId } = seated.ids;
  const refused = await Promise.all([
    record(head, null, { step: 'class' }),
    record(head, classId, { step: 'presented' }),
    record(head, classId, { heldOn: '2999-01-01' }),
    record(head, classId, { grade: 6 }),
    record(head, classId, { year: 2019 }),
    record(head, classId, { participants: [] }),
  ]);
  expect(await Promise.all(refused.map(codeOf))).toEqual(refused.map(() => 'invalid_request'));
});

test('another school neither sees nor records, nor takes back', async () => {
  const stranger = seated.browserOf('contact teacher of another school');
  const { classId, followUpId } = seated.ids;
  expect((await stranger(`/api/v1/classes/${classId}/survey-follow-up`)).status).toBe(404);
  expect((await record(stranger, classId)).status).toBe(404);
  expect((await stranger(`${base}/${followUpId}/withdrawn`, json('PUT', { withdrawn: true }))).status).toBe(
    404,
  );
});

test('a grade and a year are read from the address', async () => {
  const grade = await head(`${base}/grades/5?year=2026`);
  expect([grade.status, await grade.json()]).toMatchObject([200, { year: 2026, grade: 5, classId: null }]);
  expect((await head(`${base}?year=2026`)).status).toBe(200);
  expect((await head(`${base}/grades/4`)).status).toBe(400);
  expect((await head(`${base}?year=i%20fjor`)).status).toBe(400);
});

test('signals are named for those who follow the pupils, not for leadership, and each opening is logged', async () => {
  const [own, ofSocial, ofHead] = [await unit(teacher), await unit(social), await unit(head)];
  expect(own.signals?.length).toBeGreaterThan(0);
  expect(own.signals?.every(({ pupil }) => pupil !== null)).toBe(true);
  expect(ofSocial.signals).toEqual(own.signals);
  expect(ofHead.signals?.map(({ signalId }) => signalId)).toEqual(
    own.signals?.map(({ signalId }) => signalId),
  );
  expect(ofHead.signals?.every(({ pupil }) => pupil === null)).toBe(true);
  const logged = await house.database.ask<{ readonly n: number }>(
    `select count(*)::int as n from access_log where action = 'survey-follow-up.read'`,
  );
  expect(logged[0]?.n).toBeGreaterThanOrEqual(3);
});

test('a class is low where it is below the country, and a hidden figure is compared with nothing', async () => {
  const use = async (read: SurveyImport) =>
    head(`/api/v1/national-survey/imports/${read.surveyImportId}/in-use`, json('PUT', { inUse: true }));
  const fifth = { TrinnKode: '5', Trinnnavn: '5. trinn' };
  const nation = { ...fifth, EnhetNivaa: '1', Organisasjonsnummer: '' };
  await use(await readSurvey(head, [madeRow(fifth), madeRow({ ...nation, Score: '4,4' })]));
  const { year } = followUpOf(house, null);
  const table = 'Klasse;Tema;Snitt;Andel;Antall svar\n5A;Trivsel;3,9;;12\n5B;Trivsel;4,5;;6\n';
  const mapping: ClassFileMapping = { ...madeMapping, year };
  const form = (text: string) => classFileForm(text, mapping);
  const read = async (text: string) =>
    bodyOf<SurveyImport>(await head('/api/v1/national-survey/class-files', form(text)));
  await use(await read(table));
  expect((await unit(teacher)).lowThemes).toMatchObject([
    { topic: 'Trivsel', ofClass: true, value: 3.9, answers: 12, nation: 4.4, nationYear: 2023 },
  ]);
  await use(await read(table.replace('4,5;;6', '*;;*')));
  expect((await unit(teacher)).lowThemes).toEqual([]);
  expect(JSON.stringify(await unit(head))).not.toMatch(/(?<!\d)3\.9/);
});

test('D1: leadership and the social teacher open how one class answered with nothing hidden, for a reason that is in the log', async () => {
  const path = `/api/v1/classes/${seated.ids.classId}/wellbeing`;
  const own = await bodyOf<LatestWellbeing>(await seated.browserOf('contact teacher of the class')(path));
  for (const seat of ['leadership', 'social teacher'] as const) {
    const browser = seated.browserOf(seat);
    expect((await browser(path)).status).toBe(404);
    expect((await browser(`${path}/open`, json('POST', {}))).status).toBe(400);
    const opened = await browser(`${path}/open`, json('POST', { reason: 'low_wellbeing' }));
    expect(await bodyOf<LatestWellbeing>(opened)).toEqual(own);
    const [last] = await house.database.ask(
      'select action, subject_kind, purpose, staff_id from access_log order by sequence desc limit 1',
    );
    expect(last).toEqual({
      ...{
        action: 'wellbeing.opened',
        subject_kind: 'sitting',
        purpose: 'follow up the class: low_wellbeing',
      },
      staff_id: seated.staffIds.get(seat),
    });
  }
});
