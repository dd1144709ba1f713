import type { FoundPupils } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { matches, withNames } from '../incidents/find-pupils.ts';
import { everyPupilOf } from './known-pupil.ts';

const MOST = 12;

/** Finds pupils by what their names begin with, also those who have left. That somebody searched is logged, not for what. */
export const findForRights = (deps: Dependencies, actor: StaffActor, sought: string): Promise<FoundPupils> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const words = sought
      .toLocaleLowerCase('nb')
      .normalize('NFC')
      .split(/[\s-]+/)
      .filter(Boolean);
    const known = await everyPupilOf(tx, actor, deps.now());
    const found = (await withNames(tx, await sealer(), schoolId, known)).filter((one) => matches(one, words));
    await logOpening(tx, actor, deps.now(), {
      action: 'pupils.search',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose: 'access, restriction or erasure',
    });
    return { pupils: found.slice(0, MOST), more: found.length > MOST };
  });
