import { scoreCounts, seenChanges, type TwoCounts } from '@samhold/analysis';
import { isWholeRow, type ThemeOverview } from '@samhold/contract';
import { groupOf, type Released, type ReleasedTable } from './released-groups.ts';

type Held = NonNullable<ThemeOverview['changes']>['held'][number];
/** `shown` is null for an item: its means are those of the counts. */
type Compared = TwoCounts & {
  readonly of: Pick<Held, 'level' | 'groupId' | 'themeId' | 'text'>;
  readonly shown: { readonly before: number; readonly now: number } | null;
};

/** Half of a twentieth, to which shares are rounded. */
const rounding = 0.025;

/** A share that may have been rounded from so far towards the other, of so many pupils who are each counted once. */
const nearer = (share: number, other: number, size: number): TwoCounts['now'] => {
  const towards =
    Math.abs(other - share) <= 2 * rounding
      ? (share + other) / 2
      : share + Math.sign(other - share) * rounding;
  const above = Math.round(towards * size);
  return scoreCounts([
    { score: 0, count: size - above },
    { score: 1, count: above },
  ]);
};

const sameGroup = (a: { readonly level: string; readonly groupId: string }, b: typeof a): boolean =>
  a.level === b.level && a.groupId === b.groupId;

const themesOf = (before: ReleasedTable, now: ReleasedTable): readonly Compared[] =>
  now.themes.flatMap(({ themeId, items, rows }) => {
    const earlier = before.themes.find(
      (theme) => theme.themeId === themeId && theme.items.join() === items.join(),
    );
    return rows.flatMap((row): Compared[] => {
      const was = earlier?.rows.find((one) => sameGroup(one, row));
      if (row.level === 'class' || was === undefined || was.shareAbove === null || row.shareAbove === null)
        return [];
      return [
        {
          rowId: `theme ${themeId} ${row.level} ${row.groupId} ${now.questionnaireId}`,
          before: nearer(was.shareAbove, row.shareAbove, was.size),
          now: nearer(row.shareAbove, was.shareAbove, row.size),
          of: { ...groupOf(now, row), themeId, text: null },
          shown: { before: was.shareAbove, now: row.shareAbove },
        },
      ];
    });
  });

const itemsOf = (before: ReleasedTable, now: ReleasedTable): readonly Compared[] =>
  now.items.flatMap(({ itemId, theme, text, options, rows }) => {
    const asked = JSON.stringify(options);
    const earlier = before.items.find(
      (item) => item.itemId === itemId && JSON.stringify(item.options) === asked,
    );
    const scoreOf = new Map(options.map(({ optionId, score }) => [optionId, score]));
    if (options.some(({ score }) => score === null)) return [];
    const scores = (row: (typeof rows)[number]): TwoCounts['now'] =>
      scoreCounts(
        row.counts.map(({ optionId, count }) => ({
          score: scoreOf.get(optionId) ?? null,
          count: count ?? 0,
        })),
      );
    return rows.flatMap((row): Compared[] => {
      const was = earlier?.rows.find((one) => sameGroup(one, row));
      if (row.level === 'class' || was === undefined || !isWholeRow(was) || !isWholeRow(row)) return [];
      return [
        {
          rowId: `item ${itemId} ${row.level} ${row.groupId}`,
          before: scores(was),
          now: scores(row),
          of: { ...groupOf(now, row), themeId: theme, text },
          shown: null,
        },
      ];
    });
  });

/**
 * What is otherwise in a round than in the one before, of what is shown in both: only what holds when all that can be compared is
 * looked at together. Of a theme the rounding is taken as having made the change larger, and each pupil is counted as one answer,
 * though most gave several: what holds then, holds. Null when the rounds are of different school years, since a grade is then other pupils.
 */
export const whatChanged = (
  before: Released | undefined,
  now: Released | undefined,
): ThemeOverview['changes'] => {
  if (before === undefined || now === undefined || before.schoolYear !== now.schoolYear) return null;
  const rows = now.document.tables.flatMap((table) => {
    const earlier = before.document.tables.find(
      (one) =>
        one.questionnaireId === table.questionnaireId &&
        one.questionnaireVersion === table.questionnaireVersion,
    );
    return earlier === undefined ? [] : [...themesOf(earlier, table), ...itemsOf(earlier, table)];
  });
  const seen = seenChanges(rows);
  return {
    roundBefore: before.roundId,
    compared: rows.length,
    held: rows.flatMap(({ rowId, of, shown }): Held[] => {
      const change = seen.get(rowId);
      return change?.seen === true
        ? [{ ...of, before: shown?.before ?? change.before, now: shown?.now ?? change.now }]
        : [];
    }),
  };
};
