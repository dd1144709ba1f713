import type { RoundKind } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import { AppError } from '../errors.ts';

export type RoundOfYear = {
  readonly roundId: string;
  readonly yearId: string;
  readonly kind: RoundKind;
  readonly name: string;
  readonly fromGrade: number;
  readonly toGrade: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: 'planned' | 'open' | 'ended';
};

const rounds = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('round as r')
    .select(['r.round_id', 'r.school_year_id', 'r.kind', 'r.name', 'r.from_grade', 'r.to_grade'])
    .select(['r.opens_on', 'r.closes_on', 'r.opened_at', 'r.ended_at'])
    .select(
      sql<boolean>`exists (select 1 from sitting s where s.school_id = r.school_id and s.round_id = r.round_id)`.as(
        'started',
      ),
    )
    .where('r.school_id', '=', schoolId)
    .where('r.class_id', 'is', null)
    .orderBy('r.opens_on')
    .orderBy('r.from_grade')
    .orderBy('r.kind')
    .orderBy('r.round_id');

const roundOf = (row: Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]): RoundOfYear => ({
  roundId: row.round_id,
  yearId: row.school_year_id,
  // The column's check constraint allows exactly these kinds.
  kind: row.kind as RoundKind,
  name: row.name,
  fromGrade: row.from_grade,
  toGrade: row.to_grade,
  opensOn: String(row.opens_on),
  closesOn: String(row.closes_on),
  // A class may have begun before the clock had opened the round.
  state: row.ended_at !== null ? 'ended' : row.opened_at !== null || row.started ? 'open' : 'planned',
});

/** The school's rounds of a year in order of time; those of one class alone are left out. */
export const roundsOfYear = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
): Promise<readonly RoundOfYear[]> =>
  (await rounds(tx, schoolId).where('r.school_year_id', '=', yearId).execute()).map(roundOf);

/** As roundsOfYear, and until the transaction ends nobody opens, moves or ends one of them. */
export const holdRoundsOfYear = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
): Promise<readonly RoundOfYear[]> =>
  (await rounds(tx, schoolId).where('r.school_year_id', '=', yearId).forUpdate().execute()).map(roundOf);

/** Throws not_found for a round the school does not have. */
export const roundOfSchool = async (tx: Tx, schoolId: string, roundId: string): Promise<RoundOfYear> => {
  const row = await rounds(tx, schoolId).where('r.round_id', '=', roundId).executeTakeFirst();
  if (row === undefined) throw new AppError('not_found');
  return roundOf(row);
};

/** Gives a round that has not opened other days, grades or another name. Moved, it is told of anew on its new day. */
export const changePlannedRound = async (tx: Tx, schoolId: string, round: RoundOfYear): Promise<void> => {
  await tx
    .deleteFrom('notice')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', round.roundId)
    .where('kind', '=', 'round_opens_soon')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('round')
          .select('round_id')
          .where('school_id', '=', schoolId)
          .where('round_id', '=', round.roundId)
          .where('opened_at', 'is', null)
          .where('opens_on', '<>', round.opensOn),
      ),
    )
    .execute();
  await tx
    .updateTable('round')
    .set({
      name: round.name,
      from_grade: round.fromGrade,
      to_grade: round.toGrade,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
    })
    .where('school_id', '=', schoolId)
    .where('round_id', '=', round.roundId)
    .where('opened_at', 'is', null)
    .execute();
};

/** Takes a round that has not opened out of the plan, as if it had never been there. */
export const removePlannedRound = async (tx: Tx, schoolId: string, roundId: string): Promise<void> => {
  await tx.deleteFrom('notice').where('school_id', '=', schoolId).where('round_id', '=', roundId).execute();
  await tx
    .deleteFrom('round_questionnaire')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .execute();
  await tx
    .deleteFrom('round')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .where('opened_at', 'is', null)
    .execute();
};
