import type { ClassHome, NoticeList, RoundOverview, SittingStatus } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, cardsOf, codeOf, handIn, openSitting, type Card } from '../testing/answering.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { planRoundOf, prepareRounds, storedRounds } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { runDueWork } from './due-work.ts';

let house: TestHouse;
const post = { method: 'POST' };

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

/** Looks from four servers at the same moment, whose clocks differ by as many milliseconds. */
const lookAt = async (moment: string): Promise<void> => {
  house.setNow(new Date(moment));
  const looks = [0, 1, 2, 3].map((late) => {
    const at = new Date(Date.parse(moment) + late);
    return runDueWork({ ...house.deps, now: () => at });
  });
  await Promise.all(looks);
};

const days = { opensOn: '2026-11-09', closesOn: '2026-11-20' };

describe('a round that runs itself', () => {
  let school: TestSchool;
  let classId: string;
  let roundId: string;
  const teacher = () => house.staffBrowser('own teacher');
  const home = async () => bodyOf<ClassHome>(await (await teacher())(`/api/v1/classes/${classId}/home`));
  const told = async () =>
    (await bodyOf<NoticeList>(await (await teacher())('/api/v1/notices'))).notices.map((n) => n.kind);

  beforeAll(async () => {
    house.setNow(new Date('2026-11-06T05:00:00Z'));
    school = await makeSchool(house, 'Går', rosterHeader + rosterOf('5A', 5, 6) + rosterOf('2B', 2, 4));
    classId = school.classIds.get('5A') ?? '';
    await addStaff(house, school, 'own teacher', [{ kind: 'contact_teacher', classId }]);
    await addStaff(house, school, 'own head', [{ kind: 'leadership' }]);
    roundId = await planRoundOf(house, school, days);
  });

  test('the contact teacher is told at seven on the school day before, and not earlier', async () => {
    await lookAt('2026-11-06T05:59:00Z');
    expect(await told()).toEqual([]);
    await lookAt('2026-11-06T06:00:00Z');
    expect(await told()).toEqual(['round_opens_soon']);
  });

  test('it opens at seven on its day for every class, without a class code, and the teacher is told', async () => {
    await lookAt('2026-11-09T05:59:30Z');
    expect((await home()).sittings).toEqual([]);
    await lookAt('2026-11-09T06:00:00Z');
    const { sittings, startable } = await home();
    expect(sittings).toMatchObject([
      { roundId, state: 'open', withClassCode: false, listed: 6, closesAt: '2026-11-16T21:00:00.000Z' },
    ]);
    expect(startable.map((round) => round.kind)).toEqual(['sociogram']);
    expect(await told()).toEqual(['round_opened']);
    expect((await storedRounds(house, school)).sittings).toHaveLength(2);
  });

  test('the class code comes when the teacher asks, is the same asked again, and lets pupils in', async () => {
    const browser = await teacher();
    const [sitting] = (await home()).sittings;
    const path = `/api/v1/sittings/${sitting?.sittingId}/class-code`;
    const answers = await Promise.all([browser(path, post), browser(path, post), browser(path, post)]);
    const codes = await Promise.all(
      answers.map(async (answer) => (await bodyOf<SittingStatus>(answer)).classCode),
    );
    expect(new Set(codes).size).toBe(1);
    const cards = await cardsOf(browser, classId);
    for (const card of cards.slice(0, 2)) await handIn(house, codes[0] ?? '', card);
    expect((await home()).sittings).toMatchObject([{ responded: 2, withClassCode: true }]);
  });

  test('two school days before it closes, the teacher is reminded, for pupils are missing', async () => {
    await lookAt('2026-11-12T05:59:00Z');
    expect(await told()).not.toContain('pupils_missing');
    await lookAt('2026-11-12T06:00:00Z');
    expect(await told()).toContain('pupils_missing');
  });

  test('what the teacher has read is not told again', async () => {
    const browser = await teacher();
    const { notices } = await bodyOf<NoticeList>(await browser('/api/v1/notices'));
    for (const { noticeId } of notices) await browser(`/api/v1/notices/${noticeId}/read`, post);
    await lookAt('2026-11-12T06:30:00Z');
    expect(await told()).toEqual([]);
  });

  test('its sittings close on the evening of the fifth school day, with results, and have no code to give', async () => {
    await lookAt('2026-11-16T20:59:59Z');
    expect((await home()).sittings).toMatchObject([{ state: 'open' }]);
    await lookAt('2026-11-16T21:00:00Z');
    const { sittings } = await home();
    expect(sittings).toMatchObject([{ state: 'closed', withClassCode: false }]);
    expect(await told()).toEqual(['results_ready']);
    const answer = await (await teacher())(`/api/v1/sittings/${sittings[0]?.sittingId}/class-code`, post);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'sitting_closed']);
  });

  test('it ends when its last day is over, and leadership sees what is released', async () => {
    const head = async () =>
      (
        await bodyOf<{ rounds: readonly RoundOverview[] }>(
          await (
            await house.staffBrowser('own head')
          )('/api/v1/rounds'),
        )
      ).rounds[0];
    await lookAt('2026-11-20T22:59:59Z');
    expect(await head()).toMatchObject({ endedAt: null, released: false });
    await lookAt('2026-11-20T23:00:00Z');
    expect(await head()).toMatchObject({
      endedAt: expect.stringMatching('2026-11-20T23:00:00.00'),
      released: true,
    });
  });

  test('all of it happened once, though four servers looked each time', async () => {
    const stored = await storedRounds(house, school);
    const [round] = stored.rounds;
    // One for leadership, and the school's figures held back for everybody else.
    expect(stored.releases).toHaveLength(2);
    // Of two servers at once the one that came second makes its own anew, a moment later.
    for (const { released_at } of stored.releases)
      expect(Math.abs(released_at.getTime() - (round?.ended_at?.getTime() ?? 0))).toBeLessThan(1_000);
    for (const sitting of stored.sittings) expect(sitting.opened_at).toEqual(round?.opened_at);
    expect(stored.sittings.map((sitting) => sitting.state)).toEqual(['closed', 'closed']);
    expect(stored.notices.map((notice) => notice.kind)).toEqual([
      'round_opens_soon',
      'round_opened',
      'pupils_missing',
      'results_ready',
    ]);
    await lookAt('2026-12-24T12:00:00Z');
    expect(await storedRounds(house, school)).toEqual(stored);
  });

  test('a notice that has been read is not shown again, and is nobody else’s to read', async () => {
    const browser = await teacher();
    const [first] = (await bodyOf<NoticeList>(await browser('/api/v1/notices'))).notices;
    const path = `/api/v1/notices/${first?.noticeId}/read`;
    expect((await (await house.staffBrowser('own head'))(path, post)).status).toBe(404);
    expect((await browser(path, post)).status).toBe(204);
    expect((await browser(path, post)).status).toBe(204);
    expect(await told()).toEqual([]);
    // Put away by mistake, it is taken back, and by nobody else.
    const undo = { method: 'DELETE' };
    expect((await (await house.staffBrowser('own head'))(path, undo)).status).toBe(404);
    expect(await told()).toEqual([]);
    expect((await browser(path, undo)).status).toBe(204);
    expect(await told()).toHaveLength(1);
    expect((await browser(path, post)).status).toBe(204);
  });
});

