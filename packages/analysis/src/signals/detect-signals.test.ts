import { describe, expect, test } from 'vitest';
import { detectSignals } from './detect-signals.ts';
import type { Evidence } from './evidence.ts';
import type { Signal } from './signal.ts';
import type { CriterionChoices, SignalInput } from './signal-input.ts';
import { pupilIds, ringClass, simulatedClass, withoutChoicesOf } from './simulated-class.fixture.ts';

const CRITERIA = ['recess', 'sit-beside', 'work'];
const PUPIL = 'p05';

const detect = (input: Partial<SignalInput> & Pick<SignalInput, 'criteria'>) =>
  detectSignals({ gaveNone: [], history: [], seed: 1, draws: 200, ...input });

const signalOf = (signals: readonly Signal[], pupilId = PUPIL): Signal | undefined =>
  signals.find((signal) => signal.pupilId === pupilId);

const piece = <K extends Evidence['kind']>(signal: Signal | undefined, kind: K) =>
  signal?.evidence.find((e): e is Extract<Evidence, { kind: K }> => e.kind === kind);

describe('numbers by hand, class of 24 with 3 choices, all on the same three on every criterion', () => {
  const criteria = withoutChoicesOf(ringClass(24, 3), PUPIL);
  const result = detect({ criteria, companionship: [[PUPIL, 1]] });
  const signal = signalOf(result.signals);

  test('nobody of 23 chose the pupil, three to be expected, (20/23)^23 by chance', () => {
    expect(piece(signal, 'received')).toEqual({
      kind: 'received',
      counts: true,
      criterionId: 'recess',
      received: 0,
      couldChoose: 23,
      expected: expect.closeTo(3, 10),
      probability: expect.closeTo((20 / 23) ** 23, 12),
    });
  });

  test('all criteria together are as improbable as one when they go to the same, the product if unrelated', () => {
    const all = piece(signal, 'received-all');
    expect(all?.probability).toBeCloseTo((20 / 23) ** 23, 12);
    expect(all?.probabilityIfUnrelated).toBeCloseTo((20 / 23) ** 69, 12);
    expect(all?.expected).toBeCloseTo(9, 10);
    expect(Math.abs((all?.probabilityInDraws ?? 1) - 0.04)).toBeLessThan(0.06);
  });

  test('none of the three the pupil chose chose the pupil, as nobody’s choice is returned here', () => {
    expect(piece(signal, 'no-mutual')).toEqual({
      kind: 'no-mutual',
      counts: false,
      given: 3,
      givenWhoAnswered: 3,
      classReturnable: 72,
      classReturned: 0,
      probability: 1,
    });
  });

  test('with a low answer of the pupil’s own it is a reason to look closer soon, and everybody answered', () => {
    expect(signal?.level).toBe('look-closer-soon');
    expect(signal?.ruleId).toBe('unchosen-and-own-answer');
    expect(signal?.absence).toEqual({ absent: 0, neededToRemove: null });
  });

  test('without it there is no signal, as one in 25 is no rarity in a class of 24', () => {
    expect(signalOf(detect({ criteria }).signals)).toBeUndefined();
  });
});

describe('a single strong kind', () => {
  test('unchosen with five choices, (18/23)^23 = .0036, is a signal alone', () => {
    const criteria = withoutChoicesOf(ringClass(24, 5, ['recess']), PUPIL);
    const signal = signalOf(detect({ criteria }).signals);
    expect(signal?.ruleId).toBe('unchosen-very-unlikely');
    expect(piece(signal, 'received-all')?.probability).toBeCloseTo((18 / 23) ** 23, 12);
  });
});

