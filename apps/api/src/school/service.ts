import {
  isOrganisationNumber,
  type AddSchoolYear,
  type NewSchoolYear,
  type SchoolSettings,
  type SchoolYears,
} from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { createSchoolYear, schoolYears, updateSchoolYear } from '../calendar/service.ts';
import { templatePeriods } from '../calendar/year-template.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { takeNumber } from '../schools/numbers.ts';
import { carryOver } from '../year-wheel/carry-over.ts';
import { nextYear } from './next-year.ts';
import * as queries from './queries.ts';

export const readSettings = (deps: Dependencies, actor: StaffActor): Promise<SchoolSettings> =>
  deps.db.inScope(actor, async (tx) => {
    const school = await queries.schoolById(tx, actor.schoolId);
    return { name: school.name, organisationNumber: school.organisation_number };
  });

export const saveSettings = async (
  deps: Dependencies,
  actor: StaffActor,
  { name, organisationNumber }: SchoolSettings,
): Promise<SchoolSettings> => {
  if (!isOrganisationNumber(organisationNumber))
    throw new AppError('invalid_request', ['organisationNumber']);
  await deps.db.inScope(actor, async (tx) => {
    const before = await queries.schoolById(tx, actor.schoolId);
    if (
      before.organisation_number !== organisationNumber &&
      !(await takeNumber(tx, deps.keyring, actor.schoolId, organisationNumber))
    )
      throw new AppError('organisation_number_taken');
    await queries.updateSchool(tx, actor.schoolId, name.trim(), organisationNumber);
  });
  return readSettings(deps, actor);
};

const yearsIn = async (tx: Tx, schoolId: string, today: string): Promise<SchoolYears> => {
  const years = await schoolYears(tx, schoolId);
  return {
    years: years.map(({ yearId, ...year }) => ({ schoolYearId: yearId, ...year })),
    next: nextYear(years[0], today),
  };
};

export const readYears = (deps: Dependencies, actor: StaffActor): Promise<SchoolYears> =>
  deps.db.inScope(actor, (tx) => yearsIn(tx, actor.schoolId, dayOf(deps.now())));

const mustFollow = ({ label }: NewSchoolYear): void => {
  const [first, second] = label.split('/').map(Number);
  if (first === undefined || second !== first + 1) throw new AppError('invalid_request', ['label']);
};

export const addYear = (
  deps: Dependencies,
  actor: StaffActor,
  { municipalSurvey = false, ...year }: AddSchoolYear,
): Promise<SchoolYears> => {
  mustFollow(year);
  return deps.db.inScope(actor, async (tx) => {
    const periods = templatePeriods(year, { municipalSurvey });
    await carryOver(tx, actor.schoolId, await createSchoolYear(tx, actor.schoolId, year, periods));
    return yearsIn(tx, actor.schoolId, dayOf(deps.now()));
  });
};

export const changeYear = (
  deps: Dependencies,
  actor: StaffActor,
  yearId: string,
  year: NewSchoolYear,
): Promise<SchoolYears> => {
  mustFollow(year);
  return deps.db.inScope(actor, async (tx) => {
    await updateSchoolYear(tx, actor.schoolId, yearId, year);
    return yearsIn(tx, actor.schoolId, dayOf(deps.now()));
  });
};

export const schoolName = async (tx: Tx, schoolId: string): Promise<string> =>
  (await queries.schoolById(tx, schoolId)).name;
