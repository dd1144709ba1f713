import type { MailChoice, NoticeKind, NoticeSubject } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';

export const choicesOf = (tx: Tx, schoolId: string, staffId: string) =>
  tx
    .selectFrom('notice_choice')
    .select(['subject', 'mailed'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();

export const putChoices = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  choices: readonly { readonly subject: NoticeSubject; readonly mailed: MailChoice }[],
): Promise<void> => {
  for (const { subject, mailed } of choices)
    await tx
      .insertInto('notice_choice')
      .values({ school_id: schoolId, staff_id: staffId, subject, mailed })
      .onConflict((conflict) =>
        conflict.columns(['school_id', 'staff_id', 'subject']).doUpdateSet({ mailed }),
      )
      .execute();
};

export const quietHoursOf = (tx: Tx, schoolId: string, staffId: string) =>
  tx
    .selectFrom('quiet_hours')
    .select(['from_time', 'to_time', 'weekends', 'free_days'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();

export const putQuietHours = (
  tx: Tx,
  schoolId: string,
  staffId: string,
  hours: {
    readonly from_time: string | null;
    readonly to_time: string | null;
    readonly weekends: boolean;
    readonly free_days: boolean;
  },
) =>
  tx
    .insertInto('quiet_hours')
    .values({ school_id: schoolId, staff_id: staffId, ...hours })
    .onConflict((conflict) => conflict.columns(['school_id', 'staff_id']).doUpdateSet(hours))
    .execute();

export const setMailAt = (tx: Tx, schoolId: string, noticeIds: readonly string[], at: Date | null) =>
  tx
    .updateTable('notice')
    .set({ mail_at: at, mail_job_at: null })
    .where('school_id', '=', schoolId)
    .where('notice_id', 'in', noticeIds)
    .execute();

const unmailed = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('notice as n')
    .where('n.school_id', '=', schoolId)
    .where('n.read_at', 'is', null)
    .where('n.mailed_at', 'is', null);

/** What a person has neither read nor been mailed about. */
export const waitingForMail = async (tx: Tx, schoolId: string, staffId: string) =>
  (
    await unmailed(tx, schoolId).select(['n.notice_id', 'n.kind']).where('n.staff_id', '=', staffId).execute()
  ).map((row) => ({
    noticeId: row.notice_id,
    // Written by insertNotices only.
    kind: row.kind as NoticeKind,
  }));

/** Of that, what is due. */
export const dueForMail = async (tx: Tx, schoolId: string, staffId: string, now: Date) =>
  (
    await unmailed(tx, schoolId)
      .select(['n.notice_id', 'n.kind'])
      .where('n.staff_id', '=', staffId)
      .where('n.mail_at', '<=', now)
      .execute()
  ).map((row) => ({ noticeId: row.notice_id, kind: row.kind as NoticeKind }));

/** Marks what is due as handed to the mail, for people with a confirmed address, and returns who they are. */
export const takeDueMail = async (tx: Tx, schoolId: string, now: Date): Promise<readonly string[]> => {
  const rows = await tx
    .updateTable('notice as n')
    .from('staff_mail as m')
    .set({ mail_job_at: now })
    .whereRef('m.school_id', '=', 'n.school_id')
    .whereRef('m.staff_id', '=', 'n.staff_id')
    .where('n.school_id', '=', schoolId)
    .where('n.read_at', 'is', null)
    .where('n.mailed_at', 'is', null)
    .where('n.mail_job_at', 'is', null)
    .where('n.mail_at', '<=', now)
    .where('m.confirmed_at', 'is not', null)
    .returning(sql<string>`n.staff_id`.as('staff_id'))
    .execute();
  return [...new Set(rows.map((row) => row.staff_id))].sort();
};

export const markMailed = (tx: Tx, schoolId: string, noticeIds: readonly string[], at: Date) =>
  tx
    .updateTable('notice')
    .set({ mailed_at: at })
    .where('school_id', '=', schoolId)
    .where('notice_id', 'in', noticeIds)
    .execute();