describe('earlier rounds', () => {
  const now = withoutChoicesOf(simulatedClass({ size: 24, given: 3, criteria: CRITERIA, seed: 4 }), PUPIL);
  const before = withoutChoicesOf(simulatedClass({ size: 24, given: 3, criteria: CRITERIA, seed: 5 }), PUPIL);

  test('unchosen on everything twice on end is a reason to look closer soon', () => {
    const signal = signalOf(detect({ criteria: now, history: [{ criteria: before }] }).signals);
    expect(signal?.ruleId).toBe('unchosen-repeated-very-unlikely');
    expect(piece(signal, 'received-over-rounds')).toMatchObject({ received: 0, before: 0, roundsAgo: 1 });
    expect(signal?.evidence).toContainEqual({
      kind: 'repeated',
      counts: true,
      of: 'unchosen',
      criterionId: null,
      roundsAgo: [1],
      values: [0],
    });
  });

  test('a round that few answered is passed over, one in which the pupil was chosen ends the series', () => {
    const tooFew = before.map((c) => ({ ...c, network: { ...c.network, respondents: ['p01', 'p02'] } }));
    const passed = detect({ criteria: now, history: [{ criteria: tooFew }, { criteria: before }] });
    expect(piece(signalOf(passed.signals), 'repeated')?.roundsAgo).toEqual([2]);
    const chosen = ringClass(24, 3);
    const ended = detect({ criteria: now, history: [{ criteria: chosen }, { criteria: before }] });
    expect(piece(signalOf(ended.signals), 'repeated')).toBeUndefined();
  });

  test('a fall from seven choosers to none counts, and not as independent of being unchosen', () => {
    const well = simulatedClass({ size: 24, given: 3, criteria: ['recess'], seed: 6 }).map((c) => ({
      ...c,
      network: {
        ...withoutChoicesOf([c], PUPIL)[0]!.network,
        choices: [
          ...withoutChoicesOf([c], PUPIL)[0]!.network.choices,
          ...pupilIds(24)
            .slice(10, 17)
            .map((from) => ({ from, to: PUPIL })),
        ],
      },
    }));
    const fallen = withoutChoicesOf(ringClass(24, 3, ['recess']), PUPIL);
    const history = [{ criteria: well }];
    const signal = signalOf(detect({ criteria: fallen, history, companionship: [[PUPIL, 2]] }).signals);
    expect(piece(signal, 'fell')).toMatchObject({ before: 7, now: 0, counts: true });
    expect(piece(signal, 'fell')?.probability).toBeLessThan(0.02);
    expect(signalOf(detect({ criteria: fallen, history }).signals)).toBeUndefined();
  });
});

describe('what the pupil answered', () => {
  test('a low answer and choosing nobody are two kinds, and rest on no choices of others', () => {
    const criteria = ringClass(24, 3).map(({ criterionId, network }) => ({
      criterionId,
      network: { ...network, choices: network.choices.filter(({ from }) => from !== PUPIL) },
    }));
    const result = detect({ criteria, gaveNone: [PUPIL], companionship: [[PUPIL, 2]] });
    expect(result.signals).toHaveLength(1);
    expect(result.signals[0]).toMatchObject({
      ruleId: 'own-answer-and-gave-none',
      restsOnChoices: false,
      absence: null,
    });
    expect(result.chance).toMatchObject({ found: 0 });
  });

  test('somebody listed as choosing nobody who did choose is not taken at the list’s word', () => {
    const result = detect({ criteria: ringClass(24, 3), gaveNone: [PUPIL], companionship: [[PUPIL, 2]] });
    expect(result.signals).toEqual([]);
  });

  test('a high answer stands against, beside what others chose', () => {
    const criteria = withoutChoicesOf(ringClass(24, 5, ['recess']), PUPIL);
    const twoCriteria = [...criteria, ...ringClass(24, 3, ['work'])];
    const low = {
      score: 2,
      answered: 9,
      lowestOnSafety: 0,
      bullied: false,
      allAtTop: false,
      secondsPerItem: null,
    };
    const result = detect({
      criteria: twoCriteria,
      companionship: [[PUPIL, 5]],
      wellbeing: [[PUPIL, [low, low, low]]],
    });
    expect(signalOf(result.signals)?.against).toEqual([
      { kind: 'chosen', criterionId: 'work', received: 3, couldChoose: 23, expected: expect.closeTo(3, 9) },
      { kind: 'companionship-fine', score: 5 },
    ]);
  });
});

