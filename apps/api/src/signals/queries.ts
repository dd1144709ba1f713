import { sql, type Tx } from '@samhold/db';
import { notRestricted } from './not-restricted.ts';

export type SignalRow = Awaited<ReturnType<typeof signalsOfClass>>[number];

/** Newest first; also of a pupil whose records are restricted only where the pupil asks for them. */
export const signalsOfClass = (tx: Tx, schoolId: string, classId: string, evenRestricted = false) =>
  tx
    .selectFrom('signal as g')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
    )
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
    )
    .select([
      'g.signal_id',
      'g.sitting_id',
      'g.pupil_id',
      'g.rule_id',
      'g.rule_set_version',
      'g.evidence',
      'g.state',
      'g.created_at',
      'g.no_longer_at',
      'r.name',
    ])
    .where('g.school_id', '=', schoolId)
    .where('s.class_id', '=', classId)
    .where(evenRestricted ? sql<boolean>`true` : notRestricted)
    .orderBy('s.opened_at', 'desc')
    .orderBy('g.level', 'desc')
    .orderBy('g.signal_id')
    .execute();

export const summariesOf = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('signal_summary')
        .select(['sitting_id', 'figures'])
        .where('school_id', '=', schoolId)
        .where('sitting_id', 'in', sittingIds)
        .execute();

export const verificationsOf = async (tx: Tx, schoolId: string, signalIds: readonly string[]) =>
  signalIds.length === 0
    ? []
    : tx
        .selectFrom('verification')
        .select(['verification_id', 'signal_id', 'staff_id', 'state', 'observed', 'verified_at'])
        .where('school_id', '=', schoolId)
        .where('signal_id', 'in', signalIds)
        .orderBy('verified_at')
        .execute();

export const viewsOf = async (tx: Tx, schoolId: string, signalIds: readonly string[]) =>
  signalIds.length === 0
    ? []
    : tx
        .selectFrom('signal_view')
        .select(['view_id', 'signal_id', 'whose', 'body', 'recorded_by', 'recorded_at'])
        .where('school_id', '=', schoolId)
        .where('signal_id', 'in', signalIds)
        .orderBy('recorded_at')
        .orderBy('view_id')
        .execute();

export const insertView = (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly view_id: string;
    readonly signal_id: string;
    readonly whose: string;
    readonly body: Buffer;
    readonly recorded_by: string;
    readonly recorded_at: Date;
  },
) =>
  tx
    .insertInto('signal_view')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const lockSignal = (tx: Tx, schoolId: string, signalId: string) =>
  tx
    .selectFrom('signal as g')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
    )
    .select(['s.class_id', 'g.pupil_id'])
    .where('g.school_id', '=', schoolId)
    .where('g.signal_id', '=', signalId)
    .forUpdate('g')
    .executeTakeFirst();

export type NewVerification = {
  readonly school_id: string;
  readonly verification_id: string;
  readonly signal_id: string;
  readonly staff_id: string;
  readonly state: string;
  readonly observed: Buffer;
  readonly verified_at: Date;
};

/** False when the id has been used before. */
export const insertVerification = async (tx: Tx, row: NewVerification): Promise<boolean> => {
  const result = await tx
    .insertInto('verification')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const setState = (tx: Tx, schoolId: string, signalId: string, state: string) =>
  tx
    .updateTable('signal')
    .set({ state })
    .where('school_id', '=', schoolId)
    .where('signal_id', '=', signalId)
    .execute();
