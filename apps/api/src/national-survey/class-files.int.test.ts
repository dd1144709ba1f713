import type { ClassFileColumns, NationalSurvey, SurveyImport } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { classFileForm, madeClassTable, madeMapping } from '../testing/class-file.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { madeRow, readSurvey } from '../testing/survey-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';

let house: TestHouse;
let head: Browser;
let other: Browser;
let made = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());
beforeEach(async () => {
  made += 1;
  const roster = rosterHeader + rosterOf('5A', 5, 2) + rosterOf('5B', 5, 2);
  const school = await makeSchool(house, `Skole ${made}`, roster);
  for (const name of ['head', 'other'])
    await addStaff(house, school, `${name} ${made}`, [{ kind: 'leadership' }]);
  head = await house.staffBrowser(`head ${made}`);
  other = await house.staffBrowser(`other ${made}`);
});

const schoolYearOf = ({ deps }: TestHouse): number => {
  const day = dayOf(deps.now());
  return Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
};

const put = (browser: Browser, { surveyImportId }: SurveyImport, inUse: boolean) =>
  browser(`/api/v1/national-survey/imports/${surveyImportId}/in-use`, json('PUT', { inUse }));
const shown = async (browser = head) => bodyOf<NationalSurvey>(await browser('/api/v1/national-survey'));
const classFile = async (table = madeClassTable, mapping: unknown = madeMapping) => {
  const answer = await head('/api/v1/national-survey/class-files', classFileForm(table, mapping));
  return answer.ok ? bodyOf<SurveyImport>(answer) : Promise.reject(new Error(await answer.text()));
};
const fifth = { TrinnKode: '5', Trinnnavn: '5. trinn' };

describe('figures of Elevundersøkelsen', () => {
  test('by class are looked over, taken in use and put back, and what columns mean is remembered', async () => {
    const form = () => classFileForm(madeClassTable);
    const columns = '/api/v1/national-survey/class-files/columns';
    expect(await bodyOf<ClassFileColumns>(await head(columns, form()))).toMatchObject({
      rows: 4,
      columns: [{ name: 'Klasse', meaning: 'class', remembered: false }, {}, {}, {}, {}],
    });
    const read = await classFile();
    expect(read).toMatchObject({ state: 'read', new: 4, file: { table: 'classes', hidden: 1 } });
    expect((await shown()).classes).toEqual([]);
    const again = await bodyOf<ClassFileColumns>(await other(columns, form()));
    expect(again.columns.every(({ remembered }) => remembered)).toBe(true);

    await put(head, read, true);
    const { classes, series } = await shown();
    expect(series).toEqual([]);
    expect(
      classes.filter(({ topic }) => topic === 'Trivsel').map(({ className, score }) => [className, score]),
    ).toEqual([
      ['5A', 4.2],
      ['5B', 5],
    ]);
    // One of two classes is hidden, so the other goes with it.
    expect(classes.filter(({ table }) => table === 'bullying')).toMatchObject([
      { className: '5A', hidden: 'few_units', share: null, answers: null },
      { className: '5B', hidden: 'udir', share: null, answers: null },
    ]);
    await put(head, read, false);
    expect((await shown()).classes).toEqual([]);
  });

  test('by class are shown before they are in use as they will be, beside those that are, and not once put back', async () => {
    const read = await classFile();
    const of = ({ classFigures }: SurveyImport) =>
      classFigures?.map(({ className, topic, hidden, score }) => [className, topic, hidden, score]);
    const values = [
      ['5A', 'Mobbing på skolen', 'few_units', null],
      ['5B', 'Mobbing på skolen', 'udir', null],
      ['5A', 'Trivsel', null, 4.2],
      ['5B', 'Trivsel', null, 5],
    ];
    expect(of(read)).toEqual(values);
    expect(of(await bodyOf<SurveyImport>(await put(head, read, true)))).toEqual(values);
    // What Udir hides of the grade hides its classes in the file that comes after, too.
    const grade = { ...fifth, Skoleaarnavn: '2025-26', Score: '*' };
    await put(head, await readSurvey(head, [madeRow(grade)]), true);
    const later = await classFile(madeClassTable.replace('4,2', '4,3'));
    expect(of(later)?.every(([, , hidden]) => hidden !== null)).toBe(true);
    expect(of(await bodyOf<SurveyImport>(await put(head, read, false)))).toBeUndefined();
  });

  test('by class are not shown where Udir hides the grade, whichever file came first', async () => {
    await put(head, await classFile(), true);
    const grade = { ...fifth, Skoleaarnavn: '2025-26', Score: '*' };
    await put(head, await readSurvey(head, [madeRow(grade)]), true);
    const { classes } = await shown();
    expect(classes.filter(({ topic }) => topic === 'Trivsel').every(({ score }) => score === null)).toBe(
      true,
    );
    expect(JSON.stringify(await shown())).not.toMatch(/"score":(4\.2|5)[,}]/);
  });

  test('by class come in use all or none, and never of a class the school does not have', async () => {
    const broken = await classFile(madeClassTable.replace('4,2', 'mye'));
    expect(broken.file.faults).toEqual([{ row: 2, reason: 'Snittet er ikke et tall.' }]);
    expect(await codeOf(await put(head, broken, true))).toBe('survey_rows_unreadable');
    const foreign = await classFile(madeClassTable.replaceAll('5B', '5C'), {
      ...madeMapping,
      year: schoolYearOf(house),
    });
    expect(foreign.file.faults[0]?.reason).toBe(
      'Klassen 5B finnes ikke på skolen dette skoleåret.'.replace('5B', '5C'),
    );
    const asked = await head(
      '/api/v1/national-survey/class-files',
      classFileForm(madeClassTable, { year: 'i år' }),
    );
    expect(await codeOf(asked)).toBe('invalid_request');
  });

  test('by class are another school’s business neither to read in nor to see', async () => {
    await put(head, await classFile(), true);
    const neighbours = await makeSchool(house, `Nabo ${made}`, rosterHeader + rosterOf('5A', 5, 2));
    await addStaff(house, neighbours, `neighbour ${made}`, [{ kind: 'leadership' }]);
    const neighbour = await house.staffBrowser(`neighbour ${made}`);
    expect((await shown(neighbour)).classes).toEqual([]);
    const form = classFileForm(madeClassTable);
    const { columns } = await bodyOf<ClassFileColumns>(
      await neighbour('/api/v1/national-survey/class-files/columns', form),
    );
    expect(columns.some(({ remembered }) => remembered)).toBe(false);
  });
});
