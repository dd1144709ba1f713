import type { ClassBadges, JoinedClass } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf, openSitting, put, readForm, wholeResponse } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { paperBadgeOf } from '../testing/paper-badge.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { newBadgeCode, newBadgeToken } from './token.ts';

let house: TestHouse;
let own: ClassWithTeacher;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'badges', 6);
});
afterAll(() => house.close());

const pupilAt = (at: number): string => own.cards[at]?.pupil.pupilId ?? '';
const print = (renew: string) =>
  own.teacher(`/api/v1/classes/${own.classId}/badges`, json('POST', { renew }));
const listed = async (): Promise<ClassBadges['badges']> =>
  (await bodyOf<ClassBadges>(await own.teacher(`/api/v1/classes/${own.classId}/badges`))).badges;

const paperBadge = (pupilId: string) => paperBadgeOf(house, own.school, pupilId);
const badgeOf = async (pupilId: string): Promise<string> => (await paperBadge(pupilId)).token;
const show = async (shown: object): Promise<{ tablet: Browser; answer: Response }> => {
  const tablet = house.tablet();
  return { tablet, answer: await tablet('/api/v1/badge', json('POST', shown)) };
};
const scan = (token: string) => show({ token });

describe('printing', () => {
  test('a class gets a tagged PDF in Norwegian, and every pupil a badge', async () => {
    const answer = await print('missing');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    for (const mark of ['%PDF-', '/StructTreeRoot', '/Lang']) expect(pdf).toContain(mark);
    expect(answer.headers.get('content-disposition')).not.toMatch(/5A|Elev/);
    expect((await listed()).every((badge) => badge.madeAt !== null)).toBe(true);
  });

  test('nobody is left to print for until a badge is revoked', async () => {
    const again = await print('missing');
    expect([again.status, await codeOf(again)]).toEqual([409, 'badges_made']);
    await own.teacher(`/api/v1/pupils/${pupilAt(1)}/badge/revoke`, { method: 'POST' });
    expect(
      (await listed()).filter((badge) => badge.madeAt === null).map((badge) => badge.pupil.pupilId),
    ).toEqual([pupilAt(1)]);
    expect((await print('missing')).status).toBe(200);
  });

  test('two teachers who print at once leave one working badge a pupil', async () => {
    const answers = await Promise.all(['all', 'all', 'all'].map(print));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const rows = await house.deps.db.inScope(own.school, (tx) =>
      tx
        .selectFrom('badge')
        .select('pupil_id')
        .where('school_id', '=', own.school.schoolId)
        .where('revoked_at', 'is', null)
        .execute(),
    );
    expect(rows.map((row) => row.pupil_id).sort()).toEqual(
      own.cards.map((card) => card.pupil.pupilId).sort(),
    );
  });
});

describe('entering', () => {
  test('a badge lets its pupil in while the class answers, and in nothing else', async () => {
    const token = await badgeOf(pupilAt(0));
    const early = await scan(token);
    expect([early.answer.status, await codeOf(early.answer)]).toEqual([409, 'no_open_sitting']);
    const { sittingId } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const { tablet, answer } = await scan(token);
    expect(answer.status).toBe(204);
    const form = await readForm(tablet);
    expect([form.pupil.pupilId, form.sittingId]).toEqual([pupilAt(0), sittingId]);
    await put(tablet, wholeResponse(form));
    const done = await scan(token);
    expect([done.answer.status, await codeOf(done.answer)]).toEqual([409, 'response_submitted']);
    await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    const next = await scan(token);
    expect((await readForm(next.tablet)).sittingId).not.toBe(sittingId);
  });

  test('the code on a badge lets the same pupil in however it is typed, until the badge is replaced', async () => {
    const { code } = await paperBadge(pupilAt(5));
    const typed = `${code.slice(0, 5)} ${code.slice(5)}`.toLowerCase();
    const { tablet, answer } = await show({ code: typed });
    expect([answer.status, (await readForm(tablet)).pupil.pupilId]).toEqual([204, pupilAt(5)]);
    await own.teacher(`/api/v1/pupils/${pupilAt(5)}/badge`, { method: 'POST' });
    expect(await codeOf((await show({ code })).answer)).toBe('unknown_badge');
  });

  test('a code is as one never made while the class is not answering', async () => {
    const { code } = await paperBadge(pupilAt(1));
    const nextYear = new Date(house.deps.now().getTime() + 300 * 86_400_000);
    expect((await show({ code })).answer.status).toBe(204);
    house.setNow(nextYear);
    const spent = (await show({ code })).answer;
    const never = (await show({ code: newBadgeCode() })).answer;
    house.setNow(undefined);
    expect([spent.status, await spent.text()]).toEqual([never.status, await never.text()]);
  });

  test('a new badge ends the one before, and a revoked one answers as one never made', async () => {
    const token = await badgeOf(pupilAt(2));
    expect((await scan(token)).answer.status).toBe(204);
    expect((await own.teacher(`/api/v1/pupils/${pupilAt(2)}/badge`, { method: 'POST' })).status).toBe(200);
    const revoked = await scan(token);
    const never = await scan(newBadgeToken());
    expect(revoked.answer.status).toBe(never.answer.status);
    expect(await revoked.answer.text()).toBe(await never.answer.text());
  });

  test('scanning on another tablet ends the session on the first', async () => {
    const token = await badgeOf(pupilAt(3));
    const first = await scan(token);
    await scan(token);
    const answer = await first.tablet('/api/v1/pupil-session/form');
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'pupil_session_ended']);
  });
});

describe('a picture code', () => {
  const chosen = ['moon', 'key', 'bell'];
  const join = async (classCode: string) =>
    (await bodyOf<JoinedClass>(await house.tablet()('/api/v1/join', json('POST', { classCode })))).pupils;

  test('is chosen by the pupil after the teacher has reset it, and holds from then on', async () => {
    const other = await openClass(house, 'picture codes', 3);
    const { classCode } = await openSitting(other.teacher, other.classId, { kind: 'wellbeing' });
    const [card] = other.cards;
    const pupilId = card?.pupil.pupilId ?? '';
    const enter = async (pictures: readonly string[]) =>
      (await house.tablet()('/api/v1/pupil-session', json('POST', { classCode, pupilId, pictures }))).status;
    for (let wrong = 0; wrong < 5; wrong += 1) await enter(chosen);
    expect(await enter(card?.pictures ?? [])).toBe(423);
    const reset = await other.teacher(`/api/v1/pupils/${pupilId}/picture-code/reset`, { method: 'POST' });
    expect(reset.status).toBe(204);
    expect((await join(classCode)).find((pupil) => pupil.pupilId === pupilId)?.hasPictureCode).toBe(false);
    expect(await enter(['sun', 'sun', 'sun'])).toBe(403);
    // Two tablets at once: one sets the code, the other must know it.
    const [one, two] = await Promise.all([enter(chosen), enter(['sun', 'key', 'bell'])]);
    expect([one, two].sort()).toEqual([204, 403]);
    const right = one === 204 ? chosen : ['sun', 'key', 'bell'];
    expect(await enter(right)).toBe(204);
    expect(await enter(['star', 'key', 'bell'])).toBe(403);
  });

  test('of a pupil of another class cannot be reset, or given a badge', async () => {
    const stranger = await openClass(house, 'stranger', 2);
    for (const path of ['badge', 'badge/revoke', 'picture-code/reset']) {
      const answer = await stranger.teacher(`/api/v1/pupils/${pupilAt(4)}/${path}`, { method: 'POST' });
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
    }
  });
});
