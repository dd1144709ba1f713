import type { GroundsView, NewGround } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { findYear, schoolYears } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import * as queries from './queries.ts';

type Year = Awaited<ReturnType<typeof schoolYears>>[number];

const refOf = (year: Year) => ({
  schoolYearId: year.yearId,
  label: year.label,
  startsOn: year.startsOn,
  endsOn: year.endsOn,
});

/** The year asked for, else the one that holds today, else the next, else the last. */
const yearToShow = (years: readonly Year[], today: string, wished: string | undefined): Year | undefined => {
  if (wished !== undefined) {
    const found = years.find((year) => year.yearId === wished);
    if (found === undefined) throw new AppError('not_found');
    return found;
  }
  return years.findLast((year) => year.endsOn >= today) ?? years[0];
};

const view = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  today: string,
  wished: string | undefined,
): Promise<GroundsView> => {
  const years = await schoolYears(tx, schoolId);
  const year = yearToShow(years, today, wished);
  const rows = year === undefined ? [] : await queries.groundsOfYear(tx, schoolId, year.yearId);
  const recorders = rows.flatMap((row) => (row.recorded_by === null ? [] : [row.recorded_by]));
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(recorders)]);
  return {
    today,
    schoolName: await queries.schoolName(tx, schoolId),
    years: years.map(refOf),
    year: year === undefined ? null : refOf(year),
    grounds: rows.map((row) => ({
      purpose: row.purpose,
      legalReference: row.legal_reference,
      letterVersion: row.letter_version,
      letterApprovedOn: String(row.letter_approved_on),
      letterSentOn: String(row.letter_sent_on),
      dpiaVersion: row.dpia_version,
      dpiaApprovedOn: String(row.dpia_approved_on),
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: names.get(row.recorded_by ?? '') ?? null,
    })),
  };
};

export const readGrounds = (
  deps: Dependencies,
  actor: StaffActor,
  schoolYearId: string | undefined,
): Promise<GroundsView> =>
  deps.db.inScope(actor, async (tx, sealer) =>
    view(tx, await sealer(), actor.schoolId, dayOf(deps.now()), schoolYearId),
  );

const trimmed = (ground: NewGround): NewGround => ({
  ...ground,
  purpose: ground.purpose.trim(),
  legalReference: ground.legalReference.trim(),
  letterVersion: ground.letterVersion.trim(),
  dpiaVersion: ground.dpiaVersion.trim(),
});

/**
 * Records what rounds of a year rest on, in front of all recorded before. Throws `date_in_future` for what has not happened
 * yet, and `letter_sent_before_approved`.
 */
export const addGround = (deps: Dependencies, actor: StaffActor, ground: NewGround): Promise<GroundsView> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const today = dayOf(deps.now());
    await findYear(tx, actor.schoolId, ground.schoolYearId);
    const future = (['letterApprovedOn', 'letterSentOn', 'dpiaApprovedOn'] as const).filter(
      (field) => ground[field] > today,
    );
    if (future.length > 0) throw new AppError('date_in_future', future);
    if (ground.letterSentOn < ground.letterApprovedOn) throw new AppError('letter_sent_before_approved');
    const recorded = { recordedBy: actor.staffId, recordedAt: deps.now() };
    await queries.insertGround(tx, actor.schoolId, { ...trimmed(ground), ...recorded });
    return view(tx, await sealer(), actor.schoolId, today, ground.schoolYearId);
  });
