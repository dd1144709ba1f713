import { addDays, later, mondayOf, weekday } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { momentInNorway } from '../clock/oslo-time.ts';

/** When a person wants no mail. Times are hh:mm on the wall in Norway, from an evening to a morning. */
export type QuietHours = {
  readonly hours: { readonly from: string; readonly to: string } | null;
  readonly weekends: boolean;
  readonly freeDays: boolean;
};

export const usualQuiet: QuietHours = {
  hours: { from: '17:00', to: '07:00' },
  weekends: true,
  freeDays: true,
};

/** When a digest is sent, unless the quiet hours last longer. */
const DIGEST = '07:00';
/** Longer than any summer between two school years. */
const DAYS_AHEAD = 150;

type Days = (count: number) => string;

/** The first moment `momentOf` gives for one of the days. */
const firstOf = (days: Days, momentOf: (day: string) => Date | undefined): Date | undefined => {
  for (let count = 0; count < DAYS_AHEAD; count += 1) {
    const moment = momentOf(days(count));
    if (moment !== undefined) return moment;
  }
  return undefined;
};

/**
 * When mail about something that is told `now` may go: at once, with the next morning's digest, or with the one on the first
 * day of a week; never in quiet hours. `isFree` tells of a day whether pupils are free.
 */
export const mailMoment = (
  mailed: 'at_once' | 'daily' | 'weekly',
  now: Date,
  quiet: QuietHours,
  isFree: (day: string) => boolean,
): Date => {
  const today = dayOf(now);
  const isQuiet = (day: string): boolean =>
    (quiet.weekends && weekday(day) > 5) || (quiet.freeDays && isFree(day));
  const digestOn = (day: string): Date => momentInNorway(day, later(DIGEST, quiet.hours?.to ?? DIGEST));

  const atOnce = (day: string): Date | undefined => {
    if (isQuiet(day)) return undefined;
    const opens = momentInNorway(day, quiet.hours?.to ?? '00:00');
    const closes = quiet.hours === null ? undefined : momentInNorway(day, quiet.hours.from);
    if (closes !== undefined && now >= closes) return undefined;
    return now > opens ? now : opens;
  };
  const daily = (day: string): Date | undefined =>
    isQuiet(day) || digestOn(day) <= now ? undefined : digestOn(day);
  const weekly = (monday: string): Date | undefined => {
    const first = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)).find((day) => !isQuiet(day));
    return first === undefined || digestOn(first) <= now ? undefined : digestOn(first);
  };

  const found =
    mailed === 'weekly'
      ? firstOf((weeks) => addDays(mondayOf(today), 7 * weeks), weekly)
      : firstOf((days) => addDays(today, days), mailed === 'daily' ? daily : atOnce);
  // A calendar without an end to its free days must not keep mail for ever.
  return found ?? digestOn(addDays(today, 1));
};
