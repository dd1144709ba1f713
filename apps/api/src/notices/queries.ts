import { randomUUID } from 'node:crypto';
import type { NoticeView } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';

export type NoticeKind = NoticeView['kind'];

/** Who is contact teacher of which of the classes at a moment, by confirmed relation. */
export const contactTeachers = (tx: Tx, schoolId: string, classIds: readonly string[], at: Date) =>
  tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .select(['r.staff_id', 'r.class_id'])
    .distinct()
    .where('r.school_id', '=', schoolId)
    .where('r.kind', '=', 'contact_teacher')
    .where('r.class_id', 'in', classIds)
    .where('r.confirmed_at', 'is not', null)
    .where('r.from_at', '<=', at)
    .where((where) => where.or([where('r.to_at', 'is', null), where('r.to_at', '>', at)]))
    .where('m.active', '=', true)
    .orderBy('r.staff_id')
    .execute();

export type NewNotice = {
  readonly staffId: string;
  readonly classId: string;
  readonly roundId: string;
  readonly kind: NoticeKind;
};

/**
 * Stores what was not told before, and returns whom it was told to. With `anew`, what was told before is unread again: it
 * has happened once more.
 */
export const insertNotices = async (
  tx: Tx,
  schoolId: string,
  notices: readonly NewNotice[],
  at: Date,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<readonly string[]> => {
  if (notices.length === 0) return [];
  const rows = await tx
    .insertInto('notice')
    .values(
      notices.map((notice) => ({
        school_id: schoolId,
        notice_id: randomUUID(),
        staff_id: notice.staffId,
        kind: notice.kind,
        round_id: notice.roundId,
        class_id: notice.classId,
        made_at: at,
      })),
    )
    .onConflict((conflict) => {
      const same = conflict.columns(['school_id', 'staff_id', 'kind', 'round_id', 'class_id']);
      return anew ? same.doUpdateSet({ made_at: at, read_at: null, mailed_at: null }) : same.doNothing();
    })
    .returning('staff_id')
    .execute();
  return [...new Set(rows.map((row) => row.staff_id))].sort();
};

/** What a staff member has not read about rounds of these classes and about talks, newest first. */
export const unreadNotices = (tx: Tx, schoolId: string, staffId: string, classIds: readonly string[]) =>
  tx
    .selectFrom('notice as n')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 'n.school_id').onRef('r.round_id', '=', 'n.round_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'n.school_id').onRef('c.class_id', '=', 'n.class_id'),
    )
    .leftJoin('sitting as s', (join) =>
      join
        .onRef('s.school_id', '=', 'n.school_id')
        .onRef('s.round_id', '=', 'n.round_id')
        .onRef('s.class_id', '=', 'n.class_id'),
    )
    .select(['n.notice_id', 'n.kind', 'n.made_at', 'n.class_id', 'c.name as class_name'])
    .select(['r.name as round_name', 'r.opens_on'])
    .select(['s.sitting_id', 's.state', 's.closes_at'])
    .select(
      sql<boolean>`exists (select from talk_wish w where w.school_id = s.school_id and w.sitting_id = s.sitting_id
        and w.opened_at is null and (w.staff_id = n.staff_id or (w.passed_on_at is not null and n.kind = 'talk_unopened')))`.as(
        'talk_waits',
      ),
    )
    .where('n.school_id', '=', schoolId)
    .where('n.staff_id', '=', staffId)
    .where(
      sql<boolean>`(n.class_id = any(${classIds}::uuid[]) or n.kind in ('talk_wished', 'talk_unopened'))`,
    )
    .where('n.read_at', 'is', null)
    .orderBy('n.made_at', 'desc')
    .orderBy('n.notice_id')
    .limit(50)
    .execute();

/** False when the staff member has no such notice. The first reading counts. */
/** Read at a moment, which the first reading decides, or unread again (null). False for a notice to somebody else. */
export const markRead = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  noticeId: string,
  at: Date | null,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('notice')
    .select('read_at')
    .where('school_id', '=', schoolId)
    .where('notice_id', '=', noticeId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  if (row === undefined) return false;
  await tx
    .updateTable('notice')
    .set({ read_at: at })
    .where('school_id', '=', schoolId)
    .where('notice_id', '=', noticeId)
    .where('read_at', at === null ? 'is not' : 'is', null)
    .execute();
  return true;
};

/** What has neither been read nor mailed. */
export const unmailedNotices = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('notice')
      .select('notice_id')
      .where('school_id', '=', schoolId)
      .where('staff_id', '=', staffId)
      .where('read_at', 'is', null)
      .where('mailed_at', 'is', null)
      .execute()
  ).map((row) => row.notice_id);

export const markMailed = (tx: Tx, schoolId: string, noticeIds: readonly string[], at: Date) =>
  tx
    .updateTable('notice')
    .set({ mailed_at: at })
    .where('school_id', '=', schoolId)
    .where('notice_id', 'in', noticeIds)
    .execute();
