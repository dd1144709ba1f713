const dayLength = 86_400_000;

/** Noon of a day, in UTC: far from midnight everywhere, so that no change of clocks moves it to another day. */
const noonOf = (day: string): number => {
  const time = Date.parse(`${day}T12:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) throw new RangeError(`not a date: ${day}`);
  return time;
};

/** The calendar day `count` days after `day`, as yyyy-mm-dd; before it when negative. Throws RangeError on no date. */
export const addDays = (day: string, count: number): string =>
  new Date(noonOf(day) + count * dayLength).toISOString().slice(0, 10);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noonOf(to) - noonOf(from)) / dayLength);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (day: string): number => new Date(noonOf(day)).getUTCDay() || 7;

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

export const mondayOf = (day: string): string => addDays(day, 1 - weekday(day));

/** The Monday of an ISO 8601 week; 4 January always lies in week 1. */
export const mondayOfWeek = (year: number, week: number): string =>
  addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));

/** ISO 8601 week number: that of the week's Thursday. */
export const weekNumber = (day: string): number => {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(mondayOfWeek(yearOf(thursday), 1), thursday) / 7) + 1;
};

/** Easter Sunday in the Gregorian calendar, by the Meeus/Jones/Butcher algorithm. */
export const easterSunday = (year: number): string => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};
