import { sql, type Tx } from '@samhold/db';
import { deleteChanges } from './change-rows.ts';

export type Application = {
  readonly importId: string;
  readonly schoolYearId: string;
  /** From this day the lists are as the file says. */
  readonly day: string;
  readonly now: Date;
  /** When new relations are proposed to begin: now, or when a year to come begins. */
  readonly teachesFrom: Date;
  /** Classes whose last pupil leaves the list. */
  readonly endingClasses: readonly string[];
  /** Who proposes the new relations; nobody when the import was run from the command line. */
  readonly staffId: string | null;
};

/** A relation that somebody had, and has no more. */
export type EndedRelation = { readonly staffId: string; readonly classId: string };

/**
 * Carries out the stored changes of an import, and forgets them. The database moves the rows itself, so a large school
 * costs no memory here. An alias given to a pupil since the file was read stays. Returns the contact teachers of the classes
 * that end.
 */
export const applyChanges = async (
  tx: Tx,
  schoolId: string,
  application: Application,
): Promise<readonly EndedRelation[]> => {
  const { importId, schoolYearId, day, now, teachesFrom, endingClasses, staffId } = application;
  const changes = sql`roster_import_change change where change.school_id = ${schoolId}
    and change.import_id = ${importId}`;
  const classOfChange = sql`(select class.class_id from class where class.school_id = ${schoolId}
    and class.school_year_id = ${schoolYearId} and class.name = change.class_name)`;

  // The rows are new to the statistics of the database: for the first large import it would plan as for a handful, and walk
  // all of them for each. Without nested loops the worst plan is a good one.
  await sql`set local enable_nestloop = off`.execute(tx);
  await sql`
    insert into class (school_id, class_id, school_year_id, name)
    select ${schoolId}::uuid, gen_random_uuid(), ${schoolYearId}::uuid, name
      from (select distinct class_name as name from ${changes} and kind in ('new', 'moved')) as wanted
    on conflict (school_id, school_year_id, name) do nothing`.execute(tx);
  await sql`
    insert into sealed_person (school_id, person_id, kind, given_name, family_name, external_id, external_id_hash)
    select school_id, person_id, case kind when 'new' then 'pupil' else 'staff' end,
      given_name, family_name, external_id, external_id_hash
      from ${changes} and kind in ('new', 'new_staff') and given_name is not null`.execute(tx);
  await sql`
    insert into pupil (school_id, pupil_id)
    select school_id, person_id from ${changes} and kind = 'new' and given_name is not null`.execute(tx);
  await sql`
    insert into staff_member (school_id, staff_id)
    select school_id, person_id from ${changes} and kind = 'new_staff'`.execute(tx);
  await sql`
    update sealed_person person set given_name = change.given_name, family_name = change.family_name
      from ${changes} and change.kind = 'renamed'
       and person.school_id = change.school_id and person.person_id = change.person_id
       and not exists (select from hidden_pupil hidden
            where hidden.school_id = person.school_id and hidden.pupil_id = person.person_id)`.execute(tx);
  await sql`
    update class_membership membership set to_on = ${day}
      from ${changes} and change.kind in ('moved', 'leaving')
       and membership.school_id = change.school_id and membership.pupil_id = change.person_id
       and membership.from_on <= ${day} and (membership.to_on is null or membership.to_on > ${day})
       and exists (select from class where class.school_id = membership.school_id
            and class.class_id = membership.class_id and class.school_year_id = ${schoolYearId})`.execute(tx);
  // A school account goes with the pupil, perhaps to another school of the owner.
  await sql`
    with gone as (
      delete from pupil_identity identity using ${changes} and change.kind = 'leaving'
         and identity.school_id = change.school_id and identity.pupil_id = change.person_id
      returning identity.subject_hash)
    delete from pupil_identity_lookup lookup using gone
     where lookup.subject_hash = gone.subject_hash and lookup.school_id = ${schoolId}`.execute(tx);
  await sql`
    insert into class_membership (school_id, class_id, pupil_id, grade, from_on)
    select school_id, ${classOfChange}, person_id, grade, ${day}::date
      from ${changes} and kind in ('new', 'moved')
    on conflict (school_id, class_id, pupil_id, from_on) do update set grade = excluded.grade, to_on = null`.execute(
    tx,
  );
  const ended = await sql<EndedRelation & { readonly confirmed: boolean }>`
    update relation set to_at = ${now}
      from class
     where relation.school_id = ${schoolId} and relation.kind = 'contact_teacher'
       and (relation.to_at is null or relation.to_at > ${now})
       and class.school_id = ${schoolId} and class.class_id = relation.class_id
       and class.school_year_id = ${schoolYearId} and class.name = any(${endingClasses}::text[])
    returning relation.staff_id as "staffId", relation.class_id as "classId",
      relation.confirmed_at is not null as confirmed`.execute(tx);
  await sql`
    insert into relation (school_id, relation_id, staff_id, kind, class_id, from_at, proposed_by)
    select school_id, gen_random_uuid(), person_id, 'contact_teacher', class_id, ${teachesFrom}::timestamptz,
      ${staffId}::uuid
      from (select school_id, person_id, ${classOfChange} as class_id from ${changes} and kind = 'new_relation')
        as wanted
     where class_id is not null and not exists (select from relation earlier
            where earlier.school_id = wanted.school_id and earlier.staff_id = wanted.person_id
              and earlier.kind = 'contact_teacher' and earlier.class_id = wanted.class_id)`.execute(tx);
  await sql`set local enable_nestloop = on`.execute(tx);
  await deleteChanges(tx, schoolId, [importId]);
  return ended.rows.filter(({ confirmed }) => confirmed);
};
