import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from './files/figure.ts';
import { protectClasses } from './protect-classes.ts';

const none = { score: null, deviation: null, share: null, answers: null, invited: null } as const;
const names = { topic: 'Trivsel', question: '', questionCode: '', option: '', optionCode: '' } as const;

const figure = (
  unit: 'class' | 'school',
  className: string,
  cell: number | '*',
  topic = 'Trivsel',
): Figure => ({
  ...{ table: 'indicators', unit, year: 2025, grade: 7, className, ...names, topic },
  topicCode: unit === 'school' ? 'I1' : topic.toLowerCase(),
  ...none,
  ...(cell === '*' ? { hidden: 'udir' } : { hidden: null, score: 4, answers: cell }),
});

type Cell = number | '*' | 'no row';
const cell: fc.Arbitrary<Cell> = fc.oneof(fc.integer({ min: 5, max: 30 }), fc.constantFrom('*', 'no row'));
const classNames = ['7A', '7B', '7C', '7D'];

const figuresOf = (cells: readonly Cell[], grade: Cell): readonly Figure[] => [
  ...(grade === 'no row' ? [] : [figure('school', '', grade)]),
  ...cells.flatMap((one, at) => (one === 'no row' ? [] : [figure('class', classNames[at] ?? '', one)])),
  // Each class has a figure of something else, so that one without a row is known to be there.
  ...cells.map((_, at) => figure('class', classNames[at] ?? '', 20, 'Mestring')),
];

test('no figure that is hidden can be found from those that are shown', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), cell, (cells, grade) => {
      const shown = protectClasses(figuresOf(cells, grade)).filter(
        ({ unit, topic, hidden }) => unit === 'class' && topic === 'Trivsel' && hidden === null,
      );
      const unknown = cells.length - shown.length;
      // The grade is the sum of its classes: with one unknown, either tells the other.
      expect(unknown).not.toBe(1);
      if (grade === '*') expect(shown).toEqual([]);
    }),
  );
});

test('what is withdrawn has no number left, and says why', () => {
  const figures = protectClasses(figuresOf([12, '*', 20], 50));
  expect(figures.filter(({ topic, unit }) => topic === 'Trivsel' && unit === 'class')).toEqual([
    expect.objectContaining({ className: '7A', hidden: 'few_units', ...none }),
    expect.objectContaining({ className: '7B', hidden: 'udir', ...none }),
    expect.objectContaining({ className: '7C', hidden: null, answers: 20 }),
  ]);
});

test('a question that is hidden for the grade is hidden for its classes, where their table has it as a topic', () => {
  const question = 'Har du noen å være sammen med?';
  const grade: Figure = { ...figure('school', '', '*'), question, questionCode: 'Q1' };
  const shown = protectClasses([
    grade,
    figure('class', '7A', 20, question),
    figure('class', '7B', 21, question),
  ]);
  expect(shown.filter(({ hidden }) => hidden === null)).toEqual([]);
});

test('nothing is withdrawn where nothing is hidden', () => {
  const figures = figuresOf([12, 14, 20], 46);
  expect(protectClasses(figures)).toEqual(figures);
});
