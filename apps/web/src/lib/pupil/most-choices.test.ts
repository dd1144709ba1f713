import { questionnaireFor, type NominationItem } from '@samhold/survey';
import { expect, test } from 'vitest';
import { mostChoices } from './most-choices.ts';

const item = questionnaireFor('sociogram', 5)?.items[0] as NominationItem;
const form = { settings: { criteria: [], maxChoices: 3 } };

test('a question may allow fewer choices than the round, and never more', () => {
  expect(mostChoices(form, item)).toBe(3);
  expect(mostChoices(form, { ...item, maxChoices: 2 })).toBe(2);
  expect(mostChoices(form, { ...item, maxChoices: 9 })).toBe(3);
  expect(mostChoices(null, item)).toBe(1);
});
