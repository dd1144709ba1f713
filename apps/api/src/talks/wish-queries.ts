import { sql, type Tx } from '@samhold/db';

export type WishKey = { readonly sittingId: string; readonly pupilId: string };

/** Keeps the wish; false when the pupil had asked the same adult before. Asked of another, it is as new. */
export const putWish = async (
  tx: Tx,
  schoolId: string,
  { sittingId, pupilId }: WishKey,
  staffId: string,
  now: Date,
): Promise<boolean> => {
  const asked = {
    staff_id: staffId,
    wished_at: now,
    opened_at: null,
    passed_on_at: null,
    handled_at: null,
    handled_by: null,
  };
  const row = await tx
    .insertInto('talk_wish')
    .values({ school_id: schoolId, sitting_id: sittingId, pupil_id: pupilId, ...asked })
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'sitting_id', 'pupil_id'])
        .doUpdateSet(asked)
        .where('talk_wish.staff_id', '<>', staffId),
    )
    .returning('staff_id')
    .executeTakeFirst();
  return row !== undefined;
};

export const worksHere = async (tx: Tx, schoolId: string, staffId: string): Promise<boolean> =>
  (await tx
    .selectFrom('staff_member')
    .select('staff_id')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()) !== undefined;

export const roundOfSitting = async (tx: Tx, schoolId: string, sittingId: string): Promise<string> =>
  (
    await tx
      .selectFrom('sitting')
      .select('round_id')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .executeTakeFirstOrThrow()
  ).round_id;

const wishes = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('talk_wish as w')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'w.school_id').onRef('s.sitting_id', '=', 'w.sitting_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['w.sitting_id', 'w.pupil_id', 'w.staff_id', 'w.wished_at', 'w.opened_at', 'w.passed_on_at'])
    .select(['w.handled_at', 's.class_id', 's.round_id', 'c.name as class_name', 'c.school_year_id'])
    .where('w.school_id', '=', schoolId)
    .orderBy('w.wished_at', 'desc')
    .orderBy('w.pupil_id');

export type WishRow = Awaited<ReturnType<typeof wishesOfClass>>[number];

/** Newest first. */
export const wishesOfClass = (tx: Tx, schoolId: string, classId: string) =>
  wishes(tx, schoolId).where('s.class_id', '=', classId).execute();

/** Asked of this adult and, for a social teacher, passed on; those handled before `since` left out. */
export const wishesFor = (tx: Tx, schoolId: string, staffId: string, passedOn: boolean, since: Date) =>
  wishes(tx, schoolId)
    .where((where) =>
      where.or([
        where('w.staff_id', '=', staffId),
        ...(passedOn ? [where('w.passed_on_at', 'is not', null)] : []),
      ]),
    )
    .where((where) => where.or([where('w.handled_at', 'is', null), where('w.handled_at', '>', since)]))
    .execute();

/** Nobody has opened or handled them, and they have not been passed on. */
export const unopenedWishes = (tx: Tx, schoolId: string) =>
  wishes(tx, schoolId)
    .where('w.opened_at', 'is', null)
    .where('w.handled_at', 'is', null)
    .where('w.passed_on_at', 'is', null)
    .execute();

export const findWish = (tx: Tx, schoolId: string, { sittingId, pupilId }: WishKey) =>
  wishes(tx, schoolId)
    .where('w.sitting_id', '=', sittingId)
    .where('w.pupil_id', '=', pupilId)
    .executeTakeFirst();

const one = (tx: Tx, schoolId: string, { sittingId, pupilId }: WishKey) =>
  tx
    .updateTable('talk_wish')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId);

/** The first opening counts. */
export const markOpened = (tx: Tx, schoolId: string, key: WishKey, at: Date) =>
  one(tx, schoolId, key)
    .set({ opened_at: sql`coalesce(opened_at, ${at})` })
    .execute();

export const markHandled = (tx: Tx, schoolId: string, key: WishKey, by: string, at: Date) =>
  one(tx, schoolId, key)
    .set({ handled_at: at, handled_by: by, opened_at: sql`coalesce(opened_at, ${at})` })
    .execute();

export const markUnhandled = (tx: Tx, schoolId: string, key: WishKey) =>
  one(tx, schoolId, key).set({ handled_at: null, handled_by: null }).execute();

/** False when it was opened, handled or passed on meanwhile. */
export const passOn = async (tx: Tx, schoolId: string, key: WishKey, at: Date): Promise<boolean> => {
  const [changed] = await one(tx, schoolId, key)
    .set({ passed_on_at: at })
    .where('opened_at', 'is', null)
    .where('handled_at', 'is', null)
    .where('passed_on_at', 'is', null)
    .execute();
  return changed?.numUpdatedRows === 1n;
};

export const listOfSitting = async (tx: Tx, schoolId: string, sittingId: string) =>
  (
    await tx
      .selectFrom('sitting_pupil')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .execute()
  ).map((row) => row.pupil_id);
