import { describe, expect, it } from 'vitest';
import { chosenThemes, partsInWords, summaryThemes } from './class-summary.ts';

const options = [
  { optionId: 'above', text: '«Alltid» eller «Ofte»', score: null, of: ['always', 'often'] },
  { optionId: 'others', text: '«Noen ganger» eller «Aldri»', score: null, of: ['sometimes', 'never'] },
];
const item = (itemId: string, theme: string, counts: readonly number[] | null) => ({
  itemId,
  theme,
  text: `Spørsmål ${itemId}`,
  options,
  rows: [
    {
      level: 'class' as const,
      groupId: '5A',
      of: ['5A'],
      size: 22,
      answered: 22,
      mean: null,
      counts: options.map(({ optionId }, i) => ({ optionId, count: counts?.[i] ?? null })),
    },
  ],
});
const released = (chosen: string[] | null) => ({
  releaseId: 'r',
  releasedAt: '2026-11-26T10:00:00Z',
  chosen,
  document: {
    kind: 'wellbeing' as const,
    roundId: '11111111-1111-4111-8111-111111111111',
    roundName: 'Trivsel',
    tables: [
      {
        questionnaireId: 'q',
        questionnaireVersion: 1,
        fromGrade: 5,
        toGrade: 7,
        items: [item('a', 'recess', [17, 5]), item('b', 'recess', null), item('c', 'rules', [22, 0])],
        themes: [],
      },
    ],
  },
});

describe('what a class is shown', () => {
  it('has no figure for what is hidden', () => {
    const hidden = summaryThemes(released(null))[0]?.items[1];
    expect(hidden).toEqual({ itemId: 'b', text: 'Spørsmål b', shown: null });
  });

  it('is everything that passed before a choice, and then only what was chosen', () => {
    expect(chosenThemes(released(null)).map(({ theme }) => theme)).toEqual(['recess', 'rules']);
    expect(chosenThemes(released(['c', 'b'])).map(({ items }) => items.map((one) => one.itemId))).toEqual([
      ['c'],
    ]);
    expect(chosenThemes(released([]))).toEqual([]);
  });

  it('is the questions alone when nothing passed', () => {
    const none = released(null);
    const tables = none.document.tables.map((table) => ({ ...table, items: [item('b', 'recess', null)] }));
    const [theme] = chosenThemes({ ...none, document: { ...none.document, tables } });
    expect(theme?.items).toEqual([]);
    expect(theme?.prompts.length).toBeGreaterThan(1);
  });

  it('comes with questions to talk about for each theme', () => {
    for (const { prompts } of chosenThemes(released(null))) expect(prompts.length).toBeGreaterThan(1);
  });

  it('says each part in words and leaves out what nobody chose', () => {
    const [recess, rules] = chosenThemes(released(null));
    expect(partsInWords(recess?.items[0]?.shown?.options ?? [])).toEqual([
      '17 svarer «Alltid» eller «Ofte»',
      '5 svarer «Noen ganger» eller «Aldri»',
    ]);
    expect(partsInWords(rules?.items[0]?.shown?.options ?? [])).toEqual(['22 svarer «Alltid» eller «Ofte»']);
  });
});
