import { expect, test } from 'vitest';
import { detectSignals } from './detect-signals.ts';
import { ringClass, withoutChoicesOf } from './simulated-class.fixture.ts';

const PUPIL = 'p05';
const unchosen = withoutChoicesOf(ringClass(24, 5, ['recess']), PUPIL);

const signalWith = (before: typeof unchosen) =>
  detectSignals({
    criteria: unchosen,
    gaveNone: [],
    history: [{ criteria: before }],
    seed: 1,
    draws: 20,
  }).signals.find(({ pupilId }) => pupilId === PUPIL);

test('nothing in two rounds with five choices each is (18/23)^46, ten to be expected', () => {
  expect(signalWith(unchosen)?.evidence).toContainEqual({
    kind: 'received-over-rounds',
    counts: true,
    received: 0,
    before: 0,
    roundsAgo: 1,
    expected: expect.closeTo(10, 10),
    probability: expect.closeTo((18 / 23) ** 46, 12),
  });
});

test('what was received before counts with what is received now', () => {
  const chosen = signalWith(ringClass(24, 5, ['recess']));
  expect(chosen?.conditions).toContain('unchosen-very-unlikely');
  expect(chosen?.conditions).not.toContain('few-over-rounds');
  expect(chosen?.evidence.map(({ kind }) => kind)).not.toContain('received-over-rounds');
});
