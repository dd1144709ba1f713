import { roomOf } from '@samhold/analysis';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { pupilLabels } from '../roster/names.ts';
import { schoolName } from '../school/service.ts';
import { groupList } from './group-list.ts';
import { seatingPlan } from './seating-plan.ts';
import { openArrangements, ownArrangement } from './service.ts';

/**
 * The sheet for the wall: who is where, and nothing of who wished for whom. A pupil who must stand on no paper is left out, and
 * whoever has left the class.
 */
export const printArrangement = (
  deps: Dependencies,
  actor: StaffActor,
  arrangementId: string,
): Promise<{ readonly name: string; readonly pdf: Buffer }> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const { row, list } = await ownArrangement(tx, actor, arrangementId, dayOf(now));
    const school = await sealer();
    const [arrangement] = await openArrangements(tx, school, schoolId, [row]);
    if (arrangement === undefined) throw new AppError('not_found');
    const { asked, placed, usedFrom } = arrangement;
    const hidden = await hiddenPupilIds(tx, schoolId);
    const listed = list.pupils.map(({ pupilId }) => pupilId);
    const labels = await pupilLabels(tx, school, schoolId, listed);
    const placeOf = new Map(placed.map(({ pupilId, place }) => [pupilId, place]));
    const named = labels.flatMap(({ pupilId, label }) => {
      const place = placeOf.get(pupilId);
      return place === undefined || hidden.has(pupilId) ? [] : [{ label, place }];
    });
    await logOpening(tx, actor, now, {
      action: 'arrangement.printed',
      subjectKind: 'class',
      subjectId: row.class_id,
      purpose: 'print who sits or works where',
    });
    const sheet = {
      className: list.name,
      schoolName: await schoolName(tx, schoolId),
      usedFrom,
      day: dayOf(now),
      pupils: named,
    };
    return asked.kind === 'groups'
      ? { name: 'grupper.pdf', pdf: groupList(sheet) }
      : { name: 'plasser.pdf', pdf: seatingPlan({ ...sheet, room: roomOf(asked.room) }) };
  });
