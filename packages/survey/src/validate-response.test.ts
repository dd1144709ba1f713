import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allQuestionnaires } from './catalogue.ts';
import { criteria } from './criteria.ts';
import { sociogram1To4 } from './documents/sociogram-1-4.ts';
import { wellbeing5To7 } from './documents/wellbeing-5-7.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import type { Answer } from './response.ts';
import { validateResponse, type ResponseContext, type ResponseProblemCode } from './validate-response.ts';

const roster = Array.from({ length: 24 }, (_, i) => `pupil-${i}`);
const pupilId = 'pupil-0';
const classmates = roster.filter((id) => id !== pupilId);
const context: ResponseContext = {
  pupilId,
  rosterIds: new Set(roster),
  maxChoices: 3,
  criteria: criteria.map(({ id }) => id),
};

function validAnswer(doc: Questionnaire, { id: itemId, ...item }: Item): fc.Arbitrary<Answer> {
  const declined = fc.constant<Answer>({ itemId, type: 'declined' });
  if (item.type === 'choice') {
    const ids = (doc.scales[item.scaleId]?.options ?? []).map((option) => option.id);
    return fc.oneof(
      declined,
      fc.constantFrom(...ids).map((optionId): Answer => ({ itemId, type: 'option', optionId })),
    );
  }
  return fc.oneof(
    declined,
    fc.constant<Answer>({ itemId, type: 'none' }),
    fc
      .subarray(classmates, { maxLength: context.maxChoices })
      .map((pupilIds): Answer => ({ itemId, type: 'choices', pupilIds })),
  );
}

const validBody = (doc: Questionnaire): fc.Arbitrary<readonly Answer[]> =>
  fc
    .tuple(...doc.items.map((item) => fc.option(validAnswer(doc, item), { nil: undefined })))
    .map((answers) => answers.filter((answer) => answer !== undefined))
    .chain((answers) => fc.shuffledSubarray(answers, { minLength: answers.length }));

const codesOf = (doc: Questionnaire, answers: readonly Answer[], over: Partial<ResponseContext> = {}) =>
  validateResponse(doc, { ...context, ...over }, { answers }).map(({ code }) => code);

describe.each(allQuestionnaires.map((doc) => [doc.id, doc] as const))('a response to %s', (_id, doc) => {
  it('has no problem when valid, however much is skipped or declined', () => {
    fc.assert(
      fc.property(validBody(doc), (answers) => {
        expect(codesOf(doc, answers)).toEqual([]);
      }),
    );
  });

  it('with an unknown item has exactly that problem', () => {
    fc.assert(
      fc.property(validBody(doc), fc.nat(), (answers, at) => {
        const unknown: Answer = { itemId: '__proto__', type: 'declined' };
        expect(codesOf(doc, answers.toSpliced(at % (answers.length + 1), 0, unknown))).toEqual([
          'unknown_item',
        ]);
      }),
    );
  });

  it('with one item answered twice has exactly that problem', () => {
    fc.assert(
      fc.property(validBody(doc), fc.nat(), (answers, at) => {
        const again = answers[at % Math.max(answers.length, 1)];
        fc.pre(again !== undefined);
        expect(codesOf(doc, [...answers, again])).toEqual(['duplicate_item']);
      }),
    );
  });

  it('with an answer of the other kind has exactly that problem', () => {
    fc.assert(
      fc.property(validBody(doc), fc.nat(), fc.boolean(), (answers, at, none) => {
        const item = doc.items[at % doc.items.length] as Item;
        const forNomination: Answer = { itemId: item.id, type: 'option', optionId: 'good' };
        const forChoice: Answer = none
          ? { itemId: item.id, type: 'none' }
          : { itemId: item.id, type: 'choices', pupilIds: [] };
        const others = answers.filter((answer) => answer.itemId !== item.id);
        const wrong = item.type === 'choice' ? forChoice : forNomination;
        expect(codesOf(doc, [...others, wrong])).toEqual(['wrong_item_type']);
      }),
    );
  });
});

describe('a choice answer', () => {
  it('outside the scale of its item has exactly that problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wellbeing5To7.items), (item) => {
        const answer: Answer = { itemId: item.id, type: 'option', optionId: 'sometimes-else' };
        expect(codesOf(wellbeing5To7, [answer])).toEqual(['unknown_option']);
      }),
    );
  });

  it('is held to its own scale, not to the others of the document', () => {
    const answer: Answer = { itemId: 'w57-now', type: 'option', optionId: 'weekly' };
    expect(codesOf(wellbeing5To7, [answer])).toEqual(['unknown_option']);
  });
});

describe('a nomination answer', () => {
  const itemId = 's14-recess';
  const faults: readonly (readonly [ResponseProblemCode, readonly string[]])[] = [
    ['self_nomination', ['pupil-1', pupilId]],
    ['nominee_not_on_list', ['pupil-1', 'pupil-of-another-class']],
    ['duplicate_nominee', ['pupil-1', 'pupil-2', 'pupil-1']],
    ['too_many_choices', ['pupil-1', 'pupil-2', 'pupil-3', 'pupil-4']],
  ];

  it.each(faults)('with a planted %s has exactly that problem', (code, pupilIds) => {
    fc.assert(
      fc.property(validBody(sociogram1To4), (answers) => {
        const others = answers.filter((answer) => answer.itemId !== itemId);
        expect(codesOf(sociogram1To4, [...others, { itemId, type: 'choices', pupilIds }])).toEqual([code]);
      }),
    );
  });

  it('names the nominee a problem is about', () => {
    const answers: Answer[] = [{ itemId, type: 'choices', pupilIds: ['stranger'] }];
    expect(validateResponse(sociogram1To4, context, { answers })).toEqual([
      { code: 'nominee_not_on_list', itemId, pupilId: 'stranger' },
    ]);
  });

  it('is refused as self-nomination also when the pupil is not on the list', () => {
    const answers: Answer[] = [{ itemId, type: 'choices', pupilIds: [pupilId] }];
    expect(codesOf(sociogram1To4, answers, { rosterIds: new Set(classmates) })).toEqual(['self_nomination']);
  });

  it.each(['choices', 'none', 'declined'] as const)(
    'of type %s on a criterion not asked is refused',
    (type) => {
      const answer: Answer = type === 'choices' ? { itemId, type, pupilIds: ['pupil-1'] } : { itemId, type };
      expect(codesOf(sociogram1To4, [answer], { criteria: ['work'] })).toEqual(['criterion_not_asked']);
    },
  );
});
