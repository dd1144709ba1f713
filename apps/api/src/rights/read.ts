import type { HoldKind, PupilRights } from '@samhold/contract';
import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { lastDayKept } from '../retention/due.ts';
import { wholeNames } from '../roster/names.ts';
import { exportRows } from './export/rows.ts';
import { holdsOf } from './hold-queries.ts';
import { reasonPlace } from './holds.ts';
import { knownPupil } from './known-pupil.ts';

type Counts = Readonly<Record<PupilRights['kept'][number]['kind'], number>>;

const countsOf = async (tx: Tx, schoolId: string, pupilId: string): Promise<PupilRights['kept']> => {
  const of = sql`school_id = ${schoolId} and pupil_id = ${pupilId}`;
  const { rows } = await sql<Counts>`
    select (select count(*)::int from response where ${of}) as responses,
           (select count(*)::int from nomination where school_id = ${schoolId} and nominee_id = ${pupilId}) as choices,
           (select count(*)::int from signal where ${of}) as signals,
           (select count(*)::int from note where ${of}) as notes,
           (select count(*)::int from pupil_talk where ${of}) as talks`.execute(tx);
  const kinds = ['responses', 'choices', 'signals', 'notes', 'talks'] as const;
  return kinds.map((kind) => ({ kind, count: rows[0]?.[kind] ?? 0 }));
};

const openHolds = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilId: string,
): Promise<PupilRights['holds']> => {
  const rows = await holdsOf(tx, schoolId, pupilId);
  const staff = rows.flatMap((row) => [row.placed_by, ...(row.ended_by === null ? [] : [row.ended_by])]);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(staff)]);
  return rows.map((row) => ({
    holdId: row.hold_id,
    // The column's check constraint allows exactly these.
    kind: row.kind as HoldKind,
    reason: sealer.open(row.reason, reasonPlace(row.hold_id)),
    by: names.get(row.placed_by) ?? '–',
    at: row.placed_at.toISOString(),
    ended:
      row.ended_by === null || row.ended_at === null
        ? null
        : { by: names.get(row.ended_by) ?? '–', at: row.ended_at.toISOString() },
  }));
};

/** The last day the answers of the year that `day` is in are kept. */
const keptUntil = async (tx: Tx, schoolId: string, day: string, until: string): Promise<string | null> => {
  const year = await tx
    .selectFrom('school_year')
    .select(sql<string>`ends_on::text`.as('ends_on'))
    .where('school_id', '=', schoolId)
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return year === undefined ? null : lastDayKept(year.ends_on, until);
};

/** How much is kept of a pupil, and what is decided about it; nothing of what it says. */
export const readRights = (deps: Dependencies, actor: StaffActor, pupilId: string): Promise<PupilRights> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const school = await sealer();
    const pupil = await knownPupil(tx, school, actor, pupilId, now);
    const settings = await tx
      .selectFrom('school')
      .select(['answers_until', 'backups_kept_days'])
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow();
    await logOpening(tx, actor, now, {
      ...{ action: 'pupil-rights.read', subjectKind: 'pupil', subjectId: pupilId },
      purpose: 'access, restriction or erasure',
    });
    return {
      pupilId,
      name: pupil.name,
      className: pupil.onList ? pupil.className : null,
      kept: await countsOf(tx, schoolId, pupilId),
      holds: await openHolds(tx, school, schoolId, pupilId),
      exports: await exportRows(tx, school, actor, pupilId, now),
      keptUntil: await keptUntil(tx, schoolId, dayOf(now), settings.answers_until),
      backupsKeptDays: settings.backups_kept_days,
    };
  });
