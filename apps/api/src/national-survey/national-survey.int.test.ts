import type { NationalSurvey, RoundOverview, SurveyImport } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { bodyOf, cardsOf, codeOf, handIn, openSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { schoolDayUpTo } from '../testing/school-day.ts';
import { madeRow, readSurvey, sendSurvey } from '../testing/survey-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let head: Browser;
let other: Browser;
let school: TestSchool;
let made = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());
beforeEach(async () => {
  made += 1;
  school = await makeSchool(
    house,
    `Skole ${made}`,
    rosterHeader + rosterOf('5A', 5, 12) + rosterOf('5B', 5, 2),
  );
  await addStaff(house, school, `head ${made}`, [{ kind: 'leadership' }]);
  await addStaff(house, school, `other ${made}`, [{ kind: 'leadership' }]);
  head = await house.staffBrowser(`head ${made}`);
  other = await house.staffBrowser(`other ${made}`);
});

const put = (browser: Browser, { surveyImportId }: SurveyImport, inUse: boolean) =>
  browser(`/api/v1/national-survey/imports/${surveyImportId}/in-use`, json('PUT', { inUse }));
const use = async (browser: Browser, rows: Parameters<typeof readSurvey>[1]) => {
  const read = await readSurvey(browser, rows);
  return bodyOf<SurveyImport>(await put(browser, read, true));
};
const shown = async (browser = head) => bodyOf<NationalSurvey>(await browser('/api/v1/national-survey'));
const scores = async () => (await shown()).series.flatMap(({ figures }) => figures.map(({ score }) => score));
const storedFigures = () =>
  house.database.ask<{ readonly n: number }>(
    `select count(*)::int as n from survey_figure f join school s using (school_id) where s.name = 'Skole ${made}'`,
  );
const national = (changes = {}) => madeRow({ EnhetNivaa: '1', Organisasjonsnummer: '', ...changes });

