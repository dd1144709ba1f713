import { randomUUID } from 'node:crypto';
import type { CaseEffect, ClassMeasures, MeasureEffect, NewMeasure } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { answersAt, choosing, holdRound, inRing, pupilIdsOf } from '../signals/held-rounds.fixture.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { makeCase } from '../testing/made-case.ts';
import { madeMeasure } from '../testing/made-measure.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let ids: readonly string[];

/** The first pupil is chosen by nobody sixty days ago, and by three of those in the ring a week ago. */
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'Kari', 13);
  ids = pupilIdsOf(own);
  const first = ids[0] ?? '';
  const ring = (pupil: number): readonly string[] => (pupil === 0 ? [] : inRing(ids, 1, pupil));
  const base = { kind: 'sociogram', pupilIds: ids } as const;
  await holdRound(house, own, { ...base, daysAgo: 60, answersOf: (pupil) => choosing(ring(pupil)) });
  await holdRound(house, own, {
    ...base,
    daysAgo: 7,
    // One is away the second time.
    answersOf: (pupil) => {
      if (pupil === 12) return null;
      return choosing(pupil >= 1 && pupil <= 3 ? [...ring(pupil).slice(1), first] : ring(pupil));
    },
  });
  const wellbeing = { kind: 'wellbeing', pupilIds: ids } as const;
  await holdRound(house, own, {
    ...wellbeing,
    daysAgo: 61,
    answersOf: (pupil) => answersAt(pupil === 0 ? 2 : 4),
  });
  await holdRound(house, own, { ...wellbeing, daysAgo: 8, answersOf: () => answersAt(4) });
});
afterAll(() => house.close());

const daysAgo = (days: number): string => addDays(dayOf(house.deps.now()), -days);
const start = async (changes: Partial<NewMeasure>) => {
  const measure = madeMeasure(randomUUID(), { fromOn: daysAgo(45), ...changes });
  const answer = await own.teacher(`/api/v1/classes/${own.classId}/measures`, json('POST', measure));
  return { measure, answer };
};
const effectOf = async ({ measureId }: { readonly measureId: string }) =>
  bodyOf<MeasureEffect>(await own.teacher(`/api/v1/class-measures/${measureId}/effect`));

test('a pupil a measure is for is shown before and after, with what the others suggest', async () => {
  const { measure } = await start({ kind: 'play_groups', pupilIds: [ids[0] ?? ''] });
  const { effect, measure: kept } = await effectOf(measure);
  expect(kept).toMatchObject({ kind: 'play_groups', what: measure.what, revision: 1 });
  expect(effect.sociogram).toMatchObject({ before: { responded: 13 }, after: { responded: 12 } });
  expect(effect.ofClass).toBeNull();
  const [pupil] = effect.pupils;
  // Eleven others answered both times.
  expect(pupil?.choices[0]?.received).toMatchObject({ n: 11, before: 0, after: 3 / 11 });
  expect(pupil?.choices[0]?.mutual).toEqual({ kept: 0, lost: 0, begun: 0 });
  const said = pupil?.choices[0]?.expected.join(' ') ?? '';
  expect(said).toContain('Ut fra de 12 andre i klassen');
  expect(said).toContain('Ingen av de andre begynte så lavt');
  expect(said).not.toMatch(/virk/u);
  expect(pupil?.themes[0]).toMatchObject({ before: 2, after: 4 });
  // All the others answered alike: nothing can be said of what is usual.
  expect(pupil?.themes[0]?.expected.join(' ')).toContain('alle begynte likt');
});

test('a class is shown as a class, and no pupil by name', async () => {
  const { measure } = await start({ kind: 'learning_partners' });
  const { effect } = await effectOf(measure);
  expect(effect.pupils).toEqual([]);
  expect(effect.ofClass?.choices[0]?.chosen).toMatchObject({ n: 13, before: 12 / 13, after: 1 });
  expect(effect.ofClass?.themes[0]).toMatchObject({ n: 13, after: 4 });
});

