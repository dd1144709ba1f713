import type { PictureCards } from '@samhold/contract';
import { logOpening } from '../access/log.ts';
import { mayRunSittings } from '../access/policy.ts';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pupilLabels } from './names.ts';
import { openPictureCode } from './people.ts';
import { classById, pictureCodesOf, pupilsOfClass } from './queries.ts';

/** The picture codes of a class, for printing cards. */
export const readPictureCards = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<PictureCards> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const found = await classById(tx, actor.schoolId, classId);
    if (found === undefined || !mayRunSittings(actor, classId)) throw new AppError('not_found');
    const school = await sealer();
    const listed = await pupilsOfClass(tx, actor.schoolId, classId, dayOf(deps.now()));
    const pupilIds = listed.map((pupil) => pupil.pupilId);
    const codes = new Map(
      (await pictureCodesOf(tx, actor.schoolId, pupilIds)).map((row) => [row.pupil_id, row.picture_code]),
    );
    await logOpening(tx, actor, deps.now(), {
      action: 'picture-cards.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: 'print picture cards',
    });
    return {
      className: found.name,
      cards: (await pupilLabels(tx, school, actor.schoolId, pupilIds)).map((pupil) => {
        const sealed = codes.get(pupil.pupilId);
        return {
          pupil,
          pictures: sealed === undefined ? [] : [...openPictureCode(school, pupil.pupilId, sealed)],
        };
      }),
    };
  });
