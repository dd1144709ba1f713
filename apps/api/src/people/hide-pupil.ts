import type { HidePupil } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { forgetFilesNaming } from '../case-documents/document-file.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { forgetNameInExports } from '../rights/export/forget-name.ts';
import { openNames } from '../roster/names.ts';
import { renamePerson } from '../roster/people.ts';
import { forgetReadImports } from '../roster/service.ts';
import * as hidden from './hidden-pupil-queries.ts';
import * as queries from './queries.ts';

/**
 * Lets a pupil be known here by an alias only: it takes the place of the name, and the name is kept nowhere, a roster file that was
 * read and not applied and files that were made before included. Throws `already_hidden`, and `alias_in_use` when a classmate has that name.
 */
export const hidePupil = (deps: Dependencies, actor: StaffActor, wish: HidePupil): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const { pupilId } = wish;
    const now = deps.now();
    await queries.lockAccess(tx, schoolId);
    if (!(await hidden.isPupil(tx, schoolId, pupilId))) throw new AppError('not_found');
    if ((await hidden.hiddenPupils(tx, schoolId)).some((row) => row.pupil_id === pupilId))
      throw new AppError('already_hidden');
    const alias = { givenName: wish.givenName.trim(), familyName: wish.familyName.trim() };
    const school = await sealer();
    const mates = await hidden.classmatesOf(tx, schoolId, pupilId, dayOf(now));
    const taken = await openNames(tx, school, schoolId, mates);
    if (taken.some((name) => name.given === alias.givenName && name.family === alias.familyName))
      throw new AppError('alias_in_use');
    const [before] = await openNames(tx, school, schoolId, [pupilId]);
    if (before !== undefined)
      await forgetNameInExports(tx, school, schoolId, {
        ...{
          pupilId,
          name: `${before.given} ${before.family}`,
          called: `${alias.givenName} ${alias.familyName}`,
        },
      });
    await forgetFilesNaming(tx, schoolId, pupilId);
    await renamePerson(tx, school, schoolId, pupilId, alias);
    await hidden.forgetExternalId(tx, schoolId, pupilId);
    await hidden.insertHiddenPupil(tx, schoolId, pupilId, actor.staffId, now);
    await forgetReadImports(tx, schoolId);
    await logOpening(tx, actor, now, {
      action: 'pupil.hidden',
      subjectKind: 'pupil',
      subjectId: pupilId,
      purpose: 'hidden_pupils',
    });
  });
