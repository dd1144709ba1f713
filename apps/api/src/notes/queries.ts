import type { Tx } from '@samhold/db';

export const notesOfPupil = (tx: Tx, schoolId: string, classId: string, pupilId: string) =>
  tx
    .selectFrom('note')
    .select(['note_id', 'withdrawn_by', 'withdrawn_at'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('pupil_id', '=', pupilId)
    .execute();

/** One at a time may add to what a note says. */
export const lockNote = (tx: Tx, schoolId: string, noteId: string) =>
  tx
    .selectFrom('note')
    .select(['note_id', 'class_id', 'pupil_id', 'withdrawn_by', 'withdrawn_at'])
    .where('school_id', '=', schoolId)
    .where('note_id', '=', noteId)
    .forUpdate()
    .executeTakeFirst();

/** False when there is a note of this id already. */
export const insertNote = async (
  tx: Tx,
  note: {
    readonly school_id: string;
    readonly note_id: string;
    readonly pupil_id: string;
    readonly class_id: string;
  },
): Promise<boolean> => {
  const result = await tx
    .insertInto('note')
    .values(note)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const versionsOf = async (tx: Tx, schoolId: string, noteIds: readonly string[]) =>
  noteIds.length === 0
    ? []
    : tx
        .selectFrom('note_version')
        .select(['note_id', 'version', 'body', 'staff_id', 'written_at'])
        .where('school_id', '=', schoolId)
        .where('note_id', 'in', noteIds)
        .orderBy('version')
        .execute();

export const insertVersion = (
  tx: Tx,
  version: {
    readonly school_id: string;
    readonly note_id: string;
    readonly version: number;
    readonly body: Buffer;
    readonly staff_id: string;
    readonly written_at: Date;
  },
) => tx.insertInto('note_version').values(version).execute();

export const viewsOf = async (tx: Tx, schoolId: string, noteIds: readonly string[]) =>
  noteIds.length === 0
    ? []
    : tx
        .selectFrom('note_view')
        .select(['view_id', 'note_id', 'whose', 'body', 'recorded_by', 'recorded_at'])
        .where('school_id', '=', schoolId)
        .where('note_id', 'in', noteIds)
        .orderBy('recorded_at')
        .orderBy('view_id')
        .execute();

export const insertView = (
  tx: Tx,
  view: {
    readonly school_id: string;
    readonly view_id: string;
    readonly note_id: string;
    readonly whose: string;
    readonly body: Buffer;
    readonly recorded_by: string;
    readonly recorded_at: Date;
  },
) =>
  tx
    .insertInto('note_view')
    .values(view)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const setWithdrawn = (
  tx: Tx,
  schoolId: string,
  noteId: string,
  withdrawn: { readonly by: string; readonly at: Date } | null,
) =>
  tx
    .updateTable('note')
    .set({ withdrawn_by: withdrawn?.by ?? null, withdrawn_at: withdrawn?.at ?? null })
    .where('school_id', '=', schoolId)
    .where('note_id', '=', noteId)
    .execute();

export const noteCounts = async (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('note')
    .select(['pupil_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('withdrawn_at', 'is', null)
    .groupBy('pupil_id')
    .execute();