describe('figures of Elevundersøkelsen', () => {
  test('are shown before they are in use, then beside those of the country, and can be put back', async () => {
    const read = await readSurvey(head, [
      madeRow(),
      madeRow({ TrinnKode: '5', Trinnnavn: '5. trinn', Score: '*' }),
      national({ Score: '4,0' }),
    ]);
    expect(read).toMatchObject({ state: 'read', new: 3, changed: 0, same: 0, usedAt: null, outdated: false });
    expect(read.file).toMatchObject({
      table: 'indicators',
      school: 2,
      hidden: 1,
      wider: 1,
      years: [2023],
      grades: [5, 7],
    });
    expect((await shown()).series).toEqual([]);

    expect(await bodyOf<SurveyImport>(await put(head, read, true))).toMatchObject({ state: 'in_use' });
    const { series, organisationNumber } = await shown(other);
    expect(organisationNumber).toBe('999999999');
    expect(series.find(({ grade }) => grade === 7)).toEqual({
      ...{ table: 'indicators', grade: 7, topic: 'Trivsel', question: '' },
      figures: [
        { year: 2023, unit: 'nation', hidden: null, score: 4, share: null, answers: 48, invited: null },
        { year: 2023, unit: 'school', hidden: null, score: 4.2, share: null, answers: 48, invited: null },
      ],
    });
    expect(series.find(({ grade }) => grade === 5)?.figures).toMatchObject([
      { hidden: 'udir', score: null, answers: null },
    ]);

    expect(await bodyOf<SurveyImport>(await put(head, read, false))).toMatchObject({ state: 'put_back' });
    expect((await shown()).series).toEqual([]);
    expect(await storedFigures()).toEqual([{ n: 0 }]);
  });

  test('of a later file take the place of the earlier, which count again when the later is put back', async () => {
    await use(head, [madeRow(), madeRow({ Skoleaarnavn: '2022-23', Score: '3,9' })]);
    const later = await use(other, [madeRow({ Score: '4,4' })]);
    expect(later).toMatchObject({ new: 0, changed: 1 });
    expect((await scores()).toSorted()).toEqual([3.9, 4.4]);
    await put(head, later, false);
    expect((await scores()).toSorted()).toEqual([3.9, 4.2]);
  });

  test('do not double when the same file is read twice, and taking in use twice is as once', async () => {
    const first = await readSurvey(head, [madeRow()]);
    await put(head, first, true);
    expect((await put(head, first, true)).status).toBe(200);
    const again = await readSurvey(head, [madeRow({ Score: '4,20' })]);
    expect(again).toMatchObject({ new: 0, changed: 0, same: 1 });
    expect(await codeOf(await put(head, again, true))).toBe('nothing_to_use');
    expect(await scores()).toEqual([4.2]);
    expect(await bodyOf<SurveyImport>(await put(head, again, false))).toMatchObject({ state: 'discarded' });
    expect((await shown()).imports).toHaveLength(1);
  });

  test('of two files taken in use at the same time, one wins and the other is told', async () => {
    const files = await Promise.all([
      readSurvey(head, [madeRow({ Score: '4,1' })]),
      readSurvey(other, [madeRow({ Score: '3,1' })]),
    ]);
    const answers = await Promise.all(files.map((file, at) => put(at === 0 ? head : other, file, true)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409) ?? expect.fail();
    expect(await codeOf(lost)).toBe('survey_figures_changed');
    const won = answers.findIndex(({ status }) => status === 200);
    expect(await scores()).toEqual([won === 0 ? 4.1 : 3.1]);
    const { imports } = await shown();
    expect(imports.filter(({ outdated }) => outdated)).toHaveLength(1);
  });

  test('come in use all or none: a row that cannot be read holds back the file, and says which it is', async () => {
    const read = await readSurvey(head, [
      madeRow(),
      madeRow({ TrinnKode: '6', Trinnnavn: '6. trinn', Score: 'mye' }),
    ]);
    expect(read.file.faults).toEqual([{ row: 2, reason: 'Score er ikke et tall.' }]);
    expect(await codeOf(await put(head, read, true))).toBe('survey_rows_unreadable');
    expect((await shown()).series).toEqual([]);
  });

  test('of a file that is put away never count', async () => {
    const read = await readSurvey(head, [madeRow()]);
    await put(head, read, false);
    expect(await codeOf(await put(head, read, true))).toBe('survey_figures_changed');
    expect(await storedFigures()).toEqual([{ n: 0 }]);
  });

  test('of another school are neither kept nor found', async () => {
    const read = await readSurvey(head, [madeRow({ Organisasjonsnummer: '974588145', Score: '1,1' })]);
    expect(read.file).toMatchObject({ school: 0, otherUnits: 1 });
    expect(await codeOf(await put(head, read, true))).toBe('nothing_to_use');
    expect(await storedFigures()).toEqual([{ n: 0 }]);
    const school = await makeSchool(house, `Nabo ${made}`, rosterHeader + rosterOf('5A', 5, 2));
    await addStaff(house, school, `neighbour ${made}`, [{ kind: 'leadership' }]);
    const neighbour = await house.staffBrowser(`neighbour ${made}`);
    expect((await put(neighbour, read, true)).status).toBe(404);
    expect((await shown(neighbour)).imports).toEqual([]);
  });

  test('are not read from a file that is no table, none, or too large, and nothing is kept', async () => {
    const send = (content: (string | Uint8Array<ArrayBuffer>)[]) => {
      const body = new FormData();
      body.set('file', new Blob(content), 'tall.csv');
      return head('/api/v1/national-survey/imports', { method: 'POST', body });
    };
    const refused = await send(['navn;klasse\nAda;5A\n']);
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toMatch('Ada');
    expect(await codeOf(await send([]))).toBe('survey_file_rejected');
    expect(
      await codeOf(await head('/api/v1/national-survey/imports', { method: 'POST', body: new FormData() })),
    ).toBe('invalid_request');
    expect(await codeOf(await head('/api/v1/national-survey/imports', json('POST', {})))).toBe(
      'unsupported_media_type',
    );
    expect(await codeOf(await send([new Uint8Array(21 * 1024 * 1024).fill(65)]))).toBe('body_too_large');
    expect((await shown()).imports).toEqual([]);
  });

  test('of the options of a question are one figure of the question', async () => {
    const question = { Spoersmaalnavn: 'Trives du?', AndelBesvart: '50' };
    await use(head, [
      madeRow({ ...question, Svaralternativ: 'Ja', AntallBesvart: '20' }),
      madeRow({ ...question, Svaralternativ: 'Nei', AntallBesvart: '28' }),
    ]);
    expect((await shown()).series).toMatchObject([
      {
        table: 'questions',
        topic: 'Trivsel',
        question: 'Trives du?',
        figures: [{ score: 4.2, answers: 48, share: null }],
      },
    ]);
  });

  test('are sent as they came: a wrong role gets nothing', async () => {
    const school = await makeSchool(house, `Tredje ${made}`, rosterHeader + rosterOf('5A', 5, 2));
    await addStaff(house, school, `admin ${made}`, [{ kind: 'administrator' }]);
    const administrator = await house.staffBrowser(`admin ${made}`);
    expect((await sendSurvey(administrator, [madeRow()])).status).toBe(404);
    expect((await administrator('/api/v1/national-survey')).status).toBe(404);
  });

  test('are read by the social teacher, who reads no file in and sees none', async () => {
    await use(head, [madeRow()]);
    await addStaff(house, school, `social ${made}`, [{ kind: 'social_teacher' }]);
    const social = await house.staffBrowser(`social ${made}`);
    const read = await shown(social);
    expect(read.series).toHaveLength(1);
    expect(read.imports).toEqual([]);
    expect((await sendSurvey(social, [madeRow()])).status).toBe(404);
  });

  test('stand beside the frozen figures of the school’s own rounds, and no live ones', async () => {
    await use(head, [madeRow({ TrinnKode: '5', Trinnnavn: '5. trinn' })]);
    const classId = school.classIds.get('5A') ?? '';
    await addStaff(house, school, `teacher ${made}`, [{ kind: 'contact_teacher', classId }]);
    const teacher = await house.staffBrowser(`teacher ${made}`);
    const plan = { kind: 'wellbeing', name: 'Uke 40', opensOn: schoolDayUpTo(dayOf(house.deps.now())) };
    const { roundId } = await bodyOf<RoundOverview>(await head('/api/v1/rounds', json('POST', plan)));
    const { classCode } = await openSitting(teacher, classId, { kind: 'wellbeing', roundId });
    for (const card of await cardsOf(teacher, classId)) await handIn(house, classCode, card);
    expect((await shown()).ownRounds).toEqual([]);
    await head(`/api/v1/rounds/${roundId}/end`, { method: 'POST' });
    const { ownRounds } = await shown();
    const now = ownRounds.find(({ itemId, className }) => itemId === 'w57-now' && className === '');
    expect(now).toMatchObject({ matter: 'Trivsel', grade: 5, measure: 'mean' });
    expect(now?.rounds).toMatchObject([{ name: 'Uke 40', found: { hidden: false, answers: 12 } }]);
    expect(new Set(ownRounds.map(({ itemId }) => itemId)).has('w57-bullied-adults')).toBe(true);
  });
});
