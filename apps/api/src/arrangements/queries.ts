import { sql, type Tx } from '@samhold/db';

export type PlaceOfPupil = { readonly pupilId: string; readonly place: string };

export const arrangementsOfClass = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('arrangement')
    .select(['arrangement_id', 'class_id', 'asked', 'used_from', 'made_by', 'made_at'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('put_aside_at', 'is', null)
    .orderBy('used_from', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('arrangement_id')
    .execute();

export type ArrangementRow = Awaited<ReturnType<typeof arrangementsOfClass>>[number];

/** Also one that is put aside; held until the transaction ends. */
export const lockArrangement = (tx: Tx, schoolId: string, arrangementId: string) =>
  tx
    .selectFrom('arrangement')
    .select(['arrangement_id', 'class_id', 'asked', 'used_from', 'made_by', 'made_at', 'put_aside_at'])
    .where('school_id', '=', schoolId)
    .where('arrangement_id', '=', arrangementId)
    .forUpdate()
    .executeTakeFirst();

export const placesOf = async (
  tx: Tx,
  schoolId: string,
  arrangementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlaceOfPupil[]>> => {
  if (arrangementIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('arrangement_place')
    .select(['arrangement_id', 'pupil_id', 'place'])
    .where('school_id', '=', schoolId)
    .where('arrangement_id', 'in', arrangementIds)
    .orderBy('pupil_id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.arrangement_id)].map(([id, own]) => [
      id,
      own.map(({ pupil_id: pupilId, place }) => ({ pupilId, place })),
    ]),
  );
};

/** False when there is an arrangement of this id already. */
export const insertArrangement = async (
  tx: Tx,
  arrangement: {
    readonly school_id: string;
    readonly arrangement_id: string;
    readonly class_id: string;
    readonly kind: string;
    readonly asked: string;
    readonly used_from: string;
    readonly made_by: string;
    readonly made_at: Date;
  },
  placed: readonly PlaceOfPupil[],
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('arrangement')
    .values(arrangement)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted !== 1n) return false;
  const { school_id, arrangement_id } = arrangement;
  await tx
    .insertInto('arrangement_place')
    .values(placed.map(({ pupilId, place }) => ({ school_id, arrangement_id, pupil_id: pupilId, place })))
    .execute();
  return true;
};

export const setPutAside = (
  tx: Tx,
  schoolId: string,
  arrangementId: string,
  aside: { readonly by: string; readonly at: Date } | null,
) =>
  tx
    .updateTable('arrangement')
    .set({ put_aside_by: aside?.by ?? null, put_aside_at: aside?.at ?? null })
    .where('school_id', '=', schoolId)
    .where('arrangement_id', '=', arrangementId)
    .where(sql<boolean>`(put_aside_at is null) = ${aside !== null}`)
    .execute();
