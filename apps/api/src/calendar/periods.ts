import { randomUUID } from 'node:crypto';
import type { AddPeriod, CalendarPeriod, NewPeriod, SaveTerms } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import * as queries from './queries.ts';
import { findYear } from './service.ts';

/** Throws unless the period lies in its year. A day without school is free for the whole school. */
const checkPeriod = (year: queries.SchoolYear, period: NewPeriod): void => {
  if (period.name.trim().length < 2) throw new AppError('invalid_request', ['name']);
  if (period.startsOn > period.endsOn) throw new AppError('invalid_request', ['endsOn']);
  if (period.fromGrade > period.toGrade) throw new AppError('invalid_request', ['toGrade']);
  if (period.kind === 'free' && (period.fromGrade !== 1 || period.toGrade !== 7))
    throw new AppError('invalid_request', ['fromGrade']);
  if (period.startsOn < year.startsOn || period.endsOn > year.endsOn)
    throw new AppError('period_outside_year');
};

/** The year, held so that one change of its calendar or plan comes at a time. */
export const heldYear = async (tx: Tx, schoolId: string, yearId: string): Promise<queries.SchoolYear> => {
  await queries.lockYear(tx, schoolId, yearId);
  return findYear(tx, schoolId, yearId);
};

export const addPeriod = (
  deps: Dependencies,
  actor: StaffActor,
  { schoolYearId, period }: AddPeriod,
): Promise<CalendarPeriod> =>
  deps.db.inScope(actor, async (tx) => {
    checkPeriod(await heldYear(tx, actor.schoolId, schoolYearId), period);
    const added: queries.Period = {
      ...period,
      name: period.name.trim(),
      periodId: randomUUID(),
      source: 'staff',
    };
    await queries.insertPeriods(tx, actor.schoolId, schoolYearId, [added]);
    return added;
  });

export const changePeriod = (
  deps: Dependencies,
  actor: StaffActor,
  periodId: string,
  period: NewPeriod,
): Promise<CalendarPeriod> =>
  deps.db.inScope(actor, async (tx) => {
    const yearId = await queries.yearOfPeriod(tx, actor.schoolId, periodId);
    if (yearId === undefined) throw new AppError('not_found');
    checkPeriod(await heldYear(tx, actor.schoolId, yearId), period);
    const changed: queries.Period = { ...period, name: period.name.trim(), periodId, source: 'staff' };
    await queries.updatePeriod(tx, actor.schoolId, changed);
    return changed;
  });

/** Removing what is not there does nothing: two people may have pressed the same button. */
export const removePeriod = (deps: Dependencies, actor: StaffActor, periodId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await queries.deletePeriod(tx, actor.schoolId, periodId);
  });

/** Terms follow each other inside the year, without a day in two of them. */
export const saveTerms = (
  deps: Dependencies,
  actor: StaffActor,
  { schoolYearId, terms }: SaveTerms,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const year = await heldYear(tx, actor.schoolId, schoolYearId);
    const inOrder = terms.every(
      (term, at) =>
        term.startsOn <= term.endsOn &&
        term.startsOn > (terms[at - 1]?.endsOn ?? '') &&
        term.startsOn >= year.startsOn &&
        term.endsOn <= year.endsOn,
    );
    if (!inOrder) throw new AppError('terms_not_in_order');
    const numbered = terms.map((term, at) => ({ ...term, number: at + 1 }));
    await queries.replaceTerms(tx, actor.schoolId, schoolYearId, numbered);
  });
