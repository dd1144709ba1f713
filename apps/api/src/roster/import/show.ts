import type { RosterImportDetails } from '@samhold/contract';
import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import { dayOf } from '../../calendar-days.ts';
import { AppError } from '../../errors.ts';
import { asksTwice } from './apply.ts';
import { asRosterImport, importById, rosterVersion, type StoredImport } from './stored-imports.ts';

const SHOWN = 1_000;

type ChangeRow = {
  readonly kind: string;
  readonly person_id: string;
  readonly class_name: string;
  readonly grade: number;
  /** As the file has the name, where it is new. */
  readonly new_given_name: Buffer | null;
  readonly new_family_name: Buffer | null;
  /** As the school has the name. */
  readonly given_name: Buffer | null;
  readonly family_name: Buffer | null;
  readonly hidden: boolean;
  readonly from_class: string | null;
  readonly from_grade: number | null;
};

/** The changes of one kind, each with the name the school has and the class the pupil is in. */
const changesOf = async (
  tx: Tx,
  { school_id: schoolId, import_id: importId, school_year_id: yearId }: NonNullable<StoredImport>,
  day: string,
  kinds: readonly string[],
): Promise<readonly ChangeRow[]> =>
  (
    await sql<ChangeRow>`
      with change as (
        select * from roster_import_change
         where school_id = ${schoolId} and import_id = ${importId} and kind = any(${kinds}::text[])
         order by class_name, position limit ${SHOWN})
      select change.kind, change.person_id, change.class_name, change.grade, change.given_name as new_given_name,
        change.family_name as new_family_name, person.given_name, person.family_name,
        hidden.pupil_id is not null as hidden, place.name as from_class, place.grade as from_grade
        from change
        left join lateral (
          select given_name, family_name from sealed_person
           where school_id = change.school_id and person_id = change.person_id
           limit 1) person on true
        left join lateral (
          select pupil_id from hidden_pupil
           where school_id = change.school_id and pupil_id = change.person_id
           limit 1) hidden on true
        left join lateral (
          select class.name, membership.grade
            from class_membership membership
            join class on class.school_id = membership.school_id and class.class_id = membership.class_id
           where membership.school_id = change.school_id and membership.pupil_id = change.person_id
             and class.school_year_id = ${yearId} and membership.from_on <= ${day}
             and (membership.to_on is null or membership.to_on > ${day})
           limit 1) place on true
       order by change.class_name, change.position`.execute(tx)
  ).rows;

const named = (
  sealer: SchoolSealer,
  personId: string,
  given: Buffer | null,
  family: Buffer | null,
): string => {
  const open = (column: string, sealed: Buffer | null): string =>
    sealed === null ? '' : sealer.open(sealed, { table: 'sealed_person', column, row: personId });
  return `${open('given_name', given)} ${open('family_name', family)}`.trim();
};

const rejectedRows = async (
  tx: Tx,
  sealer: SchoolSealer,
  { school_id: schoolId, import_id: importId }: NonNullable<StoredImport>,
): Promise<RosterImportDetails['rejectedRows']> => {
  const rows = await tx
    .selectFrom('roster_import_change')
    .select('content')
    .where('school_id', '=', schoolId)
    .where('import_id', '=', importId)
    .where('kind', '=', 'rejected')
    .orderBy('position')
    .limit(SHOWN)
    .execute();
  const place = { table: 'roster_import_change', column: 'content', row: importId };
  return rows.flatMap((row) =>
    // As compareRoster sealed it.
    row.content === null
      ? []
      : [JSON.parse(sealer.open(row.content, place)) as RosterImportDetails['rejectedRows'][number]],
  );
};

const openSittings = async (tx: Tx, schoolId: string): Promise<number> =>
  (
    await tx
      .selectFrom('sitting')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('school_id', '=', schoolId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
  ).open;

const inListOrder = <Row extends { readonly name: string; readonly className: string }>(
  rows: readonly Row[],
): Row[] =>
  rows.toSorted(
    (a, b) =>
      a.className.localeCompare(b.className, 'nb', { numeric: true }) || a.name.localeCompare(b.name, 'nb'),
  );

/** What a read file would change, for the administrator to check before it is applied. */
export const showInScope = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  now: Date,
  importId: string,
): Promise<RosterImportDetails> => {
  const found = await importById(tx, schoolId, importId);
  if (found === undefined) throw new AppError('not_found');
  const shown = asRosterImport(found);
  const today = dayOf(now);
  const day = found.starts_on > today ? found.starts_on : today;
  const inFile = (row: ChangeRow): string =>
    named(sealer, row.person_id, row.new_given_name, row.new_family_name);
  const atSchool = (row: ChangeRow): string =>
    row.given_name === null ? inFile(row) : named(sealer, row.person_id, row.given_name, row.family_name);
  const of = (...kinds: string[]) => changesOf(tx, found, day, kinds);
  const staff = await of('new_staff', 'new_relation');
  return {
    ...shown,
    outdated: shown.state === 'read' && found.roster_version !== (await rosterVersion(tx, schoolId)),
    asksTwice: asksTwice(shown.counts),
    openSittings: await openSittings(tx, schoolId),
    new: inListOrder(
      (await of('new')).map((row) => ({
        name: atSchool(row),
        className: row.class_name,
        grade: row.grade,
        known: row.given_name !== null,
      })),
    ),
    renamed: inListOrder(
      (await of('renamed'))
        // Became hidden after the file was read: the name in the file is none of anybody's business.
        .filter((row) => !row.hidden)
        .map((row) => ({ name: atSchool(row), newName: inFile(row), className: row.class_name })),
    ),
    moved: inListOrder(
      (await of('moved')).map((row) => ({
        name: atSchool(row),
        from: row.from_class ?? '–',
        fromGrade: row.from_grade ?? 0,
        className: row.class_name,
        grade: row.grade,
      })),
    ),
    leaving: inListOrder(
      (await of('leaving')).map((row) => ({ name: atSchool(row), className: row.class_name })),
    ),
    staff: [...Map.groupBy(staff, (row) => row.person_id).values()].map((rows) => {
      const [row] = rows.toSorted(
        (a, b) => Number(a.kind === 'new_relation') - Number(b.kind === 'new_relation'),
      );
      return {
        name: row === undefined ? '–' : atSchool(row),
        isNew: row?.kind === 'new_staff',
        classNames: rows.flatMap((one) => (one.kind === 'new_relation' ? [one.class_name] : [])),
      };
    }),
    rejectedRows: await rejectedRows(tx, sealer, found),
  };
};
