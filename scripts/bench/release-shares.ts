import {
  releaseTheme,
  tierOf,
  type Audience,
  type EarlierRelease,
  type ItemRelease,
  type Level,
  type ReleasedTheme,
  type Thresholds,
  type ThemeRelease,
  type Tier,
} from '../../packages/analysis/src/index.ts';
import type { ItemCube } from '../disclosure/item-cube.ts';
import type { AuditedTheme, ReleasedDocument } from '../disclosure/release-file.ts';

export type Made = ItemRelease & { readonly cube: ItemCube };
export type MadeShares = { readonly cubes: readonly ItemCube[]; readonly release: ThemeRelease };
export type SeenShares = readonly { readonly tier: Tier; readonly theme: ReleasedTheme }[];

/** Of items that are not sensitive and have the same scores, as the product takes those of a theme together. */
const together = (made: readonly Made[]): readonly (readonly Made[])[] => {
  const fit = made.filter(({ cube }) => !cube.sensitive && cube.options.every(({ score }) => score !== null));
  return [...Map.groupBy(fit, ({ cube }) => cube.options.length).values()];
};

/** How the answers to items lie together, for an audience that is told or not, beside what has been seen. */
export const sharesOf = (
  made: readonly Made[],
  of: { readonly audience: Audience; readonly levels: readonly Level[]; readonly thresholds: Thresholds },
  before: ReadonlyMap<string, readonly EarlierRelease[]>,
  shares: SeenShares,
): readonly MadeShares[] =>
  together(made).flatMap((items) => {
    const [first] = items;
    if (first === undefined) return [];
    const themeId = `of-${first.cube.options.length}`;
    const themes = shares.filter(({ theme }) => theme.themeId === themeId);
    if (of.levels.length === 0 && themes.length === 0) return [];
    const seen = items.flatMap(({ cube, item }) => [
      ...(before.get(cube.itemId) ?? []),
      { tier: tierOf(of.audience), item },
    ]);
    const release = releaseTheme(
      themeId,
      first.cube.units,
      items.map((one) => ({
        item: { ...one.cube, counts: one.cube.units.map(({ counts }) => counts) },
        release: one,
      })),
      { ...of, classIds: null },
      { items: seen, themes },
      null,
    );
    return [{ cubes: items.map(({ cube }) => cube), release }];
  });

/** An item whose figures shares that were seen before would narrow. */
export const withoutFigures = ({ item, ...one }: Made): Made => ({
  ...one,
  audits: [],
  item: {
    ...item,
    rows: item.rows.map((row) => ({
      ...row,
      answered: null,
      mean: null,
      counts: row.counts.map((count) => ({ ...count, count: null })),
    })),
  },
});

export const documentThemes = (
  made: readonly MadeShares[],
): NonNullable<ReleasedDocument['tables'][number]['themes']> =>
  made.map(({ release: { theme } }) => ({
    themeId: theme.themeId,
    items: [...theme.items],
    rows: theme.rows.map((row) => ({ ...row, of: [...row.of] })),
  }));

export const auditedThemes = (
  made: readonly MadeShares[],
  tier: Tier,
  questionnaire: { readonly questionnaireId: string; readonly questionnaireVersion: number },
): AuditedTheme[] =>
  made.flatMap(({ cubes, release: { theme, audits } }) => {
    const units = cubes[0]?.units ?? [];
    return audits
      .filter((audit) => audit.tier === tier)
      .map(({ tables, targets }) => ({
        ...{ ...questionnaire, roundId: cubes[0]?.roundId ?? '', themeId: theme.themeId },
        items: [...theme.items],
        options: cubes[0]?.options.map(({ optionId }) => optionId) ?? [],
        units: units.map(({ unitId, classId, grade, size }) => ({ unitId, classId, grade, size })),
        tables: tables.map((table) => [...table]),
        targets: targets.map(({ places, columns, witnesses }) => ({
          itemId: theme.items[Math.floor((places[0] ?? 0) / units.length)] ?? '',
          of: places.map((place) => units[place % units.length]?.unitId ?? ''),
          columns: [...columns],
          witnesses: witnesses.map(([low, high]): [number, number] => [low, high]),
        })),
      }));
  });
