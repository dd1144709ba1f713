import { sql, type Tx } from '@samhold/db';

/** To change what stands at one pupil of a sitting's list. */
export const updateListed = (tx: Tx, schoolId: string, sittingId: string, pupilId: string) =>
  tx
    .updateTable('sitting_pupil')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId);

export const isListed = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom('sitting_pupil')
    .select('pupil_id')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId)
    .executeTakeFirst()) !== undefined;

/** The list of a sitting. `silentSince`: a tablet in use that was not heard of since then has lost the network. */
export const listOf = (tx: Tx, schoolId: string, sittingId: string, silentSince: Date) =>
  tx
    .selectFrom('sitting_pupil as p')
    .leftJoin('response as a', (join) =>
      join
        .onRef('a.school_id', '=', 'p.school_id')
        .onRef('a.sitting_id', '=', 'p.sitting_id')
        .onRef('a.pupil_id', '=', 'p.pupil_id'),
    )
    .leftJoin('pupil_help as h', (join) =>
      join
        .onRef('h.school_id', '=', 'p.school_id')
        .onRef('h.sitting_id', '=', 'p.sitting_id')
        .onRef('h.pupil_id', '=', 'p.pupil_id'),
    )
    .select([
      'p.pupil_id',
      'p.grade',
      'p.failed_tries',
      'p.answers_later_until',
      'p.form_faults',
      'a.response_id',
      'a.submitted_at',
      'h.staff_id as helper_id',
      sql<boolean>`exists (select from pupil_session s
        join upload u on u.school_id = s.school_id and u.sitting_id = s.sitting_id and u.pupil_id = s.pupil_id and u.started_at = s.started_at and u.voided_at is null
        where s.school_id = p.school_id and s.sitting_id = p.sitting_id and s.pupil_id = p.pupil_id
          and a.submitted_at is null and u.heard_at < ${silentSince})`.as('silent'),
      sql<boolean>`exists (select from upload u where u.school_id = p.school_id and u.sitting_id = p.sitting_id
        and u.pupil_id = p.pupil_id and u.waiting > 0 and u.voided_at is null)`.as('has_waiting'),
      sql<number>`(select count(*)::int from upload u
        join response_part t on t.school_id = u.school_id and t.token_hash = u.token_hash and t.outcome = 'held'
        where u.school_id = p.school_id and u.sitting_id = p.sitting_id and u.pupil_id = p.pupil_id
          and u.voided_at is null)`.as('late'),
      sql<string[]>`array(select distinct t.code from upload u
        join response_part t on t.school_id = u.school_id and t.token_hash = u.token_hash and t.outcome = 'refused'
        where u.school_id = p.school_id and u.sitting_id = p.sitting_id and u.pupil_id = p.pupil_id
          and u.voided_at is null order by t.code)`.as('refused'),
      sql<number>`(select coalesce(sum(u.set_aside), 0)::int from upload u where u.school_id = p.school_id
        and u.sitting_id = p.sitting_id and u.pupil_id = p.pupil_id and u.voided_at is null)`.as('set_aside'),
    ])
    .where('p.school_id', '=', schoolId)
    .where('p.sitting_id', '=', sittingId)
    .orderBy('p.pupil_id')
    .execute();

/** Who has not handed in, of the sittings of the class that are open. */
export const missingInOpenSittings = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('sitting_pupil as p', (join) =>
      join.onRef('p.school_id', '=', 's.school_id').onRef('p.sitting_id', '=', 's.sitting_id'),
    )
    .leftJoin('response as a', (join) =>
      join
        .onRef('a.school_id', '=', 'p.school_id')
        .onRef('a.sitting_id', '=', 'p.sitting_id')
        .onRef('a.pupil_id', '=', 'p.pupil_id'),
    )
    .select(['s.sitting_id', 'p.pupil_id'])
    .where('s.school_id', '=', schoolId)
    .where('s.class_id', '=', classId)
    .where('s.state', '=', 'open')
    .where('a.submitted_at', 'is', null)
    .execute();
