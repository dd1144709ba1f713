import { createHash, randomUUID } from 'node:crypto';
import {
  LARGEST_CLIP,
  type ClassReadAloud,
  type Clip,
  type ClipList,
  type RecordClip,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { isLanguageCode } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import { mayRunSittings } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { ownReadAloud } from '../questionnaires/own-read-aloud.ts';
import { wholeNames } from '../roster/names.ts';
import { pupilLanguages } from '../school/languages.ts';
import { mediaTypeOf } from './media-type.ts';
import * as queries from './queries.ts';

/** All texts in all languages, each recorded anew a few times. */
const MOST_CLIPS = 4_000;

/** Of the Norwegian text and the text shown: when either is changed, what was recorded is of another text. */
const textHash = (sourceText: string, shownText: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([sourceText, shownText]))
    .digest();

type NewestClip = Awaited<ReturnType<typeof queries.newestClips>>[number];

const views = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  clips: readonly NewestClip[],
): Promise<Clip[]> => {
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(clips.map((clip) => clip.recorded_by))]);
  return clips.map((clip) => ({
    clipId: clip.clip_id,
    language: clip.language,
    sourceText: clip.source_text,
    shownText: clip.shown_text,
    version: clip.version,
    recordedBy: names.get(clip.recorded_by) ?? '–',
    recordedAt: clip.recorded_at.toISOString(),
  }));
};

export const listClips = (deps: Dependencies, actor: StaffActor): Promise<ClipList> =>
  deps.db.inScope(actor, async (tx, sealer) => ({
    clipsFirst: await queries.clipsFirst(tx, actor.schoolId),
    languages: await pupilLanguages(tx, actor.schoolId),
    clips: await views(tx, await sealer(), actor.schoolId, await queries.newestClips(tx, actor.schoolId)),
    own: await ownReadAloud(tx, actor.schoolId),
  }));

/** Stores a recording as the newest of its text. Throws `body_too_large`, `unsupported_media_type`, `too_many_clips`. */
export const recordClip = async (deps: Dependencies, actor: StaffActor, wish: RecordClip): Promise<Clip> => {
  const { language, sourceText, shownText } = wish;
  if (!isLanguageCode(language)) throw new AppError('invalid_request', ['language']);
  const audio = Buffer.from(wish.audio, 'base64');
  if (audio.length > LARGEST_CLIP) throw new AppError('body_too_large');
  const mediaType = mediaTypeOf(audio);
  if (mediaType === undefined) throw new AppError('unsupported_media_type');
  return deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId: recordedBy } = actor;
    await queries.lockRecordings(tx, schoolId);
    if ((await queries.countClips(tx, schoolId)) >= MOST_CLIPS) throw new AppError('too_many_clips');
    const [clipId, now] = [randomUUID(), deps.now()];
    const clip = { clipId, language, sourceText, shownText, mediaType, audio, recordedBy };
    const hash = textHash(sourceText, shownText);
    const version = await queries.insertClip(tx, schoolId, { ...clip, textHash: hash }, now);
    const names = await wholeNames(tx, await sealer(), schoolId, [recordedBy]);
    return {
      ...{ clipId, language, sourceText, shownText, version },
      recordedBy: names.get(recordedBy) ?? '–',
      recordedAt: now.toISOString(),
    };
  });
};

/** Every version of the text the clip reads goes; when it is gone already, nothing happens. */
export const deleteClip = (deps: Dependencies, actor: StaffActor, clipId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await queries.lockRecordings(tx, actor.schoolId);
    await queries.deleteText(tx, actor.schoolId, clipId);
  });

export type Sound = NonNullable<Awaited<ReturnType<typeof queries.soundOf>>>;

export const soundOf = async (tx: Tx, schoolId: string, clipId: string): Promise<Sound> => {
  const sound = await queries.soundOf(tx, schoolId, clipId);
  if (sound === undefined) throw new AppError('not_found');
  return sound;
};

export const readSound = (deps: Dependencies, actor: StaffActor, clipId: string): Promise<Sound> =>
  deps.db.inScope(actor, (tx) => soundOf(tx, actor.schoolId, clipId));

export const setClipOrder = (deps: Dependencies, actor: StaffActor, first: boolean): Promise<unknown> =>
  deps.db.inScope(actor, (tx) => queries.setClipsFirst(tx, actor.schoolId, first));

/** Whether questions are read aloud for the class; undefined when there is no such class. */
export const isReadAloud = queries.classReadAloud;

export const setClassReadAloud = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  on: boolean,
): Promise<ClassReadAloud> =>
  deps.db.inScope(actor, async (tx) => {
    const before = mayRunSittings(actor, classId)
      ? await isReadAloud(tx, actor.schoolId, classId)
      : undefined;
    if (before === undefined) throw new AppError('not_found');
    await queries.setClassReadAloud(tx, actor.schoolId, classId, on);
    return { on };
  });
