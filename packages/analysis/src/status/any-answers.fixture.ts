import fc from 'fast-check';
import type { Choice } from '../network.ts';
import type { CoieDodgeOptions } from './coie-dodge.ts';
import type { InvestigationAnswers } from './investigation-input.ts';

/** Answers of a group of 6 to 14 pupils 0, 1, …, with what is to be dropped among them. */
export const anyAnswers: fc.Arbitrary<Required<InvestigationAnswers>> = fc
  .integer({ min: 6, max: 14 })
  .chain((size) => {
    const id = fc.integer({ min: 0, max: size }).map(String);
    const pairs = (most: number): fc.Arbitrary<Choice[]> =>
      fc.array(fc.record({ from: id, to: id }), { maxLength: most });
    const roster = Array.from({ length: size }, (_, i) => String(i));
    return fc.record({
      roster: fc.constant(roster),
      respondents: fc.subarray(roster, { minLength: size - 3 }),
      likes: pairs(5 * size),
      dislikes: pairs(4 * size),
      unanswered: pairs(size),
    });
  });

export const anyOptions: fc.Arbitrary<CoieDodgeOptions> = fc.record({
  definition: fc.constantFrom(1983, 1982),
  deviation: fc.constantFrom('sample', 'population'),
  score: fc.constantFrom('share', 'count'),
  scale: fc.constantFrom('restandardised', 'raw'),
});

/** The same answers under names that sort the other way, in another order. Pupil i becomes `z` and 99 − i. */
export function renamed(answers: Required<InvestigationAnswers>): Required<InvestigationAnswers> {
  const name = (id: string): string => `z${99 - Number(id)}`;
  const pairs = (choices: readonly Choice[]): Choice[] =>
    choices.map(({ from, to }) => ({ from: name(from), to: name(to) })).reverse();
  return {
    roster: answers.roster.map(name),
    respondents: answers.respondents.map(name),
    likes: pairs(answers.likes),
    dislikes: pairs(answers.dislikes),
    unanswered: pairs(answers.unanswered),
  };
}

export const exchanged = (answers: Required<InvestigationAnswers>): Required<InvestigationAnswers> => ({
  ...answers,
  likes: answers.dislikes,
  dislikes: answers.likes,
});
