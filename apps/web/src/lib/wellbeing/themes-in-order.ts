import { findTheme } from '@samhold/survey';

export type ThemeGroup<T> = { readonly theme: string; readonly name: string; readonly items: readonly T[] };

/** Items gathered under their themes, in the order the themes first come. */
export const byTheme = <T extends { readonly theme: string }>(
  items: readonly T[],
): readonly ThemeGroup<T>[] =>
  [...Map.groupBy(items, ({ theme }) => theme)].map(([theme, group]) => ({
    theme,
    name: findTheme(theme)?.name.nb ?? theme,
    items: group,
  }));
