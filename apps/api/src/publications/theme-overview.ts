import type { ReleasedDocument, ThemeOverview } from '@samhold/contract';
import { themes as themesInOrder } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { gradesAndSchool } from './release-spec.ts';

type Theme = ThemeOverview['themes'][number];
type Line = Theme['lines'][number];
type Released = { readonly roundId: string; readonly document: ReleasedDocument };

/** So many rounds back: about two school years. */
const mostRounds = 12;

const pointsOf = ({ roundId, document }: Released) =>
  document.tables.flatMap(({ fromGrade, toGrade, themes }) =>
    themes.flatMap(({ themeId, rows }) =>
      rows.flatMap(({ level, groupId, size, shareAbove }) =>
        level === 'class'
          ? []
          : [
              {
                themeId,
                level,
                groupId: level === 'grade' ? groupId : `${fromGrade}–${toGrade}`,
                point: { roundId, size, shareAbove },
              },
            ],
      ),
    ),
  );

/** Grades in order, then the grades of a questionnaire together. */
const byGroup = (a: Line, b: Line): number =>
  Number(a.level === 'school') - Number(b.level === 'school') ||
  Number.parseInt(a.groupId, 10) - Number.parseInt(b.groupId, 10);

/** The themes of released rounds, in the order the product has them; one that it does not know comes last. */
export const themesOver = (rounds: readonly Released[]): Theme[] => {
  const order = new Map<string, number>(themesInOrder.map(({ id }, at) => [id, at]));
  const themes = Map.groupBy(rounds.flatMap(pointsOf), ({ themeId }) => themeId);
  return [...themes]
    .map(([themeId, points]) => ({
      themeId,
      lines: [...Map.groupBy(points, ({ level, groupId }) => `${level} ${groupId}`).values()]
        .map((of): Line => ({
          level: of[0]?.level ?? 'grade',
          groupId: of[0]?.groupId ?? '',
          points: of.map(({ point }) => point),
        }))
        .sort(byGroup),
    }))
    .sort((a, b) => (order.get(a.themeId) ?? Infinity) - (order.get(b.themeId) ?? Infinity) || 0);
};

/** From the frozen releases to leadership alone: nothing that is not released is counted here. */
export const showThemeOverview = (deps: Dependencies, actor: StaffActor): Promise<ThemeOverview> =>
  deps.db.inScope(actor, async (tx) => {
    const rows = await tx
      .selectFrom('release')
      .select(['round_id', 'released_at', 'document'])
      .where('school_id', '=', actor.schoolId)
      .where('audience', '=', gradesAndSchool.audience)
      .where('spec', '=', gradesAndSchool.id)
      .where('class_id', 'is', null)
      .orderBy('released_at')
      .orderBy('round_id')
      .execute();
    const rounds = rows
      // Written by storeRelease only.
      .map((row) => ({ ...row, document: row.document as unknown as ReleasedDocument }))
      .filter(({ document }) => document.tables.some(({ themes }) => themes.length > 0))
      .slice(-mostRounds);
    return {
      rounds: rounds.map((row) => ({
        roundId: row.round_id,
        name: row.document.roundName,
        releasedAt: row.released_at.toISOString(),
      })),
      themes: themesOver(rounds.map((row) => ({ roundId: row.round_id, document: row.document }))),
    };
  });
