import { addDays, yearOf } from './days.ts';
import type { SchoolCalendar } from './school-days.ts';
import { usualYear } from './year-template.ts';

/**
 * Several years as one, for counting across them: what lies between two of them is free. So is the summer before the first and after the
 * last, until school commonly begins: nobody has entered the next year in July, and days go by that are none of school.
 */
export const joinYears = (years: readonly SchoolCalendar[]): SchoolCalendar => {
  const inOrder = years.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined)
    return { startsOn: '0001-01-01', endsOn: '9999-12-31', free: [] };
  const ends = [
    addDays(usualYear(yearOf(first.startsOn) - 1).endsOn, 1),
    ...inOrder.map(({ endsOn }) => addDays(endsOn, 1)),
  ];
  const starts = [...inOrder.map(({ startsOn }) => startsOn), usualYear(yearOf(last.endsOn)).startsOn];
  const between = ends
    .map((startsOn, at) => ({ startsOn, endsOn: addDays(starts[at] ?? startsOn, -1) }))
    .filter(({ startsOn, endsOn }) => startsOn <= endsOn);
  return {
    startsOn: first.startsOn,
    endsOn: last.endsOn,
    free: [...inOrder.flatMap(({ free }) => free), ...between],
  };
};
