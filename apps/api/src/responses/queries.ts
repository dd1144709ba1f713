import type { FormFault } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { refuseWhenClosing } from '../schools/closing.ts';
import { updateListed } from '../rounds/listed-pupil.ts';

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
    .select([
      's.school_id',
      's.sitting_id',
      's.class_id',
      's.state',
      's.closes_at',
      'r.kind',
      'c.name as class_name',
    ])
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
  updateListed(tx, schoolId, sittingId, pupilId).set({ failed_tries: tries }).execute();

export const setFormFaults = (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  faults: readonly FormFault[],
) =>
  updateListed(tx, schoolId, sittingId, pupilId)
    .set({ form_faults: JSON.stringify(faults) })
    .execute();

export const forgetFormFaults = (tx: Tx, schoolId: string, sittingId: string, pupilId: string) =>
  updateListed(tx, schoolId, sittingId, pupilId)
    .set({ form_faults: null })
    .where('form_faults', 'is not', null)
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
  await refuseWhenClosing(tx, schoolId);
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

export const sittingForForm = (tx: Tx, schoolId: string, sittingId: string) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .innerJoin('school as h', 'h.school_id', 's.school_id')
    .select(['s.class_id', 's.closes_at', 'c.name as class_name', 'h.wrapped_key'])
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
