import { longDate } from '#lib/format/dates.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const addDays = (day: string, count: number): string => {
  const moved = noon(day);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
};

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: string): number => noon(day).getUTCDay() || 7;

/** ISO 8601 week number. */
export const weekNumber = (day: string): number => {
  const thursday = addDays(day, 4 - weekday(day));
  const firstOfYear = noon(`${thursday.slice(0, 4)}-01-01`).getTime();
  return Math.floor((noon(thursday).getTime() - firstOfYear) / (7 * 86_400_000)) + 1;
};

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

/** «12. oktober» */
export const dayAndMonth = (day: string): string => longDate(day).replace(/ \d{4}$/, '');

/** «tirsdag 12. oktober» */
export const weekdayAndDay = (day: string): string =>
  `${weekdays[weekday(day) - 1] ?? ''} ${dayAndMonth(day)}`;

/** «tirsdag 17. mai», «28. september – 2. oktober», «4.–8. oktober» */
export const rangeText = (startsOn: string, endsOn: string): string => {
  if (startsOn === endsOn) return weekdayAndDay(startsOn);
  if (startsOn.slice(0, 7) === endsOn.slice(0, 7))
    return `${Number(startsOn.slice(8))}.–${dayAndMonth(endsOn)}`;
  return `${dayAndMonth(startsOn)} – ${dayAndMonth(endsOn)}`;
};

/** «uke 40», «uke 52–53» */
export const weeksText = (startsOn: string, endsOn: string): string => {
  const [first, last] = [weekNumber(startsOn), weekNumber(endsOn)];
  return first === last ? `uke ${first}` : `uke ${first}–${last}`;
};

export const gradesText = ({ fromGrade, toGrade }: { fromGrade: number; toGrade: number }): string =>
  fromGrade === toGrade ? `${fromGrade}. trinn` : `${fromGrade}.–${toGrade}. trinn`;
