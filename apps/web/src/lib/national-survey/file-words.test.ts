import type { SurveyFile } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { gradesWords, isPart, leftAloneWords, yearsWords } from './file-words.ts';

const none: SurveyFile = {
  ...{
    table: 'indicators',
    rows: 10,
    rowsInAll: null,
    years: [],
    grades: [],
    topics: [],
    school: 0,
    hidden: 0,
  },
  ...{ wider: 0, withdrawn: 0, otherUnits: 0, otherGrades: 0, bySex: 0, byOwnership: 0, duplicates: 0 },
  ...{ faults: [], faultCount: 0 },
};

describe('a file in words', () => {
  it('lists few years and grades, and gives the ends of many', () => {
    expect(yearsWords({ years: [2022, 2023] })).toBe('2022–23 og 2023–24');
    expect(yearsWords({ years: [2019, 2020, 2021, 2022] })).toBe('2019–20 til 2022–23, 4 skoleår');
    expect(yearsWords(none)).toBe('ingen');
    expect(gradesWords({ grades: [5, 6, 7] })).toBe('5., 6. og 7. trinn');
  });

  it('tells what is left alone, and nothing of what there was none of', () => {
    expect(leftAloneWords(none)).toEqual([]);
    expect(leftAloneWords({ ...none, otherUnits: 1, duplicates: 3 })).toEqual([
      '1\u00a0rad gjelder andre skoler, kommuner eller fylker',
      '3\u00a0rader står der fra før med samme tall',
    ]);
  });

  it('is a part when the download has more rows', () => {
    expect([none, { ...none, rowsInAll: 10 }, { ...none, rowsInAll: 11 }].map(isPart)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
