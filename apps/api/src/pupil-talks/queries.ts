import type { TalkTerm } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';

/** The talk of a term, made when there is none; one at a time may save it. */
export const lockTalk = async (
  tx: Tx,
  talk: {
    readonly school_id: string;
    readonly class_id: string;
    readonly pupil_id: string;
    readonly term: TalkTerm;
    readonly pupil_talk_id: string;
  },
): Promise<string> => {
  await tx
    .insertInto('pupil_talk')
    .values(talk)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('pupil_talk')
    .select('pupil_talk_id')
    .where('school_id', '=', talk.school_id)
    .where('class_id', '=', talk.class_id)
    .where('pupil_id', '=', talk.pupil_id)
    .where('term', '=', talk.term)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.pupil_talk_id;
};

const lastVersions = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('pupil_talk as t')
    .innerJoin('pupil_talk_version as v', (join) =>
      join.onRef('v.school_id', '=', 't.school_id').onRef('v.pupil_talk_id', '=', 't.pupil_talk_id'),
    )
    .select(['t.pupil_talk_id', 't.pupil_id', 't.term', 'v.version', 'v.content', 'v.held_on', 'v.next_on'])
    .select(['v.staff_id', 'v.written_at'])
    .where('t.school_id', '=', schoolId)
    .where('t.class_id', '=', classId)
    .where(
      sql<boolean>`v.version = (select max(w.version) from pupil_talk_version w
        where w.school_id = v.school_id and w.pupil_talk_id = v.pupil_talk_id)`,
    );

export type SavedTalk = Awaited<ReturnType<typeof talksOfPupil>>[number];

export const talksOfPupil = (tx: Tx, schoolId: string, classId: string, pupilId: string) =>
  lastVersions(tx, schoolId, classId).where('t.pupil_id', '=', pupilId).execute();

export const talksOfClass = (tx: Tx, schoolId: string, classId: string, term: TalkTerm) =>
  lastVersions(tx, schoolId, classId).where('t.term', '=', term).execute();

export const insertVersion = (
  tx: Tx,
  version: {
    readonly school_id: string;
    readonly pupil_talk_id: string;
    readonly version: number;
    readonly content: Buffer;
    readonly held_on: string | null;
    readonly next_on: string | null;
    readonly staff_id: string;
    readonly written_at: Date;
  },
) => tx.insertInto('pupil_talk_version').values(version).execute();
