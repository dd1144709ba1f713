import type { ThemeOverview } from '@samhold/contract';
import { findTheme } from '@samhold/survey';

export type Line = ThemeOverview['themes'][number]['lines'][number];

export const themeName = (themeId: string): string => findTheme(themeId)?.name.nb ?? themeId;

export const lineName = ({ level, groupId }: Line): string =>
  level === 'grade' ? `${groupId}. trinn` : `${groupId.replace('–', '.–')}. trinn samlet`;

/** Shares are rounded to twentieths, so two that differ by one step may lie next to each other. */
const leastSeen = 0.1;

export type SeenChange = {
  readonly themeId: string;
  readonly line: Line;
  readonly roundBefore: string;
  readonly before: number;
  readonly now: number;
};

/** What is otherwise in the newest round than in the one before, where both are shown, in the order of themes and grades. */
export const changesSeen = ({ themes }: ThemeOverview): readonly SeenChange[] =>
  themes.flatMap(({ themeId, lines }) =>
    lines.flatMap((line): SeenChange[] => {
      const [before, now] = line.points.slice(-2);
      const [was, is] = [before?.shareAbove ?? null, now?.shareAbove ?? null];
      if (before === undefined || was === null || is === null) return [];
      if (Math.abs(is - was) < leastSeen - 1e-9) return [];
      return [{ themeId, line, roundBefore: before.roundId, before: was, now: is }];
    }),
  );
