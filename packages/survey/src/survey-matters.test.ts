import { expect, test } from 'vitest';
import { bulliedOptionIds } from './bullied-options.ts';
import { allQuestionnaires } from './catalogue.ts';
import { atOrAboveThreshold, matterOf, surveyMatters } from './survey-matters.ts';

test('an index of Elevundersøkelsen is set beside the themes that name it, and others beside none', () => {
  expect(matterOf({ topic: 'Trivsel', question: '' })?.themes).toEqual(['wellbeing']);
  expect(matterOf({ topic: 'støtte fra lærerne', question: '' })).toMatchObject({
    themes: ['adults'],
    fit: 'near',
  });
  expect(matterOf({ topic: 'Støtte hjemmefra', question: '' })).toBeUndefined();
  expect(matterOf({ topic: 'Mobbing på skolen', question: '' })?.measure).toBe('bullied');
});

test('a question is a matter of its own, and not its topic', () => {
  expect(
    matterOf({ topic: 'Trivsel', question: 'Har du noen å være sammen med i friminuttene?' }),
  ).toMatchObject({ id: 'company', sociogram: ['unchosen', 'mutual'] });
  expect(matterOf({ topic: 'Trivsel', question: 'Trives du på skolen?' })).toBeUndefined();
});

test('a question that stands as a topic of its own is the same matter', () => {
  expect(matterOf({ topic: 'Har du noen å være sammen med i friminuttene?', question: '' })?.id).toBe(
    'company',
  );
});

test('no theme stands under two matters', () => {
  const themes = surveyMatters.flatMap((matter) => matter.themes);
  expect(new Set(themes).size).toBe(themes.length);
});

test('the threshold of bullying is the one each questionnaire names', () => {
  const items = allQuestionnaires.flatMap((questionnaire) =>
    questionnaire.items.flatMap((item) =>
      item.type === 'choice' && item.bullying !== undefined ? [{ questionnaire, item }] : [],
    ),
  );
  expect(items.length).toBeGreaterThan(0);
  for (const { questionnaire, item } of items) {
    const options = (questionnaire.scales[item.scaleId]?.options ?? []).map(({ id }) => id);
    expect(atOrAboveThreshold(options)).toEqual(bulliedOptionIds(questionnaire, item));
  }
  expect(atOrAboveThreshold(['never', 'often'])).toEqual([]);
});
