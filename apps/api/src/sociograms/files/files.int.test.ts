import { randomUUID } from 'node:crypto';
import type { SociogramFileFormat, SociogramRound } from '@samhold/contract';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { choosing, holdRound, inRing, pupilIdsOf } from '../../signals/held-rounds.fixture.ts';
import { codeOf, openSitting, readSociogram } from '../../testing/answering.ts';
import { openClass, type ClassWithTeacher } from '../../testing/class-with-teacher.ts';
import { textOfPdf } from '../../testing/pdf-text.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';

const formats: readonly SociogramFileFormat[] = [
  'svg',
  'png',
  'pdf',
  'csv-choices',
  'csv-matrix',
  'xlsx',
  'graphml',
  'gexf',
];

let house: TestHouse;
let own: ClassWithTeacher;
let sittingId: string;
let sociogram: SociogramRound;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'Kari', 12);
  const ids = pupilIdsOf(own);
  // The last of the list has not answered.
  sittingId = await holdRound(house, own, {
    kind: 'sociogram',
    daysAgo: 20,
    pupilIds: ids,
    answersOf: (pupil) => (pupil === ids.length - 1 ? null : choosing(inRing(ids, 0, pupil))),
  });
  sociogram = await readSociogram(own.teacher, own.classId, sittingId);
});
afterAll(() => house.close());

const ask = (query: string, sitting = sittingId) =>
  own.teacher(`/api/v1/sittings/${sitting}/sociogram/file?${query}`);
const fileOf = async (format: SociogramFileFormat, more = '', sitting = sittingId): Promise<Buffer> => {
  const answer = await ask(`format=${format}&view=network${more}`, sitting);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};
const textOf = async (format: SociogramFileFormat, file: Buffer): Promise<string> => {
  if (format === 'pdf') return textOfPdf(file);
  if (format === 'xlsx') return JSON.stringify(await readXlsxFile(file));
  return file.toString('utf8');
};
const saved = () =>
  house.database.ask<{ readonly subject_id: string; readonly purpose: string }>(
    `select subject_id, purpose from access_log where action = 'sociogram.saved' order by sequence`,
  );
const labels = () => sociogram.pupils.map(({ label }) => label);

describe('a sociogram saved as a file', () => {
  test.each(formats)('is logged with its format, and called without a name: %s', async (format) => {
    const before = (await saved()).length;
    const answer = await ask(`format=${format}&view=target`);
    expect(answer.status).toBe(200);
    const name =
      /^attachment; filename="([^"]*)"$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
    expect(name).toMatch(/^sosiogram-5a-alle-sporsmal-samlet-\d{4}-\d\d-\d\d-11-av-12-svarte[a-z.-]+$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await textOf(format, Buffer.from(await answer.arrayBuffer()));
    for (const label of labels()) expect(text.includes(label), label).toBe(true);
    if (format !== 'csv-choices') expect(text.includes('11 av 12 elever svarte')).toBe(true);
    expect((await saved()).slice(before)).toEqual([
      { subject_id: sittingId, purpose: `saved the class's sociogram as a file: ${format}` },
    ]);
  });

  test('has the choices of the sociogram, all together or on one question', async () => {
    const nameOf = new Map(sociogram.pupils.map(({ pupilId, label }) => [pupilId, label]));
    const choicesIn = (criteria: SociogramRound['criteria']) =>
      new Set(
        criteria.flatMap(({ choices }) =>
          choices.map(({ from, to }) => `${nameOf.get(from)} → ${nameOf.get(to)}`),
        ),
      );
    const written = async (more: string) => {
      const rows = parse(await fileOf('csv-choices', more), {
        bom: true,
        delimiter: ';',
        from: 2,
      }) as string[][];
      return new Set(rows.map(([from, to]) => `${from} → ${to}`));
    };
    expect(await written('')).toEqual(choicesIn(sociogram.criteria));
    const [first] = sociogram.criteria;
    expect(await written(`&criterion=${first?.criterionId}`)).toEqual(choicesIn(first ? [first] : []));
  });

  test('has the counts of the sociogram in the workbook', async () => {
    const [first] = sociogram.criteria;
    const sheets = await readXlsxFile(await fileOf('xlsx', `&criterion=${first?.criterionId}`));
    const nameOf = new Map(sociogram.pupils.map(({ pupilId, label }) => [pupilId, label]));
    const rows = sheets[0]?.data
      .slice(1)
      .map(([name, , received, , given, mutual]) => [name, received, given, mutual]);
    const choices = first?.choices ?? [];
    const back = new Set(choices.map(({ from, to }) => `${to} ${from}`));
    expect(rows?.sort()).toEqual(
      sociogram.pupils
        .map(({ pupilId, responded }) => {
          const given = choices.filter(({ from }) => from === pupilId);
          const mutual = given.filter(({ from, to }) => back.has(`${from} ${to}`)).length;
          const received = choices.filter(({ to }) => to === pupilId).length;
          return [nameOf.get(pupilId), received, ...(responded ? [given.length, mutual] : [null, null])];
        })
        .sort(),
    );
  });

  test('without names holds none, in any format', async () => {
    for (const format of formats) {
      const text = await textOf(format, await fileOf(format, '&names=hidden'));
      for (const label of labels()) expect(text.includes(label), `${format}: ${label}`).toBe(false);
      for (const { pupilId } of sociogram.pupils) expect(text.includes(pupilId)).toBe(false);
    }
    expect((await saved()).at(-1)?.purpose).toMatch(/gexf, without names$/);
  });

  test('is not there for a question nobody was asked, another kind of round, or one still open', async () => {
    expect(await codeOf(await ask('format=svg&view=network&criterion=unknown'))).toBe('not_found');
    expect(await codeOf(await ask('format=svg&view=network', randomUUID()))).toBe('not_found');
    for (const wrong of ['format=docx&view=network', 'format=svg', 'format=svg&view=network&names=shown'])
      expect(await codeOf(await ask(wrong))).toBe('invalid_request');
    const open = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    expect(await codeOf(await ask('format=svg&view=network', open.sittingId))).toBe('sitting_open');
    const wellbeing = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    await own.teacher(`/api/v1/sittings/${wellbeing.sittingId}/close`, { method: 'POST' });
    expect(await codeOf(await ask('format=svg&view=network', wellbeing.sittingId))).toBe('not_found');
  });
});

test('P8: a hidden pupil is in no file of any format, and is not counted', async () => {
  const [hidden] = sociogram.pupils;
  const key = { school_id: own.school.schoolId, pupil_id: hidden?.pupilId ?? '' };
  const others = labels().slice(1);
  await house.deps.db.inScope(own.school, async (tx) => {
    const { staff_id: hidden_by } = await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', own.school.schoolId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('hidden_pupil')
      .values({ ...key, hidden_by, hidden_at: house.deps.now() })
      .execute();
  });
  for (const format of formats) {
    const text = await textOf(format, await fileOf(format));
    expect(new RegExp(`\\b${hidden?.label}\\b`).test(text), format).toBe(false);
    expect(text.includes(hidden?.pupilId ?? ''), format).toBe(false);
    for (const label of others) expect(text.includes(label), `${format}: ${label}`).toBe(true);
    expect(text.includes('10 av 11 elever svarte')).toBe(true);
  }
});
