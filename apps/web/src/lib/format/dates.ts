const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

const two = (n: number): string => String(n).padStart(2, '0');

/** «23. november 2026» from a day (2026-11-23) or a moment, in the reader's own time zone. */
export const longDate = (dayOrMoment: string): string => {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(dayOrMoment);
  if (day) return `${Number(day[3])}. ${months[Number(day[2]) - 1] ?? ''} ${day[1] ?? ''}`;
  const moment = new Date(dayOrMoment);
  return `${moment.getDate()}. ${months[moment.getMonth()] ?? ''} ${moment.getFullYear()}`;
};

/** «09.41» */
export const clockTime = (moment: string): string => {
  const at = new Date(moment);
  return `${two(at.getHours())}.${two(at.getMinutes())}`;
};

/** «23. november 2026 kl. 09.41» */
export const dateAndTime = (moment: string): string => `${longDate(moment)} kl. ${clockTime(moment)}`;

/** 2026-11-23, as date fields want it, in the reader's own time zone. */
export const isoDay = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
