import type { Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';

/** True for a row that counts. One that is to be deleted is passed over; one with an unknown status is rejected. */
export const isActive = (status: string, file: string, row: number, rejections: Rejections): boolean => {
  const value = status.toLowerCase();
  if (value === '' || value === 'active') return true;
  if (value !== 'tobedeleted' && value !== 'inactive') rejections.add(file, row, reasons.unknownStatus);
  return false;
};

/** The day of a date as rosters write it: 2026-06-19, with or without a time, or 19.06.2026. */
const dayIn = (text: string): string | undefined => {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text)?.[1];
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (norwegian === null) return iso;
  const [, day = '', month = '', year = ''] = norwegian;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** Whether something is over on a day: OneRoster's end date is the first day after. `undefined` for what is no date. */
export const isOver = (endDate: string, today: string): boolean | undefined => {
  if (endDate === '') return false;
  const day = dayIn(endDate);
  return day === undefined ? undefined : day <= today;
};
