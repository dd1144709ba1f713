import type { Tx } from '@samhold/db';
import type { TaskPeople } from '../meetings/policy.ts';
import { activeStaff, activeWith } from '../people/active-staff.ts';
import { peopleOfTasks } from './people-of-tasks.ts';
import * as queries from './queries.ts';

type Candidates = {
  readonly active: ReadonlySet<string>;
  readonly socialTeachers: readonly string[];
  readonly leadership: readonly string[];
  readonly owners: readonly string[];
};

/** Whoever is responsible for the case, else whoever gave the task, else whoever follows pupils up; nobody whom it is about. */
export const nextOwner = (
  { ownerId, madeBy, from, fromReport }: TaskPeople,
  { active, socialTeachers, leadership, owners }: Candidates,
): string | undefined => {
  const about = new Set([
    ownerId,
    ...(from?.staff ?? []).filter(({ part }) => part === 'accused').map(({ staffId }) => staffId),
    ...(fromReport?.accused ?? []),
  ]);
  const responsible = (from?.staff ?? [])
    .filter(({ part }) => part === 'responsible')
    .map(({ staffId }) => staffId);
  const aboutStaff = from?.kind === 'staff' || fromReport?.aboutStaff === true;
  const aboutLeadership = from?.leadershipAccused === true || fromReport?.leadershipAccused === true;
  const others = aboutStaff ? (aboutLeadership ? owners : leadership) : [...socialTeachers, ...leadership];
  return [...responsible, madeBy, ...others].find((staffId) => active.has(staffId) && !about.has(staffId));
};

/** What somebody who has left had undertaken goes on to whoever is responsible: nothing is left with nobody. */
export const handOverTasksOf = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  now: Date,
): Promise<void> => {
  const rows = await queries.openTasksOf(tx, schoolId, staffId);
  if (rows.length === 0) return;
  const holders = await activeWith(tx, schoolId, ['social_teacher', 'leadership', 'owner'], now);
  const of = (kind: string) => holders.flatMap((one) => (one.kind === kind ? one.staffId : []));
  const candidates = {
    active: new Set(await activeStaff(tx, schoolId)),
    socialTeachers: of('social_teacher'),
    leadership: of('leadership'),
    owners: of('owner'),
  };
  const people = await peopleOfTasks(tx, schoolId, rows, now);
  for (const [at, row] of rows.entries()) {
    const task = people[at];
    const next = task === undefined ? undefined : nextOwner(task, candidates);
    if (next !== undefined) await queries.setOwner(tx, schoolId, row.task_id, next, staffId, now);
  }
};
