import type { RoundOverview } from '@samhold/contract';

export type RoundPhase = 'planned' | 'open' | 'over' | 'ended';

/** Where a round is on a given day (ISO). A round whose days are over still waits to be ended. */
export const roundPhase = (
  round: Pick<RoundOverview, 'opensOn' | 'closesOn' | 'endedAt'>,
  today: string,
): RoundPhase => {
  if (round.endedAt !== null) return 'ended';
  if (today < round.opensOn) return 'planned';
  return today > round.closesOn ? 'over' : 'open';
};

const names: Readonly<Record<RoundPhase, string>> = {
  planned: 'Planlagt',
  open: 'Åpen',
  over: 'Svarfristen er ute',
  ended: 'Avsluttet',
};

export const phaseName = (phase: RoundPhase): string => names[phase];

export type SchoolYearRounds = { readonly schoolYear: string; readonly rounds: readonly RoundOverview[] };

/** Newest year first, and within a year the latest round first. */
export const bySchoolYear = (rounds: readonly RoundOverview[]): readonly SchoolYearRounds[] =>
  [...Map.groupBy(rounds, ({ schoolYear }) => schoolYear)]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([schoolYear, group]) => ({
      schoolYear,
      rounds: group.toSorted((a, b) => b.opensOn.localeCompare(a.opensOn)),
    }));
