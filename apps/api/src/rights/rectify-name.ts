import type { PersonName } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { renamePerson } from '../roster/people.ts';
import { forgetReadImports } from '../roster/service.ts';
import { knownPupil } from './known-pupil.ts';

/** Corrects a pupil's name here. The next roster file has the last word, so it must be corrected where that comes from too. */
export const rectifyName = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
  name: PersonName,
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const school = await sealer();
    await knownPupil(tx, school, actor, pupilId, now);
    const trimmed = { givenName: name.givenName.trim(), familyName: name.familyName.trim() };
    await renamePerson(tx, school, schoolId, pupilId, trimmed);
    // What was read before would put the old name back.
    await forgetReadImports(tx, schoolId);
    await logOpening(tx, actor, now, {
      ...{ action: 'pupil.rectified', subjectKind: 'pupil', subjectId: pupilId, purpose: 'name' },
    });
  });
