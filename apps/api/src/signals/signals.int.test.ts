import type { ClassHome, ClassSignalList, SignalView } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openClass } from '../testing/class-with-teacher.ts';
import { bodyOf } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { answersAt, choosing, holdRound, inRing, pupilIdsOf, readSignals } from './held-rounds.fixture.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

describe('a class in which each kind of evidence is planted', () => {
  /** Everybody else is in the ring and has it well. */
  const [ALONE, ONE_SIDED, FALLEN, DROPPED, CHOSE_NONE, RING] = [0, 1, 2, 3, 4, 5];
  const [UNSAFE, BULLIED, WITHOUT_COMPANY, LOW_ON_END, BY_ADULTS] = [10, 12, 14, 16, 18];
  let ids: readonly string[];
  let list: ClassSignalList;
  let classId: string;
  let teacher: Browser;

  beforeAll(async () => {
    const own = await openClass(house, 'planted', 30);
    ids = pupilIdsOf(own);
    ({ classId, teacher } = own);
    const id = (at: number): string => ids[at] ?? '';
    const chosenBy = (pupil: number, now: boolean): readonly string[] => {
      if (pupil === ALONE) return [id(6), id(7), id(8)];
      if (pupil === ONE_SIDED) return [id(9), id(10), id(11)];
      if (pupil === FALLEN || pupil === DROPPED) return now ? [id(20), id(21)] : [id(22), id(23)];
      if (pupil === CHOSE_NONE) return [];
      const beside = inRing(ids, RING, pupil);
      if (pupil === 25 || pupil === 26) return [...beside, id(ONE_SIDED), id(CHOSE_NONE)];
      return !now && pupil >= 19 && pupil <= 24 ? [...beside, id(FALLEN), id(DROPPED)] : beside;
    };
    const sociogram = (daysAgo: number, now: boolean) =>
      holdRound(house, own, {
        kind: 'sociogram',
        daysAgo,
        pupilIds: ids,
        answersOf: (pupil) => choosing(chosenBy(pupil, now)),
      });
    const wellbeing = (daysAgo: number, last: boolean) =>
      holdRound(house, own, {
        kind: 'wellbeing',
        daysAgo,
        pupilIds: ids,
        answersOf: (pupil) => {
          if (pupil === LOW_ON_END) return answersAt(2, { 'w57-safe': 3, 'w57-company': 4 });
          if (!last) return answersAt(5);
          if (pupil === FALLEN) return answersAt(3);
          if (pupil === DROPPED) return answersAt(5, { 'w57-company': 2 });
          if (pupil === UNSAFE) return answersAt(5, { 'w57-safe': 1 });
          if (pupil === BULLIED) return answersAt(5, { 'w57-bullied-pupils': 2 });
          if (pupil === BY_ADULTS) return answersAt(5, { 'w57-bullied-adults': 4 });
          return answersAt(5, pupil === WITHOUT_COMPANY ? { 'w57-company': 1 } : {});
        },
      });
    await wellbeing(70, false);
    await sociogram(60, false);
    await wellbeing(50, false);
    await wellbeing(40, false);
    await wellbeing(30, true);
    await sociogram(20, true);
    list = await readSignals(own);
  });

  const of = (pupil: number, round: string): SignalView | undefined =>
    list.signals.find((signal) => signal.pupil.pupilId === ids[pupil] && signal.roundName === round);

  test.each([
    [ALONE, 'sociogram 60', 'unchosen-very-unlikely', /^Ikke valgt av noen på de \d spørsmålene\./],
    [ALONE, 'sociogram 20', 'unchosen-repeated-very-unlikely', /^Ikke valgt av noen på de \d spørsmålene\./],
    [
      ALONE,
      'sociogram 20',
      'unchosen-repeated-very-unlikely',
      /^Valgt 0 ganger til sammen i denne runden og/,
    ],
    [ONE_SIDED, 'sociogram 20', 'no-mutual-very-unlikely', /^Ingen av de 6 valgene eleven gjorde i 2 runder/],
    [
      ONE_SIDED,
      'sociogram 20',
      'no-mutual-very-unlikely',
      /^I klassen|ble ikke valgt tilbake av noen av dem/,
    ],
    [
      FALLEN,
      'sociogram 20',
      'unchosen-and-own-answer',
      /^Eleven svarte i snitt 3 av 5 i siste trivselsrunde/,
    ],
    [DROPPED, 'sociogram 20', 'unchosen-and-own-answer', /^Valgt av 0 medelever nå, mot 6 i runden før\./],
    [DROPPED, 'sociogram 20', 'unchosen-and-own-answer', /^Eleven svarte 2 av 5 på å ha noen å være sammen/],
    [
      CHOSE_NONE,
      'sociogram 20',
      'gave-none-repeated',
      /^Eleven svarte «ingen» .* Det samme var tilfelle i runden/,
    ],
    [UNSAFE, 'wellbeing 30', 'said-by-pupil', /^Eleven ga det laveste svaret på 1 spørsmål om trygghet\./],
    [BULLIED, 'wellbeing 30', 'said-by-pupil', /^Eleven svarte at andre har plaget eleven/],
    [WITHOUT_COMPANY, 'wellbeing 30', 'said-to-be-without-company', /^Eleven svarte 1 av 5 på å ha noen/],
    [
      LOW_ON_END,
      'wellbeing 40',
      'own-answer-repeated',
      /^Lav trivsel i 3 runder på rad: 2,\d – 2,\d – 2,\d av 5/,
    ],
  ])('pupil %i in %s: %s', (pupil, round, ruleId, sentence) => {
    const signal = of(pupil, round);
    expect(signal?.ruleId).toBe(ruleId);
    expect(signal?.evidence.some((said) => sentence.test(said))).toBe(true);
  });

  test('nobody else has a signal in any round', () => {
    const planted = [
      ALONE,
      ONE_SIDED,
      FALLEN,
      DROPPED,
      CHOSE_NONE,
      UNSAFE,
      BULLIED,
      WITHOUT_COMPANY,
      LOW_ON_END,
    ];
    const pointedOut = list.signals.map(({ pupil }) => ids.indexOf(pupil.pupilId));
    expect([...new Set(pointedOut)].sort((a, b) => a - b)).toEqual(planted);
  });

  test('what a pupil answers about adults is not shown to the class’s teacher by name', () => {
    expect(list.signals.filter(({ pupil }) => pupil.pupilId === ids[BY_ADULTS])).toEqual([]);
  });

  test('what a pupil said is told as such, without what could explain choices', () => {
    expect(of(UNSAFE, 'wellbeing 30')).toMatchObject({
      level: 'look-closer-soon',
      headline: 'Eleven har selv svart noe som skal følges opp. Grunn til å se nærmere snart.',
      howSure: [
        'Det er ingen spørsmål om valg i denne runden.',
        'Tegnet bygger på det eleven selv svarte, ikke på hvem som valgte eleven.',
      ],
      couldExplain: [
        'Et spørsmål kan være misforstått, av eleven eller av medelever.',
        'Det kan ha vært noe som bare gjaldt den dagen.',
      ],
    });
  });

  test('every round stands with what it gave, chance beside those with choices', () => {
    expect(list.rounds.map(({ roundName, found, notComputed }) => [roundName, found, notComputed])).toEqual([
      ['sociogram 20', 6, null],
      ['wellbeing 30', 4, 'no-criteria'],
      ['wellbeing 40', 1, 'no-criteria'],
      ['wellbeing 50', 0, 'no-criteria'],
      ['sociogram 60', 1, null],
      ['wellbeing 70', 0, 'no-criteria'],
    ]);
    for (const { expectedByChance, notComputed } of list.rounds)
      expect(expectedByChance === null).toBe(notComputed !== null);
  });

  test('the class’s home counts the signs that wait, without one that later answers took away', async () => {
    const counted = async () =>
      (await bodyOf<ClassHome>(await teacher(`/api/v1/classes/${classId}/home`))).signalsToVerify;
    expect(await counted()).toBe(list.signals.length);
    await house.database.ask(
      `update signal set no_longer_at = now() where signal_id = '${list.signals[0]?.signalId ?? ''}'`,
    );
    expect(await counted()).toBe(list.signals.length - 1);
  });
});
