import type { CaseRetention } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { setKeptDays } from './queries.ts';

/** How long a case is kept here after the archive has it: the school's own rule, for all its cases. */
export const keepCases = (
  deps: Dependencies,
  actor: StaffActor,
  { keptDays }: CaseRetention,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await setKeptDays(tx, actor.schoolId, keptDays);
    await logOpening(tx, actor, deps.now(), {
      ...{ action: 'case.retention', subjectKind: 'school', subjectId: actor.schoolId },
      purpose: `cases are kept ${keptDays} days after the archive has them`,
    });
  });
