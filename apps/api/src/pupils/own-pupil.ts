import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { AppError } from '../errors.ts';
import { restrictedPupils } from '../rights/restricted.ts';
import { readableClass } from '../rounds/sittings.ts';

const hasBeenInClass = async (tx: Tx, schoolId: string, classId: string, pupilId: string): Promise<boolean> =>
  (await tx
    .selectFrom('class_membership')
    .select('pupil_id')
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('pupil_id', '=', pupilId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** The class of a pupil who is or has been in it, for whoever reads its named results. `onList`: the pupil is there today. */
export const ownPupil = async (
  tx: Tx,
  actor: StaffActor,
  classId: string,
  pupilId: string,
  today: string,
) => {
  const list = await readableClass(tx, actor, classId, today);
  if (!(await hasBeenInClass(tx, actor.schoolId, classId, pupilId))) throw new AppError('not_found');
  if ((await restrictedPupils(tx, actor.schoolId)).has(pupilId)) throw new AppError('pupil_restricted');
  return { list, onList: list.pupils.some((pupil) => pupil.pupilId === pupilId) };
};

/** Writing about a pupil who has left the class is refused: it belongs where the pupil is now. */
export const writablePupil = async (...of: Parameters<typeof ownPupil>) => {
  const { list, onList } = await ownPupil(...of);
  if (!onList) throw new AppError('pupil_left_class');
  return list;
};
