import { createHash, randomUUID } from 'node:crypto';
import { detectSignals, OWN_ANSWERS_1, type ClassSignals, type EarlierRound } from '@samhold/analysis';
import type { Tx } from '@samhold/db';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { chosenFromOutside } from '../responses/grade-mates.ts';
import {
  networksOf,
  readSittingAnswers,
  type CriterionNetwork,
  type SittingAnswers,
} from '../responses/sitting-answers.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { sittingsOfClass, type SittingRow } from '../rounds/sittings.ts';
import { readOwnAnswers, seriesOf, type OwnAnswersOfSitting } from './own-answers.ts';

const EARLIER_ROUNDS = 2;

/** Pupils who answered «ingen» to each of as many questions about choices as were asked. */
const gaveNone = (answers: SittingAnswers, asked: number): readonly string[] =>
  answers.pupils
    .filter(({ answers: own }) => own?.filter(({ type }) => type === 'none').length === asked && asked > 0)
    .map((pupil) => pupil.pupilId);

const choicesOf = async (tx: Tx, schoolId: string, row: SittingRow) => {
  const questionnaire = await pinnedQuestionnaire(
    tx,
    schoolId,
    row.questionnaire_id,
    row.questionnaire_version,
  );
  const answers = await readSittingAnswers(tx, schoolId, row.sitting_id);
  const networks = networksOf(answers, questionnaire, roundSettings(row.settings).criteria);
  return { criteria: networks, gaveNone: gaveNone(answers, networks.length) };
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

/** Who has left the list since an earlier sitting answered can have no signal in this one. */
const listed = <Value>(
  byPupil: ReadonlyMap<string, Value> | undefined,
  answers: SittingAnswers,
): readonly (readonly [string, Value])[] => {
  const onList = new Set(answers.pupils.map(({ pupilId }) => pupilId));
  return [...(byPupil ?? [])].filter(([pupilId]) => onList.has(pupilId));
};

type Companionship = OwnAnswersOfSitting['companionship'] | undefined;

/**
 * What was answered about company in the last wellbeing sitting before each moment, newest first. A sitting counts for
 * the newest of them only, or one answer would look like the same answer twice.
 */
const companionshipBefore = (
  own: readonly OwnAnswersOfSitting[],
  moments: readonly Date[],
): readonly Companionship[] => {
  let unread = own;
  return moments.map((moment) => {
    const [last, ...earlier] = unread.filter(({ closedAt }) => closedAt <= moment);
    unread = last === undefined ? unread : earlier;
    return last?.companionship;
  });
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
  const rows = await sittingsOfClass(tx, schoolId, sitting.class_id);
  const before = rows
    .filter((row) => row.kind === 'sociogram' && row.closed_at !== null && row.opened_at < sitting.opened_at)
    .slice(0, EARLIER_ROUNDS);
  const closings = [sitting, ...before].map((row) => row.closed_at ?? now);
  const own = await readOwnAnswers(tx, schoolId, rows, closings[0] ?? now);
  const [companionship, ...earlier] = companionshipBefore(own, closings);
  const history: EarlierRound[] = [];
  for (const [at, row] of before.entries()) {
    history.push({ ...(await choicesOf(tx, schoolId, row)), companionship: earlier[at] ?? new Map() });
  }
  const found = detectSignals({
    criteria: networks,
    companionship: listed(companionship, answers),
    wellbeing: listed(seriesOf(own), answers),
    gaveNone: gaveNone(answers, networks.length),
    chosenOutside: await chosenFromOutside(tx, schoolId, sitting.sitting_id),
    history,
    seed: seedOf(sitting.sitting_id),
  });
  await store(tx, schoolId, sitting.sitting_id, found, now);
};

/** Computes and stores what the pupils of a wellbeing sitting said that is to be followed up. */
export const storeOwnAnswerSignals = async (
  tx: Tx,
  schoolId: string,
  sitting: SittingRow,
  answers: SittingAnswers,
  now: Date,
): Promise<void> => {
  const rows = await sittingsOfClass(tx, schoolId, sitting.class_id);
  const own = await readOwnAnswers(tx, schoolId, rows, sitting.closed_at ?? now);
  const found = detectSignals(
    {
      criteria: [],
      companionship: listed(own[0]?.companionship, answers),
      wellbeing: listed(seriesOf(own), answers),
      gaveNone: [],
      history: own.slice(1).map(({ companionship }) => ({ criteria: [], companionship })),
      seed: seedOf(sitting.sitting_id),
    },
    OWN_ANSWERS_1,
  );
  await store(tx, schoolId, sitting.sitting_id, found, now);
};
