import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  bodyOf,
  handOver,
  openHander,
  codeOf,
  openSitting,
  openTablet,
  put,
  readForm,
  readSitting,
  wholeResponse,
  type Card,
} from '../testing/answering.ts';
import type { JoinedClass } from '@samhold/contract';
import { json } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const MINUTE = 60_000;

let house: TestHouse;
let own: ClassWithTeacher;
let sitting: Awaited<ReturnType<typeof openSitting>>;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', 8);
  sitting = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
});
afterEach(() => house.setNow(undefined));
afterAll(() => house.close());

const card = (at: number): Card => {
  const found = own.cards[at];
  if (found === undefined) throw new Error(`The class has no pupil ${at}.`);
  return found;
};
const wrong = (right: Card): Card => ({
  ...right,
  pictures: right.pictures.map((picture) => (picture === 'sun' ? 'boat' : 'sun')),
});
const attempt = (tried: Card): Promise<Response> =>
  house.tablet()(
    '/api/v1/pupil-session',
    json('POST', { classCode: sitting.classCode, pupilId: tried.pupil.pupilId, pictures: tried.pictures }),
  );
const stateOf = async (of: Card) =>
  (await readSitting(own.teacher, sitting.sittingId)).pupils.find(
    (row) => row.pupil.pupilId === of.pupil.pupilId,
  )?.state;
const moment = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

describe('picture code', () => {
  test.each([
    [0, 'one after the other', false],
    [1, 'at the same moment', true],
  ])('five wrong tries lock pupil %i, also %s, until the teacher unlocks', async (at, _how, together) => {
    const answers: Response[] = [];
    const tries = Array.from({ length: 5 }, () => () => attempt(wrong(card(at))));
    if (together) answers.push(...(await Promise.all(tries.map((start) => start()))));
    else for (const start of tries) answers.push(await start());
    expect(answers.map((answer) => answer.status).sort()).toEqual([403, 403, 403, 403, 423]);

    const right = await attempt(card(at));
    expect([right.status, await codeOf(right)]).toEqual([423, 'picture_code_locked']);
    expect(await stateOf(card(at))).toBe('locked');

    const unlock = `/api/v1/sittings/${sitting.sittingId}/pupils/${card(at).pupil.pupilId}/unlock`;
    expect((await own.teacher(unlock, { method: 'POST' })).status).toBe(204);
    expect((await attempt(card(at))).status).toBe(204);
  });

  test('a right code starts the count of wrong tries again', async () => {
    for (const tried of [1, 2, 3, 4])
      expect([tried, (await attempt(wrong(card(2)))).status]).toEqual([tried, 403]);
    expect((await attempt(card(2))).status).toBe(204);
    expect((await attempt(wrong(card(2)))).status).toBe(403);
  });
});

describe('session', () => {
  test('two tablets for one pupil: the older one ends', async () => {
    const older = await openTablet(house, sitting.classCode, card(3));
    const newer = await openTablet(house, sitting.classCode, card(3));
    expect((await older('/api/v1/pupil-session/form')).status).toBe(401);
    expect((await newer('/api/v1/pupil-session/form')).status).toBe(200);
  });

  test('two tablets for one pupil at the same moment: one session is left', async () => {
    const tablets = await Promise.all([1, 2, 3].map(() => openTablet(house, sitting.classCode, card(3))));
    const forms = await Promise.all(tablets.map((tablet) => tablet('/api/v1/pupil-session/form')));
    expect(forms.map((form) => form.status).sort()).toEqual([200, 401, 401]);
  });

  test('a session in use goes on, and ends after more than 20 idle minutes', async () => {
    const tablet = await openTablet(house, sitting.classCode, card(4));
    for (const [minutes, status] of [
      [19, 200],
      [38, 200],
      [59, 401],
    ] as const) {
      house.setNow(moment(minutes));
      expect([minutes, (await tablet('/api/v1/pupil-session/form')).status]).toEqual([minutes, status]);
    }
  });

  test('a pupil who ends the session is out on the server too', async () => {
    const tablet = await openTablet(house, sitting.classCode, card(4));
    expect((await tablet('/api/v1/pupil-session', { method: 'DELETE' })).status).toBe(204);
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(401);
  });

  test('a pupil who has handed in is not on the list any more and cannot start again', async () => {
    const tablet = await openTablet(house, sitting.classCode, card(5));
    await put(tablet, wholeResponse(await readForm(tablet)));
    const joined = await bodyOf<JoinedClass>(
      await house.tablet()('/api/v1/join', json('POST', { classCode: sitting.classCode })),
    );
    const listed = joined.pupils.map((pupil) => pupil.pupilId);
    expect(listed).toHaveLength(own.cards.length - 1);
    expect(listed).not.toContain(card(5).pupil.pupilId);
    expect((await attempt(card(5))).status).toBe(404);
  });

  test('answering keeps a session alive, and being heard of does not', async () => {
    const tablet = await openTablet(house, sitting.classCode, card(6));
    const hander = await openHander(tablet);
    house.setNow(moment(15));
    expect((await hander.send([])).status).toBe(200);
    house.setNow(moment(18));
    const answer = { itemId: 'w57-now', type: 'declined' };
    await handOver(hander, { language: 'nb', answers: [answer], submit: false });
    house.setNow(moment(37));
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(200);
    house.setNow(moment(56));
    expect((await hander.send([])).status).toBe(200);
    house.setNow(moment(58));
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(401);
  });

  test('closing ends every session and withdraws the class code, but not the way to hand over', async () => {
    const tablet = await openTablet(house, sitting.classCode, card(7));
    const hander = await openHander(tablet);
    const close = `/api/v1/sittings/${sitting.sittingId}/close`;
    expect((await own.teacher(close, { method: 'POST' })).status).toBe(200);
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(401);
    expect((await attempt(card(7))).status).toBe(404);
    expect((await hander.send([])).status).toBe(200);
  });
});
