import type { Tx } from '@samhold/db';
import { itemsInOrder, type Questionnaire } from '@samhold/survey';
import type { ListedAnswers, SittingAnswers } from '../responses/sitting-answers.ts';

export type TallyRow = {
  readonly grade: number;
  readonly itemId: string;
  readonly outcome: string;
  readonly count: number;
};

/** Outcomes beside the options of an item: answered with choices or «ingen», declined, or the pupil stopped before it. */
const outcomeOf = (pupil: ListedAnswers, itemId: string): string => {
  const answer = pupil.answers?.find((candidate) => candidate.itemId === itemId);
  return answer === undefined ? 'not_reached' : (answer.optionId ?? answer.type);
};

/** Counts per grade, item and outcome over the pupils who responded: the only source of aggregates. */
export const countTallies = (
  answers: SittingAnswers,
  questionnaire: Questionnaire,
  criteria: readonly string[],
): readonly TallyRow[] => {
  const counts = new Map<string, TallyRow>();
  for (const pupil of answers.pupils) {
    if (pupil.answers === null) continue;
    for (const { id: itemId } of itemsInOrder(questionnaire, { criteria })) {
      const outcome = outcomeOf(pupil, itemId);
      const key = `${pupil.grade} ${itemId} ${outcome}`;
      counts.set(key, { grade: pupil.grade, itemId, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
};

export const storeTallies = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  answers: SittingAnswers,
  rows: readonly TallyRow[],
): Promise<void> => {
  for (const table of ['tally', 'participation'] as const) {
    await tx
      .deleteFrom(table)
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .execute();
  }
  const grades = [...new Set(answers.pupils.map((pupil) => pupil.grade))];
  await tx
    .insertInto('participation')
    .values(
      grades.map((grade) => {
        const listed = answers.pupils.filter((pupil) => pupil.grade === grade);
        const responded = listed.filter((pupil) => pupil.answers !== null).length;
        return { school_id: schoolId, sitting_id: sittingId, grade, listed: listed.length, responded };
      }),
    )
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('tally')
    .values(
      rows.map((row) => ({
        school_id: schoolId,
        sitting_id: sittingId,
        grade: row.grade,
        item_id: row.itemId,
        outcome: row.outcome,
        count: row.count,
      })),
    )
    .execute();
};

/** The stored tallies of one sitting, over its grades. */
export const readTallies = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('tally')
        .select(['sitting_id', 'grade', 'item_id', 'outcome', 'count'])
        .where('school_id', '=', schoolId)
        .where('sitting_id', 'in', sittingIds)
        .execute();

export const readParticipation = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('participation')
        .select(['sitting_id', 'grade', 'listed', 'responded'])
        .where('school_id', '=', schoolId)
        .where('sitting_id', 'in', sittingIds)
        .execute();
