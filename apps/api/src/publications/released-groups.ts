import type { ReleasedDocument, ThemeOverview } from '@samhold/contract';

export type Released = {
  readonly roundId: string;
  readonly schoolYear: string;
  readonly document: ReleasedDocument;
};

export type ReleasedTable = ReleasedDocument['tables'][number];
type Group = Pick<ThemeOverview['answered'][number], 'level' | 'groupId'>;

/** A group as it can be told from those of other questionnaires: the school is the grades of one. */
export const groupOf = ({ fromGrade, toGrade }: ReleasedTable, { level, groupId }: Group): Group => ({
  level,
  groupId: level === 'school' ? `${fromGrade}–${toGrade}` : groupId,
});

/** The widest first: of these most is shown. */
const levels: readonly Group['level'][] = ['school', 'grade', 'class'];

export const byGroup = (a: Group, b: Group): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  Number.parseInt(a.groupId, 10) - Number.parseInt(b.groupId, 10) ||
  a.groupId.localeCompare(b.groupId, 'nb');
