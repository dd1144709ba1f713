import { addDays, earlier, easterSunday, later, mondayOf, mondayOfWeek, weekday, yearOf } from './days.ts';
import type { Period, Term } from './queries.ts';

export type TemplatePeriod = Omit<Period, 'periodId' | 'source'>;

/** Pupils have 190 school days in a year (opplæringslova, and the school routes of Oslo). */
export const PUPIL_DAYS = 190;

const free = (name: string, startsOn: string, endsOn = startsOn): TemplatePeriod => ({
  kind: 'free',
  name,
  startsOn,
  endsOn,
  fromGrade: 1,
  toGrade: 7,
});

/** The Monday of the week of Christmas Eve, but not before 21 December; New Year's Day and a lone Friday after it. */
const christmas = (startYear: number): TemplatePeriod => {
  const newYear = `${startYear + 1}-01-01`;
  return free(
    'Juleferie',
    later(mondayOf(`${startYear}-12-24`), `${startYear}-12-21`),
    weekday(newYear) === 4 ? addDays(newYear, 1) : newYear,
  );
};

/** Free days between one August and the next, as commonly placed in Oslo. Planning days are the school's own to add. */
export const freePeriodsFrom = (startYear: number): readonly TemplatePeriod[] => {
  const autumn = mondayOfWeek(startYear, 40);
  const winter = mondayOfWeek(startYear + 1, 8);
  const easter = easterSunday(startYear + 1);
  return [
    free('Høstferie', autumn, addDays(autumn, 4)),
    christmas(startYear),
    free('Vinterferie', winter, addDays(winter, 4)),
    free('Påskeferie', addDays(easter, -6), addDays(easter, 1)),
    free('Arbeidernes dag', `${startYear + 1}-05-01`),
    free('Grunnlovsdagen', `${startYear + 1}-05-17`),
    free('Kristi himmelfartsdag', addDays(easter, 39)),
    free('2. pinsedag', addDays(easter, 50)),
  ];
};

/** When Elevundersøkelsen is open to schools: the whole autumn window, until the school enters its own weeks. */
const nationalSurvey = (startYear: number): TemplatePeriod => ({
  kind: 'national_survey',
  name: 'Elevundersøkelsen',
  startsOn: `${startYear}-10-01`,
  endsOn: `${startYear}-11-30`,
  fromGrade: 5,
  toGrade: 7,
});

/** Oslo's own survey of the lower grades; other kommuner have none, so that only a school that has it adds it. */
export const municipalSurvey = (startYear: number): TemplatePeriod => ({
  kind: 'municipal_survey',
  name: 'Kommunens undersøkelse',
  startsOn: `${startYear}-10-15`,
  endsOn: `${startYear}-12-15`,
  fromGrade: 1,
  toGrade: 4,
});

type Days = { readonly startsOn: string; readonly endsOn: string };

/** The periods that touch the year, cut to it. */
export const cutTo = <P extends Days>(year: Days, periods: readonly P[]): readonly P[] =>
  periods
    .filter((period) => period.endsOn >= year.startsOn && period.startsOn <= year.endsOn)
    .map((period) => ({
      ...period,
      startsOn: later(period.startsOn, year.startsOn),
      endsOn: earlier(period.endsOn, year.endsOn),
    }));

/**
 * Periods of a year from the pattern of Oslo, for whichever calendar years it touches; the kommune's own survey for those
 * that have one.
 */
export const templatePeriods = (
  year: Days,
  wished: { readonly municipalSurvey: boolean } = { municipalSurvey: false },
): readonly TemplatePeriod[] => {
  const startYears = [yearOf(year.startsOn) - 1, yearOf(year.startsOn), yearOf(year.endsOn)];
  const all = [...new Set(startYears)].flatMap((start) => [
    ...freePeriodsFrom(start),
    nationalSurvey(start),
    ...(wished.municipalSurvey ? [municipalSurvey(start)] : []),
  ]);
  return cutTo(year, all).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
};

/** Two terms that meet at New Year; one when the year does not reach over it. */
export const templateTerms = (year: Days): readonly Term[] => {
  const lastOfAutumn = `${yearOf(year.startsOn)}-12-31`;
  if (lastOfAutumn >= year.endsOn) return [{ number: 1, name: 'Skoleåret', ...pick(year) }];
  return [
    { number: 1, name: 'Høst', startsOn: year.startsOn, endsOn: lastOfAutumn },
    { number: 2, name: 'Vår', startsOn: addDays(lastOfAutumn, 1), endsOn: year.endsOn },
  ];
};

const pick = ({ startsOn, endsOn }: Days): Days => ({ startsOn, endsOn });

/** First and last school day as Oslo commonly has them, for the year that begins in August of `startYear`. */
export const usualYear = (startYear: number): Days => ({
  startsOn: mondayOfWeek(startYear, 34),
  endsOn: addDays(mondayOfWeek(startYear + 1, 25), 4),
});
