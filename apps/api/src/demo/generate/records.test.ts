import { describe, expect, test } from 'vitest';
import { isSchoolDay } from '../../calendar/school-days.ts';
import { demoQuestionnaires } from '../questionnaires.ts';
import { generateDemoSchool } from './generate-demo-school.ts';
import { notesOf, talksOf } from './records.ts';
import { calendarOf } from './school-calendar.ts';

describe.each(['2026-08-20', '2026-10-09', '2026-11-26', '2027-02-24', '2027-06-10'])('on %s', (today) => {
  const { thisYear } = generateDemoSchool({ seed: 1, today, questionnaires: demoQuestionnaires() });
  const talks = thisYear.classes.flatMap((schoolClass) => talksOf(thisYear, schoolClass, today));
  const notes = thisYear.classes.flatMap((schoolClass) => notesOf(thisYear, schoolClass, today));
  const days = [...talks.map(({ heldOn }) => heldOn), ...notes.map(({ writtenOn }) => writtenOn)];

  test('talks are held and notes written on school days before today', () => {
    for (const day of days.filter((one) => one !== null)) {
      expect(day < today, day).toBe(true);
      expect(isSchoolDay(calendarOf(thisYear), day), day).toBe(true);
    }
  });

  test('no pupil has two talks, every class with talks has some left, and what is agreed comes with the talk', () => {
    expect(new Set(talks.map(({ pupilKey }) => pupilKey)).size).toBe(talks.length);
    for (const schoolClass of thisYear.classes)
      expect(talksOf(thisYear, schoolClass, today).length).toBeLessThan(schoolClass.pupils.length);
    for (const { heldOn, agreed } of talks) expect(agreed === '').toBe(heldOn === null);
  });
});

test('late in a term there is something to read', () => {
  const today = '2026-11-26';
  const { thisYear } = generateDemoSchool({ seed: 1, today, questionnaires: demoQuestionnaires() });
  const talks = thisYear.classes.flatMap((schoolClass) => talksOf(thisYear, schoolClass, today));
  expect(talks.filter(({ heldOn }) => heldOn !== null).length).toBeGreaterThan(50);
  expect(
    thisYear.classes.flatMap((schoolClass) => notesOf(thisYear, schoolClass, today)).length,
  ).toBeGreaterThan(20);
});
