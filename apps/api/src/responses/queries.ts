import { sql, type Tx } from '@samhold/db';

const IDLE_MINUTES = 20;

export const schoolOfClassCode = async (tx: Tx, hash: Buffer): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('class_code_lookup')
      .select('school_id')
      .where('code_hash', '=', hash)
      .executeTakeFirst()
  )?.school_id;

export type CodeSitting = NonNullable<Awaited<ReturnType<typeof sittingOfCode>>>;
export type CodePupil = Awaited<ReturnType<typeof pupilsWhoMayAnswer>>[number];

export const sittingOfCode = (tx: Tx, schoolId: string, hash: Buffer) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['s.school_id', 's.sitting_id', 's.state', 's.closes_at', 'r.kind', 'c.name as class_name'])
    .where('s.school_id', '=', schoolId)
    .where('s.code_hash', '=', hash)
    .executeTakeFirst();

/** Those who have not handed in; after closing (`lateAt` given) only those allowed to answer later. */
export const pupilsWhoMayAnswer = (tx: Tx, schoolId: string, sittingId: string, lateAt: Date | null) =>
  tx
    .selectFrom('sitting_pupil as p')
    .leftJoin('response as a', (join) =>
      join
        .onRef('a.school_id', '=', 'p.school_id')
        .onRef('a.sitting_id', '=', 'p.sitting_id')
        .onRef('a.pupil_id', '=', 'p.pupil_id'),
    )
    .select('p.pupil_id')
    .where('p.school_id', '=', schoolId)
    .where('p.sitting_id', '=', sittingId)
    .where('a.submitted_at', 'is', null)
    .$if(lateAt !== null, (query) => query.where('p.answers_later_until', '>', lateAt))
    .execute();

export const listedPupilIds = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('sitting_pupil')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .execute()
  ).map((row) => row.pupil_id);

export const lockTries = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
): Promise<number> =>
  (
    await tx
      .selectFrom('sitting_pupil')
      .select('failed_tries')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .where('pupil_id', '=', pupilId)
      .forUpdate()
      .executeTakeFirstOrThrow()
  ).failed_tries;

export const setTries = (tx: Tx, schoolId: string, sittingId: string, pupilId: string, tries: number) =>
  tx
    .updateTable('sitting_pupil')
    .set({ failed_tries: tries })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId)
    .execute();

/** One tablet a pupil: a new session ends the one before. */
export const replacePupilSession = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  tokenHash: Buffer,
  now: Date,
) => {
  await tx
    .deleteFrom('pupil_session')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId)
    .execute();
  await tx
    .insertInto('pupil_session')
    .values({
      school_id: schoolId,
      token_hash: tokenHash,
      sitting_id: sittingId,
      pupil_id: pupilId,
      started_at: now,
      last_seen_at: now,
    })
    .execute();
};

export const deletePupilSession = (tx: Tx, schoolId: string, tokenHash: Buffer) =>
  tx
    .deleteFrom('pupil_session')
    .where('school_id', '=', schoolId)
    .where('token_hash', '=', tokenHash)
    .execute();

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

export const sittingForForm = (tx: Tx, schoolId: string, sittingId: string) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['s.class_id', 's.closes_at', 'c.name as class_name'])
    .where('s.school_id', '=', schoolId)
    .where('s.sitting_id', '=', sittingId)
    .executeTakeFirstOrThrow();

export const answeredItems = async (tx: Tx, schoolId: string, responseId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('answer')
      .select('item_id')
      .where('school_id', '=', schoolId)
      .where('response_id', '=', responseId)
      .orderBy('item_id')
      .execute()
  ).map((row) => row.item_id);
