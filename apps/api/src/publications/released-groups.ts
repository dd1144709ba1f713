import type { ReleasedDocument, ThemeOverview } from '@samhold/contract';

type OfRound = { readonly roundId: string; readonly schoolYear: string };

/** What a round's release to leadership says, as it was given out. */
export type Released = OfRound & { readonly document: ReleasedDocument };

export type ReleasedTable = ReleasedDocument['tables'][number];
type Group = Pick<ThemeOverview['answered'][number], 'level' | 'groupId'>;
type Span = Pick<ReleasedTable, 'fromGrade' | 'toGrade'>;
type Size = { readonly size: number };

/** What the overview says of a release. */
export type ReleasedOverview = OfRound & {
  readonly overview: {
    readonly roundName: string;
    readonly tables: readonly (Span & {
      readonly themes: readonly {
        readonly themeId: string;
        readonly rows: readonly (Group & Size & { readonly shareAbove: number | null })[];
      }[];
      readonly answered: readonly (Group & Size & { readonly answered: number | null })[];
    })[];
  };
};

/** A group as it can be told from those of other questionnaires: the school is the grades of one. */
export const groupOf = ({ fromGrade, toGrade }: Span, { level, groupId }: Group): Group => ({
  level,
  groupId: level === 'school' ? `${fromGrade}–${toGrade}` : groupId,
});

/** The widest first: of these most is shown. */
const levels: readonly Group['level'][] = ['school', 'grade', 'class'];

export const byGroup = (a: Group, b: Group): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  Number.parseInt(a.groupId, 10) - Number.parseInt(b.groupId, 10) ||
  a.groupId.localeCompare(b.groupId, 'nb');
