import { randomUUID } from 'node:crypto';
import type {
  ClassSignalList,
  ClassWellbeing,
  JoinedClass,
  SittingStatus,
  SittingSummary,
} from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf, handIn, openSitting, readSociogram, type Card } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass, rosterHeader, rosterOf, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { runDueWork } from '../clock/due-work.ts';
import { runSchool } from '../clock/run-school.ts';
import { dayOf } from '../calendar-days.ts';

const post = { method: 'POST' };

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const start = (own: ClassWithTeacher, kind: 'wellbeing' | 'sociogram') =>
  own.teacher(`/api/v1/classes/${own.classId}/sittings`, json('POST', { kind }));
const openSittings = (own: ClassWithTeacher) =>
  house.deps.db.inScope(own.school, (tx) =>
    tx
      .selectFrom('sitting')
      .select('sitting_id')
      .where('school_id', '=', own.school.schoolId)
      .where('class_id', '=', own.classId)
      .where('state', '=', 'open')
      .execute(),
  );

describe('starting', () => {
  test('a kind that is open already is not started again; the other kind is', async () => {
    const own = await openClass(house, 'starts twice', 4);
    expect((await start(own, 'wellbeing')).status).toBe(201);
    const again = await start(own, 'wellbeing');
    expect([again.status, await codeOf(again)]).toEqual([409, 'sitting_exists']);
    expect((await start(own, 'sociogram')).status).toBe(201);
  });

  test('five starts at the same moment give one open sitting', async () => {
    const own = await openClass(house, 'starts at once', 4);
    // Opens the connections first, so that the starts do not wait for each other there.
    await Promise.all(Array.from({ length: 10 }, () => own.teacher('/api/v1/session')));
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => start(own, 'wellbeing')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await openSittings(own)).toHaveLength(1);
  });

  test('a class without pupils is told so', async () => {
    const school = await makeSchool(house, 'Tom', rosterHeader + rosterOf('5A', 5, 2) + rosterOf('5B', 5, 2));
    const classId = school.classIds.get('5B') ?? '';
    await addStaff(house, school, 'empty class', [{ kind: 'contact_teacher', classId }]);
    const teacher = await house.staffBrowser('empty class');
    await house.deps.db.inScope(school, (tx) =>
      tx
        .updateTable('class_membership')
        .set({ to_on: dayOf(house.deps.now()) })
        .where('school_id', '=', school.schoolId)
        .where('class_id', '=', classId)
        .execute(),
    );
    const answer = await teacher(`/api/v1/classes/${classId}/sittings`, json('POST', { kind: 'wellbeing' }));
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'class_without_pupils']);
  });

  test.each(['\0ab', 'Runde'])(
    'a round that no calendar or text can hold is refused («%s»)',
    async (name) => {
      // A school day, so that nothing else is wrong with the round.
      house.setNow(new Date('2026-11-24T09:00:00Z'));
      const school = await makeSchool(house, 'Plan', rosterHeader + rosterOf('5A', 5, 2));
      await addStaff(house, school, `plans ${name.length}`, [{ kind: 'leadership' }]);
      const leadership = await house.staffBrowser(`plans ${name.length}`);
      const opensOn = name === 'Runde' ? '0000-01-01' : '2026-11-24';
      const answer = await leadership(
        '/api/v1/rounds',
        json('POST', { kind: 'wellbeing', name, opensOn, closesOn: '2099-01-01' }),
      );
      house.setNow(undefined);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_request']);
    },
  );
});

describe('closing', () => {
  test('closing twice answers the same and changes nothing', async () => {
    const own = await openClass(house, 'closes twice', 4);
    const { sittingId } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const close = () => own.teacher(`/api/v1/sittings/${sittingId}/close`, post);
    const first = await bodyOf<SittingSummary>(await close());
    expect(first.state).toBe('closed');
    expect(await bodyOf<SittingSummary>(await close())).toEqual(first);
  });

  test('results are not shown while the class still answers', async () => {
    const own = await openClass(house, 'reads early', 4);
    const { sittingId } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const early = await own.teacher(`/api/v1/sittings/${sittingId}/wellbeing`);
    expect([early.status, await codeOf(early)]).toEqual([409, 'sitting_open']);
  });
});

