import { isWholeRow, type ClassSummary } from '@samhold/contract';
import { findTheme, talkPrompts, type ThemeId } from '@samhold/survey';
import type { ScaleOption } from '@samhold/analysis';

type Released = NonNullable<ClassSummary['summary']>;

type SummaryItem = {
  readonly itemId: string;
  readonly text: string;
  /** Null when it is hidden: then there is no figure to show. */
  readonly shown: { readonly answered: number; readonly options: readonly ScaleOption[] } | null;
};

type SummaryTheme = {
  readonly theme: string;
  readonly name: string;
  readonly prompts: readonly string[];
  readonly items: readonly SummaryItem[];
};

/** The released items under their themes, in the order of the questionnaire. */
export const summaryThemes = ({ document }: Released): readonly SummaryTheme[] =>
  [
    ...Map.groupBy(
      document.tables.flatMap(({ items }) => items),
      ({ theme }) => theme,
    ),
  ].map(([theme, items]) => ({
    theme,
    name: findTheme(theme)?.name.nb ?? theme,
    // A theme that is not known has no prompts.
    prompts: talkPrompts[theme as ThemeId] ?? [],
    items: items.map((item): SummaryItem => {
      const row = item.rows.find(isWholeRow);
      const options = item.options.map((option) => ({
        ...option,
        count: row?.counts.find((one) => one.optionId === option.optionId)?.count ?? 0,
      }));
      const shown = row === undefined ? null : { answered: row.answered ?? 0, options };
      return { itemId: item.itemId, text: item.text, shown };
    }),
  }));

/**
 * What the class is shown: the themes of the chosen items, with these items only. Before a choice, all that passed; when nothing
 * passed, the themes without figures, for their questions to talk about.
 */
export const chosenThemes = (released: Released): readonly SummaryTheme[] => {
  const themes = summaryThemes(released).map((theme) => ({
    ...theme,
    items: theme.items.filter(({ shown }) => shown !== null),
  }));
  if (themes.every(({ items }) => items.length === 0)) return themes;
  return themes
    .map((theme) => ({
      ...theme,
      items: theme.items.filter(({ itemId }) => released.chosen?.includes(itemId) ?? true),
    }))
    .filter(({ items }) => items.length > 0);
};

/** «17 svarer «Alltid» eller «Ofte»», for each part of the bar. */
export const partsInWords = (options: readonly ScaleOption[]): readonly string[] =>
  options
    .filter(({ count }) => count > 0)
    .map(({ text, count }) => `${count} svarer ${text.startsWith('«') ? text : `«${text}»`}`);
