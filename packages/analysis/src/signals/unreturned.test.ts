import { describe, expect, test } from 'vitest';
import { detectSignals } from './detect-signals.ts';
import type { Evidence } from './evidence.ts';
import type { Signal } from './signal.ts';
import type { CriterionChoices, SignalInput } from './signal-input.ts';
import { pupilIds } from './simulated-class.fixture.ts';
import { logUnreturned } from './unreturned.ts';

const PUPIL = 'p05';

const detect = (input: Partial<SignalInput> & Pick<SignalInput, 'criteria'>) =>
  detectSignals({ gaveNone: [], history: [], seed: 1, draws: 200, ...input });

const signalOf = (signals: readonly Signal[]): Signal | undefined =>
  signals.find((signal) => signal.pupilId === PUPIL);

const piece = <K extends Evidence['kind']>(signal: Signal | undefined, kind: K) =>
  signal?.evidence.find((e): e is Extract<Evidence, { kind: K }> => e.kind === kind);

describe('choices that are not returned', () => {
  /** Pairs choose each other and the pair after; p05 chooses four to whom nothing binds p05. */
  const roster = pupilIds(24);
  const partner = (i: number): number => (i % 2 === 0 ? i + 1 : i - 1);
  const paired = (own: readonly string[]): CriterionChoices[] => [
    {
      criterionId: 'recess',
      network: {
        roster,
        respondents: roster,
        choices: roster.flatMap((from, i) =>
          (from === PUPIL ? own : [partner(i), (i + 2) % 24].map((j) => roster[j]!)).map((to) => ({
            from,
            to,
          })),
        ),
      },
    },
  ];
  const [now, before] = [paired(['p10', 'p12', 'p14', 'p16']), paired(['p09', 'p11', 'p13', 'p15'])];
  const low: SignalInput['companionship'] = [[PUPIL, 2]];

  test('are weighed by how often the class returns choices: 22 of 50, so (28/50)^4 for four', () => {
    const signal = signalOf(
      detect({ criteria: now, companionship: low, history: [{ criteria: before }] }).signals,
    );
    expect(piece(signal, 'no-mutual')).toMatchObject({
      counts: true,
      given: 4,
      classReturnable: 50,
      classReturned: 22,
      probability: expect.closeTo((28 / 50) ** 4, 12),
    });
  });

  test('count over two rounds as one, (28/50)^8 for eight, and alone are reason to look closer', () => {
    const signal = signalOf(detect({ criteria: now, history: [{ criteria: before }] }).signals);
    expect(signal?.ruleId).toBe('no-mutual-repeated');
    expect(piece(signal, 'no-mutual-over-rounds')).toEqual({
      kind: 'no-mutual-over-rounds',
      counts: true,
      rounds: 2,
      givenWhoAnswered: 8,
      probability: expect.closeTo((28 / 50) ** 8, 12),
    });
  });

  test('in one round count only with a low answer, and no longer when one is returned', () => {
    expect(signalOf(detect({ criteria: now }).signals)).toBeUndefined();
    expect(signalOf(detect({ criteria: now, companionship: low }).signals)?.conditions).toEqual([
      'no-mutual',
      'companionship-low',
    ]);
    const returned = [
      {
        ...now[0]!,
        network: { ...now[0]!.network, choices: [...now[0]!.network.choices, { from: 'p10', to: PUPIL }] },
      },
    ];
    expect(signalOf(detect({ criteria: returned, companionship: low }).signals)).toBeUndefined();
  });

  test('do not count against absent classmates, who could not return anything', () => {
    const gone = now.map((c) => ({
      ...c,
      network: {
        ...c.network,
        respondents: roster.filter((id) => !['p10', 'p12', 'p14', 'p16'].includes(id)),
        choices: c.network.choices.filter(({ from }) => !['p10', 'p12', 'p14', 'p16'].includes(from)),
      },
    }));
    expect(signalOf(detect({ criteria: gone, companionship: low }).signals)).toBeUndefined();
  });
});

test('with three of five choices returned, two unreturned are (2/5)² by the class’s rate', () => {
  expect(2 * logUnreturned({ classReturnable: 5, classReturned: 3 })).toBeCloseTo(Math.log(0.16), 12);
  expect(logUnreturned({ classReturnable: 0, classReturned: 0 })).toBe(0);
});
