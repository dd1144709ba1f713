import { describe, expect, it } from 'vitest';
import type { ReleasedRow } from '@samhold/contract';
import { releaseLines } from './release-rows.ts';

const options = [
  { optionId: 'no', text: 'Nei', score: 1, of: ['no'] },
  { optionId: 'yes', text: 'Ja', score: 2, of: ['yes'] },
];
const row = (level: ReleasedRow['level'], groupId: string, of: string[], counts: (number | null)[]) => ({
  level,
  groupId,
  of,
  size: 40,
  answered: 38,
  counts: counts.map((count, k) => ({ optionId: options[k]?.optionId ?? '', count })),
  mean: null,
});
const item = {
  itemId: 'i',
  theme: 'wellbeing',
  text: 'Trives du?',
  options,
  rows: [
    row('class', '5B', ['5B'], [null, null]),
    row('class', '5A', ['5A'], [4, 14]),
    row('class', '10A', ['10A'], [5, 5]),
    row('grade', '10', ['10A'], [5, 5]),
    { ...row('grade', '6', ['6A', '6B'], [null, null]), answered: null },
    row('grade', '5', ['5A', '5B'], [null, 33]),
    row('school', 'school', ['5A', '5B', '6A', '6B', '10A'], [8, 30]),
  ],
};

describe('the lines of a released item', () => {
  it('are the grades in order, then the total', () => {
    expect(releaseLines(item).map(({ name }) => name)).toEqual([
      '5. trinn',
      '6. trinn',
      '10. trinn',
      'Samlet',
    ]);
  });

  it('have the classes after their grade when asked for, but not one that is all of it', () => {
    expect(releaseLines(item, true).map(({ name }) => name)).toEqual([
      '5. trinn',
      '5A',
      '5B',
      '6. trinn',
      '10. trinn',
      'Samlet',
    ]);
  });

  it('D4: have no bar where a figure is hidden', () => {
    const [five, six, , school] = releaseLines(item);
    expect([five?.bar, six?.bar]).toEqual([null, null]);
    expect(five?.counts).toEqual([
      { optionId: 'no', count: null },
      { optionId: 'yes', count: 33 },
    ]);
    expect([five?.allHidden, six?.allHidden, school?.allHidden]).toEqual([false, true, false]);
    expect(school?.bar?.map(({ count }) => count)).toEqual([8, 30]);
  });
});
