import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { mayRunSittings } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { forgetIdentities } from '../pupil-identities/service.ts';
import { openPictureCode } from './people.ts';
import { classOfPupil, pictureCodesOf } from './queries.ts';

/** Which of these pupils have chosen their three pictures. */
export const pupilsWithPictureCode = async (
  tx: Tx,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<ReadonlySet<string>> =>
  new Set(
    (await pictureCodesOf(tx, schoolId, pupilIds))
      .filter((row) => row.picture_code !== null)
      .map((row) => row.pupil_id),
  );

/** The pupil's three pictures in order, or none when the pupil has not chosen; nobody else can set them until the end of `tx`. */
export const lockPictureCode = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilId: string,
): Promise<readonly string[]> => {
  const row = await tx
    .selectFrom('pupil')
    .select('picture_code')
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .forUpdate()
    .executeTakeFirst();
  return openPictureCode(sealer, pupilId, row?.picture_code ?? null);
};

export const setPictureCode = (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilId: string,
  chosen: readonly string[],
) =>
  tx
    .updateTable('pupil')
    .set({
      picture_code: sealer.seal(chosen.join(','), { table: 'pupil', column: 'picture_code', row: pupilId }),
    })
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .execute();

/**
 * The pupil chooses three new pictures at the next sitting, and is not locked out any more. What the old ones proved holds no
 * longer: a school account leads to the pupil only when it is bound anew.
 */
export const resetPictureCode = (deps: Dependencies, actor: StaffActor, pupilId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const classId = await classOfPupil(tx, schoolId, pupilId, dayOf(deps.now()));
    if (classId === undefined || !mayRunSittings(actor, classId)) throw new AppError('not_found');
    await tx
      .updateTable('pupil')
      .set({ picture_code: null })
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .execute();
    await forgetIdentities(tx, schoolId, [pupilId]);
    await tx
      .updateTable('sitting_pupil')
      .set({ failed_tries: 0 })
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .where('failed_tries', '>', 0)
      .execute();
  });