describe('not computed', () => {
  const low: SignalInput['companionship'] = [[PUPIL, 1]];

  test('with fewer than 60 % of the class there is no signal from choices, and the result says so', () => {
    const result = detect({
      criteria: withoutChoicesOf(ringClass(24, 5, CRITERIA, 10), PUPIL),
      companionship: low,
    });
    expect(result).toMatchObject({ notComputed: 'low-participation', chance: null, signals: [] });
    const enough = withoutChoicesOf(ringClass(25, 5, CRITERIA, 10), PUPIL);
    expect(detect({ criteria: enough, companionship: low }).notComputed).toBeNull();
  });

  test('a class of seven likewise, and own answers repeated still give a signal', () => {
    const criteria = withoutChoicesOf(ringClass(7, 3), PUPIL);
    const result = detect({ criteria, companionship: low, history: [{ criteria, companionship: low }] });
    expect(result.notComputed).toBe('small-class');
    expect(result.signals.map(({ ruleId }) => ruleId)).toEqual(['own-answer-repeated']);
  });

  test('a pupil taken off the roster gets no signal from choices, only from own answers', () => {
    const companionship: SignalInput['companionship'] = [['off', 1]];
    const criteria = ringClass(24, 3);
    const result = detect({ criteria, companionship, history: [{ criteria, companionship }] });
    expect(result.signals).toHaveLength(1);
    expect(result.signals[0]).toMatchObject({ pupilId: 'off', ruleId: 'own-answer-repeated' });
    expect(detect({ criteria, companionship }).signals).toEqual([]);
  });

  test('one criterion that few answered is left out while the others count', () => {
    const [first, ...rest] = ringClass(24, 3);
    const few = { ...first!, network: { ...first!.network, respondents: ['p01'] } };
    const result = detect({ criteria: [few, ...rest] });
    expect(result.notComputed).toBeNull();
    expect(result.criteria.map(({ notComputed }) => notComputed)).toEqual(['low-participation', null, null]);
  });
});

describe('chosen outside the class', () => {
  const twice = withoutChoicesOf(ringClass(24, 5), PUPIL);
  const kinds = (criteria: CriterionChoices[], count: number): string[] =>
    signalOf(
      detect({
        criteria,
        history: [{ criteria: twice }],
        companionship: [[PUPIL, 1]],
        chosenOutside: [[PUPIL, count]],
      }).signals,
    )?.evidence.map(({ kind }) => kind) ?? [];

  test('is told of a pupil whom nobody in the class chose, and changes no level', () => {
    expect(kinds(twice, 2)).toContain('chosen-only-outside');
    expect(kinds(twice, 0)).not.toContain('chosen-only-outside');
    expect(() => kinds(twice, 0.5)).toThrow(RangeError);
  });
});

describe('absent pupils', () => {
  test('four who did not answer: one choice would remove a signal on being unchosen by many', () => {
    const criteria = withoutChoicesOf(ringClass(24, 6, ['recess'], 4), PUPIL);
    const signal = signalOf(detect({ criteria }).signals);
    expect(signal?.absence).toEqual({ absent: 4, neededToRemove: 1 });
  });

  test('cannot remove a signal that stands on far too few choices', () => {
    const criteria = withoutChoicesOf(ringClass(24, 10, CRITERIA, 1), PUPIL);
    const signal = signalOf(detect({ criteria, companionship: [[PUPIL, 1]] }).signals);
    expect(signal?.absence).toEqual({ absent: 1, neededToRemove: null });
  });
});

describe('refused', () => {
  test('rosters that differ, a criterion twice, scores outside 1–5, no draws', () => {
    const criteria = ringClass(24, 3);
    expect(() => detect({ criteria: [...criteria, ...ringClass(23, 3, ['x'])] })).toThrow(RangeError);
    expect(() => detect({ criteria: [...criteria, ...criteria] })).toThrow(RangeError);
    expect(() => detect({ criteria, companionship: [[PUPIL, 0]] })).toThrow(RangeError);
    expect(() => detect({ criteria, draws: 0 })).toThrow(RangeError);
  });
});
