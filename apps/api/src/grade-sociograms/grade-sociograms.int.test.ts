import type { GradeOpening, GradeOpenings, GradeSociogram, RoundOverview } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { bodyOf, cardsOf, codeOf, handIn, openSitting, type Card } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { schoolDayUpTo } from '../testing/school-day.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const reason = 'Uro mellom klassene i friminuttene, Zzkvern.';
const post = { method: 'POST' };
/** A Tuesday in term. */
const start = new Date('2026-11-24T09:00:00Z');
const today = dayOf(start);

let house: TestHouse;
let school: TestSchool;
let head: Browser;
let roundId: string;
const teachers = new Map<string, Browser>();
const cards = new Map<string, readonly Card[]>();

const teacherOf = (name: string): Browser => teachers.get(name) ?? expect.fail(`No teacher of ${name}.`);
const cardAt = (name: string, at: number): Card => cards.get(name)?.at(at) ?? expect.fail(`${name} ${at}`);
const idAt = (name: string, at: number): string => cardAt(name, at).pupil.pupilId;

/** So many days after the start; everyone signs in anew, since a session does not last. */
const moveClock = async (days: number): Promise<void> => {
  house.setNow(new Date(start.getTime() + days * 86_400_000));
  head = await house.staffBrowser('head');
  for (const name of ['5A', '5B', '6A']) teachers.set(name, await house.staffBrowser(`teacher ${name}`));
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(start);
  const roster = `${rosterOf('5A', 5, 6)}${rosterOf('5B', 5, 6)}${rosterOf('6A', 6, 3)}5B,5,Hemmelig,Skjult,skjult\n5A,6,Eldre,Prøve,eldre\n`;
  school = await makeSchool(house, 'Trinn', rosterHeader + roster);
  await addStaff(house, school, 'head', [{ kind: 'leadership' }, { kind: 'principal' }]);
  for (const name of ['5A', '5B', '6A']) {
    const classId = school.classIds.get(name) ?? '';
    await addStaff(house, school, `teacher ${name}`, [{ kind: 'contact_teacher', classId }]);
  }
  await moveClock(0);
  for (const name of ['5A', '5B', '6A'])
    cards.set(name, await cardsOf(teacherOf(name), school.classIds.get(name) ?? ''));
  const settings = { criteria: ['recess', 'work'], maxChoices: 5, nominees: 'grade' };
  const plan = { kind: 'sociogram', name: 'På trinnet', opensOn: schoolDayUpTo(today), settings };
  roundId = (await bodyOf<RoundOverview>(await head('/api/v1/rounds', json('POST', plan)))).roundId;
  // Everyone in 5A chooses the next in the class and the same number in 5B; the first of 5B chooses the hidden pupil.
  const codes = new Map<string, { readonly sittingId: string; readonly classCode: string }>();
  for (const name of ['5A', '5B', '6A'])
    codes.set(
      name,
      await openSitting(teacherOf(name), school.classIds.get(name) ?? '', { kind: 'sociogram', roundId }),
    );
  const hidden = cards.get('5B')?.find(({ pupil }) => pupil.label === 'Hemmelig') ?? expect.fail();
  const others = cards.get('5B')?.filter((card) => card !== hidden) ?? [];
  cards.set('5B', [...others, hidden]);
  const fives = cards.get('5A')?.filter(({ pupil }) => pupil.label !== 'Eldre') ?? [];
  cards.set('5A', [...fives, ...(cards.get('5A')?.filter(({ pupil }) => pupil.label === 'Eldre') ?? [])]);
  for (const [at, card] of fives.entries())
    await handIn(house, codes.get('5A')?.classCode ?? '', card, () => [
      idAt('5A', (at + 1) % 6),
      idAt('5B', at),
    ]);
  await handIn(house, codes.get('5B')?.classCode ?? '', cardAt('5B', 0), () => [
    hidden.pupil.pupilId,
    idAt('5A', 0),
  ]);
  await handIn(house, codes.get('5B')?.classCode ?? '', hidden, () => [idAt('5B', 0)]);
  const alias = { pupilId: hidden.pupil.pupilId, givenName: 'Robin', familyName: 'Berg' };
  expect((await head('/api/v1/hidden-pupils', json('POST', alias))).ok).toBe(true);
  for (const name of ['5A', '5B', '6A'])
    await teacherOf(name)(`/api/v1/sittings/${codes.get(name)?.sittingId}/close`, post);
}, 120_000);
afterAll(() => house.close());

