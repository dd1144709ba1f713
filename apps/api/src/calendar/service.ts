import { randomUUID } from 'node:crypto';
import type { Tx } from '@samhold/db';
import { AppError } from '../errors.ts';
import { daysBetween } from './days.ts';
import * as queries from './queries.ts';
import type { SchoolCalendar } from './school-days.ts';
import { cutTo, templatePeriods, templateTerms, type TemplatePeriod } from './year-template.ts';

export type NewSchoolYear = { readonly label: string; readonly startsOn: string; readonly endsOn: string };

const shortestYear = 100;
const longestYear = 400;

/** The days of a year as everything that counts school days reads them. */
export const calendarOf = (
  year: { readonly startsOn: string; readonly endsOn: string },
  periods: readonly queries.Period[],
): SchoolCalendar => ({
  startsOn: year.startsOn,
  endsOn: year.endsOn,
  free: periods
    .filter((period) => period.kind === 'free')
    .map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
});

/** Throws not_found when the school has no such year. */
export const readCalendar = async (
  tx: Tx,
  schoolId: string,
  schoolYearId: string,
): Promise<SchoolCalendar> => {
  const year = await findYear(tx, schoolId, schoolYearId);
  return calendarOf(year, await queries.periodsOf(tx, schoolId, schoolYearId));
};

/** Free days and weeks of other surveys in a year. */
export const periodsOfYear = queries.periodsOf;

/** Puts these weeks in the place of those the year has for surveys of the same kinds. */
export const replaceSurveys = async (
  tx: Tx,
  schoolId: string,
  year: queries.SchoolYear,
  surveys: readonly Omit<queries.Period, 'periodId'>[],
): Promise<void> => {
  const kinds = new Set(surveys.map(({ kind }) => kind));
  for (const period of await queries.periodsOf(tx, schoolId, year.yearId))
    if (kinds.has(period.kind)) await queries.deletePeriod(tx, schoolId, period.periodId);
  const within = cutTo(year, surveys).map((survey) => ({ ...survey, periodId: randomUUID() }));
  await queries.insertPeriods(tx, schoolId, year.yearId, within);
};

/** The years of a school, newest first. */
export const schoolYears = queries.yearsOf;

export const findYear = async (tx: Tx, schoolId: string, yearId: string): Promise<queries.SchoolYear> => {
  const year = (await queries.yearsOf(tx, schoolId)).find((candidate) => candidate.yearId === yearId);
  if (year === undefined) throw new AppError('not_found');
  return year;
};

const checkYear = (year: NewSchoolYear, others: readonly queries.SchoolYear[]): void => {
  const length = daysBetween(year.startsOn, year.endsOn) + 1;
  if (length < shortestYear || length > longestYear) throw new AppError('school_year_length');
  const overlapping = others.find((other) => other.startsOn <= year.endsOn && year.startsOn <= other.endsOn);
  if (overlapping !== undefined) throw new AppError('school_year_overlaps', [overlapping.label]);
  if (others.some((other) => other.label === year.label)) throw new AppError('invalid_request', ['label']);
};

/**
 * A year with terms and, unless others are given, periods of the template. Throws school_year_overlaps when another year of the school has a day
 * of it, school_year_length below 100 and above 400 days.
 */
export const createSchoolYear = async (
  tx: Tx,
  schoolId: string,
  year: NewSchoolYear,
  periods: readonly TemplatePeriod[] = templatePeriods(year),
): Promise<string> => {
  await queries.lockSchool(tx, schoolId);
  checkYear(year, await queries.yearsOf(tx, schoolId));
  const yearId = randomUUID();
  await queries.insertYear(tx, schoolId, { yearId, ...year });
  await queries.replaceTerms(tx, schoolId, yearId, templateTerms(year));
  await queries.insertPeriods(
    tx,
    schoolId,
    yearId,
    periods.map((period) => ({ ...period, periodId: randomUUID(), source: 'template' })),
  );
  return yearId;
};

/**
 * New days or another name for a year. Its periods are kept and cut to the new days, its terms made anew when the days
 * change. Throws as createSchoolYear does, not_found, and rounds_outside_year when a round would fall outside.
 */
export const updateSchoolYear = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  year: NewSchoolYear,
): Promise<void> => {
  await queries.lockSchool(tx, schoolId);
  // Else a plan that is just being saved is not seen.
  await queries.lockYear(tx, schoolId, yearId);
  const before = await findYear(tx, schoolId, yearId);
  checkYear(
    year,
    (await queries.yearsOf(tx, schoolId)).filter((other) => other.yearId !== yearId),
  );
  const stranded = await queries.roundOutside(tx, schoolId, yearId, year);
  if (stranded !== undefined) throw new AppError('rounds_outside_year', [stranded.name]);
  await queries.updateYear(tx, schoolId, { yearId, ...year });
  if (before.startsOn === year.startsOn && before.endsOn === year.endsOn) return;
  await queries.replaceTerms(tx, schoolId, yearId, templateTerms(year));
  const periods = await queries.periodsOf(tx, schoolId, yearId);
  const kept = new Map(cutTo(year, periods).map((period) => [period.periodId, period]));
  for (const period of periods) {
    const cut = kept.get(period.periodId);
    if (cut === undefined) await queries.deletePeriod(tx, schoolId, period.periodId);
    else await queries.updatePeriod(tx, schoolId, cut);
  }
};
