import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RosterImportDetails } from '@samhold/contract';
import { bodyOf, cardsOf, codeOf, handIn, openSitting, readSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { applyRoster, importRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { dayOf } from '../calendar-days.ts';
import { runDueWork } from '../clock/due-work.ts';
import { classesOfYear, classList, schoolsByOrganisationNumber, schoolYearOn } from './service.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const two = rosterHeader + rosterOf('5A', 5, 4) + rosterOf('5B', 5, 4);

type Opened = {
  readonly school: TestSchool;
  readonly administrator: Browser;
  readonly teacher: Browser;
  /** Another administrator of the school. */
  readonly colleague: () => Promise<Browser>;
};

/** A school of two classes, its administrator, and the contact teacher of 5A. */
const open = async (name: string, roster = two): Promise<Opened> => {
  const school = await makeSchool(house, name, roster);
  await addStaff(house, school, `${name} a`, [{ kind: 'administrator' }]);
  await addStaff(house, school, `${name} t`, [
    { kind: 'contact_teacher', classId: school.classIds.get('5A') ?? '' },
  ]);
  return {
    school,
    administrator: await house.staffBrowser(`${name} a`),
    teacher: await house.staffBrowser(`${name} t`),
    colleague: async () => {
      await addStaff(house, school, `${name} b`, [{ kind: 'administrator' }]);
      return house.staffBrowser(`${name} b`);
    },
  };
};

const today = () => dayOf(house.deps.now());
const sizeOf = (school: TestSchool, className: string) =>
  house.deps.db.inScope(school, async (tx) => {
    const year = (await schoolYearOn(tx, school.schoolId, today())) ?? '';
    const classId = (await classesOfYear(tx, school.schoolId, year)).get(className);
    if (classId === undefined) return undefined;
    return (await classList(tx, school.schoolId, classId, today()))?.pupils.length;
  });
const versionOf = ({ schoolId }: TestSchool) =>
  house.deps.db.inScope({ schoolId }, async (tx) => {
    const found = tx.selectFrom('school').select('roster_version').where('school_id', '=', schoolId);
    return (await found.executeTakeFirstOrThrow()).roster_version;
  });

describe('two administrators', () => {
  test('who apply at once: one is carried out, the other is told to read again', async () => {
    const { school, administrator, colleague } = await open('At once');
    const second = await colleague();
    const [one, other] = await Promise.all([
      readRoster(administrator, two + rosterOf('6A', 6, 3)),
      readRoster(second, two + rosterOf('7A', 7, 5)),
    ]);
    const answers = await Promise.all([
      applyRoster(administrator, one.importId, true),
      applyRoster(second, other.importId, true),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(refused && (await codeOf(refused))).toBe('roster_changed');
    const sizes = [await sizeOf(school, '6A'), await sizeOf(school, '7A')];
    expect([
      [3, undefined],
      [undefined, 5],
    ]).toContainEqual(sizes);
    expect(await sizeOf(school, '5A')).toBe(4);
    const loser = answers[0]?.status === 409 ? one : other;
    const shown = await administrator(`/api/v1/roster/imports/${loser.importId}`);
    expect(await bodyOf<RosterImportDetails>(shown)).toMatchObject({ state: 'read', outdated: true });
  });

  test('who press the same button at once get one receipt, and the lists change once', async () => {
    const { school, administrator, colleague } = await open('Same button');
    const before = await versionOf(school);
    const read = await readRoster(administrator, two + rosterOf('6A', 6, 3));
    const pressing = [administrator, administrator, await colleague()];
    const answers = await Promise.all(pressing.map((browser) => applyRoster(browser, read.importId)));
    const receipts = await Promise.all(answers.map((answer) => bodyOf(answer)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect([await versionOf(school), await sizeOf(school, '6A')]).toEqual([before + 1, 3]);
  });
});

describe('an import while a round is open', () => {
  test('leaves the open sitting its list; the next sitting has the new one', async () => {
    const { administrator, teacher, school } = await open('Round open');
    const classId = school.classIds.get('5A') ?? '';
    const sitting = await openSitting(teacher, classId, { kind: 'wellbeing' });
    const read = await readRoster(administrator, rosterHeader + rosterOf('5A', 5, 6) + rosterOf('5B', 5, 4));
    expect(read).toMatchObject({ openSittings: 1, counts: { new: 2 } });
    await applyRoster(administrator, read.importId);
    expect((await readSitting(teacher, sitting.sittingId)).pupils).toEqual(sitting.pupils);
    await teacher(`/api/v1/sittings/${sitting.sittingId}/close`, { method: 'POST' });
    const next = await openSitting(teacher, classId, { kind: 'wellbeing' });
    expect(next.pupils).toHaveLength(6);
  });

  test('a class that disappears keeps its open sitting, and its contact teacher has it no longer', async () => {
    const { administrator, teacher: signedIn, school } = await open('Class ends');
    let teacher = signedIn;
    const classId = school.classIds.get('5A') ?? '';
    const sitting = await openSitting(teacher, classId, { kind: 'wellbeing' });
    const [answers, waits] = await cardsOf(teacher, classId);
    if (answers === undefined || waits === undefined) throw new Error('The class has no pupils.');
    const read = await readRoster(administrator, rosterHeader + rosterOf('5B', 5, 4));
    expect(read.counts).toMatchObject({ leaving: 4, endingClasses: ['5A'] });
    await applyRoster(administrator, read.importId, true);
    expect(await sizeOf(school, '5A')).toBe(0);
    expect((await teacher(`/api/v1/classes/${classId}/home`)).status).toBe(404);
    const stored = () =>
      house.deps.db.inScope(school, (tx) =>
        tx
          .selectFrom('sitting as s')
          .innerJoin('sitting_pupil as p', 'p.sitting_id', 's.sitting_id')
          .leftJoin('response as r', (join) =>
            join.onRef('r.sitting_id', '=', 's.sitting_id').onRef('r.pupil_id', '=', 'p.pupil_id'),
          )
          .select(['s.state', 'p.pupil_id as listed', 'r.pupil_id as answered'])
          .where('s.school_id', '=', school.schoolId)
          .where('s.sitting_id', '=', sitting.sittingId)
          .execute(),
      );
    expect((await stored()).map((row) => row.state)).toEqual(['open', 'open', 'open', 'open']);
    // Whoever was on its list still answers, and the clock closes it as any other.
    await handIn(house, sitting.classCode, answers);
    const before = house.deps.now();
    house.setNow(new Date(before.getTime() + 14 * 86_400_000));
    await runDueWork(house.deps);
    house.setNow(before);
    const after = await stored();
    expect(after.map((row) => row.state)).toEqual(['closed', 'closed', 'closed', 'closed']);
    const answered = after.filter((row) => row.answered !== null).map((row) => row.listed);
    expect(answered).toEqual([answers.pupil.pupilId]);
    expect(answered).not.toContain(waits.pupil.pupilId);
    // A fortnight ended their sessions. The class comes back as the same class, with its pupils; who teaches it is confirmed anew.
    teacher = await house.staffBrowser('Class ends t');
    await importRoster(await house.staffBrowser('Class ends a'), two);
    expect(await sizeOf(school, '5A')).toBe(4);
    expect((await teacher(`/api/v1/classes/${classId}/home`)).status).toBe(404);
  });

  test('that fails half way leaves everything as it was, and can be applied again', async () => {
    const { administrator, school } = await open('Half way');
    const read = await readRoster(administrator, rosterHeader + rosterOf('5A', 5, 4) + rosterOf('6A', 6, 3));
    const breakOff = new Error('the process was killed');
    await expect(
      house.deps.db.inScope(school, async (tx) => {
        const { applyInScope } = await import('./import/apply.ts');
        await applyInScope(tx, school, house.deps.now(), read.importId, true);
        throw breakOff;
      }),
    ).rejects.toBe(breakOff);
    expect([await sizeOf(school, '5B'), await sizeOf(school, '6A')]).toEqual([4, undefined]);
    expect((await applyRoster(administrator, read.importId, true)).status).toBe(200);
    expect([await sizeOf(school, '5B'), await sizeOf(school, '6A')]).toEqual([0, 3]);
  });
});

describe('whose import', () => {
  test('S7: an import of another school answers as one that is not there', async () => {
    const [own, other] = [await open('Own'), await open('Other')];
    const read = await readRoster(other.administrator, two + rosterOf('6A', 6, 3));
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const [path, options] of [
      ['', {}],
      ['/apply', json('POST', { confirmLeaving: true })],
      ['/discard', { method: 'POST' }],
    ] as const) {
      const answers = await Promise.all(
        [read.importId, absent].map((id) =>
          own.administrator(`/api/v1/roster/imports/${id}${path}`, options),
        ),
      );
      expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
      const [foreign, missing] = await Promise.all(answers.map((answer) => answer.text()));
      expect(foreign).toBe(missing);
    }
    expect(await sizeOf(other.school, '6A')).toBeUndefined();
  });

  test('a pupil of two schools with the same id is two pupils', async () => {
    const [own, other] = [await open('Twin one'), await open('Twin two')];
    const renamed = two.replace('Elev0,Prøve', 'Annen,Prøve');
    await importRoster(own.administrator, renamed);
    expect((await readRoster(other.administrator, two)).counts).toMatchObject({ renamed: 0, unchanged: 8 });
  });

  test('a school is found by its organisation number once somebody can sign in to it, and so is another with the same', async () => {
    const number = '974589095';
    const take = ({ school }: Opened) =>
      house.deps.db.inScope(school, (tx) =>
        tx
          .updateTable('school')
          .set({ organisation_number: number })
          .where('school_id', '=', school.schoolId)
          .execute(),
      );
    const found = () => schoolsByOrganisationNumber(house.deps.db, number);
    const [own, other] = [await open('Found'), await open('Found too')];
    expect(await found()).toEqual([]);
    await take(own);
    expect(await found()).toEqual([{ schoolId: own.school.schoolId, name: 'Found' }]);
    await take(other);
    expect((await found()).map(({ name }) => name).toSorted()).toEqual(['Found', 'Found too']);
  });
});
