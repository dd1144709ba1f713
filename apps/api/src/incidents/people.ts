import type { RelationKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { CasePeople } from '../cases/policy.ts';
import { startOfDay } from '../people/relation-days.ts';
import type { ReportPeople } from './policy.ts';
import * as queries from './queries.ts';

type Relations = Awaited<ReturnType<typeof queries.confirmedRelations>>;

const leads: ReadonlySet<string> = new Set(['leadership', 'principal']);

/** Whether any of them was of the leadership on a day or after it: stepping down takes a report from nobody's hands into theirs. */
const ledSince = (relations: Relations, staffIds: readonly string[], day: string): boolean =>
  relations.some(
    ({ staff_id: staffId, kind, to_at: to }) =>
      staffIds.includes(staffId) && leads.has(kind) && (to === null || to > startOfDay(day)),
  );

const holding = (relations: Relations, now: Date): Relations =>
  relations.filter((one) => one.active && one.from_at <= now && (one.to_at === null || one.to_at > now));

type Row = Pick<
  queries.ReportRow,
  'report_id' | 'filed_by' | 'about_staff' | 'about_leadership' | 'happened_on' | 'case_id'
>;

const casesOf = async (
  tx: Tx,
  schoolId: string,
  rows: readonly Row[],
  relations: Relations,
): Promise<ReadonlyMap<string, CasePeople>> => {
  const { cases, staff } = await queries.casePeopleRows(
    tx,
    schoolId,
    rows.flatMap((row) => row.case_id ?? []),
  );
  return new Map(
    cases.map((one) => {
      const of = staff.filter((row) => row.case_id === one.case_id);
      const accused = of.filter(({ part }) => part === 'accused').map((row) => row.staff_id);
      return [
        one.case_id,
        {
          // The columns' check constraints allow exactly these.
          kind: one.kind as CasePeople['kind'],
          staff: of.map((row) => ({
            staffId: row.staff_id,
            part: row.part as CasePeople['staff'][number]['part'],
          })),
          leadershipAccused: ledSince(relations, accused, String(one.known_on)),
        },
      ];
    }),
  );
};

export type Peopled = {
  readonly of: (reportId: string) => ReportPeople;
  /** Who of these kinds there is now, but for the accused. */
  readonly holdersOf: (people: ReportPeople, kinds: readonly RelationKind[]) => readonly string[];
};

/** Who is who in reports: everything their policy asks for. */
export const peopleOf = async (
  tx: Tx,
  schoolId: string,
  rows: readonly Row[],
  now: Date,
): Promise<Peopled> => {
  const ids = rows.map((row) => row.report_id);
  const relations = await queries.confirmedRelations(tx, schoolId);
  const cases = await casesOf(tx, schoolId, rows, relations);
  const named = Map.groupBy(await queries.accusedOf(tx, schoolId, ids), (row) => row.report_id);
  const told = new Set(
    (await queries.stepsOf(tx, schoolId, ids))
      .filter(({ kind }) => kind === 'owner_told')
      .map((step) => step.report_id),
  );
  const present = holding(relations, now);
  const hasPrincipal = present.some(({ kind }) => kind === 'principal');
  const byId = new Map(
    rows.map((row) => {
      const inCase = cases.get(row.case_id ?? '') ?? null;
      const ofReport = (named.get(row.report_id) ?? []).map((one) => one.staff_id);
      const ofCase = inCase?.staff.filter(({ part }) => part === 'accused') ?? [];
      const people: ReportPeople = {
        filedBy: row.filed_by,
        aboutStaff: row.about_staff || ofCase.length > 0,
        accused: [...ofReport, ...ofCase.map(({ staffId }) => staffId)],
        leadershipAccused:
          row.about_leadership ||
          ledSince(relations, ofReport, String(row.happened_on)) ||
          inCase?.leadershipAccused === true,
        ownerTold: told.has(row.report_id) || inCase?.kind === 'staff',
        hasPrincipal,
        inCase,
      };
      return [row.report_id, people];
    }),
  );
  return {
    of: (reportId) => {
      const people = byId.get(reportId);
      if (people === undefined) throw new Error('A report whose people were not read.');
      return people;
    },
    holdersOf: (people, kinds) => {
      const found = present.filter(
        ({ kind, staff_id: staffId }) =>
          kinds.some((one) => one === kind) && !people.accused.includes(staffId),
      );
      return [...new Set(found.map((one) => one.staff_id))].sort();
    },
  };
};
