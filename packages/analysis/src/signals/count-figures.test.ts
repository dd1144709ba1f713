import { expect, test } from 'vitest';
import { peersOf } from '../chance/relabel-peers.ts';
import { figureCounter, receivedPerCriterion } from './count-figures.ts';
import { prepareRound } from './prepare-round.ts';
import { RULES_2 } from './rules.ts';
import { pupilIds } from './simulated-class.fixture.ts';
import { logUnreturned } from './unreturned.ts';

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
  RULES_2.limits,
);

test('choices count per criterion and in all, choosers once on the criteria compared', () => {
  const figures = figureCounter(round, 0b10)(peersOf(round.nominators));
  const [onRecess, onWork] = receivedPerCriterion(round).map((counts) => [...counts.subarray(0, 4)]);
  expect(onRecess).toEqual([1, 1, 1, 0]);
  expect(onWork).toEqual([0, 0, 1, 0]);
  expect([...figures.total.subarray(0, 4)]).toEqual([1, 1, 2, 0]);
  expect([...figures.choosers.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
});

test('a tie is mutual when both chose, and could be when the one chosen answered', () => {
  const figures = figureCounter(round, -1)(peersOf(round.nominators));
  expect([...figures.mutual.subarray(0, 4)]).toEqual([1, 1, 0, 0]);
  // a chose b, and c, who did not answer; b chose a.
  expect([...figures.returnable.subarray(0, 4)]).toEqual([1, 1, 0, 0]);
  expect(figures).toMatchObject({ classReturnable: 2, classReturned: 2 });
});

test('nothing of one call is left in the next', () => {
  const count = figureCounter(round, -1);
  count(peersOf(round.nominators));
  // a chooses b and c as before; b chooses d instead of a.
  const figures = count(Int32Array.of(1, 2, 3));
  expect([...figures.mutual.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  expect([...figures.total.subarray(0, 4)]).toEqual([0, 1, 2, 1]);
  expect(figures).toMatchObject({ classReturnable: 2, classReturned: 0 });
  expect(logUnreturned(figures)).toBeCloseTo(0, 15);
});
