import type { JoinedClass, PupilForm, RoundKind } from '@samhold/contract';
import type { Keyring, Tx } from '@samhold/db';
import type { PupilCredential } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { bindIdentity } from '../pupil-identities/service.ts';
import type { SignedInIdentity } from '../pupil-identities/signed-in-identity.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { pupilReadAloud } from '../read-aloud/pupil-read-aloud.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { lockPictureCode, pupilsWithPictureCode, setPictureCode } from '../roster/picture-codes.ts';
import { classLanguages } from '../school/languages.ts';
import { classCodeHash } from '../rounds/class-code.ts';
import { LOCKED_AFTER } from '../rounds/sittings.ts';
import { newToken } from '../session/tokens.ts';
import { adultsOfClass } from '../talks/service.ts';
import { offeredGradeMates } from './grade-mates.ts';
import { liveSession } from './live-session.ts';
import * as queries from './queries.ts';
import { nextPart, startUpload } from './upload-queries.ts';
import { keysOf, uploadToken } from './upload-token.ts';
import { roundSettings } from '../rounds/round-settings.ts';

export const schoolOfClassCode = queries.schoolOfClassCode;

/** Answers the class code's school and sitting, or throws `unknown_class_code`: also for a code that has run out. */
const inSittingOfCode = async <T>(
  deps: Dependencies,
  classCode: string,
  work: (tx: Tx, sitting: queries.CodeSitting, list: readonly queries.CodePupil[]) => Promise<T>,
): Promise<T> => {
  const hash = classCodeHash(deps.keyring, classCode);
  const schoolId = await deps.db.beforeScope((tx) => queries.schoolOfClassCode(tx, hash));
  if (schoolId === undefined) throw new AppError('unknown_class_code');
  return deps.db.inScope({ schoolId }, async (tx) => {
    const sitting = await queries.sittingOfCode(tx, schoolId, hash);
    const now = deps.now();
    if (sitting === undefined || (sitting.state === 'open' && sitting.closes_at <= now))
      throw new AppError('unknown_class_code');
    const list = await queries.pupilsWhoMayAnswer(
      tx,
      schoolId,
      sitting.sitting_id,
      sitting.state === 'open' ? null : now,
    );
    return work(tx, sitting, list);
  });
};

/** The class behind a code, with those who have not handed in yet. */
export const joinClass = (deps: Dependencies, classCode: string): Promise<JoinedClass> =>
  inSittingOfCode(deps, classCode, async (tx, sitting, list) => {
    const sealer = await deps.db.sealerIn(tx, sitting.school_id);
    const everyone = await queries.listedPupilIds(tx, sitting.school_id, sitting.sitting_id);
    const mayAnswer = new Set(list.map((pupil) => pupil.pupil_id));
    const labels = await pupilLabels(tx, sealer, sitting.school_id, everyone);
    const withCode = await pupilsWithPictureCode(tx, sitting.school_id, everyone);
    return {
      className: sitting.class_name,
      // The column's check constraint allows exactly these kinds.
      kind: sitting.kind as RoundKind,
      languages: await classLanguages(tx, sitting.school_id, sitting.class_id),
      pupils: labels
        .filter((pupil) => mayAnswer.has(pupil.pupilId))
        .map((pupil) => ({ ...pupil, hasPictureCode: withCode.has(pupil.pupilId) })),
    };
  });

/** One session a pupil and sitting: a new one ends the one before. Returns the cookie's value. */
export const openPupilSession = async (
  tx: Tx,
  keyring: Keyring,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  now: Date,
): Promise<string> => {
  const token = newToken(schoolId);
  await queries.replacePupilSession(tx, schoolId, sittingId, pupilId, token.tokenHash, now);
  const upload = uploadToken(keyring, schoolId, token.tokenHash);
  await startUpload(tx, schoolId, sittingId, pupilId, upload.tokenHash, now);
  return token.cookie;
};

/**
 * Opens a pupil's session when the three pictures are right. The first three a pupil without a picture code gives become
 * the code, and prove nothing; a code that was known binds the school account the pupil has signed in by. A fifth wrong try
 * locks until the teacher unlocks.
 */
