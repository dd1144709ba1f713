import type { CalendarPeriod, SchoolCalendarView, Term } from '@samhold/contract';
import type { DraftRound } from './plan-draft.svelte.ts';

export type Entry =
  | { readonly what: 'round'; readonly startsOn: string; readonly round: DraftRound }
  | { readonly what: 'period'; readonly startsOn: string; readonly period: CalendarPeriod }
  | { readonly what: 'term'; readonly startsOn: string; readonly term: Term; readonly at: 'start' | 'end' };

export type Month = { readonly month: string; readonly entries: readonly Entry[] };

type Year = Pick<NonNullable<SchoolCalendarView['year']>, 'terms' | 'periods'>;

const order: Readonly<Record<Entry['what'], number>> = { term: 0, period: 1, round: 2 };

/** The year as a list: what begins in each month (yyyy-mm), in order of time. Months in which nothing begins are left out. */
export const yearMonths = (year: Year, rounds: readonly DraftRound[]): readonly Month[] => {
  const entries: Entry[] = [
    ...year.terms.flatMap((term): Entry[] => [
      { what: 'term', at: 'start', startsOn: term.startsOn, term },
      { what: 'term', at: 'end', startsOn: term.endsOn, term },
    ]),
    ...year.periods.map((period): Entry => ({ what: 'period', startsOn: period.startsOn, period })),
    ...rounds.map((round): Entry => ({ what: 'round', startsOn: round.opensOn, round })),
  ];
  const months = new Map<string, Entry[]>();
  for (const entry of entries.toSorted(
    (a, b) => a.startsOn.localeCompare(b.startsOn) || order[a.what] - order[b.what],
  )) {
    const month = entry.startsOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, inMonth]) => ({ month, entries: inMonth }));
};

/** The same weekday in the next (1) or previous (-1) week that is not free, or the day itself when there is none near. */
export const weekOver = (
  day: string,
  step: 1 | -1,
  periods: readonly CalendarPeriod[],
  move: (day: string, count: number) => string,
): string => {
  for (let weeks = 1; weeks <= 8; weeks += 1) {
    const moved = move(day, step * weeks * 7);
    const free = periods.some(
      (period) => period.kind === 'free' && period.startsOn <= moved && moved <= period.endsOn,
    );
    if (!free) return moved;
  }
  return day;
};
