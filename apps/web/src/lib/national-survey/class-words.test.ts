import type { ClassFigure } from '@samhold/contract';
import { expect, test } from 'vitest';
import { classFigureWords, classTables, cohortTables } from './class-words.ts';

const figure = (changes: Partial<ClassFigure> = {}): ClassFigure => ({
  ...{ table: 'indicators', year: 2025, grade: 7, className: '7A', topic: 'Trivsel', question: '' },
  ...{ hidden: null, score: 4, share: null, answers: 22 },
  ...changes,
});
const hidden = figure({ hidden: 'udir', score: null, answers: null });

test('a figure of a class stands with its answers, and a hidden one with neither', () => {
  expect(classFigureWords(figure())).toBe('4,0 (22)');
  expect(classFigureWords(figure({ score: null, share: 13.6 }))).toBe('13,6\u00a0% (22)');
  expect(classFigureWords(hidden)).toBe('skjermet');
  expect(classFigureWords({ ...hidden, hidden: 'few_units' })).toMatch(/^ikke vist/);
  expect(classFigureWords(undefined)).toBe('–');
});

test('classes stand by name whatever their figures are, the latest year first', () => {
  const tables = classTables([
    figure({ className: '7B', score: 5 }),
    figure(),
    figure({ year: 2024, className: '7A' }),
    figure({ className: '7A', topic: 'Mestring' }),
  ]);
  expect(tables.map(({ year, names }) => [year, names])).toEqual([
    [2025, ['7A', '7B']],
    [2024, ['7A']],
  ]);
  expect(tables[0]?.rows.map(({ topic, figures }) => [topic, figures.map((one) => one?.score)])).toEqual([
    ['Trivsel', [4, 5]],
    ['Mestring', [4, undefined]],
  ]);
});

test('a class is followed back by its letter, with a hidden year hidden and a missing one empty', () => {
  const tables = cohortTables(
    [
      figure({ className: '7B', score: 3.5 }),
      figure({ className: '7B', topic: 'Mestring' }),
      { ...hidden, year: 2024, grade: 6, className: '6B' },
      figure({ year: 2023, grade: 5, className: '5B', score: 4.4 }),
      figure({ year: 2024, grade: 7, className: '7B', score: 1 }),
      figure({ className: '7A' }),
      // Followed under its own grade.
      figure({ grade: 6, className: '6C' }),
      figure({ year: 2024, grade: 5, className: '5C' }),
    ],
    7,
  );
  expect(tables.map(({ name, columns }) => [name, columns])).toEqual([
    [
      '7B',
      [
        { year: 2023, name: '5B' },
        { year: 2024, name: '6B' },
        { year: 2025, name: '7B' },
      ],
    ],
  ]);
  expect(tables[0]?.rows.map(({ topic, figures }) => [topic, ...figures.map(classFigureWords)])).toEqual([
    ['Trivsel', '4,4 (22)', 'skjermet', '3,5 (22)'],
    ['Mestring', '–', '–', '4,0 (22)'],
  ]);
  expect(cohortTables([], 7)).toEqual([]);
});
