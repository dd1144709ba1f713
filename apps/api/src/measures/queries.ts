import type { Tx } from '@samhold/db';

const columns = [
  'measure_id',
  'class_id',
  'kind',
  'what',
  'arrangement_id',
  'from_on',
  'to_on',
  'revision',
] as const;

export type MeasureRow = Awaited<ReturnType<typeof measuresOfClass>>[number];

/** Newest first. */
export const measuresOfClass = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('class_measure')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .orderBy('from_on', 'desc')
    .orderBy('measure_id')
    .execute();

/** That are for this pupil among others or alone, oldest first. */
export const measuresForPupil = (tx: Tx, schoolId: string, classId: string, pupilId: string) =>
  tx
    .selectFrom('class_measure as m')
    .innerJoin('class_measure_pupil as p', (join) =>
      join.onRef('p.school_id', '=', 'm.school_id').onRef('p.measure_id', '=', 'm.measure_id'),
    )
    .select(['m.measure_id', 'm.kind', 'm.what', 'm.from_on', 'm.to_on'])
    .where('m.school_id', '=', schoolId)
    .where('m.class_id', '=', classId)
    .where('p.pupil_id', '=', pupilId)
    .orderBy('m.from_on')
    .orderBy('m.measure_id')
    .execute();

export const lockMeasure = (tx: Tx, schoolId: string, measureId: string) =>
  tx
    .selectFrom('class_measure')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('measure_id', '=', measureId)
    .forUpdate()
    .executeTakeFirst();

export const pupilsOf = async (tx: Tx, schoolId: string, measureIds: readonly string[]) =>
  measureIds.length === 0
    ? []
    : tx
        .selectFrom('class_measure_pupil')
        .select(['measure_id', 'pupil_id'])
        .where('school_id', '=', schoolId)
        .where('measure_id', 'in', measureIds)
        .execute();

export type NewRow = {
  readonly school_id: string;
  readonly measure_id: string;
  readonly class_id: string;
  readonly kind: string;
  readonly what: Buffer;
  readonly arrangement_id: string | null;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly started_by: string;
  readonly started_at: Date;
};

/** False when there is a measure of this id already. */
export const insertMeasure = async (tx: Tx, row: NewRow, pupilIds: readonly string[]): Promise<boolean> => {
  const result = await tx
    .insertInto('class_measure')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  const { school_id, measure_id } = row;
  if (pupilIds.length > 0)
    await tx
      .insertInto('class_measure_pupil')
      .values(pupilIds.map((pupil_id) => ({ school_id, measure_id, pupil_id })))
      .execute();
  return true;
};

export const setEnd = (tx: Tx, schoolId: string, measureId: string, toOn: string | null, revision: number) =>
  tx
    .updateTable('class_measure')
    .set({ to_on: toOn, revision })
    .where('school_id', '=', schoolId)
    .where('measure_id', '=', measureId)
    .execute();

/** Groups and seats in use. */
export const arrangementsOf = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('arrangement')
    .select(['arrangement_id', 'kind', 'used_from'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('put_aside_at', 'is', null)
    .orderBy('used_from', 'desc')
    .orderBy('arrangement_id')
    .execute();
