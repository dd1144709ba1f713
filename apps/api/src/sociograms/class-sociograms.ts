import type { ClassSociograms, SociogramRound } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { criterionTitle, pinnedQuestionnaire } from '../questionnaires/service.ts';
import { givenOutside } from '../responses/grade-mates.ts';
import { readShownAnswers } from '../responses/shown-answers.ts';
import { networksOf } from '../responses/sitting-answers.ts';
import { pupilLabels } from '../roster/names.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { closedSittings, readableClass, summary, type SittingRow } from '../rounds/sittings.ts';
import { placesOf } from './places.ts';

const answersOf = async (tx: Tx, schoolId: string, sitting: SittingRow) => {
  const { questionnaire_id: id, questionnaire_version: version, sitting_id: sittingId } = sitting;
  const questionnaire = await pinnedQuestionnaire(tx, schoolId, id, version);
  const answers = await readShownAnswers(tx, schoolId, sittingId);
  return {
    sitting,
    questionnaire,
    pupils: answers.pupils.map(({ pupilId, answers: own }) => ({ pupilId, responded: own !== null })),
    networks: networksOf(answers, questionnaire, roundSettings(sitting.settings).criteria),
    givenOutside: [...(await givenOutside(tx, schoolId, sittingId))],
  };
};

/** What was answered in every closed sociogram round of a class, oldest first. A pupil is called the same in all of them. */
export const roundsOfClass = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
): Promise<readonly SociogramRound[]> => {
  const sittings = (await closedSittings(tx, schoolId, classId, 'sociogram')).toReversed();
  const answered = [];
  for (const sitting of sittings) answered.push(await answersOf(tx, schoolId, sitting));
  const everyone = new Set(answered.flatMap(({ pupils }) => pupils.map(({ pupilId }) => pupilId)));
  const labels = await pupilLabels(tx, sealer, schoolId, [...everyone]);
  const places = await placesOf(
    tx,
    schoolId,
    sittings.map((sitting) => sitting.sitting_id),
  );
  return answered.map(({ sitting, questionnaire, pupils, networks, givenOutside: outside }) => {
    const responded = new Map(pupils.map((pupil) => [pupil.pupilId, pupil.responded]));
    return {
      sitting: summary(sitting),
      pupils: labels.flatMap((pupil) => {
        const own = responded.get(pupil.pupilId);
        return own === undefined ? [] : [{ ...pupil, responded: own }];
      }),
      criteria: networks.map(({ criterionId, network }) => ({
        criterionId,
        title: criterionTitle(questionnaire, criterionId),
        respondents: [...network.respondents],
        choices: network.choices.map(({ from, to }) => ({ from, to })),
      })),
      givenOutside: outside,
      places: [...(places.get(sitting.sitting_id) ?? [])],
    };
  });
};

/**
 * The sociogram of every closed round of a class, oldest first, for its own contact teacher. A class is of one school year,
 * so these are the rounds of that year.
 */
export const readClassSociograms = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassSociograms> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const list = await readableClass(tx, actor, classId, dayOf(deps.now()));
    const rounds = await roundsOfClass(tx, await sealer(), schoolId, classId);
    for (const { sitting } of rounds)
      await logOpening(tx, actor, deps.now(), {
        action: 'sociogram.read',
        subjectKind: 'sitting',
        subjectId: sitting.sittingId,
        purpose: "read the class's sociograms",
      });
    return { classId, className: list.name, rounds: [...rounds] };
  });
