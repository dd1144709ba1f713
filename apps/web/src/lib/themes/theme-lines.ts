import type { ThemeOverview } from '@samhold/contract';
import { findTheme } from '@samhold/survey';
import { percent } from '#lib/format/numbers.ts';

export type Line = ThemeOverview['themes'][number]['lines'][number];
export type Group = Pick<Line, 'level' | 'groupId'>;

export const themeName = (themeId: string): string => findTheme(themeId)?.name.nb ?? themeId;

export const groupName = ({ level, groupId }: Group): string => {
  if (level === 'class') return groupId;
  return level === 'grade' ? `${groupId}. trinn` : `${groupId.replace('–', '.–')}. trinn samlet`;
};

export const keyOf = ({ level, groupId }: Group): string => `${level} ${groupId}`;

/** A share as it stands in a table: «–» where the group was not asked or not listed. */
export const shareWords = (share: number | null | undefined): string =>
  share === undefined ? '–' : share === null ? 'skjermet' : percent(share);

/** Every group of these themes, once, the widest first. */
export const groupsOf = (themes: ThemeOverview['themes']): readonly Group[] => {
  const groups = new Map(themes.flatMap(({ lines }) => lines).map((line) => [keyOf(line), line]));
  const levels = ['school', 'grade', 'class'];
  return [...groups.values()].sort(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.groupId.localeCompare(b.groupId, 'nb'),
  );
};

/** Of a line in every round, for whoever does not see the dots. */
export const lineInWords = (line: Line, rounds: ThemeOverview['rounds']): string =>
  rounds
    .flatMap(({ roundId, name, schoolYear }) => {
      const point = line.points.find((one) => one.roundId === roundId);
      return point === undefined ? [] : [`${name} ${schoolYear}: ${shareWords(point.shareAbove)}`];
    })
    .join('. ');
