import type { NoticeList } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { mailNotices } from '../mail/service.ts';
import * as queries from './queries.ts';

export type Telling = {
  readonly kind: queries.NoticeKind;
  readonly roundId: string;
  readonly classIds: readonly string[];
  /** Who knows already. */
  readonly except?: string;
};

/**
 * Tells those who are contact teachers of the classes now, each of them once for a class, a round and a kind; and lets a
 * mail follow, where there is an address, when the caller's transaction is done.
 */
export const tellContactTeachers = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  { kind, roundId, classIds, except }: Telling,
): Promise<void> => {
  if (classIds.length === 0) return;
  const now = deps.now();
  const teachers = await queries.contactTeachers(tx, schoolId, classIds, now);
  const notices = teachers.flatMap(({ staff_id: staffId, class_id: classId }) =>
    classId === null || staffId === except ? [] : [{ staffId, classId, roundId, kind }],
  );
  for (const staffId of await queries.insertNotices(tx, schoolId, notices, now))
    await mailNotices(tx, deps, schoolId, staffId);
};

/** Tells these people that something has happened, once more if they were told of the like before. */
export const tellStaff = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  about: Omit<queries.NewNotice, 'staffId'> & { readonly staffIds: readonly string[] },
): Promise<void> => {
  const { staffIds, ...notice } = about;
  const notices = staffIds.map((staffId) => ({ ...notice, staffId }));
  for (const staffId of await queries.insertNotices(tx, schoolId, notices, deps.now(), { anew: true }))
    await mailNotices(tx, deps, schoolId, staffId);
};

type Unread = { readonly kind: string; readonly state: string | null; readonly talk_waits: boolean };

/** A notice of what has passed since is not worth reading any more. */
const stillHolds = ({ kind, state, talk_waits: talkWaits }: Unread): boolean => {
  if (kind === 'results_ready') return true;
  if (kind === 'talk_wished' || kind === 'talk_unopened') return talkWaits;
  return kind === 'round_opens_soon' ? state === null : state === 'open';
};

/** What this staff member has not read yet and still holds: of the classes the person is contact teacher of now, and talks. */
export const listNotices = (deps: Dependencies, actor: StaffActor): Promise<NoticeList> =>
  deps.db.inScope(actor, async (tx) => {
    const classIds = actor.relations.flatMap((relation) =>
      relation.kind === 'contact_teacher' && relation.classId !== null ? [relation.classId] : [],
    );
    const rows = await queries.unreadNotices(tx, actor.schoolId, actor.staffId, classIds);
    return {
      notices: rows.filter(stillHolds).map((row) => ({
        noticeId: row.notice_id,
        // The column's check constraint allows exactly these kinds.
        kind: row.kind as queries.NoticeKind,
        madeAt: row.made_at.toISOString(),
        classId: row.class_id,
        className: row.class_name,
        roundName: row.round_name,
        opensOn: String(row.opens_on),
        closesAt: row.closes_at?.toISOString() ?? null,
        sittingId: row.sitting_id,
      })),
    };
  });

export const markNotice = (
  deps: Dependencies,
  actor: StaffActor,
  noticeId: string,
  as: 'read' | 'unread',
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    if (!(await queries.markRead(tx, schoolId, staffId, noticeId, as === 'read' ? deps.now() : null)))
      throw new AppError('not_found');
  });

export const unmailedNotices = queries.unmailedNotices;
export const markMailed = queries.markMailed;
