const dayLength = 86_400_000;

const toTime = (date: string): number => {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(time)) throw new RangeError(`not a date: ${date}`);
  return time;
};

const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => toDate(toTime(date) + days * dayLength);

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const monthOf = (date: string): number => Number(date.slice(5, 7));

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (date: string): number => new Date(toTime(date)).getUTCDay() || 7;

export const mondayOf = (date: string): string => addDays(date, 1 - weekday(date));

/** The Monday of an ISO 8601 week; 4 January always lies in week 1. */
export const mondayOfWeek = (year: number, week: number): string =>
  addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));

/** ISO 8601 week number: that of the week's Thursday. */
export function weekNumber(date: string): number {
  const thursday = addDays(mondayOf(date), 3);
  const first = mondayOfWeek(yearOf(thursday), 1);
  return Math.floor((toTime(thursday) - toTime(first)) / (7 * dayLength)) + 1;
}

/** Easter Sunday in the Gregorian calendar, by the Meeus/Jones/Butcher algorithm. */
export function easterSunday(year: number): string {
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
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
