import type { ClassArrangements } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { criterionTitle, pinnedQuestionnaire } from '../questionnaires/service.ts';
import { readShownAnswers } from '../responses/shown-answers.ts';
import { networksOf } from '../responses/sitting-answers.ts';
import { pupilLabels } from '../roster/names.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { closedSittings, readableClass } from '../rounds/sittings.ts';
import * as queries from './queries.ts';
import { openArrangements } from './service.ts';

/** Whom the pupils wished for in the latest sociogram that is closed. */
const latestWishes = async (
  tx: Tx,
  schoolId: string,
  classId: string,
): Promise<ClassArrangements['wishes']> => {
  const [sitting] = await closedSittings(tx, schoolId, classId, 'sociogram');
  if (sitting === undefined) return null;
  const questionnaire = await pinnedQuestionnaire(
    tx,
    schoolId,
    sitting.questionnaire_id,
    sitting.questionnaire_version,
  );
  const answers = await readShownAnswers(tx, schoolId, sitting.sitting_id);
  const networks = networksOf(answers, questionnaire, roundSettings(sitting.settings).criteria);
  return {
    roundName: sitting.name,
    closedAt: (sitting.closed_at ?? sitting.closes_at).toISOString(),
    responded: answers.pupils.flatMap(({ pupilId, answers: own }) => (own === null ? [] : [pupilId])),
    criteria: networks.map(({ criterionId, network }) => ({
      criterionId,
      title: criterionTitle(questionnaire, criterionId),
      choices: network.choices.map(({ from, to }) => ({ from, to })),
    })),
  };
};

/** All that placing a class needs: its pupils, whom they wished for, and how they were placed before. */
export const readArrangements = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassArrangements> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const list = await readableClass(tx, actor, classId, dayOf(now));
    const school = await sealer();
    const rows = await queries.arrangementsOfClass(tx, schoolId, classId);
    const earlier = await openArrangements(tx, school, schoolId, rows);
    const listed = new Set(list.pupils.map((pupil) => pupil.pupilId));
    const placed = earlier.flatMap((one) => one.placed.map(({ pupilId }) => pupilId));
    const labels = await pupilLabels(tx, school, schoolId, [...new Set([...listed, ...placed])]);
    await logOpening(tx, actor, now, {
      action: 'arrangements.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: 'place the pupils by whom they wished for',
    });
    return {
      classId,
      className: list.name,
      pupils: labels.map((pupil) => ({ ...pupil, onList: listed.has(pupil.pupilId) })),
      wishes: await latestWishes(tx, schoolId, classId),
      earlier,
    };
  });
