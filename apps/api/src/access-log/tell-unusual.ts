import type { Tx } from '@samhold/db';
import { addDays, mondayOf } from '../calendar/days.ts';
import type { Dependencies } from '../dependencies.ts';
import { tellStaff } from '../notices/service.ts';
import { principalsAt } from './queries.ts';
import { findingsOfWeek } from './reads-of-week.ts';

/** Tells each principal for whom the rules find something in the week that is over. A week without anything is not told of. */
export const tellOfLastWeek = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  today: string,
): Promise<void> => {
  const now = deps.now();
  const staffIds: string[] = [];
  for (const staffId of await principalsAt(tx, schoolId, now)) {
    const relations = [
      { kind: 'leadership', classId: null },
      { kind: 'principal', classId: null },
    ] as const;
    const actor = { schoolId, staffId, trained: true, relations };
    const found = await findingsOfWeek(tx, actor, addDays(mondayOf(today), -7), now);
    if (found.length > 0) staffIds.push(staffId);
  }
  if (staffIds.length > 0) await tellStaff(tx, deps, schoolId, { kind: 'unusual_reads', staffIds });
};
