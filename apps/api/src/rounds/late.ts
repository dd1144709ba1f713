import { dayOf, endOfDay } from '../calendar-days.ts';
import { addSchoolDays, type SchoolCalendar } from '../calendar/school-days.ts';

const DAY = 86_400_000;
const LATE_SCHOOL_DAYS = 5;

/** Until when a pupil who was away may answer: five school days on. */
export const answersLaterUntil = (calendar: SchoolCalendar, now: Date): Date =>
  endOfDay(addSchoolDays(calendar, dayOf(now), LATE_SCHOOL_DAYS));

/** Whether a class was done so short a time ago that answers begun before are in time in any calendar. */
export const isWithinADay = (doneAt: Date, now: Date): boolean => now.getTime() <= doneAt.getTime() + DAY;

/** Until when answers begun before a class was done are taken in by themselves: a day, and the whole of the next school day. */
export const graceEnds = (calendar: SchoolCalendar, doneAt: Date): Date =>
  new Date(Math.max(doneAt.getTime() + DAY, endOfDay(addSchoolDays(calendar, dayOf(doneAt), 1)).getTime()));
