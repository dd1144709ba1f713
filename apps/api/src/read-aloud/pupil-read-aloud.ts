import type { PupilReadAloud } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { allQuestionnaires, readAloudTexts, type Questionnaire } from '@samhold/survey';
import type { PupilCredential } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { liveSession } from '../responses/live-session.ts';
import * as queries from './queries.ts';
import { soundOf, type Sound } from './service.ts';

/**
 * What the pupils of a class can hear of a questionnaire, by the text shown when it was recorded: the page plays what it
 * shows. Recordings of the pages' own texts, which are unknown here, go along.
 */
export const pupilReadAloud = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  questionnaire: Questionnaire,
): Promise<PupilReadAloud> => {
  const sources = (of: readonly Questionnaire[]) => new Set(of.flatMap(readAloudTexts).map(({ nb }) => nb));
  const [asked, anywhere] = [sources([questionnaire]), sources(allQuestionnaires)];
  const clips = await queries.newestClips(tx, schoolId);
  return {
    on: (await queries.classReadAloud(tx, schoolId, classId)) ?? false,
    clipsFirst: await queries.clipsFirst(tx, schoolId),
    clips: clips
      .filter(({ source_text: source }) => asked.has(source) || !anywhere.has(source))
      .map(({ language, shown_text: text, clip_id: clipId }) => ({ language, text, clipId })),
  };
};

/** A recording of the school, also one that was replaced after the pupil began. */
export const readPupilSound = (
  deps: Dependencies,
  { schoolId, tokenHash }: PupilCredential,
  clipId: string,
): Promise<Sound> =>
  deps.db.inScope({ schoolId }, async (tx) => {
    const session = await liveSession(tx, schoolId, tokenHash, deps.now());
    if (session === undefined || session.submitted_at !== null) throw new AppError('pupil_session_ended');
    return soundOf(tx, schoolId, clipId);
  });
