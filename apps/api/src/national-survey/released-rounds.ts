import type { ReleasedDocument } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';

/** What leadership may see of one of the school's own rounds. */
export type ReleasedRound = {
  readonly roundId: string;
  /** The year its school year begins in. */
  readonly year: number;
  readonly releasedAt: Date;
  readonly document: ReleasedDocument;
};

/** The frozen figures of grades of every round that has ended, the earliest first. Nothing live is read here. */
export const releasedRounds = async (tx: Tx, schoolId: string): Promise<readonly ReleasedRound[]> =>
  (
    await sql<ReleasedRound>`
      select l.round_id as "roundId", extract(year from y.starts_on)::int as year, l.released_at as "releasedAt", l.document
        from release l
        join round r on r.school_id = l.school_id and r.round_id = l.round_id
        join school_year y on y.school_id = r.school_id and y.school_year_id = r.school_year_id
       where l.school_id = ${schoolId} and r.school_id = ${schoolId} and y.school_id = ${schoolId}
         and l.audience = 'leadership' and l.spec = 'grades-and-school' and l.class_id is null
       order by l.released_at, l.round_id`.execute(tx)
  ).rows;
