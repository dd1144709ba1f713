import type { CalendarPeriod, RelationKind, YearEntry } from '@samhold/contract';
import { momentInNorway } from '../clock/oslo-time.ts';
import type { RoundOfYear } from '../rounds/planned-rounds.ts';
import type { CalendarEvent, EventTime } from './calendar-text.ts';

const gradesText = ({ fromGrade, toGrade }: { readonly fromGrade: number; readonly toGrade: number }) =>
  fromGrade === toGrade ? `${fromGrade}. trinn` : `${fromGrade}.–${toGrade}. trinn`;

/** What the round is, never what somebody called it. */
const roundName = { wellbeing: 'Trivselsundersøkelse', sociogram: 'Sosiogram' } as const;

const MINUTE = 60_000;

const timeOf = (
  { startsAt, minutes }: YearEntry,
  days: { readonly startsOn: string; readonly endsOn: string },
): EventTime => {
  if (startsAt === null || minutes === null) return { startsOn: days.startsOn, endsOn: days.endsOn };
  const from = momentInNorway(days.startsOn, startsAt);
  return { startsAt: from, endsAt: new Date(from.getTime() + minutes * MINUTE) };
};

/** Leadership has the whole year; others what all employees have, and what one of their own roles sees to. */
const concerns = (entry: YearEntry, roles: ReadonlySet<RelationKind>): boolean =>
  roles.has('leadership') ||
  entry.responsible.includes('employee') ||
  entry.responsible.some((role) => roles.has(role));

/** The year as events for the calendar of a person with these roles. It names nobody. */
export const yearEvents = (
  year: {
    readonly periods: readonly CalendarPeriod[];
    readonly rounds: readonly RoundOfYear[];
    readonly entries: readonly YearEntry[];
  },
  roles: ReadonlySet<RelationKind>,
): readonly CalendarEvent[] => [
  ...year.periods.map((period) => ({
    key: `period-${period.periodId}`,
    summary:
      period.kind === 'free' ? `Elevene har fri: ${period.name}` : `${period.name}, ${gradesText(period)}`,
    time: { startsOn: period.startsOn, endsOn: period.endsOn },
  })),
  ...year.rounds.map((round) => ({
    key: `round-${round.roundId}`,
    summary: `${roundName[round.kind]}, ${gradesText(round)}`,
    time: { startsOn: round.opensOn, endsOn: round.closesOn },
  })),
  ...year.entries
    .filter((entry) => concerns(entry, roles))
    .flatMap((entry) =>
      entry.occurrences
        .filter(({ state }) => state !== 'taken_out')
        .map((occurrence) => ({
          key: `entry-${entry.entryId}-${occurrence.number}`,
          summary: entry.name,
          time: timeOf(entry, occurrence),
        })),
    ),
];
