import type { Audit, ItemAudit } from '@samhold/analysis';
import type { CountedTable, CountedTableItem } from './counted-tables.ts';
import type { MadeTheme } from './release-themes.ts';
import type { MadeItem } from './said-before.ts';

type OfQuestionnaire = Pick<CountedTable, 'questionnaireId' | 'questionnaireVersion'>;
type Over = { readonly options: readonly string[]; readonly units: CountedTableItem['system']['units'] };

/** The proof of a release: of each item and theme, what was seen from each viewpoint and the tables that agree with it. */
export type ReleaseAudit = {
  readonly range: number;
  /** The releases it was held against. */
  readonly with: readonly string[];
  readonly systems: readonly (OfQuestionnaire &
    Over &
    ItemAudit & {
      readonly itemId: string;
      readonly sensitive: boolean;
      readonly sensitiveOptions: readonly string[];
    })[];
  /** The items of a theme solved for together. */
  readonly themes: readonly (OfQuestionnaire &
    Over &
    Audit & { readonly themeId: string; readonly items: readonly string[] })[];
};

const over = ({ units, item }: CountedTableItem['system']): Over => ({
  options: item.options.map(({ optionId }) => optionId),
  units,
});

export const auditsOfItem = (
  of: OfQuestionnaire,
  { counted: { system }, release }: MadeItem,
): ReleaseAudit['systems'] => {
  const { itemId, sensitive, sensitiveOptions } = system.item;
  return release.audits.map((audit) => ({
    ...of,
    ...{ itemId, sensitive, sensitiveOptions },
    ...over(system),
    ...audit,
  }));
};

export const auditsOfTheme = (of: OfQuestionnaire, { items, release }: MadeTheme): ReleaseAudit['themes'] => {
  const [first] = items;
  if (first === undefined) return [];
  const { themeId, items: itemIds } = release.theme;
  return release.audits.map((audit) => ({
    ...of,
    ...{ themeId, items: itemIds },
    ...over(first.counted.system),
    ...audit,
  }));
};
