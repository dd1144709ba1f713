import type { ReleasedDocument, ThemeOverview } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { themes as themesInOrder } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { bullyingShown } from './bullying-shown.ts';
import { gradesAndSchool } from './release-spec.ts';
import { byGroup, groupOf, type Released } from './released-groups.ts';
import { whatChanged } from './what-changed.ts';
import { whoAnswered } from './who-answered.ts';

type Theme = ThemeOverview['themes'][number];
type Line = Theme['lines'][number];

/** So many rounds back: about two school years. */
const mostRounds = 12;
/** How many answered is told of so many. */
const mostAnswered = 4;

const pointsOf = ({ roundId, document }: Released) =>
  document.tables.flatMap((table) =>
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
  rounds: readonly Released[],
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

/** The newest releases of wellbeing rounds to leadership, the earliest first. */
const newestReleases = async (tx: Tx, schoolId: string) => {
  const rows = await tx
    .selectFrom('release as l')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 'l.school_id').onRef('r.round_id', '=', 'l.round_id'),
    )
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'r.school_id').onRef('y.school_year_id', '=', 'r.school_year_id'),
    )
    .select(['l.round_id', 'l.released_at', 'l.document', 'y.label'])
    .where('l.school_id', '=', schoolId)
    .where('l.audience', '=', gradesAndSchool.audience)
    .where('l.spec', '=', gradesAndSchool.id)
    .where('l.class_id', 'is', null)
    .where('r.kind', '=', 'wellbeing')
    .orderBy('l.released_at', 'desc')
    .orderBy('l.round_id')
    .limit(mostRounds)
    .execute();
  return rows.toReversed().map((row) => ({
    roundId: row.round_id,
    schoolYear: row.label,
    releasedAt: row.released_at.toISOString(),
    // Written by storeRelease only.
    document: row.document as unknown as ReleasedDocument,
  }));
};

/** The classes that had pupils of a grade in these rounds, as their releases name them. */
const classesOfGrade = async (tx: Tx, schoolId: string, grade: number, roundIds: readonly string[]) => {
  const rows = await tx
    .selectFrom('released_participation as p')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'p.school_id').onRef('s.sitting_id', '=', 'p.sitting_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select('c.name')
    .distinct()
    .where('p.school_id', '=', schoolId)
    .where('p.grade', '=', grade)
    .where('s.round_id', 'in', roundIds)
    .execute();
  return new Set(rows.map(({ name }) => name));
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
    const newest = all.at(-1);
    const rounds = grade === undefined ? all : all.filter((one) => one.schoolYear === newest?.schoolYear);
    const roundIds = rounds.map(({ roundId }) => roundId);
    const classes =
      grade === undefined || roundIds.length === 0
        ? new Set<string>()
        : await classesOfGrade(tx, schoolId, grade, roundIds);
    const isOfGrade = ({ level, groupId }: Pick<Line, 'level' | 'groupId'>): boolean =>
      level === 'class' ? classes.has(groupId) : level === 'grade' && groupId === String(grade);
    const changes = whatChanged(rounds.at(-2), rounds.at(-1));
    return {
      rounds: rounds.map(({ roundId, schoolYear, releasedAt, document }) => ({
        ...{ roundId, schoolYear, releasedAt },
        name: document.roundName,
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
