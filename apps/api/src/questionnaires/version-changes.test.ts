import { findQuestionnaire, type Questionnaire } from '@samhold/survey';
import { expect, test } from 'vitest';
import { versionChanges } from './version-changes.ts';

const found = findQuestionnaire('wellbeing-5-7', 1);
if (found === undefined) throw new Error('The questionnaire is not there.');
const before: Questionnaire = found;
const told = (items: Questionnaire['items']) =>
  versionChanges(before, { ...before, items }).map(({ change, text }) => `${change} ${text}`);

test('tells of what came, went, and is weighed otherwise', () => {
  const [first, second, ...rest] = before.items;
  if (first === undefined || second === undefined) throw new Error('The questionnaire is empty.');
  const own = { ...second, id: 'own-1', text: { nb: 'Er det fint på tur?' } };
  expect(told([first, own, { ...rest[0]!, sensitive: false }, ...rest.slice(1)])).toEqual([
    'added Er det fint på tur?',
    'removed Hvordan har du det i friminuttene?',
    'changed Har du noen å være sammen med i friminuttene?',
  ]);
  expect(told(before.items)).toEqual([]);
});

test('tells of the one that was moved, not of all it was moved past', () => {
  const items = [...before.items];
  const [moved] = items.splice(10, 1);
  if (moved === undefined) throw new Error('The questionnaire is short.');
  items.splice(1, 0, moved);
  expect(told(items)).toEqual(['moved Er det rolig nok i timene til at du får jobbet?']);
});