describe('a round whose grounds are not recorded', () => {
  const unprepared = async (name: string): Promise<TestSchool> => {
    house.setNow(new Date('2026-11-06T05:00:00Z'));
    const school = await makeSchool(house, name, rosterHeader + rosterOf('5A', 5, 3), { prepared: false });
    await addStaff(house, school, `head of ${name}`, [{ kind: 'leadership' }]);
    await planRoundOf(house, school, days);
    return school;
  };
  const seen = async (name: string) =>
    (
      await bodyOf<{ rounds: readonly RoundOverview[] }>(
        await (
          await house.staffBrowser(`head of ${name}`)
        )('/api/v1/rounds'),
      )
    ).rounds;

  test('does not open, leadership sees why, and it opens as soon as they are', async () => {
    const school = await unprepared('Venter');
    await lookAt('2026-11-09T06:00:00Z');
    expect(await seen('Venter')).toMatchObject([{ openedAt: null, prepared: false, endedAt: null }]);
    await prepareRounds(house, school);
    await lookAt('2026-11-18T09:00:00Z');
    expect(await seen('Venter')).toMatchObject([
      { openedAt: expect.stringMatching('2026-11-18T09:00'), prepared: true },
    ]);
    // It has no more days than it was given.
    const [sitting] = (await storedRounds(house, school)).sittings;
    expect(sitting?.closes_at.toISOString()).toBe('2026-11-20T21:00:00.000Z');
  });

  test('never opens after its last day, and nothing is released of it', async () => {
    const school = await unprepared('For sent');
    await lookAt('2026-11-21T06:00:00Z');
    await prepareRounds(house, school);
    await lookAt('2026-11-21T06:01:00Z');
    const { rounds, sittings, releases } = await storedRounds(house, school);
    expect({ rounds, sittings, releases }).toMatchObject({
      rounds: [{ opened_at: null, ended_at: null }],
      sittings: [],
      releases: [],
    });
  });
});

test('a sitting of the class’s own closes by the clock, and its code is withdrawn', async () => {
  house.setNow(new Date('2026-11-06T07:00:00Z'));
  const school = await makeSchool(house, 'Egen', rosterHeader + rosterOf('5A', 5, 3));
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, 'class teacher', [{ kind: 'contact_teacher', classId }]);
  const teacher = await house.staffBrowser('class teacher');
  const { classCode } = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const [card] = await cardsOf(teacher, classId);
  await handIn(house, classCode, card as Card);
  await lookAt('2026-11-30T07:00:00Z');
  const { sittings, notices } = await storedRounds(house, school);
  expect(sittings).toMatchObject([{ state: 'closed', code_hash: null }]);
  expect(notices.map((notice) => notice.kind)).toEqual(['results_ready']);
});
