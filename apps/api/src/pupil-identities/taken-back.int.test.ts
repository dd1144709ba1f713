import type { ClassBadges } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bodyOf, openSitting, type Card } from '../testing/answering.ts';
import { openClass, rosterHeader, rosterOf, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { importRoster } from '../testing/roster-upload.ts';
import { accountLeadsTo, bindAccount, prove } from '../testing/school-account.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let classCode: string;
let subjects = 0;
/** Nobody has signed in by it before. */
let subject: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'taken back', 3);
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());
beforeEach(() => (subject = `account-taken-back-${(subjects += 1)}`));

const boundSince = async (card: Card) => {
  const { badges } = await bodyOf<ClassBadges>(await own.teacher(`/api/v1/classes/${own.classId}/badges`));
  return badges.find(({ pupil }) => pupil.pupilId === card.pupil.pupilId)?.accountSince;
};

describe('what the teacher takes back', () => {
  test.each([
    ['new pictures', 'POST', 'picture-code/reset'],
    ['the removal', 'DELETE', 'identity'],
  ])('%s ends the binding, and twice is as once', async (_what, method, path) => {
    const [card] = own.cards;
    if (card === undefined) throw new Error('The class is empty.');
    // The test before may have taken the printed code.
    await own.teacher(`/api/v1/pupils/${card.pupil.pupilId}/picture-code/reset`, { method: 'POST' });
    const known = { ...card, pictures: ['sun', 'boat', 'tree'] as Card['pictures'] };
    await prove(house.tablet(), classCode, known);
    await bindAccount(house, subject, classCode, known);
    expect([await accountLeadsTo(house, subject), await boundSince(card)]).toEqual([
      card.pupil.pupilId,
      expect.any(String),
    ]);
    for (let time = 0; time < 2; time += 1)
      expect((await own.teacher(`/api/v1/pupils/${card.pupil.pupilId}/${path}`, { method })).status).toBe(
        204,
      );
    expect([await accountLeadsTo(house, subject), await boundSince(card)]).toEqual([
      'unknown_identity',
      null,
    ]);
  });

  test('a pupil who leaves the school leaves the account free', async () => {
    const other = await openClass(house, 'leaver', 6);
    await addStaff(house, other.school, 'leaver admin', [{ kind: 'administrator' }]);
    const admin = await house.staffBrowser('leaver admin');
    const [first, second] = other.cards;
    if (first === undefined || second === undefined) throw new Error('The class is too small.');
    const sitting = await openSitting(other.teacher, other.classId, { kind: 'wellbeing' });
    await bindAccount(house, subject, sitting.classCode, first);
    await bindAccount(house, `${subject}-stays`, sitting.classCode, second);
    const roster = rosterHeader + rosterOf('5A', 5, 6);
    await importRoster(admin, roster.replace(/^5A,5,Elev0,.*\n/m, ''));
    expect([await accountLeadsTo(house, subject), await accountLeadsTo(house, `${subject}-stays`)]).toEqual([
      'unknown_identity',
      second.pupil.pupilId,
    ]);
    const kept = await house.database.ask<{ pupil_id: string }>('select pupil_id from pupil_identity');
    expect(kept.map((row) => row.pupil_id)).not.toContain(first.pupil.pupilId);
  });
});
