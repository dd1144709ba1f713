import { expect, it } from 'vitest';
import { lookIn, searchOf, type Look } from './look.ts';
import { sociogramViews } from './views.ts';

const criteria = ['recess', 'work'];
const plain: Look = { view: 'network', criterionId: null, mutualOnly: false };

it('says nothing in the address of a page just opened', () => {
  expect(searchOf(plain)).toBe('');
  expect(lookIn(new URLSearchParams(''), criteria)).toEqual(plain);
});

it('gives every look again from its address', () => {
  for (const { id: view } of sociogramViews) {
    for (const criterionId of [null, ...criteria]) {
      for (const mutualOnly of [false, true]) {
        const look = { view, criterionId, mutualOnly };
        expect(lookIn(new URLSearchParams(searchOf(look)), criteria)).toEqual(look);
      }
    }
  }
});

it('takes no notice of an address that says what is not there', () => {
  const odd = new URLSearchParams('?view=pie&criterion=seat&mutual=yes&x=1');
  expect(lookIn(odd, criteria)).toEqual(plain);
});
