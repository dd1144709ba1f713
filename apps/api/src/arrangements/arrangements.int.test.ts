import { randomUUID } from 'node:crypto';
import type { Arrangement, ClassArrangements, NewArrangement } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { bodyOf, codeOf, handIn, openSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { groupsOfTwo } from '../testing/made-groups.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let ids: readonly string[];
let colleague: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'places pupils', 6);
  ids = own.cards.map(({ pupil }) => pupil.pupilId);
  await addStaff(house, own.school, 'colleague', [{ kind: 'contact_teacher', classId: own.classId }]);
  colleague = await house.staffBrowser('colleague');
});
afterAll(() => house.close());

const path = () => `/api/v1/classes/${own.classId}/arrangements`;
const page = async (by = own.teacher) => bodyOf<ClassArrangements>(await by(path()));
const made = (changes: Partial<NewArrangement> = {}): NewArrangement => ({
  ...groupsOfTwo(randomUUID(), '2026-11-26', own.cards),
  ...changes,
});
const save = (what: NewArrangement, by = own.teacher) => by(path(), json('POST', what));
const answerTo = async (what: NewArrangement) => {
  const response = await save(what);
  return [response.status, response.ok ? null : await codeOf(response)];
};
const aside = (id: string, putAside: boolean) =>
  own.teacher(`/api/v1/arrangements/${id}/put-aside`, json('PUT', { putAside }));
const inRow = (places: readonly string[]): NewArrangement =>
  made({
    asked: {
      kind: 'seating',
      room: { shape: 'rows', rows: 2, seats: 4 },
      ...{ fixed: [], nearFront: [], absent: [], apart: [], together: [], criteria: [], preferNew: false },
    },
    placed: ids.map((pupilId, at) => ({ pupilId, place: places[at] ?? '' })),
  });
const seats = ['1-1', '1-2', '1-3', '1-4', '2-1', '2-2'];

test('a class without a sociogram and without earlier arrangements has its pupils to place', async () => {
  const { pupils, wishes, earlier } = await page();
  expect(pupils.map(({ onList }) => onList)).toEqual(Array(6).fill(true));
  expect([wishes, earlier]).toEqual([null, []]);
});