const open = (wish: object = {}, browser = head) =>
  browser(
    '/api/v1/grade-sociograms',
    json('POST', { roundId, grade: 5, reason, fromOn: today, untilOn: addDays(today, 6), ...wish }),
  );
const path = (openingId: string): string => `/api/v1/grade-sociograms/${openingId}`;
const statusFor = async (openingId: string) =>
  Promise.all(
    [teacherOf('5A'), teacherOf('5B'), teacherOf('6A'), head].map(async (browser) => {
      const answer = await browser(path(openingId));
      return answer.ok ? 'open' : codeOf(answer);
    }),
  );
const everyone = ['open', 'open', 'not_found', 'open'];
const over = ['opening_over', 'opening_over', 'not_found', 'opening_over'];
const nobody = ['not_found', 'not_found', 'not_found', 'not_found'];
const reads = () =>
  house.database.ask<{ readonly action: string; readonly purpose: string; readonly role: string }>(
    `select action, purpose, role from access_log where action like 'grade-sociogram.%' order by sequence`,
  );

describe('opening the sociogram of a grade', () => {
  test('offers the grades of the school’s rounds that a class is done with', async () => {
    const { rounds, openings } = await bodyOf<GradeOpenings>(await head('/api/v1/grade-sociograms'));
    expect(openings).toEqual([]);
    expect(rounds).toEqual([
      {
        roundId,
        name: 'På trinnet',
        acrossGrade: true,
        grades: [
          { grade: 5, classes: ['5A', '5B'] },
          { grade: 6, classes: ['5A', '6A'] },
        ],
      },
    ]);
  });

  test('is refused without a reason, for days that are over or too many, for a grade that had no round, and to a teacher', async () => {
    for (const [wish, code] of [
      [{ reason: '  ' }, 'invalid_request'],
      [{ fromOn: addDays(today, -1) }, 'opening_days'],
      [{ untilOn: addDays(today, -1), fromOn: today }, 'opening_days'],
      [{ untilOn: addDays(today, 60) }, 'opening_days'],
      [{ grade: 4 }, 'not_found'],
    ] as const)
      expect(await codeOf(await open(wish))).toBe(code);
    expect(await codeOf(await open({}, teacherOf('5A')))).toBe('not_found');
    expect(await reads()).toEqual([]);
  });

  test('by two at once, gives one opening', async () => {
    const answers = await Promise.all([open(), open()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { openings } = await bodyOf<GradeOpenings>(await head('/api/v1/grade-sociograms'));
    expect(openings).toHaveLength(1);
    await head(`${path(openings[0]?.openingId ?? '')}/end`, post);
  });

  test('keeps the reason sealed, and out of the log', async () => {
    const stored = await house.database.ask<{ readonly reason: Buffer }>('select reason from grade_opening');
    expect(stored).toHaveLength(1);
    for (const row of stored) expect(row.reason.toString('utf8')).not.toContain('Zzkvern');
    expect(JSON.stringify(await reads())).not.toContain('Zzkvern');
  });
});

describe('the sociogram of a grade', () => {
  const opened = async (wish: object = {}) => bodyOf<GradeOpening>(await open(wish));

  test('is read by leadership and the contact teachers of the classes that took part, and each reading is logged', async () => {
    const { openingId } = await opened();
    const before = (await reads()).length;
    expect(await statusFor(openingId)).toEqual(everyone);
    const logged = (await reads()).slice(before);
    // Two classes each for three readers.
    expect(logged).toHaveLength(6);
    for (const entry of logged)
      expect(entry).toMatchObject({
        action: 'grade-sociogram.read',
        purpose: `read the grade's sociogram under opening ${openingId}`,
      });
    expect(new Set(logged.map(({ role }) => role))).toEqual(
      new Set(['contact_teacher', 'leadership,principal']),
    );
    await head(`${path(openingId)}/end`, post);
  });

  test('has the choices in and between the classes; P8: no hidden pupil, no pupil of another grade, and no tie of them', async () => {
    const { openingId } = await opened();
    const text = await (await teacherOf('5B')(path(openingId))).text();
    const { pupils, criteria, acrossGrade, opening } = JSON.parse(text) as GradeSociogram; // the contract's shape
    expect([acrossGrade, opening.reason, opening.openedBy, opening.state]).toEqual([
      true,
      reason,
      'head Prøve',
      'open',
    ]);
    expect(pupils.map(({ className }) => className).sort()).toEqual([
      ...Array.from({ length: 6 }, () => '5A'),
      ...Array.from({ length: 6 }, () => '5B'),
    ]);
    expect(new Set(pupils.map(({ label }) => label)).size).toBe(12);
    expect(pupils.filter(({ responded }) => responded)).toHaveLength(7);
    const between = Array.from({ length: 6 }, (_, at) => [
      { from: idAt('5A', at), to: idAt('5A', (at + 1) % 6) },
      { from: idAt('5A', at), to: idAt('5B', at) },
    ]).flat();
    const expected = [...between, { from: idAt('5B', 0), to: idAt('5A', 0) }];
    const inOrder = (choices: readonly object[]) => choices.map((one) => JSON.stringify(one)).sort();
    for (const { choices } of criteria) expect(inOrder(choices)).toEqual(inOrder(expected));
    expect(criteria.map(({ criterionId }) => criterionId)).toEqual(['recess', 'work']);
    for (const browser of [head, teacherOf('5A'), teacherOf('5B')]) {
      const answer = await (await browser(path(openingId))).text();
      expect(answer).not.toMatch(/Robin|Berg|Hemmelig|Skjult|Eldre/);
      expect(answer).not.toContain(idAt('5B', 6));
    }
    // The own class's sociogram has the pupil, by alias.
    const own = await teacherOf('5B')(`/api/v1/classes/${school.classIds.get('5B') ?? ''}/sociograms`);
    expect(await own.text()).toContain('Robin');
    await head(`${path(openingId)}/end`, post);
  });

  test('opens on its first day, is told on the class’s page, and answers as absent the day after its last', async () => {
    const homeOf = async (name: string) =>
      bodyOf<{ readonly gradeOpenings: readonly GradeOpening[] }>(
        await teacherOf(name)(`/api/v1/classes/${school.classIds.get(name) ?? ''}/home`),
      );
    const { openingId, state } = await opened({ fromOn: addDays(today, 2), untilOn: addDays(today, 4) });
    expect(state).toBe('coming');
    for (const [days, answers] of [
      [0, nobody],
      [2, everyone],
      [4, everyone],
      [5, over],
    ] as const) {
      await moveClock(days);
      expect([days, await statusFor(openingId)]).toEqual([days, answers]);
      const told = answers === everyone ? [openingId] : [];
      const { gradeOpenings } = await homeOf('5A');
      expect(gradeOpenings.map((one) => one.openingId)).toEqual(told);
      expect((await homeOf('6A')).gradeOpenings).toEqual([]);
    }
    // Whom it was never opened to is not told that there was one.
    const gone = await teacherOf('6A')(path(openingId));
    const never = await teacherOf('6A')(path('00000000-0000-4000-8000-000000000000'));
    expect(await gone.text()).toBe(await never.text());
    await moveClock(0);
  });

  test('ended early is over at once for everyone, however often it is ended', async () => {
    await moveClock(10);
    const from = addDays(today, 10);
    const { openingId } = await opened({ fromOn: from, untilOn: addDays(from, 3) });
    expect(await statusFor(openingId)).toEqual(everyone);
    const first = await bodyOf<GradeOpening>(await head(`${path(openingId)}/end`, post));
    expect([first.state, first.endedAt]).toEqual(['over', house.deps.now().toISOString()]);
    expect(await statusFor(openingId)).toEqual(over);
    await moveClock(11);
    const again = await bodyOf<GradeOpening>(await head(`${path(openingId)}/end`, post));
    expect(again.endedAt).toBe(first.endedAt);
    expect((await reads()).filter(({ action }) => action === 'grade-sociogram.end').length).toBeGreaterThan(
      0,
    );
  });

  test('is not for a leader without training in privacy', async () => {
    await moveClock(20);
    const from = addDays(today, 20);
    const { openingId } = await opened({ fromOn: from, untilOn: from });
    await addStaff(house, school, 'new head', [{ kind: 'leadership' }], { trained: false });
    expect(await codeOf(await (await house.staffBrowser('new head'))(path(openingId)))).toBe(
      'training_missing',
    );
  });
});
