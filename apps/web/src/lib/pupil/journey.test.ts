import { questionnaireFor } from '@samhold/survey';
import { describe, expect, it } from 'vitest';
import { askedItems, firstStep, sameAnswer, stepAfter, stepBefore, type Step } from './journey.ts';

const ids = ['a', 'b', 'c'];

describe('the way through', () => {
  it('goes from page one by the practice and every item to the closing, and stays there', () => {
    const seen: string[] = [];
    let step: Step = { at: 'who-sees' };
    for (let i = 0; i < 7; i += 1) {
      seen.push(step.at === 'item' ? (ids[step.index] ?? '?') : step.at);
      step = stepAfter(step, ids.length);
    }
    expect(seen).toEqual(['who-sees', 'practice', 'a', 'b', 'c', 'closing', 'closing']);
  });

  it.each<Step>([
    { at: 'who-sees' },
    { at: 'practice' },
    { at: 'item', index: 0 },
    { at: 'item', index: 1 },
    { at: 'item', index: 2 },
  ])('comes back to where it was: %o', (step) => {
    expect(stepBefore(stepAfter(step, ids.length), ids.length)).toEqual(step);
  });
});

describe('where a pupil begins', () => {
  it('is page one when nothing is stored', () => {
    expect(firstStep(ids, null)).toEqual({ at: 'who-sees' });
  });
  it('is the item after the last stored one, also when an earlier one was skipped', () => {
    expect(firstStep(ids, ['b'])).toEqual({ at: 'item', index: 2 });
    expect(firstStep(ids, [])).toEqual({ at: 'item', index: 0 });
  });
  it('is the closing when the last item is stored', () => {
    expect(firstStep(ids, ['c', 'a'])).toEqual({ at: 'closing' });
  });
});

describe('the items of a round', () => {
  it('are the nominations for the criteria asked, and all choice items', () => {
    const sociogram = questionnaireFor('sociogram', 3);
    const wellbeing = questionnaireFor('wellbeing', 3);
    if (!sociogram || !wellbeing) throw new Error('No questionnaire for grade 3');
    expect(askedItems(sociogram, ['recess'])).toHaveLength(1);
    expect(askedItems(sociogram, [])).toHaveLength(0);
    expect(askedItems(wellbeing, [])).toHaveLength(wellbeing.items.length);
  });
});

describe('two answers', () => {
  it('are the same when the same classmates are chosen in another order', () => {
    const one = { itemId: 'a', type: 'choices', pupilIds: ['1', '2'] } as const;
    expect(sameAnswer(one, { ...one, pupilIds: ['2', '1'] })).toBe(true);
    expect(sameAnswer(one, { ...one, pupilIds: ['2', '3'] })).toBe(false);
    expect(sameAnswer(one, { itemId: 'a', type: 'none' })).toBe(false);
  });
  it('differ when one is missing', () => {
    expect(sameAnswer(undefined, { itemId: 'a', type: 'declined' })).toBe(false);
    expect(sameAnswer(undefined, undefined)).toBe(true);
  });
});
