import { describe, expect, test } from 'vitest';
import { criterion, limits } from './class-by-hand.fixture.ts';
import { evaluateEarlier } from './earlier-rounds.ts';
import { prepareRound } from './prepare-round.ts';
import { choosersBefore, comparedCriteria, largestFall } from './previous-round.ts';
import { expectedChoosers, receivedByChance } from './received-by-chance.ts';

const work = criterion('work', 'abc', ['ab', 'ac', 'ba']);
const recess = criterion('recess', 'ad', ['ab', 'db']);
const round = prepareRound([work, recess], limits);

describe('a round with positions for ids and bits for criteria', () => {
  test('has the criteria in the order of their ids, with who answered and how many they chose', () => {
    expect(round).toMatchObject({ pupils: ['a', 'b', 'c', 'd'], answered: 4, notComputed: null });
    expect(round.criteria).toEqual([
      {
        criterionId: 'recess',
        roster: 4,
        respondents: 2,
        participation: 0.5,
        meanGiven: 1,
        notComputed: null,
      },
      {
        criterionId: 'work',
        roster: 4,
        respondents: 3,
        participation: 0.75,
        meanGiven: 1,
        notComputed: null,
      },
    ]);
    expect(round.used.map(({ answered }) => [...answered])).toEqual([
      [1, 0, 0, 1],
      [1, 1, 1, 0],
    ]);
    expect(round.nominators.map(({ pupil, peers, masks }) => [pupil, [...peers], [...masks]])).toEqual([
      [0, [1, 2], [0b11, 0b10]],
      [1, [0], [0b10]],
      [2, [], []],
      [3, [1], [0b01]],
    ]);
  });

  test('leaves out a criterion that too few answered, though they are counted as having answered', () => {
    const few = prepareRound([work, recess], { ...limits, lowestParticipation: 0.51 });
    expect(few.criteria.map(({ notComputed }) => notComputed)).toEqual(['low-participation', null]);
    expect(few).toMatchObject({ answered: 4, notComputed: null });
    expect(few.nominators.map(({ pupil, masks }) => [pupil, [...masks]])).toEqual([
      [0, [1, 1]],
      [1, [1]],
      [2, []],
    ]);
  });

  test('says why when nothing is computed', () => {
    expect(prepareRound([work], { ...limits, smallestClass: 4 }).notComputed).toBeNull();
    expect(prepareRound([work], { ...limits, smallestClass: 5 }).notComputed).toBe('small-class');
    expect(prepareRound([work], { ...limits, lowestParticipation: 0.8 }).notComputed).toBe(
      'low-participation',
    );
    expect(prepareRound([], limits)).toMatchObject({ notComputed: 'no-criteria', pupils: [], answered: 0 });
    const nobody = prepareRound([criterion('work', '', [], '')], limits).criteria[0];
    expect(nobody).toMatchObject({ participation: 0, meanGiven: 0, notComputed: 'small-class' });
  });

  test('is refused with other pupils, a criterion twice, or more criteria than there are bits', () => {
    const other = criterion('recess', 'ae', [], 'abce');
    expect(() => prepareRound([work, other], limits)).toThrow(
      'the criteria of one round have different rosters',
    );
    const longer = criterion('zoo', 'a', [], 'abcde');
    expect(() => prepareRound([work, longer], limits)).toThrow('different rosters');
    expect(() => prepareRound([work, work], limits)).toThrow('a criterion comes twice');
    const many = (count: number) =>
      Array.from({ length: count }, (_, k) => criterion(`c${String(k)}`, 'abcd', ['ab']));
    expect(() => prepareRound(many(31), limits)).toThrow('more than 30 criteria');
    expect(prepareRound(many(30), limits).nominators[0]?.masks[0]).toBe(2 ** 30 - 1);
  });
});

