import { describe, expect, it } from 'vitest';
import { promisesAnonymity, raisesVoice } from '../calm.ts';
import { allQuestionnaires } from '../catalogue.ts';
import { requiredLanguages } from '../language.ts';
import { sociogram5To7 } from '../documents/sociogram-5-7.ts';
import type { OwnNomination } from '../own/own-entries.ts';
import { ownProblems } from '../own/own-problems.ts';
import { standardEntries } from '../own/own-questionnaire.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { validateQuestionnaire } from '../validate-questionnaire.ts';
import { validateResponse } from '../validate-response.ts';
import { wordForWhatAChildIs } from '../wording/what-a-child-is.ts';
import { aboutInvestigation } from './about-investigation.ts';
import { investigationCriteria, investigationQuestionnaire, statusPair } from './investigation-questions.ts';

const everything = investigationCriteria.map(({ id }) => id);
const wordings = investigationCriteria.flatMap((criterion) =>
  [criterion.young, criterion.older].map((texts) => ({ ...criterion, texts })),
);

describe('the questions of an investigation', () => {
  it('are whole in bokmål, nynorsk and English, calm, and ask what somebody does, never what a child is', () => {
    for (const texts of [...wordings.map((one) => one.texts), ...aboutInvestigation])
      for (const language of requiredLanguages) {
        const text = texts[language] ?? '';
        expect(text).toMatch(/^\p{Lu}.+[.?]$/u);
        expect(promisesAnonymity(text), text).toBe(false);
        expect(raisesVoice(text), text).toBe(false);
      }
    for (const { texts } of wordings)
      for (const language of requiredLanguages)
        expect(wordForWhatAChildIs(texts[language] ?? '', language)).toBeUndefined();
  });

  it('are worded for the lowest grade asked, in the order of the list, each once', () => {
    const { items } = investigationQuestionnaire(['hard-company', 'good-company'], 4);
    expect(items.map(({ criterionId }) => criterionId)).toEqual([statusPair.liked, statusPair.disliked]);
    expect(items[0]?.text.nb).toContain('leke');
    expect(investigationQuestionnaire(['hard-company'], 5).items[0]?.text.nb).toBe(
      'Hvem er det vanskelig å være sammen med i friminuttene?',
    );
    expect(new Set(everything).size).toBe(everything.length);
  });

  it('take answers as a sociogram does', () => {
    const asked = investigationQuestionnaire(['hard-company'], 5);
    const context = {
      pupilId: 'a',
      rosterIds: new Set(['a', 'b']),
      maxChoices: 3,
      criteria: ['hard-company'],
    };
    const problems = (itemId: string, ...pupilIds: string[]) =>
      validateResponse(asked, context, { answers: [{ itemId, type: 'choices', pupilIds }] }).map(
        ({ code }) => code,
      );
    expect(problems('inv-hard-company', 'b')).toEqual([]);
    expect(problems('inv-hard-company', 'a')).toEqual(['self_nomination']);
    expect(problems('inv-hard-company', 'c')).toEqual(['nominee_not_on_list']);
    expect(problems('inv-helps', 'b')).toEqual(['unknown_item']);
  });
});

describe('§ 20-5: a routine round', () => {
  it('has none of the questions of an investigation', () => {
    const asked = allQuestionnaires.flatMap(({ items }) => items.map(({ text }) => text.nb));
    for (const { texts } of wordings) expect(asked).not.toContain(texts.nb);
  });

  it('is refused with the questionnaire of an investigation', () => {
    // The types refuse it; a document read from storage is seen by the rules.
    const stored = investigationQuestionnaire(everything, 5) as unknown as Questionnaire;
    const codes = validateQuestionnaire(stored).map(({ code }) => code);
    expect(codes.filter((code) => code === 'negative_nomination')).toHaveLength(
      investigationCriteria.filter(({ direction }) => direction === 'negative').length,
    );
    expect(codes).toContain('unknown_criterion');
  });

  it.each(wordings.filter(({ direction }) => direction === 'negative').map(({ texts }) => [texts.nb ?? '']))(
    'is refused with the school’s own question «%s»',
    (nb) => {
      const own: OwnNomination = {
        ...{ key: 'k1', readThrough: true, goOnWith: [], text: { nb } },
        ...{ type: 'nomination', title: 'Egen', maxChoices: 2 },
      };
      const { refused } = ownProblems(sociogram5To7, [...standardEntries(sociogram5To7), { own }]);
      expect(refused.map(({ code }) => code)).toContain('negative_wording');
    },
  );
});
