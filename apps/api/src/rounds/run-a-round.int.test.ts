import type { ClassTablets, JoinedClass, SittingStatus } from '@samhold/contract';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  bodyOf,
  codeOf,
  handIn,
  handOver,
  openHander,
  openSitting,
  openTablet,
  readForm,
  readSitting,
  readSociogram,
  wholeResponse,
} from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
const post = { method: 'POST' };

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterEach(() => house.setNow(undefined));
afterAll(() => house.close());

const cardOf = (own: ClassWithTeacher, at: number) => own.cards[at] ?? expect.fail();
const pupilOf = (own: ClassWithTeacher, at: number) => cardOf(own, at).pupil.pupilId;
const rowOf = (status: SittingStatus, pupilId: string) =>
  status.pupils.find((row) => row.pupil.pupilId === pupilId);
const act = (own: ClassWithTeacher, sittingId: string, at: number, what: 'void' | 'restore') =>
  own.teacher(
    `/api/v1/sittings/${sittingId}/pupils/${pupilOf(own, at)}/${what}`,
    what === 'void' ? json('POST', { reason: 'Kari svarte på nettbrettet til Ola.' }) : post,
  );
/** As `storedAnswers`, in an order of its own. */
const stored = async (own: ClassWithTeacher) => {
  const rows = await storedAnswers(house, own.school);
  const sorted = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort();
  return Object.values(rows).map((list) => sorted(list as readonly object[])); // Each is a list of rows.
};

describe('answers given in the wrong name', () => {
  test('are set aside with a reason and come back byte for byte', async () => {
    const own = await openClass(house, 'sets aside', 5);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    for (const at of [0, 1, 2]) {
      const choose = () => [pupilOf(own, (at + 1) % 3)];
      await handIn(house, classCode, cardOf(own, at), choose);
    }
    const before = await stored(own);
    const voided = await act(own, sittingId, 0, 'void');
    expect(voided.status).toBe(200);
    expect(rowOf(await bodyOf<SittingStatus>(voided), pupilOf(own, 0))).toMatchObject({
      state: 'not_started',
      voided: { reason: 'Kari svarte på nettbrettet til Ola.' },
    });
    expect(JSON.stringify(await stored(own))).not.toContain(`"pupil_id":"${pupilOf(own, 0)}"`);
    const restored = await bodyOf<SittingStatus>(await act(own, sittingId, 0, 'restore'));
    expect(rowOf(restored, pupilOf(own, 0))).toMatchObject({ state: 'responded', voided: null });
    expect(await stored(own)).toEqual(before);
    expect(await codeOf(await act(own, sittingId, 0, 'restore'))).toBe('nothing_set_aside');
  });

  test('do not hinder the right child, whose answers are then not overwritten', async () => {
    const own = await openClass(house, 'answers anew', 4);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    await handIn(house, classCode, cardOf(own, 0));
    await act(own, sittingId, 0, 'void');
    await handIn(house, classCode, cardOf(own, 0), () => [pupilOf(own, 1)]);
    const refused = await act(own, sittingId, 0, 'restore');
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'response_exists']);
    const again = await readSitting(own.teacher, sittingId);
    expect(rowOf(again, pupilOf(own, 0))).toMatchObject({ state: 'responded' });
  });

  test('what the tablet still holds of them is not taken in', async () => {
    const own = await openClass(house, 'holds more', 4);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const tablet = await openTablet(house, classCode, cardOf(own, 0));
    const hander = await openHander(tablet);
    const whole = wholeResponse(await readForm(tablet));
    await handOver(hander, { ...whole, submit: false });
    await act(own, sittingId, 0, 'void');
    const late = await hander.send([await hander.seal(whole)]);
    expect([late.status, await codeOf(late)]).toEqual([401, 'upload_unknown']);
    expect(rowOf(await readSitting(own.teacher, sittingId), pupilOf(own, 0))?.state).toBe('not_started');
  });

  test('leave the results when the class is done, and come back into them', async () => {
    const own = await openClass(house, 'results anew', 6);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    for (const at of [0, 1, 2, 3]) await handIn(house, classCode, cardOf(own, at), () => [pupilOf(own, 5)]);
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, post);
    const choices = async () =>
      (await readSociogram(own.teacher, own.classId, sittingId)).criteria.map(
        (criterion) => criterion.choices.length,
      );
    const before = await choices();
    await act(own, sittingId, 0, 'void');
    expect(await choices()).toEqual(before.map((count) => count - 1));
    await act(own, sittingId, 0, 'restore');
    expect(await choices()).toEqual(before);
  });

  test('neither reason nor answers lie in the open in the database', async () => {
    const own = await openClass(house, 'sealed aside', 4);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    await handIn(house, classCode, cardOf(own, 0), () => [pupilOf(own, 1)]);
    await act(own, sittingId, 0, 'void');
    const rows = await house.deps.db.inScope(own.school, (tx) =>
      tx.selectFrom('voided_response').selectAll().execute(),
    );
    const text = rows.map(
      ({ reason, content }) => `${reason.toString('latin1')}${content?.toString('latin1') ?? ''}`,
    );
    expect(text.join()).not.toMatch(/Kari|response|recess/);
    expect(rows).toHaveLength(1);
  });

  test('of a pupil who has not answered there is nothing to set aside', async () => {
    const own = await openClass(house, 'nothing there', 4);
    const { sittingId } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    expect(await codeOf(await act(own, sittingId, 0, 'void'))).toBe('no_response');
    const blank = await own.teacher(
      `/api/v1/sittings/${sittingId}/pupils/${pupilOf(own, 0)}/void`,
      json('POST', { reason: '   ' }),
    );
    expect([blank.status, await codeOf(blank)]).toEqual([400, 'invalid_request']);
  });
});

