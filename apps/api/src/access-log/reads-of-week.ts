import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { addDays } from '../calendar/days.ts';
import { isSchoolDay } from '../calendar/school-days.ts';
import { dayOf } from '../calendar-days.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import { visibleOf } from './about-pupil.ts';
import * as queries from './queries.ts';
import { unusualReads, type Finding, type Read } from './unusual.ts';

export type LoggedRead = Read & { readonly row: queries.EntryRow };

/** What somebody did to their own words, to access or to settings, and looking at the log itself, is no reading of pupils. */
const notOfPupils: ReadonlySet<string> = new Set([
  ...['incident.file', 'incident.addition', 'incidents.own', 'pupils.search'],
  ...['case.retention', 'readers.read', 'unusual-reads.read'],
]);
const kindsOfPupils: ReadonlySet<string> = new Set([
  ...['class', 'sitting', 'pupil', 'signal', 'school', 'meeting', 'case', 'incident', 'investigation'],
]);
/** These tell of a case under a pupil's name, and of who is hidden: they are left to whoever may know. */
const keptApart: ReadonlySet<string> = new Set([
  ...['case-effect.read', 'investigation.reply'],
  ...['pupil.hidden', 'pupil.shown', 'hidden-pupils.read', 'class-list.read'],
]);

const visibleRows = async (
  tx: Tx,
  actor: StaffActor,
  rows: readonly queries.EntryRow[],
  now: Date,
): Promise<readonly queries.EntryRow[]> => {
  const ofKind = (kind: string): readonly string[] => [
    ...new Set(rows.flatMap((row) => (row.subject_kind === kind ? [row.subject_id] : []))),
  ];
  const caseOf = await queries.casesOfInvestigations(tx, actor.schoolId);
  const cases = [...new Set([...ofKind('case'), ...caseOf.values()])];
  const visible = await visibleOf(tx, actor, { cases, reports: ofKind('incident') }, now);
  return rows.filter(({ subject_kind: kind, subject_id: id }) => {
    if (kind === 'case') return visible.cases.has(id);
    if (kind === 'incident') return visible.reports.has(id);
    return kind !== 'investigation' || visible.cases.has(caseOf.get(id) ?? '');
  });
};

/** Whether a reading is about a class the reader neither teaches nor stands in for then. */
const readerOfOthers = async (tx: Tx, schoolId: string, rows: readonly queries.EntryRow[]) => {
  const classOf = await queries.classesOfSittings(tx, schoolId);
  const pupilIds = rows.flatMap((row) => (row.subject_kind === 'pupil' ? [row.subject_id] : []));
  const lists = Map.groupBy(
    await queries.membershipsOf(tx, schoolId, [...new Set(pupilIds)]),
    (row) => row.pupil_id,
  );
  const teaching = Map.groupBy(await queries.teaching(tx, schoolId), (row) => row.staff_id);
  const classesOf = ({ subject_kind: kind, subject_id: id, at }: queries.EntryRow): readonly string[] => {
    if (kind === 'class') return [id];
    const ofSitting = classOf.get(id);
    if (kind !== 'pupil') return ofSitting === undefined ? [] : [ofSitting];
    const day = dayOf(at);
    return (lists.get(id) ?? []).flatMap(({ class_id: classId, from_on: from, to_on: to }) =>
      String(from) <= day && (to === null || String(to) > day) ? [classId] : [],
    );
  };
  return (row: queries.EntryRow): boolean => {
    const classes = classesOf(row);
    const own = (teaching.get(row.staff_id) ?? []).filter(
      ({ from_at: from, to_at: to }) => from <= row.at && (to === null || to > row.at),
    );
    return classes.length > 0 && !own.some(({ class_id: id }) => id !== null && classes.includes(id));
  };
};

/** What the rules find in the week from a Monday, of what this actor may know of. */
export const findingsOfWeek = async (
  tx: Tx,
  actor: StaffActor,
  monday: string,
  now: Date,
): Promise<readonly Finding<LoggedRead>[]> => {
  const { schoolId } = actor;
  const all = await queries.entriesBetween(tx, schoolId, monday, addDays(monday, 6));
  const ofPupils = all.filter(
    ({ action, subject_kind: kind }) =>
      kindsOfPupils.has(kind) && !notOfPupils.has(action) && !keptApart.has(action),
  );
  const rows = await visibleRows(tx, actor, ofPupils, now);
  const ofOthers = await readerOfOthers(tx, schoolId, rows);
  const calendar = await wholeCalendar(tx, schoolId);
  const reads = rows.map((row) => ({
    row,
    at: row.at,
    day: dayOf(row.at),
    staffId: row.staff_id,
    subject: `${row.subject_kind} ${row.subject_id}`,
    ofOthers: ofOthers(row),
  }));
  return unusualReads(reads, (day) => isSchoolDay(calendar, day));
};
