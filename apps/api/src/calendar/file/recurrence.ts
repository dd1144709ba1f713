const frequencies: Readonly<Record<string, readonly string[]>> = {
  DAILY: [],
  WEEKLY: ['BYDAY'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY'],
  YEARLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH'],
};

/** Of a leap year: 29 February comes again. */
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const whole = (text: string, least: number, most: number): boolean =>
  /^-?\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;

/**
 * True for a rule whose next day is always near. A rule can be written that never falls on any day (31 February), and looking
 * for its next day never ends; only the forms that school calendars use are followed.
 */
export const isBoundedRule = (rule: string): boolean => {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [key = '', value = ''] = part.trim().toUpperCase().split('=');
      return [key, value] as const;
    }),
  );
  const allowed = frequencies[parts.get('FREQ') ?? ''];
  if (allowed === undefined || !whole(parts.get('INTERVAL') ?? '1', 1, 100)) return false;
  const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', ...allowed]);
  if ([...parts.keys()].some((key) => !known.has(key))) return false;
  const monthly = parts.get('FREQ') === 'MONTHLY';
  const byDay = parts.get('BYDAY');
  const byMonthDay = parts.get('BYMONTHDAY');
  // With two of them, or with months left out, the days asked for may not exist.
  if (byDay !== undefined && byMonthDay !== undefined) return false;
  if (monthly && (byDay ?? byMonthDay) !== undefined && (parts.get('INTERVAL') ?? '1') !== '1') return false;
  if (byDay !== undefined && !byDay.split(',').every((day) => /^-?[1-4]?(MO|TU|WE|TH|FR|SA|SU)$/.test(day)))
    return false;
  const month = parts.get('BYMONTH');
  if (month !== undefined && !whole(month, 1, 12)) return false;
  if (parts.get('FREQ') === 'YEARLY' && (byDay ?? byMonthDay) !== undefined && month === undefined)
    return false;
  if (byMonthDay === undefined) return true;
  return whole(byMonthDay, 1, monthly ? 28 : (longestMonth[Number(month) - 1] ?? 28));
};
