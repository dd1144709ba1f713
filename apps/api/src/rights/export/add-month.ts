import { addDays } from '../../calendar/days.ts';

/** The same day of the next month, or its last day when it has no such day (GDPR article 12 no. 3: within one month). */
export const addMonth = (day: string): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const [nextYear, nextMonth] = first.split('-');
  const same = `${nextYear}-${nextMonth}-${String(date).padStart(2, '0')}`;
  const isDay = !Number.isNaN(Date.parse(same)) && new Date(same).toISOString().startsWith(same);
  return isDay ? same : addDays(addDays(first, 31).slice(0, 8).concat('01'), -1);
};
