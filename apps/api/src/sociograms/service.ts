import type { Sociogram } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { givenOutside } from '../responses/grade-mates.ts';
import { networksOf, readSittingAnswers } from '../responses/sitting-answers.ts';
import { pupilLabels } from '../roster/names.ts';
import { readableSitting, summary } from '../rounds/sittings.ts';
import { readDescriptions } from './descriptions.ts';
import { roundSettings } from '../rounds/round-settings.ts';

/** The sociogram of a closed sitting, for the class's own contact teacher. Screen, table and exports read this. */
export const readSociogram = (deps: Dependencies, actor: StaffActor, sittingId: string): Promise<Sociogram> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const sitting = await readableSitting(tx, actor, sittingId);
    if (sitting.kind !== 'sociogram') throw new AppError('not_found');
    const questionnaire = await pinnedQuestionnaire(
      tx,
      sitting.questionnaire_id,
      sitting.questionnaire_version,
    );
    const answers = await readSittingAnswers(tx, actor.schoolId, sittingId);
    const { criteria } = roundSettings(sitting.settings);
    const networks = networksOf(answers, questionnaire, criteria);
    const described = new Map(
      (await readDescriptions(tx, actor.schoolId, sittingId)).map((row) => [row.criterionId, row]),
    );
    const responded = new Set(
      answers.pupils.filter((pupil) => pupil.answers !== null).map((pupil) => pupil.pupilId),
    );
    const labels = await pupilLabels(
      tx,
      await sealer(),
      actor.schoolId,
      answers.pupils.map((pupil) => pupil.pupilId),
    );
    await logOpening(tx, actor, deps.now(), {
      action: 'sociogram.read',
      subjectKind: 'sitting',
      subjectId: sittingId,
      purpose: "read the class's sociogram",
    });
    return {
      sitting: summary(sitting),
      classId: sitting.class_id,
      className: sitting.class_name,
      pupils: labels.map((pupil) => ({ ...pupil, responded: responded.has(pupil.pupilId) })),
      criteria: networks.flatMap(({ criterionId, network }) => {
        const stored = described.get(criterionId);
        if (stored === undefined) return [];
        const { figures } = stored;
        return [
          {
            criterionId,
            choices: network.choices.map(({ from, to }) => ({ from, to })),
            pupils: stored.pupils.map(({ pupilId, received, given, mutual, subgroup }) => ({
              pupilId,
              received,
              given,
              mutual,
              subgroup,
            })),
            figures: {
              respondents: figures.respondents,
              choices: figures.choices,
              mutualPairs: figures.dyadCensus.mutual,
              reciprocity: figures.reciprocity.edgewise,
              density: figures.density,
              unchosen: figures.unchosenCount,
              withoutMutual: figures.withoutMutualCount,
              subgroups: figures.subgroupCount,
            },
          },
        ];
      }),
      givenOutside: [...(await givenOutside(tx, actor.schoolId, sittingId))],
    };
  });
