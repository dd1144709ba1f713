import type { PupilPage } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { criteriaAsked, criterionTitle, pinnedQuestionnaire } from '../questionnaires/service.ts';
import { givenOutside } from '../responses/grade-mates.ts';
import { answersOfPupil, choicesAround } from '../responses/pupil-answers.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import type { SittingRow } from '../rounds/sittings.ts';

type Sociogram = PupilPage['sociograms'][number];

export type OwnChoices = Pick<Sociogram, 'responded'> & {
  readonly sittingId: string;
  /** By id. */
  readonly criteria: readonly (Pick<
    Sociogram['criteria'][number],
    'criterionId' | 'title' | 'choseOutside'
  > & {
    readonly chose: readonly string[];
    readonly chosenBy: readonly string[];
  })[];
};

/** Whom the pupil chose and was chosen by in sociograms of the class. */
export const ownChoices = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  sittings: readonly SittingRow[],
): Promise<readonly OwnChoices[]> => {
  const ids = sittings.map((sitting) => sitting.sitting_id);
  const choices = await choicesAround(tx, schoolId, pupilId, ids);
  const answered = new Set((await answersOfPupil(tx, schoolId, pupilId, ids)).map((row) => row.sitting_id));
  const found: OwnChoices[] = [];
  for (const sitting of sittings) {
    const { sitting_id: sittingId, settings, questionnaire_id: id, questionnaire_version: version } = sitting;
    const asked = await pinnedQuestionnaire(tx, schoolId, id, version);
    const outside = await givenOutside(tx, schoolId, sittingId);
    const here = choices.filter((choice) => choice.sitting_id === sittingId);
    found.push({
      sittingId,
      responded: answered.has(sittingId),
      criteria: criteriaAsked(asked, roundSettings(settings).criteria).map((criterionId) => {
        const on = here.filter((choice) => choice.criterion_id === criterionId);
        return {
          criterionId,
          title: criterionTitle(asked, criterionId),
          chose: on.filter((choice) => choice.from === pupilId).map((choice) => choice.to),
          chosenBy: on.filter((choice) => choice.to === pupilId).map((choice) => choice.from),
          choseOutside:
            outside.find((row) => row.criterionId === criterionId && row.pupilId === pupilId)?.count ?? 0,
        };
      }),
    });
  }
  return found;
};
