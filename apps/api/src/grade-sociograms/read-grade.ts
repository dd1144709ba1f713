import type { GradeSociogram } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { mayReadGrade } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { criterionTitle, pinnedQuestionnaire } from '../questionnaires/service.ts';
import { chosenOutside } from '../responses/grade-mates.ts';
import { networksOf, readSittingAnswers } from '../responses/sitting-answers.ts';
import { pupilLabels } from '../roster/names.ts';
import { restrictedPupils } from '../rights/restricted.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { viewsOf } from './openings.ts';
import { stateOn } from './opening-days.ts';
import * as queries from './queries.ts';

type Sittings = Awaited<ReturnType<typeof queries.sittingsOfGrade>>;
type Placed = { readonly className: string; readonly responded: boolean };
type Choices = GradeSociogram['criteria'][number]['choices'];

/** The pupils shown, each in one class, and all choices of them by criterion: in the classes and between them. */
const answersOf = async (tx: Tx, schoolId: string, sittings: Sittings, grade: number) => {
  const ids = sittings.map(({ sitting_id: id }) => id);
  const shownIn = Map.groupBy(await queries.shownPupils(tx, schoolId, ids, grade), (row) => row.sitting_id);
  const restricted = await restrictedPupils(tx, schoolId);
  const pupils = new Map<string, Placed>();
  const byCriterion = new Map<string, { readonly title: string; readonly choices: Choices }>();
  for (const sitting of sittings) {
    const { sitting_id: id, class_name: className } = sitting;
    const answers = await readSittingAnswers(tx, schoolId, id);
    const shown = new Set(
      (shownIn.get(id) ?? []).map((row) => row.pupil_id).filter((pupil) => !restricted.has(pupil)),
    );
    for (const { pupilId, answers: own } of answers.pupils) {
      if (!shown.has(pupilId)) continue;
      const responded = own !== null;
      // Whoever moved during the round is on two lists, and stands in the class where the pupil answered.
      if (responded || !pupils.has(pupilId)) pupils.set(pupilId, { className, responded });
    }
    const questionnaire = await pinnedQuestionnaire(
      tx,
      schoolId,
      sitting.questionnaire_id,
      sitting.questionnaire_version,
    );
    const { criteria } = roundSettings(sitting.settings);
    for (const { criterionId, network } of networksOf(answers, questionnaire, criteria)) {
      const before = byCriterion.get(criterionId)?.choices ?? [];
      const title = criterionTitle(questionnaire, criterionId);
      byCriterion.set(criterionId, { title, choices: [...before, ...network.choices] });
    }
  }
  for (const { criterionId, from, to } of await chosenOutside(tx, schoolId, ids))
    byCriterion.get(criterionId)?.choices.push({ from, to });
  return { pupils, byCriterion };
};

/**
 * The sociogram of a whole grade, while it is open; `opening_over` afterwards for those it was opened to. A hidden pupil is left out with every choice of and by the pupil, for
 * everyone: the own class's sociogram alone has the pupil, by alias (trust P8). So are pupils of other grades.
 */
export const readGradeSociogram = (
  deps: Dependencies,
  actor: StaffActor,
  openingId: string,
): Promise<GradeSociogram> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const today = dayOf(deps.now());
    const opening = await queries.openingById(tx, schoolId, openingId);
    if (opening === undefined) throw new AppError('not_found');
    const { grade } = opening;
    const took = await queries.sittingsOfGrade(tx, schoolId, opening.round_id, grade);
    const classIds = took.map((sitting) => sitting.class_id);
    const state = stateOn(opening, today);
    if (state === 'coming' || !mayReadGrade(actor, classIds)) throw new AppError('not_found');
    if (state === 'over') throw new AppError('opening_over');
    if (!actor.trained) throw new AppError('training_missing');
    const done = took.filter(({ state }) => state === 'closed');
    if (done.length === 0) throw new AppError('not_found');
    const { pupils, byCriterion } = await answersOf(tx, schoolId, done, grade);
    const school = await sealer();
    const labels = await pupilLabels(tx, school, schoolId, [...pupils.keys()]);
    for (const { sitting_id: subjectId } of done)
      await logOpening(tx, actor, deps.now(), {
        action: 'grade-sociogram.read',
        subjectKind: 'sitting',
        subjectId,
        purpose: `read the grade's sociogram under opening ${openingId}`,
      });
    const [view] = await viewsOf(tx, school, schoolId, [opening], today);
    if (view === undefined) throw new AppError('not_found');
    const closed = done.map(({ closed_at: at }) => at?.toISOString() ?? '').sort();
    return {
      opening: view,
      acrossGrade: roundSettings(took[0]?.settings).nominees === 'grade',
      closedAt: closed.at(-1) ?? '',
      pupils: labels.flatMap((pupil) => {
        const placed = pupils.get(pupil.pupilId);
        return placed === undefined ? [] : [{ ...pupil, ...placed }];
      }),
      criteria: [...byCriterion].map(([criterionId, { title, choices }]) => ({
        criterionId,
        title,
        choices: choices
          .filter(({ from, to }) => pupils.has(from) && pupils.has(to))
          .map(({ from, to }) => ({ from, to })),
      })),
    };
  });
