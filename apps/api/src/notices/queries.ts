import { randomUUID } from 'node:crypto';
import { noticeKinds, type NoticeKind } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';

export type { NoticeKind };

/** Who holds one of these relations to which of the classes at a moment, confirmed. */
export const staffOfClasses = (
  tx: Tx,
  schoolId: string,
  classIds: readonly string[],
  kinds: readonly string[],
  at: Date,
) =>
  tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .select(['r.staff_id', 'r.class_id'])
    .distinct()
    .where('r.school_id', '=', schoolId)
    .where('r.kind', 'in', kinds)
    .where('r.class_id', 'in', classIds)
    .where(heldAt(at))
    .where('m.active', '=', true)
    .orderBy('r.staff_id')
    .execute();

/**
 * Something one staff member is to be told. `kind` stands in the contract's `noticeKinds`, which says who is shown it and how it
 * is mailed. Of round, class and case it names those it is about; it never holds a word of its own, and never a pupil.
 */
export type NewNotice = {
  readonly staffId: string;
  readonly kind: NoticeKind;
  readonly roundId?: string;
  readonly classId?: string;
  readonly caseId?: string;
};

export type ToldNotice = {
  readonly noticeId: string;
  readonly staffId: string;
  readonly kind: NoticeKind;
};

/**
 * Stores what was not told before, and returns what was told now. With `anew`, what was told before is unread again: it has
 * happened once more.
 */
export const insertNotices = async (
  tx: Tx,
  schoolId: string,
  notices: readonly NewNotice[],
  at: Date,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<readonly ToldNotice[]> => {
  if (notices.length === 0) return [];
  const unread = { made_at: at, read_at: null, mailed_at: null, mail_at: null, mail_job_at: null };
  const rows = await tx
    .insertInto('notice')
    .values(
      notices.map((notice) => ({
        school_id: schoolId,
        notice_id: randomUUID(),
        staff_id: notice.staffId,
        kind: notice.kind,
        round_id: notice.roundId ?? null,
        class_id: notice.classId ?? null,
        case_id: notice.caseId ?? null,
        made_at: at,
      })),
    )
    .onConflict((conflict) => {
      const same = conflict.constraint('notice_once');
      return anew ? same.doUpdateSet(unread) : same.doNothing();
    })
    .returning(['notice_id', 'staff_id', 'kind'])
    .execute();
  return rows.map((row) => ({
    noticeId: row.notice_id,
    staffId: row.staff_id,
    kind: row.kind as NoticeKind,
  }));
};

/** What a staff member was told and has not read, newest first, with what has become of what it is about. */
export const unreadNotices = async (tx: Tx, schoolId: string, staffId: string) => {
  const rows = await tx
    .selectFrom('notice as n')
    .leftJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 'n.school_id').onRef('r.round_id', '=', 'n.round_id'),
    )
    .leftJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'n.school_id').onRef('c.class_id', '=', 'n.class_id'),
    )
    .leftJoin('sitting as s', (join) =>
      join
        .onRef('s.school_id', '=', 'n.school_id')
        .onRef('s.round_id', '=', 'n.round_id')
        .onRef('s.class_id', '=', 'n.class_id'),
    )
    .select(['n.notice_id', 'n.kind', 'n.made_at', 'n.class_id', 'n.case_id', 'c.name as class_name'])
    .select(['r.name as round_name', 'r.opens_on'])
    .select(['s.sitting_id', 's.state', 's.closes_at'])
    .select(
      sql<boolean>`exists (select from talk_wish w where w.school_id = s.school_id and w.sitting_id = s.sitting_id
        and w.opened_at is null and (w.staff_id = n.staff_id or (w.passed_on_at is not null and n.kind = 'talk_unopened')))`.as(
        'talk_waits',
      ),
    )
    .select(
      sql<boolean>`exists (select from signal g where g.school_id = s.school_id and g.sitting_id = s.sitting_id
        and g.state = 'new' and g.no_longer_at is null)`.as('signals_wait'),
    )
    .select(
      sql<boolean>`exists (select from school_case k join case_staff p using (school_id, case_id)
        where k.school_id = n.school_id and k.case_id = n.case_id and k.closed_at is null
        and k.evaluate_on <= (n.made_at at time zone 'Europe/Oslo')::date
        and p.staff_id = n.staff_id and p.part = 'responsible' and p.to_at is null
        and not exists (select from case_staff a where a.school_id = k.school_id and a.case_id = k.case_id
          and a.staff_id = n.staff_id and a.part = 'accused'))`.as('evaluation_waits'),
    )
    .where('n.school_id', '=', schoolId)
    .where('n.staff_id', '=', staffId)
    .where('n.kind', 'in', Object.keys(noticeKinds))
    .where('n.read_at', 'is', null)
    .orderBy('n.made_at', 'desc')
    .orderBy('n.notice_id')
    .limit(500)
    .execute();
  // The where clause lets these kinds through only.
  return rows.map((row) => ({ ...row, kind: row.kind as NoticeKind }));
};
export type UnreadNotice = Awaited<ReturnType<typeof unreadNotices>>[number];

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
