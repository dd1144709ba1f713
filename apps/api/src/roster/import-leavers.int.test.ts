import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  cardsOf,
  codeOf,
  handIn,
  openSitting,
  openTablet,
  put,
  readForm,
  readSitting,
  wholeResponse,
} from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { rosterHeader, rosterOf, storedAnswers } from '../testing/class-with-teacher.ts';
import { applyRoster, importRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { dayOf } from '../calendar-days.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const two = rosterHeader + rosterOf('5A', 5, 6) + rosterOf('5B', 5, 4);
const withoutFirst = two.replace('5A,5,Elev0,Prøve,5A-0\n', '');
const withFirstMoved = two.replace('5A,5,Elev0,Prøve,5A-0', '5B,5,Elev0,Prøve,5A-0');

/** A school whose class 5A has just begun to answer; who runs it does everything here. */
const answering = async (name: string) => {
  const school = await makeSchool(house, name, two);
  // The pupils have been there for a while.
  await house.deps.db.inScope(school, (tx) =>
    tx
      .updateTable('class_membership')
      .set({ from_on: '2020-08-17' })
      .where('school_id', '=', school.schoolId)
      .execute(),
  );
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, name, [{ kind: 'administrator' }, { kind: 'contact_teacher', classId }]);
  const browser = await house.staffBrowser(name);
  const [first, second] = await cardsOf(browser, classId);
  if (first === undefined || second === undefined) throw new Error('The class has no pupils.');
  const sitting = await openSitting(browser, classId, { kind: 'sociogram' });
  return { school, classId, browser, sitting, first, second };
};

const membershipsOf = ({ schoolId }: TestSchool, pupilId: string) =>
  house.deps.db.inScope({ schoolId }, (tx) =>
    tx
      .selectFrom('class_membership')
      .innerJoin('class', 'class.class_id', 'class_membership.class_id')
      .select(['class.name', 'from_on', 'to_on'])
      .where('class_membership.school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .orderBy('class.name')
      .execute(),
  );

describe('a pupil who leaves', () => {
  test('keeps what was answered and chosen, by the pupil and about the pupil, and the time in the class', async () => {
    const { school, browser, sitting, first, second } = await answering('Leaves');
    await handIn(house, sitting.classCode, first, () => [second.pupil.pupilId]);
    await handIn(house, sitting.classCode, second, () => [first.pupil.pupilId]);
    const before = await storedAnswers(house, school);
    const [membership] = await membershipsOf(school, first.pupil.pupilId);
    expect((await importRoster(browser, withoutFirst)).counts).toMatchObject({ leaving: 1, unchanged: 9 });
    expect(await storedAnswers(house, school)).toEqual(before);
    const today = dayOf(house.deps.now());
    expect(await membershipsOf(school, first.pupil.pupilId)).toEqual([{ ...membership, to_on: today }]);
    // Who was listed when the class answered is still named there.
    expect((await readSitting(browser, sitting.sittingId)).pupils).toContainEqual(
      expect.objectContaining({ pupil: first.pupil, state: 'responded' }),
    );
  });

  test('while answering hands in all the same', async () => {
    const { school, browser, sitting, first } = await answering('Leaves meanwhile');
    const tablet = await openTablet(house, sitting.classCode, first);
    const response = wholeResponse(await readForm(tablet));
    await importRoster(browser, withoutFirst);
    await put(tablet, response);
    expect((await storedAnswers(house, school)).responses).toMatchObject([{ pupil_id: first.pupil.pupilId }]);
  });
});

describe('a pupil who moves while the class answers', () => {
  test('answers with the class that began, and is with the new one next time', async () => {
    const { school, browser, sitting, first } = await answering('Moves');
    await importRoster(browser, withFirstMoved);
    await handIn(house, sitting.classCode, first);
    const [in5A, in5B] = await membershipsOf(school, first.pupil.pupilId);
    expect([in5A?.name, in5A?.to_on === null, in5B?.name, in5B?.to_on]).toEqual(['5A', false, '5B', null]);
    await browser(`/api/v1/sittings/${sitting.sittingId}/close`, json('POST', {}));
    const next = await openSitting(browser, sitting.classId, { kind: 'wellbeing' });
    expect(next.pupils.map(({ pupil }) => pupil.pupilId)).not.toContain(first.pupil.pupilId);
  });
});

describe('more than a fifth leaving', () => {
  const ten = rosterHeader + rosterOf('5A', 5, 10);
  const without = (...gone: readonly number[]) =>
    gone.reduce((text, at) => text.replace(`5A,5,Elev${at},Prøve,5A-${at}\n`, ''), ten);

  test('asks once more, a fifth does not', async () => {
    const school = await makeSchool(house, 'A fifth', ten);
    await addStaff(house, school, 'a fifth', [{ kind: 'administrator' }]);
    const browser = await house.staffBrowser('a fifth');
    const three = await readRoster(browser, without(0, 1, 2));
    expect(three).toMatchObject({ asksTwice: true, counts: { listed: 10, leaving: 3 } });
    const refused = await applyRoster(browser, three.importId);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'leaving_not_confirmed']);
    const aFifth = await readRoster(browser, without(0, 1));
    expect(aFifth).toMatchObject({ asksTwice: false, counts: { listed: 10, leaving: 2 } });
    expect((await applyRoster(browser, aFifth.importId)).status).toBe(200);
  });

  test('is not needed to ask when rows could not be read: who leaves may be in them', async () => {
    const school = await makeSchool(house, 'Unread', ten);
    await addStaff(house, school, 'unread', [{ kind: 'administrator' }]);
    const browser = await house.staffBrowser('unread');
    const broken = await readRoster(browser, ten.replace('5A,5,Elev0,', '5A,fem,Elev0,'));
    expect(broken).toMatchObject({ asksTwice: true, counts: { leaving: 1, rejected: 1 } });
    const refused = await applyRoster(browser, broken.importId);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'leaving_not_confirmed']);
    const nobodyLeaves = await readRoster(browser, `${ten}5A,fem,Ny,Prøve,ny\n`);
    expect(nobodyLeaves).toMatchObject({ asksTwice: false, counts: { leaving: 0, rejected: 1 } });
    expect((await applyRoster(browser, broken.importId, true)).status).toBe(200);
  });
});
