import { noticeKinds, type NoticeList, type RelationKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { reportsWaiting } from '../incidents/waiting.ts';
import * as queries from './queries.ts';

export { contactTeachersOf, tell, tellClasses, tellStaff } from './tell.ts';

type Unread = queries.UnreadNotice & { readonly reports: Awaited<ReturnType<typeof reportsWaiting>> };

/** A notice of what has passed since is not worth reading any more. */
const stillHolds: Partial<Readonly<Record<queries.NoticeKind, (notice: Unread) => boolean>>> = {
  round_opens_soon: ({ state }) => state === null,
  round_opened: ({ state }) => state === 'open',
  pupils_missing: ({ state }) => state === 'open',
  handed_back: ({ state }) => state === 'open',
  talk_wished: ({ talk_waits: waits }) => waits,
  talk_unopened: ({ talk_waits: waits }) => waits,
  signals_wait: ({ signals_wait: wait }) => wait,
  signals_wait_long: ({ signals_wait: wait }) => wait,
  evaluation_due: ({ evaluation_waits: waits }) => waits,
  evaluation_overdue: ({ evaluation_waits: waits }) => waits,
  // Also for somebody a report no longer goes to: it was told before it was known whom it is about.
  incident_filed: ({ reports }) => reports.untaken,
  force_used: ({ reports }) => reports.force,
};

const classesOf = (actor: StaffActor, kinds: readonly RelationKind[]): ReadonlySet<string | null> =>
  new Set(actor.relations.filter(({ kind }) => kinds.includes(kind)).map(({ classId }) => classId));

/** What this staff member has not read yet, still holds, and is theirs to know now. */
export const listNotices = (deps: Dependencies, actor: StaffActor): Promise<NoticeList> =>
  deps.db.inScope(actor, async (tx) => {
    const shown = {
      teachers: classesOf(actor, ['contact_teacher']),
      runners: classesOf(actor, ['contact_teacher', 'substitute']),
    };
    const rows = await queries.unreadNotices(tx, actor.schoolId, actor.staffId);
    const reports = await reportsWaiting(tx, actor, deps.now());
    return {
      notices: rows
        .filter((row) => {
          const { shownTo } = noticeKinds[row.kind];
          const isTheirs = shownTo === 'person' || shown[shownTo].has(row.class_id);
          return isTheirs && (stillHolds[row.kind]?.({ ...row, reports }) ?? true);
        })
        .slice(0, 50)
        .map((row) => ({
          noticeId: row.notice_id,
          kind: row.kind,
          madeAt: row.made_at.toISOString(),
          classId: row.class_id,
          className: row.class_name,
          roundName: row.round_name,
          opensOn: row.opens_on === null ? null : String(row.opens_on),
          closesAt: row.closes_at?.toISOString() ?? null,
          sittingId: row.sitting_id,
          caseId: row.case_id,
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
