import type { Helpers, SittingStatus } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { runnableSitting } from './sittings.ts';
import { statusOf } from './status.ts';

const staffWhoMayHelp = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('active', '=', true)
      .execute()
  ).map((row) => row.staff_id);

/** Whoever works at the school can have helped. */
export const listHelpers = (deps: Dependencies, actor: StaffActor, sittingId: string): Promise<Helpers> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    await runnableSitting(tx, actor, sittingId);
    const staffIds = await staffWhoMayHelp(tx, actor.schoolId);
    const names = await wholeNames(tx, await sealer(), actor.schoolId, staffIds);
    const staff = [...names].map(([staffId, name]) => ({ staffId, name }));
    return { ownStaffId: actor.staffId, staff: staff.sort((a, b) => a.name.localeCompare(b.name, 'nb')) };
  });

/** Records who helped the pupil to answer; null when nobody did after all. */
export const recordHelp = (
  deps: Dependencies,
  actor: StaffActor,
  { sittingId, pupilId }: { readonly sittingId: string; readonly pupilId: string },
  staffId: string | null,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    await runnableSitting(tx, actor, sittingId);
    if (staffId !== null && !(await staffWhoMayHelp(tx, schoolId)).includes(staffId))
      throw new AppError('invalid_request', ['staffId']);
    const key = { school_id: schoolId, sitting_id: sittingId, pupil_id: pupilId };
    const listed = await tx
      .selectFrom('sitting_pupil')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .where('pupil_id', '=', pupilId)
      .executeTakeFirst();
    if (listed === undefined) throw new AppError('not_found');
    if (staffId === null)
      await tx
        .deleteFrom('pupil_help')
        .where('school_id', '=', schoolId)
        .where('sitting_id', '=', sittingId)
        .where('pupil_id', '=', pupilId)
        .execute();
    else {
      const help = { staff_id: staffId, recorded_by: actor.staffId, recorded_at: deps.now() };
      await tx
        .insertInto('pupil_help')
        .values({ ...key, ...help })
        .onConflict((conflict) => conflict.columns(['school_id', 'sitting_id', 'pupil_id']).doUpdateSet(help))
        .execute();
    }
    return statusOf(deps, tx, await sealer(), actor, sittingId);
  });

/** Who helped which pupil in these sittings, by «sitting pupil». */
export const helpersIn = async (
  tx: Tx,
  schoolId: string,
  sittingIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('pupil_help')
    .select(['sitting_id', 'pupil_id', 'staff_id'])
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`sitting_id = any(${sittingIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [`${row.sitting_id} ${row.pupil_id}`, row.staff_id]));
};