describe('what a pupil would receive by chance', () => {
  const thirds = (...numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 12));

  test('comes from the others who answered: c could be chosen by two on each criterion and three in all', () => {
    const { received, total, totalExpected, totalIfUnrelated, couldChoose } = receivedByChance(round)(2);
    // On recess a and d chose one of three each; at work a chose two and b one.
    expect(received().map((one) => [one.couldChoose, ...one.distribution])).toEqual([
      thirds(2, 4 / 9, 4 / 9, 1 / 9),
      thirds(2, 2 / 9, 5 / 9, 2 / 9),
    ]);
    expect(received().map(({ expected }) => expected)).toEqual(thirds(2 / 3, 1));
    // a chose one classmate twice, one once and one not at all.
    expect([...total].slice(0, 5)).toEqual(thirds(4 / 27, 8 / 27, 9 / 27, 5 / 27, 1 / 27));
    expect([totalExpected, couldChoose]).toEqual(thirds(5 / 3, 3));
    expect([...totalIfUnrelated()].filter((_, k) => k % 4 === 0)).toEqual(thirds(8 / 81, 2 / 81));
  });

  test('leaves out what the pupil chose', () => {
    const { received, total, totalExpected, couldChoose } = receivedByChance(round)(0);
    expect(received().map((one) => [one.couldChoose, one.expected])).toEqual([
      thirds(1, 1 / 3),
      thirds(2, 1 / 3),
    ]);
    expect([total[0], totalExpected, couldChoose]).toEqual(thirds(4 / 9, 2 / 3, 3));
  });

  test('is of all who answered for a pupil who did not', () => {
    const absent = prepareRound([criterion('work', 'abc', ['ab', 'ac', 'ba'])], limits);
    const { couldChoose, totalExpected } = receivedByChance(absent)(3);
    expect([couldChoose, totalExpected]).toEqual(thirds(3, 1));
  });

  test('in classmates is the choices of others on any of the criteria, spread over the class', () => {
    expect([0b01, 0b10, 0b11].map((mask) => expectedChoosers(round, 2, mask))).toEqual(
      thirds(2 / 3, 1, 4 / 3),
    );
    expect(expectedChoosers(round, 0, 0b11)).toBeCloseTo(2 / 3, 12);
  });
});

describe('the round before', () => {
  const earlier = evaluateEarlier(
    { criteria: [criterion('zoo', 'abcd', ['db']), criterion('work', 'abcd', ['ab', 'cb', 'ad', 'da'])] },
    limits,
  );
  const compared = comparedCriteria(round, earlier);

  test('is compared on the criteria of both rounds, each with its own bits', () => {
    expect(compared).toEqual({ nowMask: 0b10, beforeMask: 0b01 });
    expect(comparedCriteria(round, undefined)).toEqual({ nowMask: 0, beforeMask: 0 });
  });

  test('says how many chose the pupil on those criteria, and how many by chance then and now', () => {
    // Of the others, a chose two at work, c and d one each; now a chose two and c and d none.
    expect(choosersBefore(round, 1, earlier, compared)).toEqual({
      choosers: 2,
      expectedBefore: expect.closeTo(4 / 3, 12),
      expectedNow: expect.closeTo(2 / 3, 12),
    });
  });

  test('says nothing without common criteria or of a pupil who was not there', () => {
    expect(choosersBefore(round, 1, earlier, { nowMask: 0, beforeMask: 0 })).toBeNull();
    expect(choosersBefore(round, 1, undefined, compared)).toBeNull();
    const grown = prepareRound([criterion('work', 'abe', ['ab', 'ae'], 'abe')], limits);
    expect(choosersBefore(grown, 2, earlier, { nowMask: 1, beforeMask: 1 })).toBeNull();
  });

  test.each([
    [0.125, -1],
    [0.126, 0],
    [0.4, 1],
    [1, 2],
  ])('of three choosers, at the level %d, makes %d the most that is a fall', (level, most) => {
    // By chance none of three is 1/8, at most one of four 5/16, at most two of five 1/2.
    expect(largestFall({ choosers: 3, expectedBefore: 2, expectedNow: 2 }, level)).toBe(most);
  });

  test('makes no fall without a round before or choosers in it', () => {
    expect(largestFall(null, 1)).toBe(-1);
    expect(largestFall({ choosers: 0, expectedBefore: 2, expectedNow: 2 }, 1)).toBe(-1);
  });
});
