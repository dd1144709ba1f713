import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { importRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import {
  everything,
  first,
  importedSchool,
  none,
  storedChanges,
  type ImportedSchool,
} from './imported-school.fixture.ts';

let house: TestHouse;
let at: ImportedSchool;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  at = await importedSchool(house);
});
afterAll(() => house.close());

describe('what a file makes of the lists', () => {
  test('reading a file changes nothing, and the same roster again is no change', async () => {
    const before = await everything(house, at.school);
    for (const _again of [1, 2]) {
      const read = await readRoster(at.browser, first);
      expect(read.counts).toMatchObject({ ...none, listed: 3, unchanged: 3 });
      expect(await storedChanges(house, at.school)).toEqual([]);
      expect((await at.apply(read.importId)).status).toBe(200);
    }
    expect(await everything(house, at.school)).toEqual(before);
  });

  test('a pupil who changes class is moved and keeps the picture code', async () => {
    const before = (await at.cardsIn('5A')).find((card) => card.pupil.label === 'Bo');
    const read = await readRoster(at.browser, first.replace('5A,5,Bo', '5B,5,Bo'));
    expect(read).toMatchObject({
      counts: { ...none, moved: 1, unchanged: 2 },
      moved: [{ name: 'Bo Dal', from: '5A', fromGrade: 5, className: '5B', grade: 5 }],
    });
    expect(await at.listed('5A')).toEqual(['Ask', 'Bo']);
    await at.apply(read.importId);
    expect(await at.listed('5A')).toEqual(['Ask']);
    expect((await at.cardsIn('5B')).find((card) => card.pupil.label === 'Bo')).toEqual(before);
  });

  test('a pupil who moves back on the same day is in the first class again, and there only', async () => {
    expect((await importRoster(at.browser, first)).counts).toMatchObject({ moved: 1, unchanged: 2 });
    expect([await at.listed('5A'), await at.listed('5B')]).toEqual([['Ask', 'Bo'], ['Cato']]);
  });

  test('a pupil who leaves is off the list, keeps a history, and comes back as the same pupil', async () => {
    const before = await at.cardsIn('5A');
    const read = await readRoster(at.browser, first.replace('5A,5,Bo,Dal,p2\n', ''));
    expect(read).toMatchObject({
      counts: { ...none, leaving: 1, unchanged: 2 },
      leaving: [{ name: 'Bo Dal', className: '5A' }],
      asksTwice: true,
    });
    const refused = await at.apply(read.importId);
    expect(refused.status).toBe(409);
    expect(await bodyOf(refused)).toMatchObject({
      code: 'leaving_not_confirmed',
      details: ['leaving: 1', 'listed: 3'],
    });
    expect(await at.listed('5A')).toEqual(['Ask', 'Bo']);
    await at.apply(read.importId, true);
    expect(await at.listed('5A')).toEqual(['Ask']);

    const back = await readRoster(at.browser, first);
    expect(back).toMatchObject({
      counts: { ...none, new: 1, unchanged: 2 },
      new: [{ name: 'Bo Dal', className: '5A', grade: 5, known: true }],
    });
    await at.apply(back.importId);
    expect(await at.cardsIn('5A')).toEqual(before);
  });

  test('a new name is shown beside the old and taken over, once', async () => {
    const married = first.replace('Cato,Vik', 'Cato,Vik Åsen');
    const read = await readRoster(at.browser, married);
    expect(read).toMatchObject({
      counts: { ...none, renamed: 1, unchanged: 2 },
      renamed: [{ name: 'Cato Vik', newName: 'Cato Vik Åsen', className: '5B' }],
    });
    await at.apply(read.importId);
    expect((await readRoster(at.browser, married)).counts).toMatchObject({ ...none, unchanged: 3 });
    await importRoster(at.browser, first);
  });

  test('a class of two grades, and a pupil who changes grade in the same class', async () => {
    const mixed = first.replace('5A,5,Bo', '5A,6,Bo');
    expect(await readRoster(at.browser, mixed)).toMatchObject({
      counts: { ...none, moved: 1 },
      moved: [{ from: '5A', fromGrade: 5, className: '5A', grade: 6 }],
    });
    await importRoster(at.browser, mixed);
    expect((await readRoster(at.browser, mixed)).counts).toMatchObject({ ...none, unchanged: 3 });
    expect(await at.listed('5A')).toEqual(['Ask', 'Bo']);
    await importRoster(at.browser, first);
    expect((await readRoster(at.browser, first)).counts).toMatchObject({ ...none, unchanged: 3 });
  });

  test('a pupil can move and get a new name at once', async () => {
    const both = first.replace('5A,5,Bo,Dal', '5B,5,Bo,Fjell');
    expect((await importRoster(at.browser, both)).counts).toMatchObject({
      moved: 1,
      renamed: 1,
      unchanged: 2,
    });
    expect((await readRoster(at.browser, both)).counts).toMatchObject({ ...none, unchanged: 3 });
    await importRoster(at.browser, first);
  });

  test('a hidden pupil keeps the alias, and no rename is shown', async () => {
    const pupilId = (await at.cardsIn('5B'))[0]?.pupil.pupilId ?? '';
    const staff = await house.deps.db.inScope(at.school, (tx) =>
      tx
        .selectFrom('staff_member')
        .select('staff_id')
        .where('school_id', '=', at.school.schoolId)
        .executeTakeFirstOrThrow(),
    );
    const renamed = await readRoster(at.browser, first.replace('Cato,Vik', 'Virkelig,Navn'));
    await house.deps.db.inScope(at.school, async (tx, sealer) => {
      const open = await sealer();
      const seal = (column: string, text: string) =>
        open.seal(text, { table: 'sealed_person', column, row: pupilId });
      await tx
        .updateTable('sealed_person')
        .set({ given_name: seal('given_name', 'Kim'), family_name: seal('family_name', 'Alias') })
        .where('school_id', '=', at.school.schoolId)
        .where('person_id', '=', pupilId)
        .execute();
      await tx
        .insertInto('hidden_pupil')
        .values({
          school_id: at.school.schoolId,
          pupil_id: pupilId,
          hidden_by: staff.staff_id,
          hidden_at: house.deps.now(),
        })
        .execute();
    });
    // Read before the pupil was hidden: neither shown nor carried out.
    expect((await at.show(renamed.importId)).renamed).toEqual([]);
    await at.apply(renamed.importId);
    expect(await at.listed('5B')).toEqual(['Kim']);

    expect((await readRoster(at.browser, first)).counts).toMatchObject({ ...none, unchanged: 3 });
    const moving = await readRoster(at.browser, first.replace('5B,5,Cato', '5A,5,Cato'));
    expect(moving.moved).toMatchObject([{ name: 'Kim Alias' }]);
    expect(JSON.stringify(moving)).not.toMatch(/Cato|Vik/);
  });
});
