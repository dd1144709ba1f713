import type { ThemeOverview } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { themes as themesInOrder } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { bullyingShown } from './bullying-shown.ts';
import { byGroup, groupOf, type Released, type ReleasedOverview } from './released-groups.ts';
import { classesOfGrade, newestReleases, wholeOf } from './theme-overview-queries.ts';
import { whatChanged } from './what-changed.ts';
import { whoAnswered } from './who-answered.ts';

type Theme = ThemeOverview['themes'][number];
type Line = Theme['lines'][number];

/** How many answered is told of so many. */
const mostAnswered = 4;

const pointsOf = ({ roundId, overview }: ReleasedOverview) =>
  overview.tables.flatMap((table) =>
    table.themes.flatMap(({ themeId, rows }) =>
      rows.map((row) => ({
        themeId,
        ...groupOf(table, row),
        point: { roundId, size: row.size, shareAbove: row.shareAbove },
      })),
    ),
  );

/** The themes of released rounds, in the order the product has them; one that it does not know comes last. */
export const themesOver = (
  rounds: readonly ReleasedOverview[],
  isShown: (group: Pick<Line, 'level' | 'groupId'>) => boolean,
): Theme[] => {
  const order = new Map<string, number>(themesInOrder.map(({ id }, at) => [id, at]));
  const themes = Map.groupBy(rounds.flatMap(pointsOf).filter(isShown), ({ themeId }) => themeId);
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

const bullyingIn = async (tx: Tx, schoolId: string, newest: Released | undefined) => {
  const found: ThemeOverview['bullying'] = [];
  for (const table of newest?.document.tables ?? []) {
    const { questionnaireId: id, questionnaireVersion: version } = table;
    found.push(...bullyingShown(table, await pinnedQuestionnaire(tx, schoolId, id, version)));
  }
  return found;
};

/**
 * Grades and the school over the rounds, or one grade and its classes in the newest school year. From the frozen releases to
 * leadership alone: nothing that is not released is counted here.
 */
export const showThemeOverview = (
  deps: Dependencies,
  actor: StaffActor,
  grade: number | undefined,
): Promise<ThemeOverview> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const all = await newestReleases(tx, schoolId);
    const newestTwo = await wholeOf(tx, schoolId, all.slice(-2));
    const newest = newestTwo.at(-1);
    const rounds = grade === undefined ? all : all.filter((one) => one.schoolYear === newest?.schoolYear);
    const roundIds = rounds.map(({ roundId }) => roundId);
    const classes =
      grade === undefined || roundIds.length === 0
        ? new Set<string>()
        : await classesOfGrade(tx, schoolId, grade, roundIds);
    const isOfGrade = ({ level, groupId }: Pick<Line, 'level' | 'groupId'>): boolean =>
      level === 'class' ? classes.has(groupId) : level === 'grade' && groupId === String(grade);
    const changes = whatChanged(newestTwo.at(-2), newest);
    return {
      rounds: rounds.map(({ roundId, schoolYear, releasedAt, overview }) => ({
        ...{ roundId, schoolYear, name: overview.roundName, releasedAt: releasedAt.toISOString() },
      })),
      themes: themesOver(rounds, grade === undefined ? ({ level }) => level !== 'class' : isOfGrade),
      changes:
        grade === undefined || changes === null
          ? changes
          : { ...changes, held: changes.held.filter(isOfGrade) },
      answered: whoAnswered(rounds.slice(-mostAnswered)).filter((group) =>
        grade === undefined ? group.level !== 'class' : isOfGrade(group),
      ),
      bullying: (await bullyingIn(tx, schoolId, newest)).map((item) => ({
        ...item,
        groups: item.groups.filter((group) => grade === undefined || isOfGrade(group)),
      })),
    };
  });
