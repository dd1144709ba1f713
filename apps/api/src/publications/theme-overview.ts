import type { ReleasedDocument, ThemeOverview } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
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

/** A released document without its items: of older rounds nothing else is shown, and reading all of it takes the most time. */
const themesAlone = sql`jsonb_build_object('kind', l.document -> 'kind', 'roundId', l.round_id,
  'roundName', l.document -> 'roundName', 'tables', (
    select coalesce(jsonb_agg(t - 'items' || '{"items": []}'), '[]') from jsonb_array_elements(l.document -> 'tables') as t))`;

/** The newest releases of wellbeing rounds to leadership, the earliest first; those beyond the newest few without their items. */
const newestReleases = async (tx: Tx, schoolId: string) => {
  const { rows } = await sql<{
    readonly roundId: string;
    readonly schoolYear: string;
    readonly releasedAt: Date;
    readonly document: ReleasedDocument; // Written by storeRelease only.
  }>`
    select l.round_id as "roundId", y.label as "schoolYear", l.released_at as "releasedAt",
           case when l.place <= ${mostAnswered} then l.document else ${themesAlone} end as document
      from (select e.school_id, e.round_id, e.released_at, e.document, r.school_year_id,
                   row_number() over (order by e.released_at desc, e.round_id) as place
              from release e join round r on r.school_id = e.school_id and r.round_id = e.round_id
             where e.school_id = ${schoolId} and e.audience = ${gradesAndSchool.audience}
               and e.spec = ${gradesAndSchool.id} and e.class_id is null and r.kind = 'wellbeing') l
      join school_year y on y.school_id = l.school_id and y.school_year_id = l.school_year_id
     where l.place <= ${mostRounds}
     order by l.place desc`.execute(tx);
  return rows;
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
        ...{ roundId, schoolYear, name: document.roundName, releasedAt: releasedAt.toISOString() },
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
