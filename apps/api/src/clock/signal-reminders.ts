import { schoolWeeksLater } from '../calendar/school-days.ts';
import { dayOf } from '../calendar-days.ts';
import type { Calendars } from './due-steps.ts';
import { morningHasCome } from './oslo-time.ts';

/** New signals of a class from one round that nobody has judged, by the oldest of them, and who has not been told of them. */
export type WaitingSignals = {
  readonly roundId: string;
  readonly classId: string;
  readonly yearId: string;
  readonly since: Date;
  readonly teachersUntold: boolean;
  readonly socialTeachersUntold: boolean;
};

export type SignalReminder = {
  readonly kind: 'remind_of_signals';
  readonly roundId: string;
  readonly classId: string;
  readonly to: 'contact_teachers' | 'social_teachers';
};

/** School weeks a signal may wait for the contact teacher before a reminder. */
const REMIND_AFTER = 2;
/** And before the social teachers are told: as long again. */
const PASS_ON_AFTER = 4;

/** In the morning when so many school weeks have passed. What is not judged when the year ends is not reminded of after it. */
export const signalReminders = (
  waiting: WaitingSignals,
  calendars: Calendars,
  now: Date,
): readonly SignalReminder[] => {
  const { roundId, classId, yearId, since, teachersUntold, socialTeachersUntold } = waiting;
  const calendar = calendars.get(yearId);
  if (calendar === undefined || dayOf(now) > calendar.endsOn) return [];
  const isDue = (weeks: number): boolean => {
    const day = schoolWeeksLater(calendar, dayOf(since), weeks);
    return day !== undefined && morningHasCome(day, now);
  };
  const about = { kind: 'remind_of_signals', roundId, classId } as const;
  return [
    ...(teachersUntold && isDue(REMIND_AFTER) ? [{ ...about, to: 'contact_teachers' } as const] : []),
    ...(socialTeachersUntold && isDue(PASS_ON_AFTER) ? [{ ...about, to: 'social_teachers' } as const] : []),
  ];
};
