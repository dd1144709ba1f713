import { describe, expect, test } from 'vitest';
import type { Figure } from '../national-survey/files/figure.ts';
import { lowThemes } from './low-themes.ts';

const figure = (unit: Figure['unit'], value: number | '*', changes: Partial<Figure> = {}): Figure => ({
  ...{ table: 'indicators', unit, year: 2026, grade: 7, className: unit === 'class' ? '7B' : '' },
  ...{ topicCode: '', questionCode: '', optionCode: '', topic: 'Trivsel', question: '', option: '' },
  ...{ hidden: value === '*' ? 'udir' : null, score: value === '*' ? null : value, share: null },
  ...{ deviation: null, answers: value === '*' ? null : 24, invited: null },
  ...changes,
});
const share = (unit: Figure['unit'], value: number): Figure =>
  figure(unit, 0, { table: 'bullying', topic: 'Mobbing på skolen', score: null, share: value });
const low = (...figures: readonly Figure[]) =>
  lowThemes(figures, { year: 2026, grade: 7, className: '7B' }).map(({ topic, value, ofClass, nation }) => [
    ...[topic, value, ofClass, nation],
  ]);

describe('what a class is low on', () => {
  test('is a mean clearly below the country’s, or a share of bullying above it', () => {
    expect(low(figure('class', 3.8), figure('nation', 4))).toEqual([['Trivsel', 3.8, true, 4]]);
    expect(low(figure('class', 3.9), figure('nation', 4))).toEqual([]);
    expect(low(share('class', 12), share('nation', 11))).toEqual([['Mobbing på skolen', 12, true, 11]]);
    expect(low(share('class', 11), share('nation', 11))).toEqual([]);
  });

  test('is of the grade where the class has no figure, but not where it is hidden', () => {
    const [grade, nation] = [figure('school', 3.5), figure('nation', 4)];
    expect(low(grade, nation)).toEqual([['Trivsel', 3.5, false, 4]]);
    expect(low(figure('class', '*'), grade, nation)).toEqual([]);
    expect(low(figure('class', 3.5, { className: '7A' }), nation)).toEqual([]);
  });

  test('is held against the country’s latest figure that is shown, of that year or before', () => {
    const nation = (year: number, value: number | '*') => figure('nation', value, { year });
    const own = figure('class', 3.5);
    expect(low(own, nation(2027, 4.5), nation(2026, '*'), nation(2025, 4), nation(2024, 5))).toEqual([
      ['Trivsel', 3.5, true, 4],
    ]);
    expect(low(own, nation(2027, 4.5))).toEqual([]);
    expect(low(own, figure('nation', 4, { grade: 6 }))).toEqual([]);
  });

  test('finds the country’s question where the class’s table has it as a topic', () => {
    const question = 'Har du noen å være sammen med?';
    const found = low(figure('class', 3.5, { topic: question }), figure('nation', 4.6, { question }));
    expect(found).toEqual([[question, 3.5, true, 4.6]]);
  });
});
