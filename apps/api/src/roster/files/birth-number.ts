const candidate = /(?<![\d+])(\d{2})(\d{2})\d{2}[\s\u2010-\u2013-]?\d{5}(?!\d)/g;
/** Random identifiers, whose digits mean nothing. */
const randomId = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,128})\b/gi;

const within = (value: number, from: number, to: number) => value >= from && value <= to;

/** D-numbers add 40 to the day. */
const isDay = (day: number) => within(day, 1, 31) || within(day, 41, 71);

/** Synthetic numbers add 40, 65 or 80 to the month. */
const isMonth = (month: number) => [0, 40, 65, 80].some((added) => within(month - added, 1, 12));

/**
 * True when a value holds something that looks like a Norwegian birth number or D-number: eleven digits, also with a space
 * or a hyphen after the sixth, that begin with a day and a month. The check digits are not asked, since a mistyped number
 * tells as much about a child, and new numbers follow another rule from 2032. Digits after `+` are a telephone number.
 */
export const holdsBirthNumber = (value: string): boolean => {
  if (value.length < 11 || !/\d{6}/.test(value)) return false;
  for (const [, day, month] of value.replace(randomId, ' ').matchAll(candidate))
    if (isDay(Number(day)) && isMonth(Number(month))) return true;
  return false;
};
