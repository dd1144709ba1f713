import type { TalkTerm } from '@samhold/contract';

/** The half of the school year that a day (yyyy-mm-dd) lies in: it turns with the calendar year. */
export const termOf = (day: string): TalkTerm => (Number(day.slice(5, 7)) >= 8 ? 'autumn' : 'spring');
