import { sql, type Tx } from '@samhold/db';

const IDLE_MINUTES = 20;

export type LiveSession = {
  readonly sitting_id: string;
  readonly pupil_id: string;
  readonly last_seen_at: Date;
  readonly questionnaire_id: string;
  readonly questionnaire_version: number;
  readonly settings: unknown;
  readonly roster: readonly string[];
  readonly order_seed: number;
  readonly response_id: string | null;
  readonly submitted_at: Date | null;
};

/** The session and what its form needs, in one question. Marks the session as used at most once a minute. */
export const liveSession = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<LiveSession | undefined> => {
  const oldest = new Date(now.getTime() - IDLE_MINUTES * 60_000);
  const found = await sql<LiveSession>`
    select ps.sitting_id, ps.pupil_id, ps.last_seen_at, s.questionnaire_id, s.questionnaire_version, r.settings,
           (select array_agg(l.pupil_id) from sitting_pupil l
             where l.school_id = ps.school_id and l.sitting_id = ps.sitting_id) as roster,
           me.order_seed, a.response_id, a.submitted_at
      from pupil_session ps
      join sitting_pupil me on me.school_id = ps.school_id and me.sitting_id = ps.sitting_id and me.pupil_id = ps.pupil_id
      join sitting s on s.school_id = ps.school_id and s.sitting_id = ps.sitting_id
      join round r on r.school_id = s.school_id and r.round_id = s.round_id
      left join response a on a.school_id = ps.school_id and a.sitting_id = ps.sitting_id and a.pupil_id = ps.pupil_id
     where ps.school_id = ${schoolId} and ps.token_hash = ${tokenHash} and ps.last_seen_at > ${oldest}`.execute(
    tx,
  );
  const session = found.rows[0];
  if (session !== undefined && now.getTime() - session.last_seen_at.getTime() > 60_000) {
    await tx
      .updateTable('pupil_session')
      .set({ last_seen_at: now })
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  return session;
};
