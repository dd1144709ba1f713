import type { CaseChoices } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { holdsAny, mayReadNamedResults } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { classList, classesOfYear, schoolYearOn } from '../roster/service.ts';
import { activeStaff } from './queries.ts';

/**
 * Whom this actor can open a case about, and who can take part in one: all classes for those who look after the whole school, else
 * the own. Hidden pupils are named to their own class's contact teacher and the principal.
 */
export const readChoices = (deps: Dependencies, actor: StaffActor): Promise<CaseChoices> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    if (!actor.trained) throw new AppError('training_missing');
    const { schoolId } = actor;
    const now = deps.now();
    const today = dayOf(now);
    const school = await sealer();
    const everywhere = holdsAny(actor, ['social_teacher', 'leadership']);
    const seesHidden = holdsAny(actor, ['principal']);
    const yearId = await schoolYearOn(tx, schoolId, today);
    const all = yearId === undefined ? [] : [...(await classesOfYear(tx, schoolId, yearId))];
    const hidden = await hiddenPupilIds(tx, schoolId);
    const classes: CaseChoices['classes'] = [];
    for (const [name, classId] of all.toSorted(([a], [b]) => a.localeCompare(b, 'nb', { numeric: true }))) {
      const own = mayReadNamedResults(actor, classId);
      if (!everywhere && !own) continue;
      const pupilIds = ((await classList(tx, schoolId, classId, today))?.pupils ?? []).map(
        ({ pupilId }) => pupilId,
      );
      const pupils = (await pupilLabels(tx, school, schoolId, pupilIds)).filter(
        ({ pupilId }) => own || seesHidden || !hidden.has(pupilId),
      );
      classes.push({ classId, name, pupils });
    }
    if (classes.length > 0)
      await logOpening(tx, actor, now, {
        ...{ action: 'case-choices.read', subjectKind: 'school', subjectId: schoolId },
        purpose: 'choose who a case is about',
      });
    const staff = await wholeNames(tx, school, schoolId, [...(await activeStaff(tx, schoolId))]);
    return {
      classes,
      staff: [...staff]
        .map(([staffId, name]) => ({ staffId, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
    };
  });
