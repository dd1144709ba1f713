import { describe, expect, test } from 'vitest';
import { classNameOf, gradeOfClassName, isClassName, readGrade } from './class-names.ts';

describe('a class name', () => {
  test.each([
    ['5A', undefined, '5A'],
    ['5 a', undefined, '5A'],
    ['05a', undefined, '5A'],
    ['10B', undefined, '10B'],
    ['A', 5, '5A'],
    ['æ', 1, '1Æ'],
    ['A', undefined, 'A'],
    ['1–2', undefined, '1–2'],
    ['Klasse 5A', 5, 'Klasse 5A'],
    ['Rød', 5, 'Rød'],
  ])('%s in grade %s is %s', (title, grade, name) => {
    expect(classNameOf(title, grade)).toBe(name);
  });

  test('is told from the name of a subject group', () => {
    expect(['5A', '5 b', '1–2', '1/2A', '3.-4. trinn', '6A1'].every(isClassName)).toBe(true);
    expect(['5A Norsk', 'Norsk', 'Biology 10', 'Gym 5-7', '2026/27'].some(isClassName)).toBe(false);
  });

  test('begins with the grade', () => {
    expect(['5A', '05 b', '5. trinn', '5', 'Rød', '1–2'].map(gradeOfClassName)).toEqual([
      5,
      5,
      5,
      5,
      undefined,
      undefined,
    ]);
  });
});

test('a grade is read in every form rosters have it', () => {
  expect(['5', '05', '5.', '5. trinn', 'Trinn 5', 'årstrinn 5', '10'].map(readGrade)).toEqual([
    5, 5, 5, 5, 5, 5, 10,
  ]);
  expect(['', 'KG', '5A', '5,6', '-1', '105'].map(readGrade)).toEqual(Array(6).fill(undefined));
});
