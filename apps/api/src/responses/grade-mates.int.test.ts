import type { ClassSignalList, PupilForm, RoundOverview } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  bodyOf,
  cardsOf,
  handIn,
  handOver,
  openHander,
  openSitting,
  openTablet,
  put,
  readForm,
  readSociogram,
  wholeResponse,
  type Card,
} from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf, storedAnswers } from '../testing/class-with-teacher.ts';
import { schoolDayUpTo } from '../testing/school-day.ts';
import { dayOf } from '../calendar-days.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let school: TestSchool;
const teachers = new Map<string, Browser>();
const cards = new Map<string, readonly Card[]>();
const sittings = new Map<string, Awaited<ReturnType<typeof openSitting>>>();

const settings = { criteria: ['recess', 'work'], maxChoices: 5, nominees: 'grade' };

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  const roster = [
    rosterOf('5A', 5, 10),
    rosterOf('5B', 5, 10),
    rosterOf('6A', 6, 3),
    '5B,5,Hemmelig,Skjult,skjult\n',
  ].join('');
  school = await makeSchool(house, 'Trinn', rosterHeader + roster);
  await addStaff(house, school, 'head', [{ kind: 'leadership' }, { kind: 'principal' }]);
  for (const name of ['5A', '5B', '6A']) {
    const classId = school.classIds.get(name) ?? '';
    await addStaff(house, school, `teacher ${name}`, [{ kind: 'contact_teacher', classId }]);
    const teacher = await house.staffBrowser(`teacher ${name}`);
    teachers.set(name, teacher);
    cards.set(name, await cardsOf(teacher, classId));
  }
  const head = await house.staffBrowser('head');
  const hidden = cards.get('5B')?.find(({ pupil }) => pupil.label === 'Hemmelig')?.pupil.pupilId;
  const alias = { pupilId: hidden, givenName: 'Robin', familyName: 'Berg' };
  expect((await head('/api/v1/hidden-pupils', json('POST', alias))).ok).toBe(true);
  const plan = {
    kind: 'sociogram',
    name: 'På trinnet',
    opensOn: schoolDayUpTo(dayOf(house.deps.now())),
    settings,
  };
  const { roundId } = await bodyOf<RoundOverview>(await head('/api/v1/rounds', json('POST', plan)));
  for (const name of ['5A', '5B'])
    sittings.set(
      name,
      await openSitting(teacherOf(name), school.classIds.get(name) ?? '', { kind: 'sociogram', roundId }),
    );
});
afterAll(() => house.close());

const teacherOf = (name: string): Browser => teachers.get(name) as Browser;
const cardAt = (name: string, at: number): Card => cards.get(name)?.[at] as Card;
const idAt = (name: string, at: number): string => cardAt(name, at).pupil.pupilId;
const codeOf = (name: string): string => sittings.get(name)?.classCode ?? '';
const formOf = async (name: string, at: number): Promise<PupilForm> =>
  readForm(await openTablet(house, codeOf(name), cardAt(name, at)));
const close = (name: string) =>
  teacherOf(name)(`/api/v1/sittings/${sittings.get(name)?.sittingId}/close`, { method: 'POST' });

describe('the form of a round across the grade', () => {
  test('has the grade’s other classes by name, and no pupil of another grade', async () => {
    const { gradeMates } = await formOf('5A', 0);
    expect(gradeMates.map(({ className }) => className)).toEqual(['5B']);
    expect(gradeMates[0]?.pupils).toHaveLength(10);
  });

  test('P8: a hidden pupil stands by alias in the own class, and is never offered to another', async () => {
    const own = JSON.stringify(await formOf('5B', 0));
    expect([own.includes('Robin'), own.includes('Hemmelig')]).toEqual([true, false]);
    expect(JSON.stringify(await formOf('5A', 0))).not.toMatch(/Robin|Hemmelig|Skjult/);
  });

  test('of a round in the class names nobody of another', async () => {
    const own = await openSitting(teacherOf('6A'), school.classIds.get('6A') ?? '', { kind: 'sociogram' });
    const form = await readForm(await openTablet(house, own.classCode, cardAt('6A', 0)));
    expect(form.gradeMates).toEqual([]);
    const tablet = await openTablet(house, own.classCode, cardAt('6A', 1));
    const part = wholeResponse(await readForm(tablet), () => [idAt('5A', 0)]);
    expect(await handOver(await openHander(tablet), part)).toMatchObject({
      outcome: 'refused',
      code: 'nominee_not_on_list',
    });
  });
});