export const startPupilSession = async (
  deps: Dependencies,
  wish: { readonly classCode: string; readonly pupilId: string; readonly pictures: readonly string[] },
  identity?: SignedInIdentity,
): Promise<string> => {
  const outcome = await inSittingOfCode(deps, wish.classCode, async (tx, sitting, list) => {
    const { school_id: schoolId, sitting_id: sittingId } = sitting;
    if (!list.some((pupil) => pupil.pupil_id === wish.pupilId)) return 'not_found';
    // Counted under a lock, so that tries at the same moment count one by one.
    const tries = await queries.lockTries(tx, schoolId, sittingId, wish.pupilId);
    if (tries >= LOCKED_AFTER) return 'picture_code_locked';
    const sealer = await deps.db.sealerIn(tx, schoolId);
    const right = await lockPictureCode(tx, sealer, schoolId, wish.pupilId);
    if (right.length === 0) {
      if (new Set(wish.pictures).size < wish.pictures.length) return 'wrong_picture_code';
      await setPictureCode(tx, sealer, schoolId, wish.pupilId, wish.pictures);
    } else if (right.join() !== wish.pictures.join()) {
      await queries.setTries(tx, schoolId, sittingId, wish.pupilId, tries + 1);
      return tries + 1 >= LOCKED_AFTER ? 'picture_code_locked' : 'wrong_picture_code';
    } else if (identity !== undefined) {
      await bindIdentity(tx, schoolId, wish.pupilId, identity);
    }
    await queries.setTries(tx, schoolId, sittingId, wish.pupilId, 0);
    return {
      cookie: await openPupilSession(tx, deps.keyring, schoolId, sittingId, wish.pupilId, deps.now()),
    };
  });
  if (typeof outcome === 'string') throw new AppError(outcome);
  return outcome.cookie;
};

/** What the tablet needs to ask one pupil, and which items are stored already: never what was answered. */
export const readForm = (deps: Dependencies, credential: PupilCredential): Promise<PupilForm> =>
  deps.db.inScope(credential, async (tx, sealer) => {
    const { schoolId, tokenHash } = credential;
    const session = await liveSession(tx, schoolId, tokenHash, deps.now());
    // Handed in: the session only answers a repeated last part any more.
    if (session === undefined || session.submitted_at !== null) throw new AppError('pupil_session_ended');
    await queries.forgetFormFaults(tx, schoolId, session.sitting_id, session.pupil_id);
    const school = await sealer();
    const sitting = await queries.sittingForForm(tx, schoolId, session.sitting_id);
    const labels = await pupilLabels(tx, school, schoolId, session.roster);
    const own = labels.find((label) => label.pupilId === session.pupil_id);
    const { questionnaire_id: id, questionnaire_version: version } = session;
    const questionnaire = await pinnedQuestionnaire(tx, schoolId, id, version);
    const adults = await adultsOfClass(tx, schoolId, sitting.class_id, deps.now());
    const adultNames = await wholeNames(tx, school, schoolId, adults);
    const settings = roundSettings(session.settings);
    const gradeMates =
      settings.nominees === 'grade'
        ? await offeredGradeMates(tx, school, schoolId, session, dayOf(deps.now()))
        : [];
    const upload = uploadToken(deps.keyring, schoolId, tokenHash);
    const answered =
      session.response_id === null ? [] : await queries.answeredItems(tx, schoolId, session.response_id);
    return {
      pupil: own ?? { pupilId: session.pupil_id, label: '–' },
      className: sitting.class_name,
      sittingId: session.sitting_id,
      closesAt: sitting.closes_at.toISOString(),
      questionnaireId: session.questionnaire_id,
      questionnaireVersion: session.questionnaire_version,
      questionnaire,
      settings,
      languages: await classLanguages(tx, schoolId, sitting.class_id),
      classmates: labels.filter((label) => label.pupilId !== session.pupil_id),
      orderSeed: session.order_seed,
      gradeMates,
      adults: adults.map((staffId) => ({ staffId, name: adultNames.get(staffId) ?? '–' })),
      response:
        session.response_id === null ? null : { responseId: session.response_id, answeredItemIds: answered },
      readAloud: await pupilReadAloud(tx, schoolId, sitting.class_id, questionnaire),
      upload: {
        token: upload.token,
        publicKey: (await keysOf(deps.keyring, schoolId, sitting.wrapped_key)).publicKey,
        nextPart: await nextPart(tx, schoolId, upload.tokenHash),
      },
    };
  });

export const endPupilSession = (deps: Dependencies, credential: PupilCredential): Promise<unknown> =>
  deps.db.inScope(credential, (tx) =>
    queries.deletePupilSession(tx, credential.schoolId, credential.tokenHash),
  );
