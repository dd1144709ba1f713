import { expect, test } from 'vitest';
import { nominationProbabilities } from './nomination-probabilities.ts';

const network = {
  roster: ['d', 'a', 'b', 'c', 'e'],
  respondents: ['c', 'b', 'a'],
  choices: [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'a', to: 'c' },
    { from: 'b', to: 'b' },
    { from: 'b', to: 'x' },
    { from: 'b', to: 'd' },
    { from: 'e', to: 'd' },
  ],
};

test('each respondent other than the pupil counts with choices made over classmates on the list', () => {
  expect(nominationProbabilities(network, 'd')).toEqual([2 / 4, 1 / 4, 0]);
  expect(nominationProbabilities(network, 'a')).toEqual([1 / 4, 0]);
});

test('nobody could choose a pupil who is not on the list', () => {
  expect(nominationProbabilities(network, 'x')).toEqual([]);
});
