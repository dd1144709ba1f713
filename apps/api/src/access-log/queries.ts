import type { Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';
import { addDays } from '../calendar/days.ts';
import { momentInNorway } from '../clock/oslo-time.ts';
import type { Subject } from './about-pupil.ts';

type Ids = Promise<readonly string[]>;

export const signalsOf = async (tx: Tx, schoolId: string, pupilId: string): Ids =>
  (
    await tx
      .selectFrom('signal')
      .select('signal_id')
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .execute()
  ).map((row) => row.signal_id);

export const sittingsOf = async (tx: Tx, schoolId: string, pupilId: string): Ids =>
  (
    await tx
      .selectFrom('sitting_pupil')
      .select('sitting_id')
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .execute()
  ).map((row) => row.sitting_id);

/** The classes of a pupil, each for the days on its list. */
export const classesOf = async (tx: Tx, schoolId: string, pupilId: string): Promise<readonly Subject[]> => {
  const rows = await tx
    .selectFrom('class_membership')
    .select(['class_id', 'from_on', 'to_on'])
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .execute();
  return rows.map((row) => ({
    ...{ kind: 'class', id: row.class_id, as: 'class' },
    from: momentInNorway(String(row.from_on), '00:00'),
    ...(row.to_on === null ? {} : { to: momentInNorway(String(row.to_on), '00:00') }),
  }));
};

export const casesOf = async (tx: Tx, schoolId: string, pupilId: string): Ids =>
  (
    await tx
      .selectFrom('case_pupil')
      .select('case_id')
      .distinct()
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .execute()
  ).map((row) => row.case_id);

export const reportsOf = async (tx: Tx, schoolId: string, pupilId: string): Ids =>
  (
    await tx
      .selectFrom('incident_pupil')
      .select('report_id')
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .execute()
  ).map((row) => row.report_id);

/** The surveys within these cases that asked the pupil. */
export const investigationsOf = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  caseIds: readonly string[],
): Ids =>
  caseIds.length === 0
    ? []
    : (
        await tx
          .selectFrom('investigation_pupil as p')
          .innerJoin('investigation as i', (join) =>
            join
              .onRef('i.school_id', '=', 'p.school_id')
              .onRef('i.investigation_id', '=', 'p.investigation_id'),
          )
          .select('p.investigation_id')
          .where('p.school_id', '=', schoolId)
          .where('p.pupil_id', '=', pupilId)
          .where('i.case_id', 'in', caseIds)
          .execute()
      ).map((row) => row.investigation_id);

/** Meetings with a point on one of these. */
export const meetingsOn = async (
  tx: Tx,
  schoolId: string,
  of: {
    readonly cases: readonly string[];
    readonly reports: readonly string[];
    readonly signals: readonly string[];
  },
): Ids =>
  (
    await tx
      .selectFrom('meeting_item')
      .select('meeting_id')
      .distinct()
      .where('school_id', '=', schoolId)
      .where((where) =>
        where.or([
          ...(of.cases.length === 0 ? [] : [where('case_id', 'in', of.cases)]),
          ...(of.reports.length === 0 ? [] : [where('report_id', 'in', of.reports)]),
          ...(of.signals.length === 0 ? [] : [where('signal_id', 'in', of.signals)]),
        ]),
      )
      .execute()
  ).map((row) => row.meeting_id);

const entries = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('access_log')
    .select(['sequence', 'at', 'staff_id', 'role', 'action', 'subject_kind', 'subject_id', 'purpose'])
    .where('school_id', '=', schoolId);

export type EntryRow = Awaited<ReturnType<typeof entriesOn>>[number];

/** The newest entries on these subjects, before one when given. */
export const entriesOn = (
  tx: Tx,
  schoolId: string,
  subjects: readonly Subject[],
  leaveOut: readonly string[],
  page: { readonly before: number | undefined; readonly count: number },
) => {
  const found = entries(tx, schoolId)
    .where('action', 'not in', leaveOut)
    .where((where) =>
      where.or(
        subjects.map(({ kind, id, from, to }) =>
          where.and([
            where('subject_kind', '=', kind),
            where('subject_id', '=', id),
            ...(from === undefined ? [] : [where('at', '>=', from)]),
            ...(to === undefined ? [] : [where('at', '<', to)]),
          ]),
        ),
      ),
    )
    .orderBy('sequence', 'desc')
    .limit(page.count);
  const { before } = page;
  return (before === undefined ? found : found.where('sequence', '<', String(before))).execute();
};

/** All entries of the days from one to another, in their order. */
export const entriesBetween = (tx: Tx, schoolId: string, fromDay: string, toDay: string) =>
  entries(tx, schoolId)
    .where('at', '>=', momentInNorway(fromDay, '00:00'))
    .where('at', '<', momentInNorway(addDays(toDay, 1), '00:00'))
    .orderBy('sequence')
    .execute();

export const firstEntryAt = async (tx: Tx, schoolId: string): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom('access_log')
      .select('at')
      .where('school_id', '=', schoolId)
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst()
  )?.at;

/** The class of each sitting, and of each signal's. */
export const classesOfSittings = async (tx: Tx, schoolId: string): Promise<ReadonlyMap<string, string>> => {
  const sittings = await tx
    .selectFrom('sitting')
    .select(['sitting_id', 'class_id'])
    .where('school_id', '=', schoolId)
    .execute();
  const signals = await tx
    .selectFrom('signal as g')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
    )
    .select(['g.signal_id', 's.class_id'])
    .where('g.school_id', '=', schoolId)
    .execute();
  return new Map([
    ...sittings.map((row) => [row.sitting_id, row.class_id] as const),
    ...signals.map((row) => [row.signal_id, row.class_id] as const),
  ]);
};

/** Who is on which list, from one day to before another. */
export const membershipsOf = async (tx: Tx, schoolId: string, pupilIds: readonly string[]) =>
  pupilIds.length === 0
    ? []
    : tx
        .selectFrom('class_membership')
        .select(['pupil_id', 'class_id', 'from_on', 'to_on'])
        .where('school_id', '=', schoolId)
        .where('pupil_id', 'in', pupilIds)
        .execute();

/** Who teaches, or stands in for who teaches, which class, and from when to when. */
export const teaching = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('relation')
    .select(['staff_id', 'class_id', 'from_at', 'to_at'])
    .where('school_id', '=', schoolId)
    .where('kind', 'in', ['contact_teacher', 'substitute'])
    .where('confirmed_at', 'is not', null)
    .execute();

export const casesOfInvestigations = async (tx: Tx, schoolId: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await tx
        .selectFrom('investigation')
        .select(['investigation_id', 'case_id'])
        .where('school_id', '=', schoolId)
        .execute()
    ).map((row) => [row.investigation_id, row.case_id]),
  );

/** Who is principal at a moment. */
export const principalsAt = async (tx: Tx, schoolId: string, now: Date): Ids =>
  (
    await tx
      .selectFrom('relation as r')
      .innerJoin('staff_member as m', (join) =>
        join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
      )
      .select('r.staff_id')
      .distinct()
      .where('r.school_id', '=', schoolId)
      .where('r.kind', '=', 'principal')
      .where(heldAt(now))
      .where('m.active', '=', true)
      .execute()
  ).map((row) => row.staff_id);
