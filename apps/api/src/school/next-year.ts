import type { NewSchoolYear } from '@samhold/contract';
import { addDays, later, monthOf, yearOf } from '../calendar/days.ts';
import { usualYear } from '../calendar/year-template.ts';

/** In July everyone speaks of the year that begins in August. */
const BEGINS_WITH = 7;

/**
 * The school year to add next, on its usual days: after the newest one, or the one that `today` belongs to when there is
 * none yet. It never begins before the newest has ended.
 */
export const nextYear = (
  newest: { readonly startsOn: string; readonly endsOn: string } | undefined,
  today: string,
): NewSchoolYear => {
  const startYear =
    newest !== undefined
      ? yearOf(newest.endsOn)
      : monthOf(today) >= BEGINS_WITH
        ? yearOf(today)
        : yearOf(today) - 1;
  const { startsOn, endsOn } = usualYear(startYear);
  return {
    label: `${startYear}/${startYear + 1}`,
    startsOn: newest === undefined ? startsOn : later(startsOn, addDays(newest.endsOn, 1)),
    endsOn,
  };
};
