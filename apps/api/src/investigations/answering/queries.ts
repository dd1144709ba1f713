import { sql, type Tx } from '@samhold/db';
import { refuseWhenClosing } from '../../schools/closing.ts';

const IDLE_MINUTES = 20;

export type OpenInvestigation = {
  readonly investigation_id: string;
  readonly class_id: string;
  readonly class_name: string;
  readonly criteria: readonly string[];
};

/** The one behind a code, while it is open. */
export const investigationOfCode = async (
  tx: Tx,
  schoolId: string,
  hash: Buffer,
  now: Date,
): Promise<OpenInvestigation | undefined> =>
  tx
    .selectFrom('investigation as i')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'i.school_id').onRef('c.class_id', '=', 'i.class_id'),
    )
    .select(['i.investigation_id', 'i.class_id', 'c.name as class_name', 'i.criteria'])
    .where('i.school_id', '=', schoolId)
    .where('i.code_hash', '=', hash)
    .where('i.state', '=', 'open')
    .where('i.closes_at', '>', now)
    .executeTakeFirst();

export const lockPupil = (tx: Tx, schoolId: string, investigationId: string, pupilId: string) =>
  tx
    .selectFrom('investigation_pupil')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .where('pupil_id', '=', pupilId)
    .forUpdate()
    .executeTakeFirst();

export const updatePupil = (tx: Tx, schoolId: string, investigationId: string, pupilId: string) =>
  tx
    .updateTable('investigation_pupil')
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .where('pupil_id', '=', pupilId);

export type LiveSession = {
  readonly investigation_id: string;
  readonly pupil_id: string;
  readonly class_id: string;
  readonly class_name: string;
  readonly criteria: readonly string[];
  readonly closes_at: Date;
  readonly delete_on: string;
  readonly wrapped_key: Buffer;
  readonly order_seed: number;
  readonly response_id: string | null;
  readonly submitted_at: Date | null;
};

/** The session of a tablet while its investigation is open, marked as used. */
export const liveSession = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<LiveSession | undefined> => {
  const oldest = new Date(now.getTime() - IDLE_MINUTES * 60_000);
  const found = await sql<LiveSession>`
    with used as (
      update investigation_session set last_seen_at = ${now}
       where school_id = ${schoolId} and token_hash = ${tokenHash} and last_seen_at > ${oldest}
      returning investigation_id, pupil_id)
    select used.investigation_id, used.pupil_id, i.class_id, c.name as class_name, i.criteria, i.closes_at, i.delete_on,
           s.wrapped_key, p.order_seed, p.response_id, p.submitted_at
      from used
      join investigation i on i.school_id = ${schoolId} and i.investigation_id = used.investigation_id
      join class c on c.school_id = ${schoolId} and c.class_id = i.class_id
      join school s on s.school_id = ${schoolId}
      join investigation_pupil p on p.school_id = ${schoolId} and p.investigation_id = used.investigation_id
                                and p.pupil_id = used.pupil_id
     where i.state = 'open' and i.closes_at > ${now}`.execute(tx);
  return found.rows[0];
};

export const replaceSession = async (
  tx: Tx,
  schoolId: string,
  investigationId: string,
  pupilId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<void> => {
  await refuseWhenClosing(tx, schoolId);
  await tx
    .deleteFrom('investigation_session')
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .where('pupil_id', '=', pupilId)
    .execute();
  await tx
    .insertInto('investigation_session')
    .values({
      ...{ school_id: schoolId, token_hash: tokenHash, investigation_id: investigationId },
      ...{ pupil_id: pupilId, last_seen_at: now },
    })
    .execute();
};

export const startUpload = (
  tx: Tx,
  schoolId: string,
  investigationId: string,
  pupilId: string,
  tokenHash: Buffer,
  now: Date,
) =>
  tx
    .insertInto('investigation_upload')
    .values({
      ...{ school_id: schoolId, token_hash: tokenHash, investigation_id: investigationId },
      ...{ pupil_id: pupilId, started_at: now },
    })
    .execute();

export type Upload = {
  readonly investigation_id: string;
  readonly pupil_id: string;
  readonly started_at: Date;
  readonly submitted_part: number | null;
  readonly state: string;
  readonly closes_at: Date;
  readonly criteria: readonly string[];
  readonly wrapped_key: Buffer;
  readonly closing: boolean;
};

/** What a tablet hands over, held against being ended until the transaction is done, one request of a pupil at a time. */
export const holdUpload = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
): Promise<Upload | undefined> => {
  const found = await sql<Upload>`
    select u.investigation_id, u.pupil_id, u.started_at, u.submitted_part, i.state, i.closes_at, i.criteria, s.wrapped_key,
           exists (select from school_closing x where x.school_id = u.school_id) as closing
      from investigation_upload u
      join investigation i on i.school_id = u.school_id and i.investigation_id = u.investigation_id
      join investigation_pupil p on p.school_id = u.school_id and p.investigation_id = u.investigation_id and p.pupil_id = u.pupil_id
      join school s on s.school_id = u.school_id
     where u.school_id = ${schoolId} and u.token_hash = ${tokenHash}
       for share of i for update of p, u`.execute(tx);
  return found.rows[0];
};

export const knownParts = (tx: Tx, schoolId: string, tokenHash: Buffer) =>
  tx
    .selectFrom('investigation_part')
    .select(['number', 'body_hash', 'outcome', 'code'])
    .where('school_id', '=', schoolId)
    .where('token_hash', '=', tokenHash)
    .orderBy('number')
    .execute();
