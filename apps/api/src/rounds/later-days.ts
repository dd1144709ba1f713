import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { addSchoolDays, isSchoolDay, type SchoolCalendar } from '../calendar/school-days.ts';

/** How far a class may move the end of a round of its own at a time. */
const OWN_ROUND_SCHOOL_DAYS = 10;

export type Closing = {
  readonly state: string;
  readonly closes_at: Date;
  /** Null for a round of the school, whose last day holds for all its classes. */
  readonly round_class_id: string | null;
  readonly round_closes_on: Date | string;
};

/** The school days a sitting can be kept open until instead of the day it closes now; none for one that is closed. */
export const laterDays = (calendar: SchoolCalendar, sitting: Closing, now: Date): string[] => {
  if (sitting.state !== 'open') return [];
  const closing = dayOf(sitting.closes_at);
  const today = dayOf(now);
  const from = closing < today ? today : closing;
  const last =
    sitting.round_class_id === null
      ? String(sitting.round_closes_on)
      : addSchoolDays(calendar, from, OWN_ROUND_SCHOOL_DAYS);
  const days: string[] = [];
  for (let day = addDays(closing, 1); day <= last; day = addDays(day, 1))
    if (day >= today && isSchoolDay(calendar, day)) days.push(day);
  return days;
};
