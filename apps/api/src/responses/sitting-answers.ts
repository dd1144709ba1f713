import type { ChoiceNetwork } from '@samhold/analysis';
import type { Tx } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';

export type StoredAnswer = {
  readonly itemId: string;
  readonly type: string;
  readonly optionId: string | null;
};

/** One pupil on the list; `answers` is null for a pupil who has not answered anything. */
export type ListedAnswers = {
  readonly pupilId: string;
  readonly grade: number;
  readonly answers: readonly StoredAnswer[] | null;
};

/** Everything that was answered in one sitting. */
export type SittingAnswers = {
  readonly pupils: readonly ListedAnswers[];
  readonly choices: readonly { readonly criterionId: string; readonly from: string; readonly to: string }[];
};

/** In an order of its own, so that the same answers are read alike whatever plan the database chooses. */
export const readSittingAnswers = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
): Promise<SittingAnswers> => {
  const list = await tx
    .selectFrom('sitting_pupil')
    .select(['pupil_id', 'grade'])
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .orderBy('pupil_id')
    .execute();
  const answers = await tx
    .selectFrom('response as r')
    .innerJoin('answer as a', (join) =>
      join.onRef('a.school_id', '=', 'r.school_id').onRef('a.response_id', '=', 'r.response_id'),
    )
    .select(['r.pupil_id', 'a.item_id', 'a.type', 'a.option_id'])
    .where('r.school_id', '=', schoolId)
    .where('r.sitting_id', '=', sittingId)
    .orderBy('r.pupil_id')
    .orderBy('a.item_id')
    .execute();
  const nominations = await tx
    .selectFrom('response as r')
    .innerJoin('nomination as n', (join) =>
      join.onRef('n.school_id', '=', 'r.school_id').onRef('n.response_id', '=', 'r.response_id'),
    )
    .select(['r.pupil_id', 'n.criterion_id', 'n.nominee_id'])
    .where('r.school_id', '=', schoolId)
    .where('r.sitting_id', '=', sittingId)
    .orderBy('r.pupil_id')
    .orderBy('n.criterion_id')
    .orderBy('n.nominee_id')
    .execute();
  const byPupil = new Map<string, StoredAnswer[]>();
  for (const row of answers) {
    const own = byPupil.get(row.pupil_id) ?? [];
    own.push({ itemId: row.item_id, type: row.type, optionId: row.option_id });
    byPupil.set(row.pupil_id, own);
  }
  return {
    pupils: list.map((row) => ({
      pupilId: row.pupil_id,
      grade: row.grade,
      answers: byPupil.get(row.pupil_id) ?? null,
    })),
    choices: nominations.map((row) => ({
      criterionId: row.criterion_id,
      from: row.pupil_id,
      to: row.nominee_id,
    })),
  };
};

export type CriterionNetwork = { readonly criterionId: string; readonly network: ChoiceNetwork };

/**
 * One network per criterion asked. A pupil who declined or did not reach the criterion did not respond to it: what the
 * pupil would have chosen is unknown.
 */
export const networksOf = (
  answers: SittingAnswers,
  questionnaire: Questionnaire,
  criteria: readonly string[],
): readonly CriterionNetwork[] =>
  questionnaire.items.flatMap((item) => {
    if (item.type !== 'nomination' || !criteria.includes(item.criterionId)) return [];
    const respondents = answers.pupils.filter((pupil) =>
      pupil.answers?.some(
        (answer) => answer.itemId === item.id && (answer.type === 'choices' || answer.type === 'none'),
      ),
    );
    return [
      {
        criterionId: item.criterionId,
        network: {
          roster: answers.pupils.map((pupil) => pupil.pupilId),
          respondents: respondents.map((pupil) => pupil.pupilId),
          choices: answers.choices
            .filter((choice) => choice.criterionId === item.criterionId)
            .map(({ from, to }) => ({ from, to })),
        },
      },
    ];
  });
