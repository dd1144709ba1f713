import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulliedOptionIds } from './bullied-options.ts';
import { sociogram1To4 } from './documents/sociogram-1-4.ts';
import { wellbeing1To4 } from './documents/wellbeing-1-4.ts';
import { wellbeing5To7 } from './documents/wellbeing-5-7.ts';
import type { Answer } from './response.ts';
import { scoreResponse } from './score.ts';

const option = (itemId: string, optionId: string): Answer => ({ itemId, type: 'option', optionId });

describe('scoreResponse', () => {
  it('scores three options 5, 3 and 1', () => {
    const answers = [
      option('w14-now', 'good'),
      option('w14-recess', 'middle'),
      option('w14-safe', 'not-safe'),
    ];
    expect([...scoreResponse(wellbeing1To4, answers).items.values()]).toEqual([5, 3, 1]);
  });

  it('takes a theme as the mean of its answered items', () => {
    const answers = [option('w57-company', 'often'), option('w57-belong', 'never')];
    expect(scoreResponse(wellbeing5To7, answers).themes.get('friends')).toEqual({
      mean: 2.5,
      answered: 2,
      items: 2,
    });
  });

  it('gives a theme no mean when fewer than half of its items are answered', () => {
    const three = {
      ...wellbeing5To7,
      items: wellbeing5To7.items.map((item) =>
        item.id === 'w57-safe' ? { ...item, theme: 'friends' as const } : item,
      ),
    };
    const one = scoreResponse(three, [option('w57-company', 'often')]);
    expect(one.themes.get('friends')).toEqual({ mean: null, answered: 1, items: 3 });
    const two = scoreResponse(wellbeing5To7, [option('w57-company', 'often')]);
    expect(two.themes.get('friends')).toEqual({ mean: 4, answered: 1, items: 2 });
  });

  it('counts declined as unanswered', () => {
    const declined: Answer = { itemId: 'w57-safe', type: 'declined' };
    expect(scoreResponse(wellbeing5To7, [declined]).themes.get('safety')).toEqual({
      mean: null,
      answered: 0,
      items: 1,
    });
  });

  it('leaves bullying and the closing item out of every mean', () => {
    const answers = [
      option('w57-bullied-pupils', 'several-a-week'),
      option('w57-closing', 'other'),
      option('w57-now', 'good'),
    ];
    const score = scoreResponse(wellbeing5To7, answers);
    expect([...score.items.keys()]).toEqual(['w57-now']);
    expect(score.themes.has('bullying')).toBe(false);
    expect(score.themes.get('wellbeing')).toEqual({ mean: 4, answered: 1, items: 1 });
  });

  it('lets the first of two answers to an item count', () => {
    const answers = [option('w57-now', 'bra'), option('w57-now', 'good')];
    expect(scoreResponse(wellbeing5To7, answers).items.size).toBe(0);
    expect(scoreResponse(wellbeing5To7, answers.toReversed()).items.get('w57-now')).toBe(4);
  });

  it('has nothing to score in a sociogram', () => {
    expect(scoreResponse(sociogram1To4, [{ itemId: 's14-work', type: 'none' }]).themes.size).toBe(0);
  });

  it('does not depend on the order of the answers, and stays within 1–5', () => {
    const answer = fc.constantFrom(
      ...wellbeing5To7.items.flatMap((item) =>
        item.type === 'choice'
          ? (wellbeing5To7.scales[item.scaleId]?.options ?? []).map(({ id }) => option(item.id, id))
          : [],
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(answer, { selector: ({ itemId }) => itemId }), (answers) => {
        const { themes } = scoreResponse(wellbeing5To7, answers);
        expect(scoreResponse(wellbeing5To7, answers.toReversed()).themes).toEqual(themes);
        for (const { mean } of themes.values()) {
          if (mean !== null) expect(mean >= 1 && mean <= 5).toBe(true);
        }
      }),
    );
  });
});

describe('bulliedOptionIds', () => {
  it('starts at two or three times a month', () => {
    const asked = wellbeing5To7.items.filter((item) => item.type === 'choice' && item.bullying !== undefined);
    expect(asked).toHaveLength(3);
    for (const item of asked) {
      if (item.type !== 'choice') continue;
      expect(bulliedOptionIds(wellbeing5To7, item)).toEqual([
        'two-three-a-month',
        'weekly',
        'several-a-week',
      ]);
    }
  });

  it('is empty for any other item', () => {
    const first = wellbeing5To7.items[0];
    if (first?.type !== 'choice') throw new Error('the first item is a choice item');
    expect(bulliedOptionIds(wellbeing5To7, first)).toEqual([]);
  });
});
