import { addDays, weekday } from '../calendar/days.ts';

/** The day itself, or the Friday before when it lies in a weekend: tests run on Saturdays too. */
export const schoolDayUpTo = (day: string): string => addDays(day, Math.min(0, 5 - weekday(day)));
