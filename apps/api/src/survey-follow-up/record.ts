import type { FollowUpRecord, RecordFollowUp } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { isStepOf, mayRecord } from './who-may.ts';
import * as queries from './queries.ts';
import { openRecords, sealSaid } from './records.ts';

/** Stores a record. False when there is one of this id already. */
export const storeRecord = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  said: RecordFollowUp,
  now: Date,
): Promise<boolean> => {
  const { followUpId, year, grade, classId, step, heldOn, finished } = said;
  const result = await tx
    .insertInto('survey_follow_up')
    .values({
      ...{ school_id: schoolId, follow_up_id: followUpId, year, grade, class_id: classId, step, finished },
      held_on: heldOn,
      participants: [...said.participants],
      told: [...said.told],
      body: sealSaid(sealer, followUpId, said),
      ...{ recorded_by: staffId, recorded_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

const readOne = async (tx: Tx, sealer: SchoolSealer, schoolId: string, row: queries.FollowUpRow) => {
  const [record] = await openRecords(tx, sealer, schoolId, [row]);
  if (record === undefined) throw new AppError('not_found');
  return record;
};

const alike = (record: FollowUpRecord, row: queries.FollowUpRow, said: RecordFollowUp): boolean =>
  JSON.stringify([
    record.step,
    record.heldOn,
    record.seen,
    record.measures,
    record.finished,
    row.year,
    row.grade,
  ]) ===
    JSON.stringify([
      said.step,
      said.heldOn,
      said.seen,
      said.measures,
      said.finished,
      said.year,
      said.grade,
    ]) && row.class_id === said.classId;

/**
 * Records what was done in a step. Records are added and never changed, so two who record at once both stand. The same again is
 * the same record; the same id with something else is refused with `text_changed`.
 */
export const recordFollowUp = (
  deps: Dependencies,
  actor: StaffActor,
  said: RecordFollowUp,
): Promise<FollowUpRecord> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    if (!mayRecord(actor, said)) throw new AppError('not_found');
    if (said.classId !== null) {
      const found = (await queries.classesByYear(tx, schoolId)).find(
        ({ classId }) => classId === said.classId,
      );
      if (found === undefined) throw new AppError('not_found');
      if (found.year !== said.year || found.grade !== said.grade)
        throw new AppError('invalid_request', ['grade']);
    }
    if (!isStepOf(said)) throw new AppError('invalid_request', ['step']);
    if (said.heldOn > dayOf(now)) throw new AppError('invalid_request', ['heldOn']);
    const school = await sealer();
    const isNew = await storeRecord(tx, school, actor, said, now);
    const row = await queries.lockRecord(tx, schoolId, said.followUpId);
    if (row === undefined) throw new AppError('not_found');
    const record = await readOne(tx, school, schoolId, row);
    if (!isNew && (row.recorded_by !== actor.staffId || !alike(record, row, said)))
      throw new AppError('text_changed');
    return record;
  });

/** Takes a record back, or lets it stand again. It is in the history all the same. */
export const withdrawFollowUp = (
  deps: Dependencies,
  actor: StaffActor,
  followUpId: string,
  withdrawn: boolean,
): Promise<FollowUpRecord> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const row = await queries.lockRecord(tx, schoolId, followUpId);
    if (row === undefined) throw new AppError('not_found');
    const record = await readOne(tx, await sealer(), schoolId, row);
    if (!mayRecord(actor, { classId: row.class_id, step: record.step })) throw new AppError('not_found');
    if (withdrawn !== record.withdrawn)
      await queries.setWithdrawn(
        tx,
        schoolId,
        followUpId,
        withdrawn ? staffId : null,
        withdrawn ? deps.now() : null,
      );
    return { ...record, withdrawn };
  });
