import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { computeAnew } from '../rounds/close.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { wishToTalk } from '../talks/service.ts';
import { gradeMateIds } from './grade-mates.ts';
import { mergeParts, type PupilParts } from './merge-parts.ts';
import type { Upload } from './upload-queries.ts';

/** A pupil's questionnaire, and what may be chosen in it. */
export const askedOf = async (tx: Tx, schoolId: string, upload: Upload) => {
  const { questionnaire_id: id, questionnaire_version: version } = upload;
  const { criteria, maxChoices, nominees } = roundSettings(upload.settings);
  const outside = nominees === 'grade' ? await gradeMateIds(tx, schoolId, upload) : [];
  return {
    questionnaire: await pinnedQuestionnaire(tx, schoolId, id, version),
    context: {
      pupilId: upload.pupil_id,
      rosterIds: new Set([...upload.roster, ...outside]),
      maxChoices,
      criteria,
    },
  };
};

/** Merges parts of pupils, keeps the wishes among them, and computes results anew where a class was done already. */
export const takeIn = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  pupils: readonly PupilParts[],
  now: Date,
): Promise<void> => {
  const changed = await mergeParts(tx, schoolId, pupils, now);
  for (const { upload, parts } of pupils) {
    const wished = parts.findLast(({ part }) => part.talkWith !== undefined)?.part.talkWith;
    const { sitting_id: sittingId, pupil_id: pupilId, class_id: classId } = upload;
    if (wished !== undefined) await wishToTalk(tx, deps, schoolId, classId, { sittingId, pupilId }, wished);
  }
  const sittings = new Map(changed.map((upload) => [upload.sitting_id, upload]));
  for (const sitting of sittings.values()) await computeAnew(tx, schoolId, sitting, now);
};
