import { sql, type Tx } from '@samhold/db';

export type Upload = {
  readonly token_hash: Buffer;
  readonly sitting_id: string;
  readonly class_id: string;
  readonly pupil_id: string;
  readonly started_at: Date;
  readonly submitted_part: number | null;
  readonly state: 'open' | 'closed';
  readonly closes_at: Date;
  readonly closed_at: Date | null;
  readonly wrapped_key: Buffer;
  readonly closing: boolean;
  readonly answers_later_until: Date | null;
  readonly questionnaire_id: string;
  readonly questionnaire_version: number;
  readonly settings: unknown;
  readonly school_year_id: string;
  readonly roster: readonly string[];
  readonly response_id: string | null;
  readonly submitted_at: Date | null;
  readonly known: readonly KnownPart[];
};

export type KnownPart = {
  readonly number: number;
  readonly hash: string;
  readonly outcome: 'stored' | 'held' | 'refused' | 'left_out';
  readonly code: string | null;
};

export const startUpload = (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  tokenHash: Buffer,
  now: Date,
) =>
  tx
    .insertInto('upload')
    .values({
      school_id: schoolId,
      token_hash: tokenHash,
      sitting_id: sittingId,
      pupil_id: pupilId,
      started_at: now,
      heard_at: now,
    })
    .execute();

/**
 * All that merging parts has to know, in one question: which of these numbers have come before, too. Holds the sittings
 * against being closed until the transaction ends. In the order of sittings and pupils, so that two never wait for each other.
 */
export const readUploads = async (
  tx: Tx,
  schoolId: string,
  tokenHashes: readonly Buffer[],
  numbers: readonly number[],
): Promise<readonly Upload[]> => {
  // Each by itself, by the key: as one join it would be planned by how many uploads a school is thought to have.
  const found = await sql<Upload>`
    select found.* from unnest(${tokenHashes}::bytea[]) as one (token_hash) cross join lateral (
      select u.token_hash, u.sitting_id, s.class_id, u.pupil_id, u.started_at, u.submitted_part, s.state, s.closes_at, s.closed_at,
             c.wrapped_key, exists (select from school_closing x where x.school_id = u.school_id) as closing, sp.answers_later_until, s.questionnaire_id, s.questionnaire_version, r.settings, r.school_year_id, a.response_id, a.submitted_at,
             (select array_agg(l.pupil_id) from sitting_pupil l
               where l.school_id = u.school_id and l.sitting_id = u.sitting_id) as roster,
             (select coalesce(json_agg(json_build_object('number', p.number, 'hash', encode(p.body_hash, 'hex'),
                                                         'outcome', p.outcome, 'code', p.code)), '[]')
                from response_part p
               where p.school_id = u.school_id and p.token_hash = u.token_hash
                 and p.number = any(${numbers}::integer[])) as known
        from upload u
        join school c on c.school_id = u.school_id
        join sitting s on s.school_id = u.school_id and s.sitting_id = u.sitting_id
        join round r on r.school_id = s.school_id and r.round_id = s.round_id
        join sitting_pupil sp on sp.school_id = u.school_id and sp.sitting_id = u.sitting_id and sp.pupil_id = u.pupil_id
        left join response a on a.school_id = u.school_id and a.sitting_id = u.sitting_id and a.pupil_id = u.pupil_id
       where u.school_id = ${schoolId} and u.token_hash = one.token_hash and u.voided_at is null
         for share of s
    ) as found
    order by found.sitting_id, found.pupil_id`.execute(tx);
  return found.rows;
};

export type HandledPart = {
  readonly number: number;
  readonly hash: Buffer;
  readonly outcome: 'stored' | 'held' | 'refused';
  readonly code: string | null;
  /** Kept only while the teacher has not decided. */
  readonly sealed: Buffer | null;
};

/** What a tablet has handed over, and what it says of itself. */
export type Heard = {
  readonly tokenHash: Buffer;
  readonly parts: readonly HandledPart[];
  readonly waiting: number;
  readonly setAside: number;
  readonly submittedPart: number | null;
};

/** Notes the parts and that the tablets were heard of. A part noted before makes it throw a unique violation. */
export const noteParts = async (
  tx: Tx,
  schoolId: string,
  heard: readonly Heard[],
  now: Date,
): Promise<void> => {
  const parts = heard.flatMap(({ tokenHash, parts: handled }) =>
    handled.map((part) => ({ ...part, tokenHash })),
  );
  await sql`
    with heard as (
      select * from unnest(${heard.map((one) => one.tokenHash)}::bytea[], ${heard.map((one) => one.parts.length > 0)}::boolean[],
                           ${heard.map((one) => one.waiting)}::integer[], ${heard.map((one) => one.setAside)}::integer[],
                           ${heard.map((one) => one.submittedPart)}::integer[])
                    as one (token_hash, answers, waiting, set_aside, submitted_part)
    ), noted as (
      insert into response_part (school_id, token_hash, number, body_hash, outcome, code, sealed, received_at)
      select ${schoolId}, token_hash, number, body_hash, outcome, code, sealed, ${now}
        from unnest(${parts.map((part) => part.tokenHash)}::bytea[], ${parts.map(({ number }) => number)}::integer[],
                    ${parts.map(({ hash }) => hash)}::bytea[], ${parts.map(({ outcome }) => outcome)}::text[],
                    ${parts.map(({ code }) => code)}::text[], ${parts.map(({ sealed }) => sealed)}::bytea[])
             as part (token_hash, number, body_hash, outcome, code, sealed)
    ), used as (
      update pupil_session s set last_seen_at = ${now}
        from upload u join heard using (token_hash)
       where u.school_id = ${schoolId} and heard.answers
         and s.school_id = ${schoolId} and s.sitting_id = u.sitting_id and s.pupil_id = u.pupil_id
         and s.started_at = u.started_at and s.last_seen_at < ${new Date(now.getTime() - 60_000)}
    )
    update upload u set heard_at = ${now}, waiting = heard.waiting, set_aside = greatest(u.set_aside, heard.set_aside),
           submitted_part = coalesce(heard.submitted_part, u.submitted_part)
      from heard
     where u.school_id = ${schoolId} and u.token_hash = heard.token_hash`.execute(tx);
};

/** The number after the highest that has come by this token. */
export const nextPart = async (tx: Tx, schoolId: string, tokenHash: Buffer): Promise<number> => {
  const highest = await tx
    .selectFrom('response_part')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('school_id', '=', schoolId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return (highest?.number ?? 0) + 1;
};
