import type ICAL from 'ical.js';
import { dayOf } from '../../calendar-days.ts';
import { addDays } from '../days.ts';

export type Days = { readonly startsOn: string; readonly endsOn: string };

/** Wall clock in Norway: what is written in UTC is moved there, what names another zone or none is taken as written. */
const local = (time: ICAL.Time): { readonly day: string; readonly midnight: boolean } => {
  if (!time.isDate && time.zone?.tzid === 'UTC') {
    const moment = time.toJSDate();
    const hour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', timeStyle: 'short' });
    return { day: dayOf(moment), midnight: hour.format(moment) === '00:00' };
  }
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  return { day, midnight: time.isDate || (time.hour === 0 && time.minute === 0) };
};

/**
 * First and last day of an event that takes whole days: written as dates, from midnight to midnight, or over more than one day.
 * The end is exclusive. Undefined for one that takes part of a day, or ends before it begins.
 */
export const wholeDays = (start: ICAL.Time, end: ICAL.Time): Days | undefined => {
  const from = local(start);
  const to = local(end);
  if (start.isDate && to.day <= from.day)
    return to.day < from.day ? undefined : { startsOn: from.day, endsOn: from.day };
  const endsOn = to.midnight ? addDays(to.day, -1) : to.day;
  if (endsOn < from.day || (!from.midnight && endsOn === from.day)) return undefined;
  if (!to.midnight && endsOn === from.day) return undefined;
  return { startsOn: from.day, endsOn };
};
