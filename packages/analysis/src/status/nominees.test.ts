import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAnswers } from './any-answers.fixture.ts';
import { investigationInput } from './investigation-input.ts';
import { nominees } from './nominees.ts';
import { research } from './nominations.fixture.ts';

test('a blank pair takes the respondent from the nominee, and the nominee from what the respondent considered', () => {
  const input = investigationInput(research, {
    roster: ['a', 'b', 'c', 'd'],
    respondents: ['a', 'b'],
    likes: [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'd' },
    ],
    dislikes: [{ from: 'b', to: 'd' }],
    unanswered: [{ from: 'a', to: 'c' }],
  });
  const a = { id: 'a', liked: 2, disliked: 0, considered: 2 };
  const b = { id: 'b', liked: 0, disliked: 1, considered: 3 };
  expect(nominees(input)).toEqual([
    { pupilId: 'a', liked: 0, disliked: 0, nominators: [b] },
    { pupilId: 'b', liked: 1, disliked: 0, nominators: [a] },
    { pupilId: 'c', liked: 0, disliked: 0, nominators: [b] },
    { pupilId: 'd', liked: 1, disliked: 1, nominators: [a, b] },
  ]);
});

test('as many nominations are received as given, and nobody is named by one who could not', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const input = investigationInput(research, answers);
      const group = nominees(input);
      const total = (key: 'liked' | 'disliked'): number => group.reduce((sum, each) => sum + each[key], 0);
      expect([total('liked'), total('disliked')]).toEqual([input.likes.length, input.dislikes.length]);
      for (const { liked, disliked, nominators } of group)
        expect(liked + disliked).toBeLessThanOrEqual(nominators.length);
    }),
    { numRuns: 150, seed: 5 },
  );
});
