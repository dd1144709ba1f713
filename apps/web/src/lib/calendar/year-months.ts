import type { CalendarPeriod, Occurrence, SchoolCalendarView, Term, YearEntry } from '@samhold/contract';
import type { DraftRound } from './plan-draft.svelte.ts';

export type Entry =
  | { readonly what: 'round'; readonly startsOn: string; readonly round: DraftRound }
  | { readonly what: 'period'; readonly startsOn: string; readonly period: CalendarPeriod }
  | {
      readonly what: 'occurrence';
      readonly startsOn: string;
      readonly occurrence: Occurrence;
      readonly entry: YearEntry;
    }
  | { readonly what: 'term'; readonly startsOn: string; readonly term: Term; readonly at: 'start' | 'end' };

export type Month = { readonly month: string; readonly entries: readonly Entry[] };

export type ShownYear = Pick<NonNullable<SchoolCalendarView['year']>, 'terms' | 'periods' | 'entries'>;

const order: Readonly<Record<Entry['what'], number>> = { term: 0, period: 1, round: 2, occurrence: 3 };

/** Comes so often that it is a habit more than an event. */
export const isHabit = ({ everyWeeks, times }: Pick<YearEntry, 'everyWeeks' | 'times'>): boolean =>
  everyWeeks <= 2 && times === null;

/** Everything in the year in order of time: the one shape that wheel and list are both drawn from. */
export const yearItems = (year: ShownYear, rounds: readonly DraftRound[]): readonly Entry[] =>
  [
    ...year.terms.flatMap((term): Entry[] => [
      { what: 'term', at: 'start', startsOn: term.startsOn, term },
      { what: 'term', at: 'end', startsOn: term.endsOn, term },
    ]),
    ...year.periods.map((period): Entry => ({ what: 'period', startsOn: period.startsOn, period })),
    ...rounds.map((round): Entry => ({ what: 'round', startsOn: round.opensOn, round })),
    ...year.entries.flatMap((entry) =>
      entry.occurrences.map((occurrence): Entry => ({
        what: 'occurrence',
        startsOn: occurrence.startsOn,
        occurrence,
        entry,
      })),
    ),
  ].toSorted((a, b) => a.startsOn.localeCompare(b.startsOn) || order[a.what] - order[b.what]);

/** A habit on its usual day fills the list without saying anything. */
const isListed = (item: Entry): boolean =>
  item.what !== 'occurrence' || !isHabit(item.entry) || item.occurrence.state !== 'planned';

/** The year as a list: what begins in each month (yyyy-mm). Months in which nothing begins are left out. */
export const yearMonths = (items: readonly Entry[]): readonly Month[] =>
  [...Map.groupBy(items.filter(isListed), (item) => item.startsOn.slice(0, 7))].map(([month, entries]) => ({
    month,
    entries,
  }));

export const itemKey = (item: Entry): string => {
  switch (item.what) {
    case 'round':
      return item.round.key;
    case 'period':
      return item.period.periodId;
    case 'occurrence':
      return `${item.entry.entryId}-${item.occurrence.number}`;
    case 'term':
      return `${item.term.number}-${item.at}`;
  }
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
