import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectSignals } from './detect-signals.ts';
import { OWN_ANSWERS_1, RULES_2 } from './rules.ts';
import { ringClass, withoutChoicesOf } from './simulated-class.fixture.ts';
import { lowOnEnd, ownFall, topInNoTime, type WellbeingRound } from './wellbeing-series.ts';

const { limits } = RULES_2;
const scored = (score: number | null, more: Partial<WellbeingRound> = {}): WellbeingRound => ({
  score,
  answered: 12,
  lowestOnSafety: 0,
  bullied: false,
  allAtTop: false,
  secondsPerItem: 6,
  ...more,
});
const series = (...scores: (number | null)[]) => scores.map((score) => scored(score));

describe('a fall from what is usual for the pupil', () => {
  test('is told with the median, the deviation and the rounds behind them', () => {
    // Median of 4.2, 4, 3.6 is 4; the deviations 0.2, 0, 0.4 have median 0.2.
    expect(ownFall(series(2.5, 4.2, 4, 3.6), limits)).toEqual({
      score: 2.5,
      usual: 4,
      rounds: 3,
      deviation: expect.closeTo(0.29652, 10),
    });
  });

  test('is no fall for a small step, however alike the earlier rounds were', () => {
    expect(ownFall(series(3.1, 4, 4, 4), limits)).toBeNull();
    expect(ownFall(series(3, 4, 4, 4), limits)).not.toBeNull();
  });

  test('needs more when the pupil’s rounds differ much', () => {
    expect(ownFall(series(2.5, 4, 3, 5), limits)).toBeNull();
  });

  test('says nothing with fewer than three earlier rounds that have a score', () => {
    expect(ownFall(series(1, 5, 5, null), limits)).toBeNull();
    expect(ownFall(series(null, 5, 5, 5), limits)).toBeNull();
    expect(ownFall([], limits)).toBeNull();
  });

  test('never turns into no fall when the newest score is lower', () => {
    const score = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(score, score, fc.array(score, { minLength: 3, maxLength: 6 }), (one, other, earlier) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
        if (ownFall(series(higher, ...earlier), limits) === null) return;
        expect(ownFall(series(lower, ...earlier), limits)).not.toBeNull();
      }),
      { seed: 1 },
    );
  });
});

test('three low rounds on end are low, two are not, and a round without a score is passed over', () => {
  expect(lowOnEnd(series(2, 2.5, 1, 4), limits)).toEqual([2, 2.5, 1]);
  expect(lowOnEnd(series(2, 2.6, 1, 1), limits)).toBeNull();
  expect(lowOnEnd(series(2, null, 1, 1), limits)).toEqual([2, 1, 1]);
  expect(lowOnEnd(series(null, 2, 1, 1), limits)).toBeNull();
  expect(lowOnEnd(series(2, 2), limits)).toBeNull();
});

test('everything at the top in no time is told, at a reader’s pace or on few items not', () => {
  const quick = scored(5, { allAtTop: true, secondsPerItem: 1.2 });
  expect(topInNoTime([quick], limits)).toEqual({ answered: 12, secondsPerItem: 1.2 });
  expect(topInNoTime([{ ...quick, secondsPerItem: 2 }], limits)).toBeNull();
  expect(topInNoTime([{ ...quick, secondsPerItem: null }], limits)).toBeNull();
  expect(topInNoTime([{ ...quick, answered: 4 }], limits)).toBeNull();
  expect(topInNoTime([{ ...quick, allAtTop: false }], limits)).toBeNull();
});

describe('in the signals of a class', () => {
  const criteria = ringClass(24, 3);
  const detect = (wellbeing: readonly WellbeingRound[], own = criteria) =>
    detectSignals({
      criteria: own,
      gaveNone: [],
      history: [],
      seed: 1,
      draws: 50,
      wellbeing: [['p05', wellbeing]],
    }).signals;
  const unsafe = scored(3, { lowestOnSafety: 2 });

  test('three low rounds on end give one of the pupil’s own answers alone', () => {
    const [signal] = detect(series(2, 2, 2));
    expect(signal).toMatchObject({ pupilId: 'p05', ruleId: 'own-answer-repeated', restsOnChoices: false });
    expect(signal?.evidence).toContainEqual({ kind: 'low-on-end', counts: true, scores: [2, 2, 2] });
  });

  test('the lowest answer on safety counts with few choices or when repeated, and not by itself', () => {
    expect(detect([unsafe])).toEqual([]);
    expect(detect([unsafe, scored(3)])).toEqual([]);
    const [again] = detect([unsafe, unsafe]);
    expect(again?.ruleId).toBe('own-answer-repeated');
    expect(again?.evidence).toContainEqual({
      kind: 'repeated',
      counts: true,
      of: 'safety-lowest',
      criterionId: null,
      roundsAgo: [1],
      values: [2],
    });
    const [together] = detect([unsafe], withoutChoicesOf(criteria, 'p05'));
    expect(together?.conditions).toContain('safety-lowest');
  });

  test('a fall counts together with few choices', () => {
    expect(detect(series(2.6, 4, 4, 4))).toEqual([]);
    const [signal] = detect(series(2.6, 4, 4, 4), withoutChoicesOf(criteria, 'p05'));
    expect(signal?.evidence.map(({ kind }) => kind)).toContain('own-fall');
  });

  test('hurried answers are shown beside and count for nothing', () => {
    const quick = scored(5, { allAtTop: true, secondsPerItem: 1 });
    expect(detect([quick, quick, quick])).toEqual([]);
  });

  test('what a wellbeing round asks to follow up is what was said in that round itself', () => {
    const followUp = (...wellbeing: WellbeingRound[]) =>
      detectSignals(
        { criteria: [], gaveNone: [], history: [], seed: 1, wellbeing: [['p05', wellbeing]] },
        OWN_ANSWERS_1,
      ).signals.map(({ ruleId, level }) => [ruleId, level]);
    expect(followUp(unsafe)).toEqual([['said-by-pupil', 'look-closer-soon']]);
    expect(followUp(scored(4, { bullied: true }))).toEqual([['said-by-pupil', 'look-closer-soon']]);
    expect(followUp(scored(3), unsafe)).toEqual([]);
    expect(followUp(...series(2, 2, 2))).toEqual([['own-answer-repeated', 'look-closer']]);
    expect(followUp(...series(2.6, 4, 4, 4))).toEqual([]);
  });

  test('the lowest answer on company is followed up, the next lowest when repeated', () => {
    const followUp = (now: number, before?: number) =>
      detectSignals(
        {
          criteria: [],
          gaveNone: [],
          companionship: [['p05', now]],
          history: before === undefined ? [] : [{ criteria: [], companionship: [['p05', before]] }],
          seed: 1,
        },
        OWN_ANSWERS_1,
      ).signals.map(({ ruleId }) => ruleId);
    expect(followUp(1)).toEqual(['said-to-be-without-company']);
    expect(followUp(2)).toEqual([]);
    expect(followUp(2, 2)).toEqual(['own-answer-repeated']);
  });

  test('a score outside 1–5 is refused', () => {
    expect(() => detect(series(0.5))).toThrow(RangeError);
  });
});
