import { releaseTheme, tierOf, type ThemeRelease } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { CountedTable } from './counted-tables.ts';
import type { ReleaseSpec } from './release-spec.ts';
import { saidBefore, tableIn, type Before, type MadeItem } from './said-before.ts';

export type MadeTheme = { readonly items: readonly MadeItem[]; readonly release: ThemeRelease };

/** The items of each theme that can be taken together: not sensitive, on one scale. */
export const themesOf = (items: readonly MadeItem[]): readonly (readonly MadeItem[])[] => {
  const fit = items.filter(
    ({ counted: { system } }) =>
      !system.item.sensitive && system.item.options.every(({ score }) => score !== null),
  );
  const scale = ({ counted }: MadeItem): string =>
    counted.system.item.options.map(({ optionId }) => optionId).join();
  return [...Map.groupBy(fit, (one) => `${one.counted.theme} ${scale(one)}`).values()];
};

/** How the answers of a theme lie, beside all that was said of it before and the tables of its items; nothing when nothing is to be. */
export const releaseThemeOf = (
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
  table: CountedTable,
  items: readonly MadeItem[],
  before: readonly Before[],
): readonly MadeTheme[] => {
  const [first] = items;
  if (first === undefined) return [];
  const themeId = first.counted.theme;
  const themes = before.flatMap(({ tier, document }) =>
    (tableIn(document, table)?.themes ?? [])
      .filter((theme) => theme.themeId === themeId)
      .map((theme) => ({ tier, theme })),
  );
  const isTold = spec.themes === 'all' || (spec.themes === 'of several items' && items.length > 1);
  if (!isTold && themes.length === 0) return [];
  const { audience, thresholds } = spec;
  const levels = isTold ? spec.levels : [];
  const seen = items.flatMap(({ counted, release }) => [
    ...saidBefore(before, table, counted.system.item.itemId),
    { tier: tierOf(audience), item: release.item },
  ]);
  const release = releaseTheme(
    themeId,
    first.counted.system.units,
    items.map(({ counted, release: one }) => ({ item: counted.system.item, release: one })),
    { audience, thresholds, levels, classIds: classNames },
    { items: seen, themes },
    null,
  );
  return [{ items, release }];
};

export const shownTheme = ({
  theme,
}: ThemeRelease): ReleasedDocument['tables'][number]['themes'][number] => ({
  ...theme,
  items: [...theme.items],
  rows: theme.rows.map((row) => ({ ...row, of: [...row.of] })),
});