test('the seed of a pupil’s order is stored, the same on every tablet, and another for another pupil', async () => {
  const seeds: number[] = [];
  for (const at of [0, 0, 1]) seeds.push((await formOf('5A', at)).orderSeed);
  const stored = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('sitting_pupil')
      .select(['pupil_id', 'order_seed'])
      .where('school_id', '=', school.schoolId)
      .where('sitting_id', '=', sittings.get('5A')?.sittingId ?? '')
      .execute(),
  );
  const seedOf = (at: number) => stored.find((row) => row.pupil_id === idAt('5A', at))?.order_seed;
  expect(seeds).toEqual([seedOf(0), seedOf(0), seedOf(1)]);
  expect(new Set(stored.map((row) => row.order_seed)).size).toBe(stored.length);
});

describe('a choice outside the class', () => {
  test('is kept apart, replaced by the next answer, and refused of another grade', async () => {
    const tablet = await openTablet(house, codeOf('5A'), cardAt('5A', 0));
    const form = await readForm(tablet);
    const hander = await openHander(tablet);
    const part = (...ids: readonly string[]) => ({ ...wholeResponse(form, () => ids), submit: false });
    expect(await handOver(hander, part(idAt('5B', 1), idAt('6A', 0)))).toMatchObject({ outcome: 'refused' });
    expect(await handOver(hander, part(idAt('5B', 1), idAt('5B', 2)))).toMatchObject({ outcome: 'stored' });
    await put(
      tablet,
      wholeResponse(form, () => [idAt('5A', 1), idAt('5B', 2)]),
    );
    const { nominations } = await storedAnswers(house, school);
    expect(nominations.map((row) => row.nominee_id)).toEqual([idAt('5A', 1), idAt('5A', 1)]);
    const outside = await house.deps.db.inScope(school, (tx) =>
      tx
        .selectFrom('outside_nomination')
        .select(['nominee_id', 'position'])
        .where('school_id', '=', school.schoolId)
        .execute(),
    );
    expect(outside).toEqual([1, 1].map((position) => ({ nominee_id: idAt('5B', 2), position })));
  });

  test('is counted in the class’s sociogram, and named to neither class’s teacher', async () => {
    for (let at = 1; at < 10; at += 1)
      await handIn(house, codeOf('5A'), cardAt('5A', at), () =>
        [1, 2, 3].map((step) => idAt('5A', (at + step) % 10)),
      );
    expect((await close('5A')).ok).toBe(true);
    const round = await readSociogram(
      teacherOf('5A'),
      school.classIds.get('5A') ?? '',
      sittings.get('5A')?.sittingId ?? '',
    );
    const { givenOutside, criteria } = round;
    expect(givenOutside).toEqual(
      ['recess', 'work', null].map((criterionId) => ({ criterionId, pupilId: idAt('5A', 0), count: 1 })),
    );
    expect(criteria.map(({ choices }) => choices.length)).toEqual([28, 28]);
    for (const { pupil } of cards.get('5B') ?? []) expect(JSON.stringify(round)).not.toContain(pupil.pupilId);
  });

  test('is what a signal says of a pupil whom only other classes chose', async () => {
    // Everyone chooses the five next in a ring that leaves one pupil out, who chooses nobody: this gives a signal.
    const left = idAt('5B', 2);
    const ring = (cards.get('5B') ?? []).map(({ pupil }) => pupil.pupilId).filter((id) => id !== left);
    for (const card of cards.get('5B') ?? []) {
      const from = ring.indexOf(card.pupil.pupilId);
      await handIn(house, codeOf('5B'), card, () =>
        from < 0 ? [] : [1, 2, 3, 4, 5].map((step) => ring[(from + step) % ring.length] ?? ''),
      );
    }
    expect((await close('5B')).ok).toBe(true);
    const { signals } = await bodyOf<ClassSignalList>(
      await teacherOf('5B')(`/api/v1/classes/${school.classIds.get('5B') ?? ''}/signals`),
    );
    const about = signals.find(({ pupil }) => pupil.pupilId === left);
    expect(about).toBeDefined();
    expect(JSON.stringify(about)).toMatch(/1 elev(er)? utenfor klassen/);
    for (const { pupil } of cards.get('5A') ?? [])
      expect(JSON.stringify(signals)).not.toContain(pupil.pupilId);
  });
});
