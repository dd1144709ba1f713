import { expect, test } from 'vitest';
import { figureCounter } from './count-figures.ts';
import { prepareRound } from './prepare-round.ts';
import { RULES_1 } from './rules.ts';
import { pupilIds } from './simulated-class.fixture.ts';

/** a↔b on recess, a→c on recess and work; c did not answer, and the rest answered that they chose nobody. */
const [a, b, c, d, ...rest] = pupilIds(9) as [string, string, string, string, ...string[]];
const roster = [a, b, c, d, ...rest];
const network = (pairs: [string, string][]) => ({
  roster,
  respondents: [a, b, d, ...rest],
  choices: pairs.map(([from, to]) => ({ from, to })),
});
const round = prepareRound(
  [
    {
      criterionId: 'recess',
      network: network([
        [a, b],
        [b, a],
        [a, c],
      ]),
    },
    { criterionId: 'work', network: network([[a, c]]) },
  ],
  RULES_1.limits,
);

test('choices count per criterion and in all, choosers once on the criteria compared', () => {
  const figures = figureCounter(round, 0b10)(round.nominators);
  expect([...figures.received[0]!.subarray(0, 4)]).toEqual([1, 1, 1, 0]);
  expect([...figures.received[1]!.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  expect([...figures.total.subarray(0, 4)]).toEqual([1, 1, 2, 0]);
  expect([...figures.choosers.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
});

test('a tie is mutual when both chose, and chance takes only those who answered', () => {
  const figures = figureCounter(round, -1)(round.nominators);
  expect([...figures.mutual.subarray(0, 4)]).toEqual([1, 1, 0, 0]);
  // a chose b, who made one choice among eight, and c, who did not answer.
  expect(figures.noMutual[0]).toBeCloseTo(7 / 8, 15);
  expect(figures.noMutual[3]).toBe(1);
});

test('nothing of one call is left in the next', () => {
  const count = figureCounter(round, -1);
  count(round.nominators);
  const turned = round.nominators.map((nominator) =>
    nominator.pupil === 1 ? { ...nominator, peers: Int32Array.of(3) } : nominator,
  );
  const figures = count(turned);
  expect([...figures.mutual.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  expect([...figures.total.subarray(0, 4)]).toEqual([0, 1, 2, 1]);
});
