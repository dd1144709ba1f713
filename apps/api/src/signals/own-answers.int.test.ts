import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openClass } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { answersAt, choosing, holdRound, inRing, pupilIdsOf, readSignals } from './held-rounds.fixture.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('what pupils answered for themselves', () => {
  test('in one wellbeing round counts once, however many sociograms come after it', async () => {
    const own = await openClass(house, 'answered once', 12);
    const pupilIds = pupilIdsOf(own);
    const sociogram = { kind: 'sociogram', pupilIds } as const;
    const answersOf = (pupil: number) => choosing(inRing(pupilIds, 0, pupil));
    const low = (pupil: number) => answersAt(5, pupil === 0 ? { 'w57-company': 2 } : {});
    await holdRound(house, own, { kind: 'wellbeing', daysAgo: 40, pupilIds, answersOf: low });
    await holdRound(house, own, { ...sociogram, daysAgo: 30, answersOf });
    await holdRound(house, own, { ...sociogram, daysAgo: 20, answersOf });
    expect((await readSignals(own)).signals).toEqual([]);
    await holdRound(house, own, { kind: 'wellbeing', daysAgo: 15, pupilIds, answersOf: low });
    await holdRound(house, own, { ...sociogram, daysAgo: 10, answersOf });
    expect((await readSignals(own)).signals.map(({ roundName, ruleId }) => [roundName, ruleId])).toEqual([
      ['sociogram 10', 'own-answer-repeated'],
      ['wellbeing 15', 'own-answer-repeated'],
    ]);
  });

  test('before leaving the class keeps no later round from closing', async () => {
    const own = await openClass(house, 'a pupil leaves', 12);
    const pupilIds = pupilIdsOf(own);
    const low = (pupil: number) => answersAt(5, pupil === 11 ? { 'w57-company': 2, 'w57-safe': 1 } : {});
    for (const daysAgo of [50, 40])
      await holdRound(house, own, { kind: 'wellbeing', daysAgo, pupilIds, answersOf: low });
    const stayed = pupilIds.slice(0, -1);
    await holdRound(house, own, {
      kind: 'sociogram',
      daysAgo: 30,
      pupilIds: stayed,
      answersOf: (pupil) => choosing(inRing(stayed, 0, pupil)),
    });
    const { rounds } = await readSignals(own);
    expect(rounds.map(({ roundName, found }) => [roundName, found])).toEqual([
      ['sociogram 30', 0],
      ['wellbeing 40', 1],
      ['wellbeing 50', 1],
    ]);
  });

  test('«ingen» to some of the questions, and stopping there, is not having chosen nobody', async () => {
    const own = await openClass(house, 'stops early', 12);
    const pupilIds = pupilIdsOf(own);
    for (const daysAgo of [40, 30]) {
      await holdRound(house, own, {
        kind: 'sociogram',
        daysAgo,
        pupilIds,
        answersOf: (pupil) => (pupil === 0 ? choosing([]).slice(0, 1) : choosing(inRing(pupilIds, 0, pupil))),
      });
    }
    expect((await readSignals(own)).signals).toEqual([]);
  });
});

test('a signal stored by the first rule set is read and shown with its own words and level', async () => {
  const own = await openClass(house, 'stored before', 10);
  const pupilIds = pupilIdsOf(own);
  const sittingId = await holdRound(house, own, {
    kind: 'sociogram',
    daysAgo: 30,
    pupilIds,
    answersOf: (pupil) => choosing(inRing(pupilIds, 0, pupil)),
  });
  const { schoolId } = own.school;
  const stored = {
    pupilId: pupilIds[0],
    level: 'look-closer-soon',
    ruleId: 'unchosen-repeated',
    conditions: ['unchosen', 'unchosen-repeated', 'no-mutual'],
    evidence: [
      { kind: 'no-mutual', counts: true, given: 2, givenWhoAnswered: 2, probability: 0.03 },
      { kind: 'repeated', counts: true, of: 'unchosen', criterionId: null, roundsAgo: [1], values: [0] },
    ],
    against: [],
    restsOnChoices: true,
    absence: { absent: 0, neededToRemove: null },
  };
  await house.deps.db.inScope(own.school, (tx) =>
    tx
      .insertInto('signal')
      .values({
        school_id: schoolId,
        signal_id: crypto.randomUUID(),
        sitting_id: sittingId,
        pupil_id: pupilIds[0] ?? '',
        level: stored.level,
        rule_id: stored.ruleId,
        rule_set_version: 'rules-1',
        evidence: JSON.stringify(stored),
        created_at: house.deps.now(),
      })
      .execute(),
  );
  const { signals } = await readSignals(own);
  expect(signals).toMatchObject([
    {
      ruleSetVersion: 'rules-1',
      level: 'look-closer-soon',
      headline: 'Ikke valgt av noen i flere runder. Grunn til å se nærmere snart.',
      evidence: ['Eleven valgte 2 medelever og ble ikke valgt tilbake av noen av dem.'],
    },
  ]);
});
