import type { ClassHome, NoticeList, PupilForm, TalkAdults, TalkWishList } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runDueWork } from '../clock/due-work.ts';
import {
  bodyOf,
  cardsOf,
  codeOf,
  openSitting,
  openTablet,
  put,
  readForm,
  wholeResponse,
  type Card,
} from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let school: TestSchool;
let classId: string;
let classCode: string;
let cards: readonly Card[];
const ids = new Map<string, string>();

const post = { method: 'POST' };
/** A Friday, so that two school days later is the Tuesday. */
const FRIDAY = '2026-11-06T09:00:00Z';

const add = async (subject: string, ...[relations, options]: Tail<typeof addStaff>) =>
  ids.set(subject, await addStaff(house, school, subject, relations, options));
type Tail<F> = F extends (a: never, b: never, c: never, ...rest: infer R) => unknown ? R : never;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(FRIDAY));
  school = await makeSchool(house, 'Prøve', rosterHeader + rosterOf('5A', 5, 8) + rosterOf('5B', 5, 3));
  classId = school.classIds.get('5A') ?? '';
  await add('Kari', [{ kind: 'contact_teacher', classId }]);
  await add('Siv', [{ kind: 'social_teacher' }]);
  await add('Sara', [{ kind: 'social_teacher' }]);
  await add('Foreslått', [{ kind: 'social_teacher', proposed: true }]);
  await add('Helsesykepleier', [{ kind: 'employee' }]);
  await add('Ulært', [{ kind: 'employee' }], { trained: false });
  await add('Rektor', [{ kind: 'leadership' }]);
  const teacher = await house.staffBrowser('Kari');
  cards = await cardsOf(teacher, classId);
  ({ classCode } = await openSitting(teacher, classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());

const cardAt = (at: number): Card => {
  const card = cards[at];
  if (card === undefined) throw new Error('The class has too few pupils.');
  return card;
};
const as = (subject: string) => house.staffBrowser(subject);
const wishesOf = async (subject: string) =>
  (await bodyOf<TalkWishList>(await (await as(subject))('/api/v1/talk-wishes'))).wishes;
const told = async (subject: string) =>
  (await bodyOf<NoticeList>(await (await as(subject))('/api/v1/notices'))).notices.map(({ kind }) => kind);
const formOf = async (at: number): Promise<PupilForm> =>
  readForm(await openTablet(house, classCode, cardAt(at)));
const offered = async (at: number) => (await formOf(at)).adults.map(({ name }) => name.split(' ')[0]);
const wish = async (at: number, subject: string) => {
  const tablet = await openTablet(house, classCode, cardAt(at));
  await put(tablet, wholeResponse(await readForm(tablet), undefined, ids.get(subject)));
};
const choose = async (classIdOrAll: string | null, contactTeachers: boolean, ...subjects: string[]) =>
  (await as('Rektor'))(
    '/api/v1/talk-adults',
    json('PUT', {
      classId: classIdOrAll,
      choice: { contactTeachers, staffIds: subjects.map((subject) => ids.get(subject)) },
    }),
  );
const openPath = ({ sittingId, pupilId }: { sittingId: string; pupilId: string }) =>
  `/api/v1/sittings/${sittingId}/talk-wishes/${pupilId}/open`;
const look = async (at: string) => {
  house.setNow(new Date(at));
  await runDueWork(house.deps);
};

describe('whom pupils can ask', () => {
  test('are contact teachers and social teachers until the school chooses; a proposed one is not among them', async () => {
    const usual = ['Kari', 'Sara', 'Siv'];
    expect((await offered(0)).toSorted()).toEqual(usual);
    expect((await choose(null, true, 'Helsesykepleier')).status).toBe(200);
    expect(await offered(0)).toEqual(['Kari', 'Helsesykepleier']);
    const answer = await bodyOf<TalkAdults>(await choose(classId, false, 'Siv', 'Ulært'));
    expect((await offered(0)).toSorted()).toEqual(['Siv', 'Ulært']);
    const namesOf = (name: string) => answer.classes.find((row) => row.name === name)?.offered;
    expect([namesOf('5A')?.length, namesOf('5B')]).toEqual([2, ['Helsesykepleier Prøve']]);
    for (const of of [classId, null])
      await (
        await as('Rektor')
      )('/api/v1/talk-adults', json('PUT', { classId: of, choice: null }));
    expect((await offered(0)).toSorted()).toEqual(usual);
  });

  test('a choice of nobody, of a stranger or for a class of another school changes nothing', async () => {
    const other = await makeSchool(house, 'Nabo', rosterHeader + rosterOf('5A', 5, 3));
    expect(await codeOf(await choose(null, false))).toBe('invalid_request');
    expect(await codeOf(await choose(classId, true, 'nobody'))).toBe('invalid_request');
    ids.set('stranger', await addStaff(house, other, 'stranger', [{ kind: 'employee' }]));
    expect(await codeOf(await choose(classId, true, 'stranger'))).toBe('invalid_request');
    expect(await codeOf(await choose(other.classIds.get('5A') ?? '', true))).toBe('not_found');
    const adults = await bodyOf<TalkAdults>(await (await as('Rektor'))('/api/v1/talk-adults'));
    expect(adults.forAll).toBeNull();
    expect(adults.classes.map(({ choice }) => choice)).toEqual([null, null]);
  });
});

describe('a wish', () => {
  test('reaches the adult at once, and says who asked when the adult opens it', async () => {
    await wish(1, 'Siv');
    expect([await told('Siv'), await told('Sara'), await told('Kari')]).toEqual([['talk_wished'], [], []]);
    const siv = await as('Siv');
    const [notice] = (await bodyOf<NoticeList>(await siv('/api/v1/notices'))).notices;
    expect((await siv(`/api/v1/notices/${notice?.noticeId}/read`, post)).status).toBe(204);
    expect(await told('Siv')).toEqual([]);
    const [waiting] = await wishesOf('Siv');
    expect(waiting).toMatchObject({ className: '5A', pupil: null, own: true, handledAt: null });
    expect(await wishesOf('Sara')).toEqual([]);
    const path = openPath(waiting ?? { sittingId: '', pupilId: '' });
    for (const subject of ['Sara', 'Helsesykepleier', 'Rektor'])
      expect(await codeOf(await (await as(subject))(path, post))).toBe('not_found');
    expect(await bodyOf(await (await as('Siv'))(path, post))).toMatchObject({ pupil: cardAt(1).pupil });
    expect(await told('Siv')).toEqual([]);
    expect(await wishesOf('Siv')).toMatchObject([{ pupil: cardAt(1).pupil }]);
  });

  test('of a second pupil in the same round is told again, though the first was read', async () => {
    const before = await wishesOf('Siv');
    await wish(2, 'Siv');
    expect(await told('Siv')).toEqual(['talk_wished']);
    const names = (await wishesOf('Siv')).map(({ pupil }) => pupil?.label ?? null);
    expect(names.toSorted()).toEqual([before[0]?.pupil?.label, null].toSorted());
  });

  test('stands on the class’s page, and is opened by it for the contact teacher who was asked', async () => {
    await wish(3, 'Kari');
    expect(await told('Kari')).toEqual(['talk_wished']);
    const home = await bodyOf<ClassHome>(await (await as('Kari'))(`/api/v1/classes/${classId}/home`));
    expect(home.talkWishes.map(({ adult }) => adult).toSorted()).toEqual([
      'Kari Prøve',
      'Siv Prøve',
      'Siv Prøve',
    ]);
    expect(await told('Kari')).toEqual([]);
  });

  test('that nobody opened comes to the other social teachers two school days later, and not before', async () => {
    await look('2026-11-10T08:59:00Z');
    expect([await told('Sara'), await wishesOf('Sara')]).toEqual([[], []]);
    await look('2026-11-10T09:00:00Z');
    await look('2026-11-10T09:01:00Z');
    expect([await told('Sara'), await told('Siv')]).toEqual([['talk_unopened'], ['talk_wished']]);
    const [passed, ...others] = await wishesOf('Sara');
    expect([passed, others]).toMatchObject([{ own: false, pupil: null, adult: 'Siv Prøve' }, []]);
    const path = openPath(passed ?? { sittingId: '', pupilId: '' });
    expect(await bodyOf(await (await as('Sara'))(path, post))).toMatchObject({ pupil: cardAt(2).pupil });
    expect([await told('Sara'), await told('Siv')]).toEqual([[], []]);
    const handled = path.replace(/open$/, 'handled');
    expect((await (await as('Helsesykepleier'))(handled, post)).status).toBe(404);
    expect((await (await as('Sara'))(handled, post)).status).toBe(204);
    const state = async () => (await wishesOf('Sara')).map(({ handledAt }) => handledAt !== null);
    expect(await state()).toEqual([true]);
    // Taken back by one who may, it waits again, and stays opened.
    const undo = { method: 'DELETE' };
    expect((await (await as('Helsesykepleier'))(handled, undo)).status).toBe(404);
    expect((await (await as('Sara'))(handled, undo)).status).toBe(204);
    expect([await state(), await told('Sara')]).toEqual([[false], []]);
    expect((await (await as('Sara'))(handled, post)).status).toBe(204);
    house.setNow(new Date('2026-12-11T09:00:00Z'));
    expect(await wishesOf('Sara')).toEqual([]);
    house.setNow(new Date(FRIDAY));
  });

  test('is never lost with the adult who was asked, nor with an id that is nobody’s', async () => {
    const tablet = await openTablet(house, classCode, cardAt(4));
    const form = await readForm(tablet);
    await put(tablet, wholeResponse(form, undefined, ids.get('Helsesykepleier')));
    const stranger = await openTablet(house, classCode, cardAt(5));
    await put(stranger, wholeResponse(await readForm(stranger), undefined, classId));
    const offeredIds = new Set(form.adults.map(({ staffId }) => staffId));
    const asked = await house.deps.db.inScope(school, (tx) =>
      tx
        .selectFrom('talk_wish')
        .select(['pupil_id', 'staff_id'])
        .where('school_id', '=', school.schoolId)
        .where('pupil_id', 'in', [cardAt(4).pupil.pupilId, cardAt(5).pupil.pupilId])
        .execute(),
    );
    expect(asked.map(({ staff_id: staffId }) => offeredIds.has(staffId))).toEqual([true, true]);
  });

  test('of an untrained adult says nothing of who asked', async () => {
    await choose(classId, false, 'Ulært');
    await wish(6, 'Ulært');
    const [waiting] = await wishesOf('Ulært');
    expect(waiting).toMatchObject({ pupil: null });
    const path = openPath(waiting ?? { sittingId: '', pupilId: '' });
    expect(await codeOf(await (await as('Ulært'))(path, post))).toBe('training_missing');
  });
});

test('a contact teacher of another class who substitutes here cannot settle a wish to talk', async () => {
  const school = await makeSchool(
    house,
    'Bytter',
    rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 3),
  );
  const [classId = '', otherId = ''] = ['5A', '5B'].map((name) => school.classIds.get(name));
  const teacherId = await addStaff(house, school, 'owns 5A', [{ kind: 'contact_teacher', classId }]);
  const toAt = new Date(house.deps.now().getTime() + 86_400_000);
  await addStaff(house, school, 'owns 5B', [
    { kind: 'contact_teacher', classId: otherId },
    { kind: 'substitute', classId, toAt },
  ]);
  const teacher = await house.staffBrowser('owns 5A');
  const { sittingId, pupils } = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const pupilId = pupils[0]?.pupil.pupilId ?? '';
  await house.deps.db.inScope(school, (tx) =>
    tx
      .insertInto('talk_wish')
      .values({
        school_id: school.schoolId,
        sitting_id: sittingId,
        pupil_id: pupilId,
        staff_id: teacherId,
        wished_at: house.deps.now(),
      })
      .execute(),
  );
  const path = `/api/v1/sittings/${sittingId}/talk-wishes/${pupilId}/handled`;
  expect((await (await house.staffBrowser('owns 5B'))(path, post)).status).toBe(404);
  expect((await teacher(path, post)).status).toBe(204);
});
