import { describe, expect, it } from 'vitest';
import { releaseLines } from './release-rows.ts';

const options = [
  { optionId: 'no', text: 'Nei', score: 1 },
  { optionId: 'yes', text: 'Ja', score: 2 },
];
const item = {
  itemId: 'i',
  theme: 'wellbeing',
  text: 'Trives du?',
  options,
  rows: [
    { groupId: '6', shown: false as const },
    {
      groupId: '5',
      shown: true as const,
      size: 40,
      answered: 38,
      counts: [{ optionId: 'yes', count: 38 }],
      mean: 2,
    },
  ],
  total: { groupId: 'total', shown: false as const },
};

describe('the lines of a released item', () => {
  it('are the grades in order, then the total', () => {
    expect(releaseLines(item).map(({ name }) => name)).toEqual(['5. trinn', '6. trinn', 'Samlet']);
  });

  it('keep a hidden row as a row without numbers', () => {
    expect(releaseLines(item)[1]).toEqual({ id: '6', name: '6. trinn', shown: false });
  });

  it('set the counts beside the options', () => {
    expect(releaseLines(item)[0]).toMatchObject({
      options: [
        { optionId: 'no', count: 0 },
        { optionId: 'yes', count: 38 },
      ],
    });
  });
});
