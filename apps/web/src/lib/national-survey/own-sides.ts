import type { NationalSurvey, OwnSeries } from '@samhold/contract';
import type { About, Side, Unit } from './survey-sides.ts';

/** What own rounds say of a unit: the latest round of the school year, which is shown or hidden. */
export type OwnSide = { readonly round: string; readonly said: Side | null };

type Round = OwnSeries['rounds'][number];

/** The latest round of a school year; an earlier one does not stand in for one that is hidden. */
const latest = ({ rounds }: OwnSeries, year: number): Round | undefined =>
  rounds.findLast((one) => one.year === year);

const saidIn = (round: Round, { grades }: Unit): Side | null => {
  const { value, answers } = grades.length > 1 ? round.together : round.found;
  return value === null || answers === null ? null : { value, answers };
};

/** Somebody can be bullied in several ways, so together they are the most it can be; one hidden, and there is no such sum. */
const mostOf = (ways: readonly (Side | null)[]): Side | null => {
  const shown = ways.filter((one) => one !== null);
  if (shown.length === 0 || shown.length < ways.length) return null;
  return {
    value: shown.reduce((sum, { value }) => sum + value, 0),
    answers: Math.min(...shown.map(({ answers }) => answers)),
  };
};

const highestOf = (asked: readonly (Side | null)[]): Side | null =>
  asked
    .filter((one) => one !== null)
    .reduce<Side | null>((best, one) => (best === null || one.value > best.value ? one : best), null);

const measures = { bullied: 'bullied', company: 'mean' } as const;
const matters = { bullied: 'Mobbing på skolen', company: 'company' } as const;

/** Null where the unit had no round with such a question in the school year. */
export const ownSide = (
  { ownRounds }: Pick<NationalSurvey, 'ownRounds'>,
  unit: Unit,
  about: About,
): OwnSide | null => {
  const rounds = ownRounds
    .filter(
      ({ matter, measure, grade, className }) =>
        matter === matters[about] &&
        measure === measures[about] &&
        grade === unit.grades[0] &&
        className === unit.className,
    )
    .map((one) => latest(one, unit.year))
    .filter((one) => one !== undefined);
  const [first] = rounds;
  if (first === undefined) return null;
  const said = rounds.map((round) => saidIn(round, unit));
  return { round: first.name, said: about === 'bullied' ? mostOf(said) : highestOf(said) };
};

/**
 * Of how many pupils in the unit there are signals at most, or how many cases; null where nothing can be said of some class of it.
 */
export const seenIn = (
  { seen }: Pick<NationalSurvey, 'seen'>,
  unit: Unit,
  what: 'atMost' | 'cases',
): number | null => {
  const classes = seen.filter(
    ({ year, grade, className }) =>
      year === unit.year &&
      unit.grades.includes(grade) &&
      (unit.className === '' || className === unit.className),
  );
  if (classes.length === 0) return null;
  return classes.reduce<number | null>(
    (sum, { [what]: most }) => (sum === null || most === null ? null : sum + most),
    0,
  );
};
