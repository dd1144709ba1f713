import type { Tx } from '@samhold/db';
import type { SittingRow } from '../rounds/sittings.ts';
import { comparableItems, meanOfHalf, readScoredRound } from '../wellbeing/pupils-scores.ts';
import type { Pair } from './around.ts';

export type ThemePair = {
  readonly theme: string;
  /** By pupil; null where the pupil has no score. */
  readonly scoreOf: (pupilId: string) => Pair<number | null>;
  /** Those with a score both times. */
  readonly scored: readonly (Pair<number> & { readonly pupilId: string })[];
};

/** The themes of wellbeing over the items that both rounds asked alike. */
export const themesAround = async (
  tx: Tx,
  schoolId: string,
  rows: Pair<SittingRow>,
): Promise<readonly ThemePair[]> => {
  const before = await readScoredRound(tx, schoolId, rows.before);
  const after = await readScoredRound(tx, schoolId, rows.after);
  const items = comparableItems(after.questionnaire, before.questionnaire);
  return [...Map.groupBy(items, ({ theme }) => theme)].map(([theme, own]) => {
    const score = (round: typeof before, pupilId: string): number | null => {
      const scores = round.pupils.get(pupilId);
      return scores === undefined ? null : meanOfHalf(scores, own);
    };
    const scoreOf = (pupilId: string) => ({
      before: score(before, pupilId),
      after: score(after, pupilId),
    });
    return {
      theme,
      scoreOf,
      scored: [...after.pupils.keys()].flatMap((pupilId) => {
        const pair = scoreOf(pupilId);
        return pair.before === null || pair.after === null
          ? []
          : [{ pupilId, before: pair.before, after: pair.after }];
      }),
    };
  });
};
