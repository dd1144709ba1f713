import { expect, test } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { FITTED_MODEL } from '../simulation/class-model.ts';
import { simulateRounds } from '../simulation/simulate-rounds.ts';
import { choicesOfPupil, type ChoicesOfPupil } from './choices-of-pupil.ts';

const classes = 300;

/** The one whom fewest chose the first time; the first in the roster among several. */
const fewestChose = (before: ChoiceNetwork, after: ChoiceNetwork): ChoicesOfPupil | null =>
  before.roster
    .flatMap((id) => choicesOfPupil(before, after, id, [id]) ?? [])
    .reduce<ChoicesOfPupil | null>(
      (least, one) => ((least?.received?.before ?? 2) <= (one.received?.before ?? 2) ? least : one),
      null,
    );

/** Two rounds of classes of 16 to 28 in which nothing was done: three choices each, fitted to real classes. */
const lowest = Array.from({ length: classes }, (_, seed) => {
  const given = Array.from({ length: 16 + (seed % 13) }, () => 3);
  const [first, second] = simulateRounds(FITTED_MODEL, [[given], [given]], seed);
  return first?.[0] && second?.[0] ? fewestChose(first[0], second[0]) : null;
}).flatMap((one) => (one?.received && one.expected ? [{ ...one.received, others: one.expected }] : []));

const shareOf = (holds: (one: (typeof lowest)[number]) => boolean): number =>
  lowest.filter(holds).length / lowest.length;

test('where nothing was done, many whom fewest chose rise all the same, and hardly any fall', () => {
  expect(lowest).toHaveLength(classes);
  expect(shareOf(({ before, after }) => after > before)).toBeCloseTo(0.43, 2);
  expect(shareOf(({ before, after }) => after < before)).toBeCloseTo(0.01, 2);
});

test('and what the others suggest is right on average, and its interval holds at least as often as it says', () => {
  const holds = shareOf(({ after, others }) => after >= others.low - 1e-9 && after <= others.high + 1e-9);
  expect(holds).toBeCloseTo(0.99, 2);
  const off = lowest.reduce((sum, { after, others }) => sum + after - others.expected, 0) / lowest.length;
  expect(Math.abs(off)).toBeLessThan(0.005);
});
