import type { WellbeingRound, WellbeingSeries } from '@samhold/analysis';
import type { Tx } from '@samhold/db';
import {
  bulliedOptionIds,
  indexQuestionnaire,
  scoreResponse,
  type IndexedItem,
  type Questionnaire,
} from '@samhold/survey';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import type { SittingRow } from '../rounds/sittings.ts';

/** What the pupils of one closed wellbeing sitting answered for themselves. Who answered nothing is in neither map. */
export type OwnAnswersOfSitting = {
  readonly closedAt: Date;
  /** Pupil to score 1–5 on having someone to be with. */
  readonly companionship: ReadonlyMap<string, number>;
  readonly rounds: ReadonlyMap<string, WellbeingRound>;
};

type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number];

const answersOf = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('response as r')
        .innerJoin('answer as a', (join) =>
          join.onRef('a.school_id', '=', 'r.school_id').onRef('a.response_id', '=', 'r.response_id'),
        )
        .select(['r.sitting_id', 'r.pupil_id', 'a.item_id', 'a.option_id'])
        .where('r.school_id', '=', schoolId)
        .where('r.sitting_id', 'in', sittingIds)
        .execute();

/** The lowest or highest score of an item's options; undefined for an item that is counted and never averaged. */
const endOf = (item: IndexedItem, end: (...scores: number[]) => number): number | undefined => {
  const scores = [...item.scoreByOptionId.values()].filter((score) => score !== null);
  return scores.length === 0 ? undefined : end(...scores);
};

const roundOf = (questionnaire: Questionnaire, rows: readonly AnswerRow[]): WellbeingRound => {
  const chosen = new Map(rows.map((row) => [row.item_id, row.option_id]));
  const options = rows.flatMap(({ item_id: itemId, option_id: optionId }) =>
    optionId === null ? [] : [{ itemId, type: 'option' as const, optionId }],
  );
  const { items: scores } = scoreResponse(questionnaire, options);
  const index = [...indexQuestionnaire(questionnaire).values()];
  const scored = index.filter((item) => endOf(item, Math.max) !== undefined);
  const sum = [...scores.values()].reduce((total, score) => total + score, 0);
  return {
    score: scores.size > 0 && 2 * scores.size >= scored.length ? sum / scores.size : null,
    answered: scores.size,
    lowestOnSafety: scored.filter(
      (one) =>
        one.item.type === 'choice' &&
        one.item.safety === true &&
        scores.get(one.item.id) === endOf(one, Math.min),
    ).length,
    // What a pupil answers about adults is not the class's contact teacher's to follow up (opplæringslova § 12-5).
    bullied: index.some(
      ({ item }) =>
        item.type === 'choice' &&
        item.bullying?.by !== 'adults' &&
        bulliedOptionIds(questionnaire, item).includes(chosen.get(item.id) ?? ''),
    ),
    allAtTop: scored.every((one) => scores.get(one.item.id) === endOf(one, Math.max)),
    // A tablet may keep answers back and hand them over together, so the times they came at are not how long they took.
    secondsPerItem: null,
  };
};

const companionshipIn = (
  questionnaire: Questionnaire,
  byPupil: ReadonlyMap<string, readonly AnswerRow[]>,
): ReadonlyMap<string, number> => {
  const asked = [...indexQuestionnaire(questionnaire).values()].find(
    ({ item }) => item.type === 'choice' && item.companionship === true,
  );
  return new Map(
    [...byPupil].flatMap(([pupilId, rows]) => {
      const optionId = rows.find((row) => row.item_id === asked?.item.id)?.option_id ?? '';
      const score = asked?.scoreByOptionId.get(optionId) ?? null;
      return score === null ? [] : [[pupilId, score] as const];
    }),
  );
};

/** The wellbeing sittings among `rows` that were closed by a moment, in the order of `rows`. */
export const readOwnAnswers = async (
  tx: Tx,
  schoolId: string,
  rows: readonly SittingRow[],
  moment: Date,
): Promise<readonly OwnAnswersOfSitting[]> => {
  const closed = rows.flatMap((row) =>
    row.kind === 'wellbeing' && row.closed_at !== null && row.closed_at <= moment
      ? [{ ...row, closed_at: row.closed_at }]
      : [],
  );
  const answers = await answersOf(
    tx,
    schoolId,
    closed.map((row) => row.sitting_id),
  );
  const bySitting = Map.groupBy(answers, (row) => row.sitting_id);
  const sittings: OwnAnswersOfSitting[] = [];
  for (const row of closed) {
    const questionnaire = await pinnedQuestionnaire(
      tx,
      schoolId,
      row.questionnaire_id,
      row.questionnaire_version,
    );
    const byPupil = Map.groupBy(bySitting.get(row.sitting_id) ?? [], (answer) => answer.pupil_id);
    sittings.push({
      closedAt: row.closed_at,
      companionship: companionshipIn(questionnaire, byPupil),
      rounds: new Map([...byPupil].map(([pupilId, own]) => [pupilId, roundOf(questionnaire, own)])),
    });
  }
  return sittings;
};

/** By pupil who answered in the newest sitting, the rounds the pupil answered in, newest first like `sittings`. */
export const seriesOf = (sittings: readonly OwnAnswersOfSitting[]): ReadonlyMap<string, WellbeingSeries> =>
  new Map(
    [...(sittings[0]?.rounds.keys() ?? [])].map((pupilId) => [
      pupilId,
      sittings.flatMap(({ rounds }) => rounds.get(pupilId) ?? []),
    ]),
  );
