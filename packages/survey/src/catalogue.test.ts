import { describe, expect, it } from 'vitest';
import { allQuestionnaires, findQuestionnaire, questionnaireFor } from './catalogue.ts';
import { criteria, findCriterion } from './criteria.ts';
import { itemsInOrder } from './items-in-order.ts';
import { languages, requiredLanguages, textIn } from './language.ts';
import { findTheme, nationalIndices, themes, themesBeside } from './themes.ts';

describe('the catalogue', () => {
  it('has exactly one questionnaire of each kind for each grade', () => {
    for (const grade of [1, 2, 3, 4, 5, 6, 7]) {
      for (const kind of ['wellbeing', 'sociogram'] as const) {
        const covering = allQuestionnaires.filter(
          (doc) => doc.kind === kind && doc.grades.from <= grade && grade <= doc.grades.to,
        );
        expect(covering).toHaveLength(1);
        expect(questionnaireFor(kind, grade)).toBe(covering[0]);
      }
    }
    expect(questionnaireFor('wellbeing', 8)).toBeUndefined();
  });

  it('finds a pinned version, and no other', () => {
    expect(findQuestionnaire('wellbeing-5-7', 1)?.id).toBe('wellbeing-5-7');
    expect(findQuestionnaire('wellbeing-5-7', 2)).toBeUndefined();
  });

  it('asks twelve items below grade 5, sixteen from grade 5, and three nominations', () => {
    expect(allQuestionnaires.map((doc) => doc.items.length)).toEqual([12, 16, 3, 3]);
  });
});

describe('itemsInOrder', () => {
  it('shows a sociogram only the criteria asked, in document order', () => {
    for (const doc of allQuestionnaires.filter(({ kind }) => kind === 'sociogram')) {
      const asked = itemsInOrder(doc, { criteria: ['sit-beside', 'recess'] });
      expect(asked.map((item) => item.type === 'nomination' && item.criterionId)).toEqual([
        'recess',
        'sit-beside',
      ]);
    }
  });

  it('shows every item of a wellbeing questionnaire', () => {
    for (const doc of allQuestionnaires.filter(({ kind }) => kind === 'wellbeing')) {
      expect(itemsInOrder(doc, { criteria: [] })).toEqual(doc.items);
    }
  });
});

describe('languages, themes and criteria', () => {
  it('offers twelve languages, Arabic and Urdu from right to left', () => {
    expect(languages).toHaveLength(12);
    expect(new Set(languages.map(({ code }) => code)).size).toBe(12);
    expect(languages.filter(({ direction }) => direction === 'rtl').map(({ code }) => code)).toEqual([
      'ur',
      'ar',
    ]);
  });

  it('falls back to bokmål and says so', () => {
    expect(textIn({ nb: 'Ja', en: 'Yes' }, 'en')).toEqual({ language: 'en', text: 'Yes' });
    expect(textIn({ nb: 'Ja', so: ' ' }, 'so')).toEqual({ language: 'nb', text: 'Ja' });
  });

  it('names themes and criteria in all three languages', () => {
    const texts = [
      ...themes.map(({ name }) => name),
      ...criteria.flatMap(({ title, phrase }) => [title, phrase]),
    ];
    for (const text of texts) for (const language of requiredLanguages) expect(text[language]).not.toBe('');
  });

  it('finds by id, never by an inherited name', () => {
    expect(findTheme('recess')?.name.nb).toBe('Friminutt');
    expect(findCriterion('work')?.title.nb).toBe('Samarbeid');
    expect(findTheme('constructor')).toBeUndefined();
  });

  it('sets at most one theme beside an index of Elevundersøkelsen', () => {
    for (const index of nationalIndices) expect(themesBeside(index).length).toBeLessThanOrEqual(1);
    expect(themesBeside('Læringskultur').map(({ id }) => id)).toEqual(['work-peace']);
    expect(themesBeside('Støtte hjemmefra')).toEqual([]);
  });
});
