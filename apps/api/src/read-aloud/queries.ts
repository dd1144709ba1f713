import { sql, type Tx } from '@samhold/db';

export type NewClip = {
  readonly clipId: string;
  readonly language: string;
  readonly sourceText: string;
  readonly shownText: string;
  readonly textHash: Buffer;
  readonly mediaType: string;
  readonly audio: Buffer;
  readonly recordedBy: string;
};

/** One change of the school's recordings at a time. */
export const lockRecordings = (tx: Tx, schoolId: string) =>
  tx.selectFrom('school').select('school_id').where('school_id', '=', schoolId).forNoKeyUpdate().execute();

export const countClips = async (tx: Tx, schoolId: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('read_aloud_clip')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** Stores the next version of a text's recording; the ones before stay. */
export const insertClip = async (tx: Tx, schoolId: string, clip: NewClip, now: Date): Promise<number> => {
  const { version } = await tx
    .insertInto('read_aloud_clip')
    .values(({ selectFrom }) => ({
      school_id: schoolId,
      clip_id: clip.clipId,
      language: clip.language,
      source_text: clip.sourceText,
      shown_text: clip.shownText,
      text_hash: clip.textHash,
      version: selectFrom('read_aloud_clip')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('version'))
        .where('school_id', '=', schoolId)
        .where('language', '=', clip.language)
        .where('text_hash', '=', clip.textHash),
      media_type: clip.mediaType,
      audio: clip.audio,
      recorded_by: clip.recordedBy,
      recorded_at: now,
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
};

/** The newest recording of each text in each language, without its sound. */
export const newestClips = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('read_aloud_clip')
    .distinctOn(['language', 'text_hash'])
    .select([
      'clip_id',
      'language',
      'source_text',
      'shown_text',
      'text_hash',
      'version',
      'recorded_by',
      'recorded_at',
    ])
    .where('school_id', '=', schoolId)
    .orderBy('language')
    .orderBy('text_hash')
    .orderBy('version', 'desc')
    .execute();

export const soundOf = (tx: Tx, schoolId: string, clipId: string) =>
  tx
    .selectFrom('read_aloud_clip')
    .select(['media_type', 'audio'])
    .where('school_id', '=', schoolId)
    .where('clip_id', '=', clipId)
    .executeTakeFirst();

/** Deletes every version of the text that the clip reads. */
export const deleteText = async (tx: Tx, schoolId: string, clipId: string): Promise<void> => {
  const clip = await tx
    .selectFrom('read_aloud_clip')
    .select(['language', 'text_hash'])
    .where('school_id', '=', schoolId)
    .where('clip_id', '=', clipId)
    .executeTakeFirst();
  if (clip === undefined) return;
  await tx
    .deleteFrom('read_aloud_clip')
    .where('school_id', '=', schoolId)
    .where('language', '=', clip.language)
    .where('text_hash', '=', clip.text_hash)
    .execute();
};

export const clipsFirst = async (tx: Tx, schoolId: string): Promise<boolean> =>
  (
    await tx
      .selectFrom('school')
      .select('clips_first')
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow()
  ).clips_first;

export const setClipsFirst = (tx: Tx, schoolId: string, first: boolean) =>
  tx.updateTable('school').set({ clips_first: first }).where('school_id', '=', schoolId).execute();

/** Undefined when there is no such class. */
export const classReadAloud = async (tx: Tx, schoolId: string, classId: string) =>
  (
    await tx
      .selectFrom('class')
      .select('read_aloud')
      .where('school_id', '=', schoolId)
      .where('class_id', '=', classId)
      .executeTakeFirst()
  )?.read_aloud;

export const setClassReadAloud = (tx: Tx, schoolId: string, classId: string, on: boolean) =>
  tx
    .updateTable('class')
    .set({ read_aloud: on })
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .execute();
