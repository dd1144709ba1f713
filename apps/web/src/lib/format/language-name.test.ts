import { draftLanguages } from '@samhold/survey/language';
import { expect, it } from 'vitest';
import { languageName } from './language-name.ts';

it('names every language as Norwegians do', () => {
  expect(languageName('nb')).toBe('norsk bokmål');
  expect(draftLanguages.map(languageName)).toEqual([
    'somali',
    'urdu',
    'arabisk',
    'polsk',
    'tyrkisk',
    'tamil',
    'vietnamesisk',
    'tigrinja',
    'ukrainsk',
  ]);
});
