import { createHash, randomUUID } from 'node:crypto';
import { detectSignals, type ClassSignals, type EarlierRound } from '@samhold/analysis';
import type { Tx } from '@samhold/db';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import {
  networksOf,
  readChosenOptions,
  readSittingAnswers,
  type CriterionNetwork,
  type SittingAnswers,
} from '../responses/sitting-answers.ts';
import { sittingsOfClass, type SittingRow } from '../rounds/sittings.ts';
import { roundSettings } from '../rounds/round-settings.ts';

const EARLIER_ROUNDS = 2;

const gaveNone = (answers: SittingAnswers): readonly string[] =>
  answers.pupils
    .filter(
      (pupil) =>
        pupil.answers !== null &&
        pupil.answers.length > 0 &&
        pupil.answers.every((answer) => answer.type === 'none'),
    )
    .map((pupil) => pupil.pupilId);

/** What pupils answered about having someone to be with, in the last wellbeing sitting before a moment. */
const companionshipBefore = async (tx: Tx, schoolId: string, rows: readonly SittingRow[], moment: Date) => {
  const last = rows.find(
    (row) => row.kind === 'wellbeing' && row.closed_at !== null && row.closed_at <= moment,
  );
  if (last === undefined) return [];
  const questionnaire = await pinnedQuestionnaire(tx, last.questionnaire_id, last.questionnaire_version);
  const item = questionnaire.items.find(
    (candidate) => candidate.type === 'choice' && candidate.companionship === true,
  );
  if (item?.type !== 'choice') return [];
  const scores = new Map(
    questionnaire.scales[item.scaleId]?.options.map((option) => [option.id, option.score]),
  );
  const chosen = await readChosenOptions(tx, schoolId, last.sitting_id, item.id);
  return chosen.flatMap(({ pupilId, optionId }) => {
    const score = scores.get(optionId) ?? null;
    return score === null ? [] : [[pupilId, score] as const];
  });
};

const earlierRound = async (
  tx: Tx,
  schoolId: string,
  rows: readonly SittingRow[],
  row: SittingRow,
): Promise<EarlierRound> => {
  const questionnaire = await pinnedQuestionnaire(tx, row.questionnaire_id, row.questionnaire_version);
  const answers = await readSittingAnswers(tx, schoolId, row.sitting_id);
  const { criteria } = roundSettings(row.settings);
  return {
    criteria: networksOf(answers, questionnaire, criteria),
    companionship: await companionshipBefore(tx, schoolId, rows, row.closed_at ?? row.opened_at),
    gaveNone: gaveNone(answers),
  };
};

const seedOf = (sittingId: string): number => createHash('sha256').update(sittingId).digest().readUInt32BE(0);

const store = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  found: ClassSignals,
  now: Date,
): Promise<void> => {
  const summary = JSON.stringify({ ...found, signals: [] });
  await tx
    .insertInto('signal_summary')
    .values({
      school_id: schoolId,
      sitting_id: sittingId,
      rule_set_version: found.ruleSetVersion,
      figures: summary,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'sitting_id'])
        .doUpdateSet({ rule_set_version: found.ruleSetVersion, figures: summary }),
    )
    .execute();
  // A signal that a late answer removes is marked, never deleted: what staff saw about it stays.
  await tx
    .updateTable('signal')
    .set({ no_longer_at: now })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('no_longer_at', 'is', null)
    .execute();
  for (const signal of found.signals) {
    const content = {
      level: signal.level,
      rule_id: signal.ruleId,
      rule_set_version: found.ruleSetVersion,
      evidence: JSON.stringify(signal),
      no_longer_at: null,
    };
    await tx
      .insertInto('signal')
      .values({
        school_id: schoolId,
        signal_id: randomUUID(),
        sitting_id: sittingId,
        pupil_id: signal.pupilId,
        created_at: now,
        ...content,
      })
      .onConflict((conflict) =>
        conflict.columns(['school_id', 'sitting_id', 'pupil_id']).doUpdateSet(content),
      )
      .execute();
  }
};

/** Computes and stores the signals of a sociogram sitting, with up to two earlier rounds of the same class and year. */
export const storeSignals = async (
  tx: Tx,
  schoolId: string,
  sitting: SittingRow,
  answers: SittingAnswers,
  networks: readonly CriterionNetwork[],
  now: Date,
): Promise<void> => {
  const rows = (await sittingsOfClass(tx, schoolId, sitting.class_id)).filter(
    (row) => row.sitting_id !== sitting.sitting_id,
  );
  const before = rows.filter(
    (row) => row.kind === 'sociogram' && row.closed_at !== null && row.opened_at < sitting.opened_at,
  );
  const history: EarlierRound[] = [];
  for (const row of before.slice(0, EARLIER_ROUNDS))
    history.push(await earlierRound(tx, schoolId, rows, row));
  const found = detectSignals({
    criteria: networks,
    companionship: await companionshipBefore(tx, schoolId, rows, now),
    gaveNone: gaveNone(answers),
    history,
    seed: seedOf(sitting.sitting_id),
  });
  await store(tx, schoolId, sitting.sitting_id, found, now);
};
