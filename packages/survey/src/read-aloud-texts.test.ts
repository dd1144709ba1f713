import { expect, test } from 'vitest';
import { allQuestionnaires } from './catalogue.ts';
import type { Questionnaire } from './questionnaire.ts';
import { readAloudTexts } from './read-aloud-texts.ts';

const [published] = allQuestionnaires;
if (published === undefined) throw new Error('No questionnaire is published.');
const { items: _items, scales: _scales, ...head } = published;
const shared = { theme: 'friends', source: '', ageRange: { from: 6, to: 10 }, sensitive: false } as const;
const item = { ...shared, type: 'choice', scaleId: 'yes', comparisonCore: false } as const;

const doc: Questionnaire = {
  ...head,
  scales: {
    yes: {
      id: 'yes',
      options: [
        { id: 'yes', score: 5, text: { nb: 'Ja', en: 'Yes' }, symbol: 'sun' },
        { id: 'no', score: 1, text: { nb: 'Nei', en: 'No' }, symbol: 'cloud' },
      ],
    },
  },
  items: [
    { ...item, id: 'a', text: { nb: 'Skrevet' }, readAloud: { nb: 'Lest' }, explanation: { nb: 'Forklart' } },
    { ...item, id: 'b', text: { nb: 'Uten egen lesemåte' } },
  ],
};

test('an item gives what is read of it, its explanation and its options, each text once', () => {
  expect(readAloudTexts(doc).map(({ nb }) => nb)).toEqual([
    'Lest',
    'Forklart',
    'Ja',
    'Nei',
    'Uten egen lesemåte',
  ]);
});

test('the same Norwegian words with another translation are another text', () => {
  const other = { ...doc, items: [...doc.items, { ...item, id: 'c', text: { nb: 'Ja', en: 'I do' } }] };
  expect(readAloudTexts(other)).toHaveLength(6);
});

test('every published questionnaire has texts to read, none of them empty', () => {
  for (const one of allQuestionnaires) {
    const texts = readAloudTexts(one);
    expect(texts.length).toBeGreaterThanOrEqual(one.items.length);
    expect(texts.every(({ nb = '' }) => nb.trim() !== '')).toBe(true);
  }
});
