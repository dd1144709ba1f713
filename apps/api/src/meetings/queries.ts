import type { Tx } from '@samhold/db';

export type MeetingRow = NonNullable<Awaited<ReturnType<typeof meetingById>>>;
export type ItemRow = Awaited<ReturnType<typeof itemsOf>>[number];

const columns = ['meeting_id', 'held_on', 'state', 'closed_at', 'called_by'] as const;

/** Newest first. */
export const meetings = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('pupil_meeting')
    .select(columns)
    .where('school_id', '=', schoolId)
    .orderBy('held_on', 'desc')
    .orderBy('meeting_id')
    .execute();

export const meetingById = (tx: Tx, schoolId: string, meetingId: string) =>
  tx
    .selectFrom('pupil_meeting')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();

/** One at a time may change a meeting. */
export const lockMeeting = (tx: Tx, schoolId: string, meetingId: string) =>
  tx
    .selectFrom('pupil_meeting')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('meeting_id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst();

export const insertMeeting = async (
  tx: Tx,
  meeting: {
    readonly school_id: string;
    readonly meeting_id: string;
    readonly held_on: string;
    readonly called_by: string;
  },
): Promise<boolean> => {
  const result = await tx
    .insertInto('pupil_meeting')
    .values(meeting)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const closeMeeting = (tx: Tx, schoolId: string, meetingId: string, at: Date) =>
  tx
    .updateTable('pupil_meeting')
    .set({ state: 'held', closed_at: at })
    .where('school_id', '=', schoolId)
    .where('meeting_id', '=', meetingId)
    .execute();

export const participantsOf = async (tx: Tx, schoolId: string, meetingIds: readonly string[]) =>
  meetingIds.length === 0
    ? []
    : tx
        .selectFrom('meeting_participant')
        .select(['meeting_id', 'staff_id', 'confirmed_at'])
        .where('school_id', '=', schoolId)
        .where('meeting_id', 'in', meetingIds)
        .execute();

export const callIn = async (tx: Tx, schoolId: string, meetingId: string, staffIds: readonly string[]) =>
  staffIds.length === 0
    ? undefined
    : tx
        .insertInto('meeting_participant')
        .values(
          staffIds.map((staff_id) => ({
            ...{ school_id: schoolId, meeting_id: meetingId, staff_id, confirmed_at: null },
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();

export const callOff = async (tx: Tx, schoolId: string, meetingId: string, staffIds: readonly string[]) =>
  staffIds.length === 0
    ? undefined
    : tx
        .deleteFrom('meeting_participant')
        .where('school_id', '=', schoolId)
        .where('meeting_id', '=', meetingId)
        .where('staff_id', 'in', staffIds)
        .execute();

export const setPresent = (
  tx: Tx,
  schoolId: string,
  meetingId: string,
  staffId: string,
  presentAt: Date | null,
) =>
  tx
    .updateTable('meeting_participant')
    .set({ confirmed_at: presentAt })
    .where('school_id', '=', schoolId)
    .where('meeting_id', '=', meetingId)
    .where('staff_id', '=', staffId)
    .execute();

const itemColumns = [
  'item_id',
  'meeting_id',
  'place',
  'case_id',
  'signal_id',
  'report_id',
  'task_id',
  'content',
  'revision',
] as const;

export const itemsOf = (tx: Tx, schoolId: string, meetingId: string) =>
  tx
    .selectFrom('meeting_item')
    .select(itemColumns)
    .where('school_id', '=', schoolId)
    .where('meeting_id', '=', meetingId)
    .orderBy('place')
    .orderBy('item_id')
    .execute();

export const lockItem = (tx: Tx, schoolId: string, itemId: string) =>
  tx
    .selectFrom('meeting_item')
    .select(itemColumns)
    .where('school_id', '=', schoolId)
    .where('item_id', '=', itemId)
    .forUpdate()
    .executeTakeFirst();

export type NewItem = {
  readonly school_id: string;
  readonly item_id: string;
  readonly meeting_id: string;
  readonly place: number;
  readonly case_id: string | null;
  readonly signal_id: string | null;
  readonly report_id: string | null;
  readonly task_id: string | null;
  readonly content: Buffer;
};

export const insertItems = async (tx: Tx, items: readonly NewItem[]): Promise<void> => {
  if (items.length === 0) return;
  await tx
    .insertInto('meeting_item')
    .values([...items])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const setPlace = (tx: Tx, schoolId: string, itemId: string, place: number) =>
  tx
    .updateTable('meeting_item')
    .set({ place })
    .where('school_id', '=', schoolId)
    .where('item_id', '=', itemId)
    .execute();

export const setContent = (tx: Tx, schoolId: string, itemId: string, content: Buffer, revision: number) =>
  tx
    .updateTable('meeting_item')
    .set({ content, revision })
    .where('school_id', '=', schoolId)
    .where('item_id', '=', itemId)
    .execute();

export const deleteItem = (tx: Tx, schoolId: string, itemId: string) =>
  tx.deleteFrom('meeting_item').where('school_id', '=', schoolId).where('item_id', '=', itemId).execute();

export const additionsOf = async (tx: Tx, schoolId: string, itemIds: readonly string[]) =>
  itemIds.length === 0
    ? []
    : tx
        .selectFrom('meeting_addition')
        .select(['addition_id', 'item_id', 'content', 'recorded_by', 'recorded_at'])
        .where('school_id', '=', schoolId)
        .where('item_id', 'in', itemIds)
        .orderBy('recorded_at')
        .orderBy('addition_id')
        .execute();

export const insertAddition = (
  tx: Tx,
  addition: {
    readonly school_id: string;
    readonly addition_id: string;
    readonly item_id: string;
    readonly content: Buffer;
    readonly recorded_by: string;
    readonly recorded_at: Date;
  },
) =>
  tx
    .insertInto('meeting_addition')
    .values(addition)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