describe('answering later', () => {
  /** Lets these pupils answer after closing, and returns the new class code. */
  const reopenFor = async (
    own: ClassWithTeacher,
    sittingId: string,
    late: readonly Card[],
  ): Promise<string> => {
    let code = '';
    for (const { pupil } of late) {
      const answer = await own.teacher(
        `/api/v1/sittings/${sittingId}/pupils/${pupil.pupilId}/answer-later`,
        post,
      );
      const status = await bodyOf<SittingStatus>(answer);
      code = status.classCode ?? '';
      expect(status.sitting.state).toBe('closed');
      expect(status.pupils.find((row) => row.pupil.pupilId === pupil.pupilId)?.state).toBe('answers_later');
    }
    return code;
  };

  test('the new class code is for the marked pupils only, and late answers at the same moment all count', async () => {
    const own = await openClass(house, 'late wellbeing', 10);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    const late = own.cards.slice(6);
    for (const card of own.cards.slice(0, 6)) await handIn(house, classCode, card);
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, post);
    const answered = async () => {
      const view = await bodyOf<ClassWellbeing>(await own.teacher(`/api/v1/sittings/${sittingId}/wellbeing`));
      return new Set(view.items.map((item) => item.answered));
    };
    expect(await answered()).toEqual(new Set([6]));

    const code = await reopenFor(own, sittingId, late);
    expect(code).not.toBe(classCode);
    const joined = await bodyOf<JoinedClass>(
      await house.tablet()('/api/v1/join', json('POST', { classCode: code })),
    );
    expect(joined.pupils.map((pupil) => pupil.pupilId).sort()).toEqual(
      late.map((card) => card.pupil.pupilId).sort(),
    );
    await Promise.all(late.map((card) => handIn(house, code, card)));
    expect(await answered()).toEqual(new Set([10]));
  });

  test('a late answer computes signals anew and leaves what staff recorded about one', async () => {
    const own = await openClass(house, 'late sociogram', 12);
    const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    const [left, late, ...ring] = own.cards;
    if (left === undefined || late === undefined) throw new Error('The class has too few pupils.');
    const idOf = (at: number): string => ring[at % ring.length]?.pupil.pupilId ?? '';
    for (const [at, card] of ring.entries()) {
      await handIn(house, classCode, card, () =>
        [1, 2, 3, 4].map((step) => idOf(at + step)).concat(late.pupil.pupilId),
      );
    }
    await handIn(house, classCode, left);
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, post);
    const list = async () => {
      const found = await bodyOf<ClassSignalList>(
        await own.teacher(`/api/v1/classes/${own.classId}/signals`),
      );
      return found.signals.find((signal) => signal.pupil.pupilId === left.pupil.pupilId);
    };
    const before = await list();
    const verify = json('POST', {
      verificationId: randomUUID(),
      state: 'confirmed',
      observed: 'Gikk alene i friminuttet.',
    });
    expect((await own.teacher(`/api/v1/signals/${before?.signalId}/verifications`, verify)).status).toBe(201);

    const code = await reopenFor(own, sittingId, [late]);
    await handIn(house, code, late, () => [left.pupil.pupilId]);
    const after = await list();
    expect(after).toMatchObject({ signalId: before?.signalId, state: 'confirmed' });
    expect(after?.verifications).toHaveLength(1);
    expect(after?.evidence).not.toEqual(before?.evidence);
  });
});

describe('time running out', () => {
  test('a sitting is closed with its results when its time is out, and not before', async () => {
    const own = await openClass(house, 'runs out', 6);
    const { sittingId, sitting, classCode } = await openSitting(own.teacher, own.classId, {
      kind: 'sociogram',
    });
    await handIn(house, classCode, own.cards[0] as Card);
    const closesAt = new Date(sitting.closesAt);
    await runDueWork(house.deps);
    expect(await openSittings(own)).toHaveLength(1);
    await runSchool({ ...house.deps, now: () => closesAt }, own.school.schoolId);
    await runSchool({ ...house.deps, now: () => closesAt }, own.school.schoolId);
    expect(await openSittings(own)).toHaveLength(0);
    expect((await readSociogram(own.teacher, own.classId, sittingId)).criteria).not.toEqual([]);
  });

  test('the code of a closed sitting lives as long as somebody may answer later', async () => {
    const own = await openClass(house, 'late code', 3);
    const { sittingId } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
    await own.teacher(`/api/v1/sittings/${sittingId}/close`, post);
    const late = own.cards[0]?.pupil.pupilId ?? '';
    const answer = await own.teacher(`/api/v1/sittings/${sittingId}/pupils/${late}/answer-later`, post);
    const { classCode } = (await answer.json()) as SittingStatus;
    const join = async () => (await house.tablet()('/api/v1/join', json('POST', { classCode }))).status;
    await runDueWork(house.deps);
    expect(await join()).toBe(200);
    await runDueWork({
      ...house.deps,
      now: () => new Date(house.deps.now().getTime() + 9 * 86_400_000),
    });
    expect(await join()).toBe(404);
  });
});
