import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { tellClasses } from '../notices/service.ts';
import * as queries from './queries.ts';

/** Tells the contact teachers of the class that there are results, when somebody answered; not the one who closed it. */
export const tellResultsReady = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  sittingId: string,
  except?: string,
): Promise<void> => {
  const sitting = await queries.sittingById(tx, schoolId, sittingId);
  if (sitting === undefined || sitting.responded === 0) return;
  const { round_id: roundId, class_id: classId } = sitting;
  await tellClasses(tx, deps, schoolId, {
    kind: 'results_ready',
    roundId,
    classIds: [classId],
    ...(except === undefined ? {} : { except }),
  });
};

/** Reminds the contact teachers of a class where pupils have not answered yet. */
export const tellPupilsMissing = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  sittingId: string,
): Promise<void> => {
  const sitting = await queries.sittingById(tx, schoolId, sittingId);
  if (sitting?.state !== 'open' || sitting.responded >= sitting.listed) return;
  const { round_id: roundId, class_id: classId } = sitting;
  await tellClasses(tx, deps, schoolId, { kind: 'pupils_missing', roundId, classIds: [classId] });
};
