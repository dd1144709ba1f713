import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { classReport } from '../documents/class-report.ts';
import { schoolName } from '../school/service.ts';
import { readClassWellbeing } from './service.ts';

/** The class's wellbeing as a PDF for its contact teacher. Reading it is the opening that is logged. */
export const printClassReport = async (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<Buffer> => {
  const wellbeing = await readClassWellbeing(deps, actor, sittingId);
  const name = await deps.db.inScope(actor, (tx) => schoolName(tx, actor.schoolId));
  return classReport(wellbeing, name, dayOf(deps.now()));
};
