import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { tell, tellClasses } from '../notices/service.ts';
import { socialTeachers } from '../talks/service.ts';

/** Reminds those who are contact teachers now, or tells the social teachers; each once for a class and a round. */
export const remindOfSignals = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  about: {
    readonly roundId: string;
    readonly classId: string;
    readonly to: 'contact_teachers' | 'social_teachers';
  },
): Promise<void> => {
  const { roundId, classId } = about;
  if (about.to === 'contact_teachers') {
    await tellClasses(tx, deps, schoolId, { kind: 'signals_wait', roundId, classIds: [classId] });
    return;
  }
  const staffIds = await socialTeachers(tx, schoolId, deps.now());
  const kind = 'signals_wait_long';
  await tell(
    tx,
    deps,
    schoolId,
    staffIds.map((staffId) => ({ staffId, kind, roundId, classId })),
  );
};