test('without a sitting before, or one after four weeks, it says so', async () => {
  const before = await effectOf((await start({ fromOn: daysAgo(90) })).measure);
  expect(before.effect.sociogram.before).toBeNull();
  const fresh = await effectOf((await start({ fromOn: daysAgo(20) })).measure);
  expect(fresh.effect.sociogram).toMatchObject({ before: { responded: 13 }, after: null });
  expect(fresh.effect.ofClass).toEqual({ choices: [], themes: [] });
});

test('a measure ends and goes on, and what is wrong is refused', async () => {
  const { measure } = await start({ what: 'Felles lek.' });
  const end = (revision: number, toOn: string | null) =>
    own.teacher(`/api/v1/class-measures/${measure.measureId}`, json('PUT', { revision, toOn }));
  const ended = await bodyOf<ClassMeasures>(await end(1, daysAgo(3)));
  expect(ended.measures.find(({ measureId }) => measureId === measure.measureId)).toMatchObject({
    toOn: daysAgo(3),
    revision: 2,
  });
  const late = await end(1, null);
  expect([late.status, await codeOf(late)]).toEqual([409, 'text_changed']);
  const backwards = await end(2, daysAgo(80));
  expect([backwards.status, await codeOf(backwards)]).toEqual([422, 'days_not_in_order']);
  const stranger = (await start({ pupilIds: [randomUUID()] })).answer;
  expect([stranger.status, await codeOf(stranger)]).toEqual([409, 'class_list_changed']);
  const twice = await own.teacher(`/api/v1/classes/${own.classId}/measures`, json('POST', measure));
  expect(twice.status).toBe(200);
});

test('a case shows before and after its plan to whoever reads both, with the reason in the log', async () => {
  const social = await addStaff(house, own.school, 'Siri', [{ kind: 'social_teacher' }]);
  const browser = await house.staffBrowser('Siri');
  const reference = 'ELVESTI';
  const caseId = await makeCase(house, own.school, {
    ...{ kind: 'environment', reference, openedBy: social, concerned: [ids[0] ?? ''], stage: 'planned' },
  });
  await plan(caseId, social);
  const ask = (asking: typeof browser) =>
    asking(`/api/v1/cases/${caseId}/effect`, json('POST', { reason: 'evaluation' }));
  const { measures } = await bodyOf<CaseEffect>(await ask(browser));
  expect(measures).toMatchObject([{ what: 'Lekegruppe i storefri.', level: 'pupil' }]);
  expect(measures[0]?.effects[0]?.effect.pupils[0]?.choices[0]?.received).toMatchObject({ n: 11, before: 0 });
  const logged = await house.database.ask<{ readonly purpose: string }>(
    `select purpose from access_log where action = 'case-effect.read'`,
  );
  expect(logged.map(({ purpose }) => purpose)).toEqual([
    'see before and after the measures of a case: evaluation',
  ]);
  // The contact teacher takes no part in the case.
  expect((await ask(own.teacher)).status).toBe(404);
});

/** A plan with one measure, as it lies in the database. */
const plan = (caseId: string, staffId: string) =>
  house.deps.db.inScope(own.school, async (tx, sealer) => {
    const school = await sealer();
    const of = { school_id: own.school.schoolId, case_id: caseId };
    const measureId = randomUUID();
    await tx
      .insertInto('case_entry')
      .values({
        ...{
          ...of,
          number: 1,
          entry_id: randomUUID(),
          kind: 'plan',
          occurred_on: daysAgo(46),
          recorded_by: staffId,
        },
        ...{ content: Buffer.from('sealed'), recorded_at: house.deps.now(), hash: Buffer.alloc(32) },
      })
      .execute();
    await tx
      .insertInto('case_measure')
      .values({
        ...{ ...of, measure_id: measureId, plan_entry: 1, level: 'pupil', responsible_id: staffId },
        what: school.seal('Lekegruppe i storefri.', {
          ...{ table: 'case_measure', column: 'what', row: measureId },
        }),
        ...{ from_on: daysAgo(45), to_on: daysAgo(1) },
      })
      .execute();
  });
