import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import { tasksOfItems } from '../tasks/service.ts';
import { openTasks } from '../tasks/stored-task.ts';
import * as queries from './queries.ts';
import { additionPlace } from './read-meeting.ts';
import { openItem } from './stored-item.ts';

export type MinutesOfCase = {
  readonly heldOn: string;
  readonly title: string;
  readonly minutes: string;
  readonly additions: readonly { readonly text: string; readonly by: string; readonly at: string }[];
  readonly tasks: readonly {
    readonly what: string;
    readonly owner: string;
    readonly dueOn: string;
    readonly doneAt: string | null;
  }[];
};

const itemsOfCase = async (tx: Tx, schoolId: string, caseId: string) =>
  (
    await sql<queries.ItemRow & { readonly held_on: string }>`
      select i.*, m.held_on::text as held_on
      from meeting_item i join pupil_meeting m using (school_id, meeting_id)
      where i.school_id = ${schoolId} and (i.case_id = ${caseId} or i.report_id in
        (select report_id from incident_report where school_id = ${schoolId} and case_id = ${caseId}))
      order by m.held_on, i.place, i.item_id
    `.execute(tx)
  ).rows;

type ItemOfMeeting = Awaited<ReturnType<typeof itemsOfCase>>[number];

/** Points of meetings that are of no case and of no report in one. */
const itemsOutsideCases = async (tx: Tx, schoolId: string) =>
  (
    await sql<ItemOfMeeting>`
      select i.*, m.held_on::text as held_on
      from meeting_item i join pupil_meeting m using (school_id, meeting_id)
      where i.school_id = ${schoolId} and i.case_id is null and not exists (
        select from incident_report r
         where r.school_id = i.school_id and r.report_id = i.report_id and r.case_id is not null)
      order by m.held_on, i.place, i.item_id
    `.execute(tx)
  ).rows;

/** What meetings wrote of a case and of the reports in it, and what was undertaken there: for an archive. The caller has asked who may. */
export const minutesOfCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  caseId: string,
): Promise<readonly MinutesOfCase[]> =>
  minutesOf(tx, sealer, schoolId, await itemsOfCase(tx, schoolId, caseId));

/** The same of everything else meetings wrote, each point with the pupils it is about in its title. */
export const minutesOutsideCases = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
): Promise<readonly MinutesOfCase[]> => {
  const items = await itemsOutsideCases(tx, schoolId);
  const about = items.map((row) => openItem(sealer, row).content.pupilIds);
  const names = await wholeNames(tx, sealer, schoolId, about.flat());
  const minutes = await minutesOf(tx, sealer, schoolId, items);
  return minutes.map((one, at) => ({
    ...one,
    title: [one.title, ...(about[at] ?? []).map((id) => names.get(id) ?? '–')].join(', '),
  }));
};

const minutesOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  items: readonly ItemOfMeeting[],
): Promise<readonly MinutesOfCase[]> => {
  const ids = items.map((row) => row.item_id);
  const additions = await queries.additionsOf(tx, schoolId, ids);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(additions.map((row) => row.recorded_by))]);
  const rows = await tasksOfItems(tx, schoolId, ids);
  const tasks = await openTasks(tx, sealer, schoolId, rows, '');
  return items.map((row) => {
    const { title, minutes } = openItem(sealer, row).content;
    return {
      ...{ heldOn: row.held_on, title, minutes },
      additions: additions
        .filter((one) => one.item_id === row.item_id)
        .map((one) => ({
          text: sealer.open(one.content, additionPlace(one.addition_id)),
          ...{ by: names.get(one.recorded_by) ?? '–', at: one.recorded_at.toISOString() },
        })),
      tasks: tasks
        .filter((_, at) => rows[at]?.item_id === row.item_id)
        .map(({ what, owner, dueOn, doneAt }) => ({ what, owner: owner.name, dueOn, doneAt })),
    };
  });
};
