import { randomUUID } from 'node:crypto';
import type { NewGround } from '@samhold/contract';
import type { Tx } from '@samhold/db';

/** The newest first, which counts. */
export const groundsOfYear = (tx: Tx, schoolId: string, schoolYearId: string, atMost = 100) =>
  tx
    .selectFrom('processing_ground')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', schoolYearId)
    .orderBy('recorded_at', 'desc')
    .orderBy('ground_id')
    .limit(atMost)
    .execute();

export type RecordedGround = NewGround & { readonly recordedBy?: string; readonly recordedAt: Date };

/** Adds to the history; nothing is ever changed or taken away. */
export const insertGround = (tx: Tx, schoolId: string, ground: RecordedGround) =>
  tx
    .insertInto('processing_ground')
    .values({
      school_id: schoolId,
      ground_id: randomUUID(),
      school_year_id: ground.schoolYearId,
      purpose: ground.purpose,
      legal_reference: ground.legalReference,
      letter_version: ground.letterVersion,
      letter_approved_on: ground.letterApprovedOn,
      letter_sent_on: ground.letterSentOn,
      dpia_version: ground.dpiaVersion,
      dpia_approved_on: ground.dpiaApprovedOn,
      recorded_by: ground.recordedBy ?? null,
      recorded_at: ground.recordedAt,
    })
    .execute();

export const schoolName = async (tx: Tx, schoolId: string): Promise<string> =>
  (await tx.selectFrom('school').select('name').where('school_id', '=', schoolId).executeTakeFirstOrThrow())
    .name;
