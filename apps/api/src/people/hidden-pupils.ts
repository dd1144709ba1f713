import type { HiddenPupils, PupilsToHide } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { openNames, pupilLabels } from '../roster/names.ts';
import { classList, forgetReadImports } from '../roster/service.ts';
import { suggestAlias } from './alias-names.ts';
import * as hidden from './hidden-pupil-queries.ts';
import * as queries from './queries.ts';

/** The hidden pupils of the school, who are in nothing that leaves it as a file or on paper. */
export const hiddenPupilIds = async (tx: Tx, schoolId: string): Promise<ReadonlySet<string>> =>
  new Set((await hidden.hiddenPupils(tx, schoolId)).map((row) => row.pupil_id));

export const listHiddenPupils = (deps: Dependencies, actor: StaffActor): Promise<HiddenPupils> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const today = dayOf(now);
    await logOpening(tx, actor, now, {
      action: 'hidden-pupils.read',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose: 'hidden_pupils',
    });
    const rows = await hidden.hiddenPupils(tx, schoolId);
    const ids = rows.map((row) => row.pupil_id);
    const names = new Map(
      (await openNames(tx, await sealer(), schoolId, ids)).map((name) => [name.personId, name]),
    );
    const classOf = await hidden.classNamesOf(tx, schoolId, ids, today);
    return {
      classes: await queries.classesAhead(tx, schoolId, today),
      pupils: rows.map((row) => ({
        pupilId: row.pupil_id,
        givenName: names.get(row.pupil_id)?.given ?? '–',
        familyName: names.get(row.pupil_id)?.family ?? '–',
        className: classOf.get(row.pupil_id) ?? null,
        hiddenOn: dayOf(row.hidden_at),
      })),
    };
  });

/** The pupils of a class who are not hidden, and a name for one of them that nobody in the class has. */
export const readPupilsToHide = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<PupilsToHide> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const list = await classList(tx, schoolId, classId, dayOf(deps.now()));
    if (list === undefined) throw new AppError('not_found');
    await logOpening(tx, actor, deps.now(), {
      action: 'class-list.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: 'hidden_pupils',
    });
    const school = await sealer();
    const ids = list.pupils.map((pupil) => pupil.pupilId);
    const known = new Set((await hidden.hiddenPupils(tx, schoolId)).map((row) => row.pupil_id));
    const labels = await pupilLabels(tx, school, schoolId, ids);
    return {
      classId,
      className: list.name,
      pupils: labels.filter(({ pupilId }) => !known.has(pupilId)),
      suggestion: suggestAlias(await openNames(tx, school, schoolId, ids)),
    };
  });

/** From the next import on the pupil has the name of the roster again. */
export const showPupil = (deps: Dependencies, actor: StaffActor, pupilId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    await queries.lockAccess(tx, schoolId);
    if (!(await hidden.deleteHiddenPupil(tx, schoolId, pupilId))) throw new AppError('not_found');
    // What was read while the pupil was hidden does not hold the name.
    await forgetReadImports(tx, schoolId);
    await logOpening(tx, actor, deps.now(), {
      action: 'pupil.shown',
      subjectKind: 'pupil',
      subjectId: pupilId,
      purpose: 'hidden_pupils',
    });
  });
