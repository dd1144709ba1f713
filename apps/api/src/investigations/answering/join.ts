import type { JoinedClass } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../../dependencies.ts';
import { AppError } from '../../errors.ts';
import { schoolOfClassCode } from '../../responses/pupil-session.ts';
import { uploadToken } from '../../responses/upload-token.ts';
import { pupilLabels } from '../../roster/names.ts';
import { lockPictureCode, pupilsWithPictureCode, setPictureCode } from '../../roster/picture-codes.ts';
import { classCodeHash } from '../../rounds/class-code.ts';
import { LOCKED_AFTER } from '../../rounds/sittings.ts';
import { classLanguages } from '../../school/languages.ts';
import { newToken } from '../../session/tokens.ts';
import { pupilsOf } from '../queries.ts';
import * as queries from './queries.ts';

/** Answers the investigation behind a code, or nothing when there is none that is open. */
const ofCode = async <T>(
  deps: Dependencies,
  classCode: string,
  work: (tx: Tx, schoolId: string, found: queries.OpenInvestigation) => Promise<T>,
): Promise<T | undefined> => {
  const hash = classCodeHash(deps.keyring, classCode);
  const schoolId = await deps.db.beforeScope((tx) => schoolOfClassCode(tx, hash));
  if (schoolId === undefined) return undefined;
  return deps.db.inScope({ schoolId }, async (tx) => {
    const found = await queries.investigationOfCode(tx, schoolId, hash, deps.now());
    return found === undefined ? undefined : work(tx, schoolId, found);
  });
};

/** Those who are asked and have not handed in: nobody else of the class is named. */
export const joinInvestigation = (deps: Dependencies, classCode: string): Promise<JoinedClass | undefined> =>
  ofCode(deps, classCode, async (tx, schoolId, found) => {
    const sealer = await deps.db.sealerIn(tx, schoolId);
    const listed = await pupilsOf(tx, schoolId, found.investigation_id);
    const everyone = listed.map(({ pupil_id }) => pupil_id);
    const waiting = new Set(listed.filter((one) => one.submitted_at === null).map((one) => one.pupil_id));
    const withCode = await pupilsWithPictureCode(tx, schoolId, everyone);
    const labels = await pupilLabels(tx, sealer, schoolId, everyone);
    return {
      className: found.class_name,
      // What the pages need to know: that names will be chosen among.
      kind: 'sociogram' as const,
      languages: await classLanguages(tx, schoolId, found.class_id),
      pupils: labels
        .filter(({ pupilId }) => waiting.has(pupilId))
        .map((pupil) => ({ ...pupil, hasPictureCode: withCode.has(pupil.pupilId) })),
    };
  });

type Wish = { readonly classCode: string; readonly pupilId: string; readonly pictures: readonly string[] };

/** As in a sitting: three right pictures open the session, the first three of a pupil without become the code. */
export const startInvestigation = async (deps: Dependencies, wish: Wish): Promise<string | undefined> => {
  const outcome = await ofCode(deps, wish.classCode, async (tx, schoolId, { investigation_id: id }) => {
    const pupil = await queries.lockPupil(tx, schoolId, id, wish.pupilId);
    if (pupil === undefined || pupil.submitted_at !== null) return 'not_found' as const;
    if (pupil.failed_tries >= LOCKED_AFTER) return 'picture_code_locked' as const;
    const sealer = await deps.db.sealerIn(tx, schoolId);
    const right = await lockPictureCode(tx, sealer, schoolId, wish.pupilId);
    const tries = (failed: number) =>
      queries.updatePupil(tx, schoolId, id, wish.pupilId).set({ failed_tries: failed }).execute();
    if (right.length === 0) {
      if (new Set(wish.pictures).size < wish.pictures.length) return 'wrong_picture_code' as const;
      await setPictureCode(tx, sealer, schoolId, wish.pupilId, wish.pictures);
    } else if (right.join() !== wish.pictures.join()) {
      await tries(pupil.failed_tries + 1);
      return pupil.failed_tries + 1 >= LOCKED_AFTER
        ? ('picture_code_locked' as const)
        : ('wrong_picture_code' as const);
    }
    await tries(0);
    const token = newToken(schoolId);
    const now = deps.now();
    await queries.replaceSession(tx, schoolId, id, wish.pupilId, token.tokenHash, now);
    const upload = uploadToken(deps.keyring, schoolId, token.tokenHash);
    await queries.startUpload(tx, schoolId, id, wish.pupilId, upload.tokenHash, now);
    return { cookie: token.cookie };
  });
  if (typeof outcome === 'string') throw new AppError(outcome);
  return outcome?.cookie;
};
