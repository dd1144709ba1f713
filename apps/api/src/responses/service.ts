import type { PutResponse, ResponseReceipt } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { validateResponse } from '@samhold/survey';
import type { PupilCredential } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { storeResults } from '../rounds/close.ts';
import { lockClass } from '../rounds/sittings.ts';
import * as queries from './queries.ts';
import { hashOfBody, OvertakenError, storeResponse } from './store-response.ts';
import { roundSettings } from '../rounds/round-settings.ts';

const OVERTAKEN_TIMES = 3;

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

const mayStillAnswer = (session: queries.LiveSession, now: Date): boolean =>
  (session.state === 'open' && session.closes_at > now) ||
  (session.answers_later_until !== null && session.answers_later_until > now);

/** True when exactly this part is stored already. Throws when another response or a newer part is in the way. */
const alreadyStored = (session: queries.LiveSession, responseId: string, body: PutResponse): boolean => {
  if (session.response_id === null) return false;
  if (session.response_id !== responseId) throw new AppError('response_exists');
  const same = session.revision === body.revision && session.body_hash?.equals(hashOfBody(body)) === true;
  if (same) return true;
  if (session.submitted_at !== null) throw new AppError('response_submitted');
  if (body.revision <= (session.revision ?? 0)) throw new AppError('stale_revision');
  return false;
};

const validate = async (tx: Tx, session: queries.LiveSession, body: PutResponse) => {
  const questionnaire = await pinnedQuestionnaire(
    tx,
    session.questionnaire_id,
    session.questionnaire_version,
  );
  const settings = roundSettings(session.settings);
  const problems = validateResponse(
    questionnaire,
    {
      pupilId: session.pupil_id,
      rosterIds: new Set(session.roster),
      maxChoices: settings.maxChoices,
      criteria: settings.criteria,
    },
    { answers: body.answers },
  );
  const [first] = problems;
  if (first !== undefined)
    throw new AppError(
      first.code,
      problems.map((problem) => `${problem.itemId}: ${problem.code}`),
    );
  return questionnaire;
};

const wishToTalk = async (
  tx: Tx,
  schoolId: string,
  session: queries.LiveSession,
  staffId: string,
  now: Date,
): Promise<void> => {
  const { class_id: classId } = await queries.sittingForForm(tx, schoolId, session.sitting_id);
  if (!(await queries.adultsOfClass(tx, schoolId, classId, now)).includes(staffId))
    throw new AppError('invalid_request', ['talkWith']);
  const key = { school_id: schoolId, sitting_id: session.sitting_id, pupil_id: session.pupil_id };
  await tx
    .insertInto('talk_wish')
    .values({ ...key, staff_id: staffId, wished_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'sitting_id', 'pupil_id'])
        .doUpdateSet({ staff_id: staffId, wished_at: now }),
    )
    .execute();
};

const putOnce = (
  deps: Dependencies,
  credential: PupilCredential,
  responseId: string,
  body: PutResponse,
): Promise<ResponseReceipt> =>
  deps.db.inScope(credential, async (tx) => {
    const { schoolId, tokenHash } = credential;
    const now = deps.now();
    const session = await queries.liveSession(tx, schoolId, tokenHash, now);
    if (session === undefined) throw new AppError('pupil_session_ended');
    const receipt = { responseId, revision: body.revision, storedItems: body.answers.length };
    if (alreadyStored(session, responseId, body)) {
      return { ...receipt, submittedAt: session.submitted_at?.toISOString() ?? null };
    }
    if (!mayStillAnswer(session, now)) throw new AppError('sitting_closed');
    const questionnaire = await validate(tx, session, body);
    await storeResponse(tx, { schoolId, responseId, session, questionnaire, now }, body);
    if (body.talkWith !== undefined) await wishToTalk(tx, schoolId, session, body.talkWith, now);
    if (body.submit && session.state === 'closed') {
      await lockClass(tx, schoolId, session.class_id);
      await storeResults(tx, schoolId, session.sitting_id, now);
    }
    return { ...receipt, submittedAt: body.submit ? now.toISOString() : null };
  });

const isOvertaken = (error: unknown): boolean => error instanceof OvertakenError || isUniqueViolation(error);

/**
 * Stores one part of a pupil's response, or all of it. The same part twice gives the same receipt; an older part than the
 * one stored is refused. Handing in ends the pupil's session; after the class has closed it also computes the results anew.
 */
export const putResponse = (
  deps: Dependencies,
  credential: PupilCredential,
  responseId: string,
  body: PutResponse,
): Promise<ResponseReceipt> => {
  const put = () => putOnce(deps, credential, responseId, body);
  // A part overtaken by another is held against what is stored now: the same, newer, or another response.
  const again =
    (left: number) =>
    async (error: unknown): Promise<ResponseReceipt> => {
      if (!isOvertaken(error)) throw error;
      if (left === 0) throw new AppError('response_exists');
      return put().catch(again(left - 1));
    };
  return put().catch(again(OVERTAKEN_TIMES));
};
