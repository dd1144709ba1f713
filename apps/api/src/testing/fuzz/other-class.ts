import type { Fuzz } from './run-fuzz.ts';

/** The other class of a seated school, and a pupil there. */
export const otherClassOf = async ({
  house,
  seated,
}: Pick<Fuzz, 'house' | 'seated'>): Promise<Fuzz['otherClass']> => {
  const { schoolId, classIds } = seated.school;
  const classId = classIds.get('5B') ?? '';
  const { pupil_id: pupilId } = await house.deps.db.inScope({ schoolId }, (tx) =>
    tx
      .selectFrom('class_membership')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where('class_id', '=', classId)
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return { classId, pupilId };
};
