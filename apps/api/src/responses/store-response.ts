import { createHash } from 'node:crypto';
import type { PutResponse } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import { findNomination } from './nomination-items.ts';
import type { LiveSession } from './queries.ts';
import type { Questionnaire } from '@samhold/survey';

export const hashOfBody = (body: PutResponse): Buffer =>
  createHash('sha256').update(JSON.stringify(body)).digest();

type Rows = {
  readonly itemIds: string[];
  readonly types: string[];
  readonly optionIds: (string | null)[];
  readonly criterionIds: string[];
  readonly nomineeIds: string[];
  readonly positions: number[];
};

const rowsOf = (questionnaire: Questionnaire, body: PutResponse): Rows => {
  const rows: Rows = {
    itemIds: [],
    types: [],
    optionIds: [],
    criterionIds: [],
    nomineeIds: [],
    positions: [],
  };
  for (const answer of body.answers) {
    rows.itemIds.push(answer.itemId);
    rows.types.push(answer.type);
    rows.optionIds.push(answer.type === 'option' ? answer.optionId : null);
    if (answer.type !== 'choices') continue;
    const criterionId = findNomination(questionnaire, answer.itemId);
    answer.pupilIds.forEach((pupilId, position) => {
      rows.criterionIds.push(criterionId);
      rows.nomineeIds.push(pupilId);
      rows.positions.push(position);
    });
  }
  return rows;
};

export type ResponseKey = {
  readonly schoolId: string;
  readonly responseId: string;
  readonly session: LiveSession;
  readonly questionnaire: Questionnaire;
  readonly now: Date;
};

/** Removes what this part answers anew, before it is stored again. */
const clearAnswered = async (tx: Tx, key: ResponseKey, rows: Rows, body: PutResponse): Promise<void> => {
  if (rows.itemIds.length === 0) return;
  const criteria = body.answers.flatMap((answer) => {
    const item = key.questionnaire.items.find((candidate) => candidate.id === answer.itemId);
    return item?.type === 'nomination' ? [item.criterionId] : [];
  });
  await sql`delete from nomination where school_id = ${key.schoolId} and response_id = ${key.responseId}
              and criterion_id = any(${criteria}::text[])`.execute(tx);
  await sql`delete from answer where school_id = ${key.schoolId} and response_id = ${key.responseId}
              and item_id = any(${rows.itemIds}::text[])`.execute(tx);
};

/** Thrown when another part of the same response was stored while this one was on its way. */
export class OvertakenError extends Error {}

/**
 * Stores the part, response and answers and nominations in one statement, so that it is there wholly or not at all. Throws
 * `OvertakenError` when a newer part, or the last one, has been stored since the session was read.
 */
export const storeResponse = async (tx: Tx, key: ResponseKey, body: PutResponse): Promise<void> => {
  const rows = rowsOf(key.questionnaire, body);
  const { schoolId, responseId, session, now } = key;
  if (session.response_id !== null) await clearAnswered(tx, key, rows, body);
  const submittedAt = body.submit ? now : null;
  const written = await sql<{ parts: number }>`
    with stored as (
      insert into response (school_id, response_id, sitting_id, pupil_id, revision, body_hash, language, started_at, submitted_at)
      values (${schoolId}, ${responseId}, ${session.sitting_id}, ${session.pupil_id}, ${body.revision}, ${hashOfBody(body)},
              ${body.language}, ${now}, ${submittedAt})
      on conflict (school_id, response_id) do update
        set revision = excluded.revision, body_hash = excluded.body_hash, language = excluded.language,
            submitted_at = excluded.submitted_at
        where response.revision < excluded.revision and response.submitted_at is null
      returning 1
    ), answered as (
      insert into answer (school_id, response_id, item_id, type, option_id)
      select ${schoolId}, ${responseId}, * from unnest(${rows.itemIds}::text[], ${rows.types}::text[], ${rows.optionIds}::text[])
    ), chosen as (
      insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
      select ${schoolId}, ${responseId}, ${session.sitting_id}, *
        from unnest(${rows.criterionIds}::text[], ${rows.nomineeIds}::uuid[], ${rows.positions}::smallint[])
    )
    select count(*)::int as parts from stored`.execute(tx);
  if (written.rows[0]?.parts !== 1) throw new OvertakenError();
};
