import type { StaffActor } from '../access/actor.ts';
import { holdsAny, mayReadNamedResults } from '../access/policy.ts';
import { mayOpenCase, type CasePeople } from '../cases/policy.ts';

/** The weekly meeting is the social teacher's and leadership's (the plan, 8.3 and 10.3). */
export const mayLeadMeetings = (actor: StaffActor): boolean =>
  holdsAny(actor, ['social_teacher', 'leadership']);

export type ReportPeople = {
  readonly aboutStaff: boolean;
  readonly filedBy: string;
  readonly accused: readonly string[];
  readonly leadershipAccused: boolean;
  /** The school has a principal now. */
  readonly hasPrincipal: boolean;
  readonly inCase: CasePeople | null;
};

/**
 * Whoever told of an incident, and to whom such go: about staff (§ 12-5) straight to the principal, about leadership to the owner alone.
 * Never the accused; and once it is in a case, whoever may open that.
 */
export const maySeeReport = (actor: StaffActor, report: ReportPeople): boolean => {
  if (report.accused.includes(actor.staffId)) return false;
  if (report.inCase !== null && !mayOpenCase(actor, report.inCase)) return false;
  // It turned out to be about an employee after it came into a case that others take part in.
  if (report.inCase !== null && (!report.aboutStaff || report.inCase.kind === 'staff')) return true;
  if (report.filedBy === actor.staffId) return true;
  if (!report.aboutStaff) return holdsAny(actor, ['social_teacher', 'leadership']);
  if (report.leadershipAccused) return holdsAny(actor, ['owner']);
  return holdsAny(actor, [report.hasPrincipal ? 'principal' : 'leadership']);
};

/**
 * Signals are the school's for whoever leads meetings, and those of the own class for its contact teacher. One of a hidden pupil is the
 * principal's and the own class's.
 */
export const maySeeSignal = (
  actor: StaffActor,
  classId: string | null,
  { ofHidden }: { readonly ofHidden: boolean },
): boolean =>
  (ofHidden ? holdsAny(actor, ['principal']) : mayLeadMeetings(actor)) ||
  (classId !== null && mayReadNamedResults(actor, classId));

export type TaskPeople = {
  readonly ownerId: string;
  readonly madeBy: string;
  /** Of the case or report it came from; null where it came from none. */
  readonly from: CasePeople | null;
  readonly fromReport: ReportPeople | null;
};

const isAccused = (actor: StaffActor, { from, fromReport }: TaskPeople): boolean =>
  (from?.staff.some(({ staffId, part }) => part === 'accused' && staffId === actor.staffId) ?? false) ||
  (fromReport?.accused.includes(actor.staffId) ?? false);

/** Whose it is, whoever gave it, and whoever leads meetings and may see what it came from. */
export const maySeeTask = (actor: StaffActor, task: TaskPeople): boolean => {
  if (isAccused(actor, task)) return false;
  if (task.ownerId === actor.staffId || task.madeBy === actor.staffId) return true;
  return (
    mayLeadMeetings(actor) &&
    (task.from === null || mayOpenCase(actor, task.from)) &&
    (task.fromReport === null || maySeeReport(actor, task.fromReport))
  );
};