describe('more time', () => {
  test('a class keeps its own round open to a day that is offered, and to no other', async () => {
    house.setNow(new Date('2026-11-12T09:00:00Z'));
    const own = await openClass(house, 'more time', 4);
    const { sittingId, laterDays } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const extend = (closesOn: string) =>
      own.teacher(`/api/v1/sittings/${sittingId}/extend`, json('POST', { closesOn }));
    const day = laterDays.at(1) ?? expect.fail();
    const extended = await bodyOf<SittingStatus>(await extend(day));
    expect(extended.sitting.closesAt.slice(0, 10)).toBe(day);
    expect(extended.laterDays).not.toContain(day);
    for (const other of [day, '2026-11-14', '2027-12-01']) {
      const refused = await extend(other);
      expect([refused.status, await codeOf(refused)]).toEqual([409, 'closing_day_not_offered']);
    }
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, post);
    expect(await codeOf(await extend(day))).toBe('sitting_closed');
  });
});

describe('the live status', () => {
  test('comes at once and again when a pupil has answered', async () => {
    const own = await openClass(house, 'follows', 4);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const response = await own.teacher(`/api/v1/sittings/${sittingId}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body ?? expect.fail()).pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (pattern: RegExp) => {
      while (!pattern.test(text)) text += (await reader.read()).value ?? expect.fail('The stream ended.');
    };
    await until(/"responded":0/);
    await handIn(house, classCode, cardOf(own, 0));
    await until(/"responded":1/);
    await reader.cancel();
  });

  test.each([
    ['access has ended', 'update relation set to_at = now()'],
    ['session has ended', 'delete from staff_session'],
    ['work at the school has ended', 'update staff_member set active = false'],
  ])('goes no further for somebody whose %s', async (what, ending) => {
    const own = await openClass(house, `watches until ${what}`, 4);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const cards = cardOf(own, 0);
    const response = await own.teacher(`/api/v1/sittings/${sittingId}/events`);
    const reader = (response.body ?? expect.fail()).pipeThrough(new TextDecoderStream()).getReader();
    await house.database.ask(`${ending} where school_id = '${own.school.schoolId}'`);
    await handIn(house, classCode, cards);
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    expect(text).toContain('"responded":0');
    expect(text).not.toContain('"responded":1');
  });
});

describe('the languages of a class', () => {
  test('are those chosen of what the school offers; all of them follows the school', async () => {
    const own = await openClass(house, 'chooses languages', 4);
    const path = `/api/v1/classes/${own.classId}`;
    const save = async (languages: readonly string[]) =>
      bodyOf<ClassTablets>(await own.teacher(`${path}/languages`, json('PUT', { languages })));
    const { offered, languages } = await bodyOf<ClassTablets>(await own.teacher(`${path}/tablets`));
    expect(languages).toEqual(offered);
    expect((await save(['en', 'xx'])).languages).toEqual(['nb', 'en']);
    const { classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const joined = await house.tablet()('/api/v1/join', json('POST', { classCode }));
    expect((await bodyOf<JoinedClass>(joined)).languages).toEqual(['nb', 'en']);
    expect((await save(offered)).languages).toEqual(offered);
    const kept = await house.deps.db.inScope(own.school, (tx) =>
      tx.selectFrom('class').select('pupil_languages').where('class_id', '=', own.classId).executeTakeFirst(),
    );
    expect(kept?.pupil_languages).toBeNull();
  });
});
