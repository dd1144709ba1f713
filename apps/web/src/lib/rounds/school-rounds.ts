import type { RoundOverview } from '@samhold/contract';

export type RoundPhase = 'planned' | 'waiting' | 'unprepared' | 'open' | 'over' | 'missed' | 'ended';

type Phased = Pick<RoundOverview, 'opensOn' | 'closesOn' | 'openedAt' | 'endedAt' | 'prepared' | 'classes'>;

/**
 * Where a round is on a given day (ISO). It waits from the day it opens until the clock has opened it, and is over from its
 * last day until the clock has ended it; one that never opened was missed.
 */
export const roundPhase = (round: Phased, today: string): RoundPhase => {
  if (round.endedAt !== null) return 'ended';
  const begun = round.openedAt !== null || round.classes.started > 0;
  if (today > round.closesOn) return begun ? 'over' : 'missed';
  if (begun) return 'open';
  if (!round.prepared) return 'unprepared';
  return today < round.opensOn ? 'planned' : 'waiting';
};

const names: Readonly<Record<RoundPhase, string>> = {
  planned: 'Planlagt',
  waiting: 'Åpner i dag',
  unprepared: 'Kan ikke åpne ennå',
  open: 'Åpen',
  over: 'Svarfristen er ute',
  missed: 'Ble ikke åpnet',
  ended: 'Avsluttet',
};

export const phaseName = (phase: RoundPhase): string => names[phase];

export type SchoolYearRounds = { readonly schoolYear: string; readonly rounds: readonly RoundOverview[] };

/** What is open comes first, then what is to come with the next first, then what is over with the latest first. */
const inTurn = (a: RoundOverview, b: RoundOverview): number => {
  const place = ({ endedAt, openedAt, classes }: RoundOverview): number => {
    if (endedAt !== null) return 2;
    return openedAt !== null || classes.started > 0 ? 0 : 1;
  };
  const [first, second] = [place(a), place(b)];
  if (first !== second) return first - second;
  return first === 2 ? b.opensOn.localeCompare(a.opensOn) : a.opensOn.localeCompare(b.opensOn);
};

/** Newest year first, and within a year what concerns the reader now first. */
export const bySchoolYear = (rounds: readonly RoundOverview[]): readonly SchoolYearRounds[] =>
  [...Map.groupBy(rounds, ({ schoolYear }) => schoolYear)]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([schoolYear, group]) => ({
      schoolYear,
      rounds: group.toSorted(inTurn),
    }));
