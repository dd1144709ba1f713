import {
  meanInterval,
  scoreCounts,
  seenChanges,
  type Pairs,
  type SeenChange,
  type TwoCounts,
} from '@samhold/analysis';
import type { ClassWellbeing } from '@samhold/contract';
import { writtenDay, dayOf } from '../calendar-days.ts';
import type { Counts } from './distribution.ts';
import { comparableItems, meanOfHalf, type ScoredRound } from './pupils-scores.ts';

type Theme = ClassWellbeing['themes'][number];
type Items = ReturnType<typeof comparableItems>;

const SCALE = { lowest: 1, highest: 5 } as const;

const themesOf = (items: Items): ReadonlyMap<string, Items> => Map.groupBy(items, ({ theme }) => theme);

/** Pairs of one value before and now, for the pupils who have both. */
const pairsOf = (
  before: ScoredRound,
  now: ScoredRound,
  rowId: string,
  value: (scores: ReadonlyMap<string, number>) => number | null,
): Pairs => ({
  rowId,
  pairs: [...now.pupils].flatMap(([pupilId, scores]) => {
    const earlier = before.pupils.get(pupilId);
    const pair = { before: earlier === undefined ? null : value(earlier), now: value(scores) };
    return pair.before === null || pair.now === null ? [] : [{ before: pair.before, now: pair.now }];
  }),
});

const itemRow = (id: string): string => `item ${id}`;
const themeRow = (theme: string): string => `theme ${theme}`;

type Changes = {
  readonly ofItem: (itemId: string) => SeenChange | null;
  readonly ofTheme: (theme: string) => SeenChange | null;
};

/** A round and how often each option of each item was chosen in it, which remains when its answers are deleted. */
export type CountedRound = { readonly round: ScoredRound; readonly counts: Counts };

/** Whether it can still be told who answered what, or nobody has answered. */
export const isPaired = ({ round, counts }: CountedRound): boolean =>
  counts.size === 0 || [...round.pupils.values()].some((scores) => scores.size > 0);

const scoresIn = ({ round: { questionnaire }, counts }: CountedRound, item: Items[number]) =>
  scoreCounts(
    (questionnaire.scales[item.scaleId]?.options ?? []).map(({ id, score }) => ({
      score,
      count: counts.get(`${item.id} ${id}`) ?? 0,
    })),
  );

/**
 * Change since the round before for every item and theme that both asked alike, judged as one table. When the answers of the
 * round before are deleted there are its counts, and these of items only.
 */
export const changesSince = (earlier: CountedRound | undefined, later: CountedRound): Changes => {
  const now = later.round;
  const before = earlier?.round;
  const items = before === undefined ? [] : comparableItems(now.questionnaire, before.questionnaire);
  const rows: readonly (Pairs | TwoCounts)[] =
    earlier === undefined || before === undefined
      ? []
      : !isPaired(earlier)
        ? items.map((item) => ({
            rowId: itemRow(item.id),
            before: scoresIn(earlier, item),
            now: scoresIn(later, item),
          }))
        : [
            ...items.map(({ id }) => pairsOf(before, now, itemRow(id), (scores) => scores.get(id) ?? null)),
            ...[...themesOf(items)].map(([theme, own]) =>
              pairsOf(before, now, themeRow(theme), (scores) => meanOfHalf(scores, own)),
            ),
          ];
  const seen = seenChanges(rows);
  return {
    ofItem: (itemId) => seen.get(itemRow(itemId)) ?? null,
    ofTheme: (theme) => seen.get(themeRow(theme)) ?? null,
  };
};

/** Each theme of the newest of these rounds, oldest round first, by the items of it that the round in question asked alike. */
export const themesOver = (rounds: readonly ScoredRound[], changes: Changes): readonly Theme[] => {
  const now = rounds.at(-1);
  if (now === undefined) return [];
  const asked = comparableItems(now.questionnaire, now.questionnaire);
  const comparable = rounds.map((round) => themesOf(comparableItems(now.questionnaire, round.questionnaire)));
  return [...themesOf(asked).keys()].map((theme) => ({
    theme,
    rounds: rounds.map(({ sitting, pupils }, i) => {
      const items = comparable[i]?.get(theme) ?? [];
      const means = [...pupils.values()].flatMap((scores) => meanOfHalf(scores, items) ?? []);
      return {
        roundId: sitting.round_id,
        label: writtenDay(dayOf(sitting.closed_at ?? sitting.opened_at)),
        ...meanInterval(means, SCALE.lowest, SCALE.highest),
      };
    }),
    change: changes.ofTheme(theme),
  }));
};