test('the wishes are those of the latest sociogram that is closed', async () => {
  const hold = async (to: number) => {
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    for (const card of own.cards.slice(0, 2)) await handIn(house, classCode, card, () => [ids[to] ?? '']);
    return () => own.teacher(`/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
  };
  await (
    await hold(4)
  )();
  const close = await hold(5);
  const before = (await page()).wishes;
  expect(before?.criteria[0]?.choices.map(({ to }) => to)).toEqual([ids[4], ids[4]]);
  await close();
  const { wishes } = await page();
  expect(new Set(wishes?.responded)).toEqual(new Set(ids.slice(0, 2)));
  expect(wishes?.criteria[0]?.choices.map(({ to }) => to)).toEqual([ids[5], ids[5]]);
});

describe('saving', () => {
  test('the same arrangement sent twice, also at the same time, is one, for both teachers of the class', async () => {
    const one = made();
    const answers = await Promise.all([save(one), save(one, colleague), save(one)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { earlier } = await page(colleague);
    expect(earlier.filter(({ arrangementId }) => arrangementId === one.arrangementId)).toHaveLength(1);
    const { placed, ...rest } = earlier[0] ?? expect.fail();
    expect(rest).toMatchObject({ asked: one.asked, usedFrom: one.usedFrom });
    expect(new Set(placed.map((place) => JSON.stringify(place)))).toEqual(
      new Set(one.placed.map((place) => JSON.stringify(place))),
    );
    expect(await answerTo({ ...one, usedFrom: '2026-11-27' })).toEqual([400, 'invalid_request']);
  });

  test('groups and seats stand newest first by the day they are in use from', async () => {
    const later = await bodyOf<Arrangement>(await save({ ...inRow(seats), usedFrom: '2027-01-04' }));
    await save(made({ usedFrom: '2026-09-01' }));
    const days = (await page()).earlier.map(({ usedFrom }) => usedFrom);
    expect(days).toEqual(days.toSorted().toReversed());
    expect((await page()).earlier[0]).toEqual(later);
  });

  test('is refused with others than the pupils of the class, or fewer of them', async () => {
    const stranger = { pupilId: randomUUID(), place: '1' };
    const { placed } = made();
    expect(await answerTo(made({ placed: [...placed, stranger] }))).toEqual([409, 'class_list_changed']);
    expect(await answerTo(made({ placed: placed.slice(1) }))).toEqual([409, 'class_list_changed']);
    expect(await answerTo(made({ placed: [...placed.slice(1), stranger] }))).toEqual([
      409,
      'class_list_changed',
    ]);
  });

  test('is refused with two in a seat, a seat that is not there, or a pupil twice', async () => {
    for (const wrong of [
      [...seats.slice(1), '1-2'],
      [...seats.slice(1), '3-1'],
    ])
      expect(await answerTo(inRow(wrong))).toEqual([400, 'invalid_request']);
    const { placed } = made();
    expect(await answerTo(made({ placed: [...placed, ...placed.slice(1, 2)] }))).toEqual([
      400,
      'invalid_request',
    ]);
  });

  test('with somebody left out that day', async () => {
    const { asked, placed } = made();
    const [first = expect.fail()] = placed;
    const answer = await answerTo(
      made({ asked: { ...asked, absent: [first.pupilId] }, placed: placed.slice(1) }),
    );
    expect(answer).toEqual([201, null]);
  });
});

test('put aside, an arrangement is no longer among the earlier, and can come back', async () => {
  const { arrangementId } = await bodyOf<Arrangement>(await save(made()));
  const stands = async () => (await page()).earlier.some((one) => one.arrangementId === arrangementId);
  for (const putAside of [true, true]) expect((await aside(arrangementId, putAside)).status).toBe(204);
  expect(await stands()).toBe(false);
  await aside(arrangementId, false);
  expect(await stands()).toBe(true);
});

test('the sheet for the wall has names and places, and nobody’s wishes', async () => {
  const { arrangementId } = await bodyOf<Arrangement>(await save(inRow(seats)));
  const response = await own.teacher(`/api/v1/arrangements/${arrangementId}/file`);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="plasser.pdf"');
  const text = textOfPdf(Buffer.from(await response.arrayBuffer()));
  for (const { pupil } of own.cards) expect(text).toContain(pupil.label);
  expect(text).not.toMatch(/ønske|valgt|sosiogram|friminutt/i);
});

test('somebody at the school who does not teach the class finds none of it', async () => {
  await addStaff(house, own.school, 'elsewhere', [{ kind: 'employee' }]);
  const elsewhere = await house.staffBrowser('elsewhere');
  const { arrangementId } = await bodyOf<Arrangement>(await save(made()));
  for (const answer of [
    await elsewhere(path()),
    await save(made(), elsewhere),
    await elsewhere(`/api/v1/arrangements/${arrangementId}/put-aside`, json('PUT', { putAside: true })),
    await elsewhere(`/api/v1/arrangements/${arrangementId}/file`),
  ])
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
});

test('a pupil who has left the class stands in what was, and is neither placed nor printed any more', async () => {
  const { arrangementId } = await bodyOf<Arrangement>(await save(made()));
  const leaver = own.cards[5] ?? expect.fail();
  await house.deps.db.inScope(own.school, (tx) =>
    tx
      .updateTable('class_membership')
      .set({ to_on: dayOf(house.deps.now()) })
      .where('school_id', '=', own.school.schoolId)
      .where('pupil_id', '=', leaver.pupil.pupilId)
      .execute(),
  );
  const { pupils, earlier } = await page();
  expect(pupils.filter(({ onList }) => !onList)).toEqual([{ ...leaver.pupil, onList: false }]);
  const placed = earlier.find((one) => one.arrangementId === arrangementId)?.placed;
  expect(placed?.map(({ pupilId }) => pupilId)).toContain(leaver.pupil.pupilId);
  expect(await answerTo(made())).toEqual([409, 'class_list_changed']);
  expect(await answerTo(made({ placed: made().placed.slice(0, 5) }))).toEqual([201, null]);
  const file = await own.teacher(`/api/v1/arrangements/${arrangementId}/file`);
  const text = textOfPdf(Buffer.from(await file.arrayBuffer()));
  expect(text).not.toContain(leaver.pupil.label);
  expect(text).toContain(own.cards[0]?.pupil.label);
});
