import type { OwnerOverview } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { perhapsOwned, readInOwned } from '../session/owned-schools.ts';
import { asReport, nameAndWhether, reportsTo, type ReportTo } from './owner-overview-queries.ts';
import type { ReportedRound } from './overview-of-report.ts';
import { groupOf } from './released-groups.ts';
import { themesOver } from './theme-overview.ts';
import { whoAnswered } from './who-answered.ts';

const A_PAGE = 20;
/** About two school years. */
const MOST_ROUNDS = 12;

type School = OwnerOverview['schools'][number];

/** Each round as the newest report with it says it, the earliest first. */
export const roundsOver = (reports: readonly ReportTo[]) => {
  const rounds = reports.flatMap(({ publishedAt, rounds: told }) =>
    told.map((round) => ({ ...round, publishedAt })),
  );
  return [...Map.groupBy(rounds, ({ roundId }) => roundId).values()]
    .flatMap(([newest]) => (newest === undefined ? [] : [newest]))
    .sort((a, b) => a.endedAt.localeCompare(b.endedAt) || a.roundId.localeCompare(b.roundId))
    .slice(-MOST_ROUNDS);
};

/** Of each theme and group the question it stands by, as it was put last. */
const questionsIn = (rounds: readonly ReportedRound[]): School['questions'] => {
  const questions = new Map<string, School['questions'][number]>();
  for (const { overview } of rounds)
    for (const table of overview.tables)
      for (const { themeId, text, rows } of table.themes) {
        const [row] = rows;
        if (text === null || row === undefined) continue;
        const { groupId } = groupOf(table, row);
        questions.set(`${themeId} ${groupId}`, { themeId, groupId, text });
      }
  return [...questions.values()];
};

const asPublished = (
  { schoolId, name }: Pick<School, 'schoolId' | 'name'>,
  isHere: boolean,
  reports: readonly ReportTo[],
): School | undefined => {
  const [newest] = reports;
  if (newest === undefined) return undefined;
  const rounds = roundsOver(reports);
  const { publicationId, title, publishedAt, all } = newest;
  return {
    ...{ schoolId, name, isHere },
    newest: { publicationId, title, publishedAt },
    publications: all,
    rounds: rounds.map(({ roundId, schoolYear, overview, publishedAt: releasedAt }) => ({
      ...{ roundId, schoolYear, releasedAt },
      name: overview.roundName,
    })),
    themes: themesOver(rounds, () => true),
    answered: whoAnswered(rounds.slice(-1)),
    questions: questionsIn(rounds),
  };
};

const isNamed = (sought: string): ((school: { readonly name: string }) => boolean) => {
  const words = sought.toLocaleLowerCase('nb').split(/\s+/);
  return ({ name }) => words.every((word) => name.toLocaleLowerCase('nb').includes(word));
};

/**
 * What the schools of an owner have published for it: of the frozen reports alone, school by school in a scope of its own. First
 * the names of all, then the figures of one page. A report that was withdrawn is not there, and neither is one in which the school
 * is too small to be listed: such a school is among those with nothing to show. Throws `not_found` for whoever is not the owner's.
 */
export const showOwnerOverview = async (
  deps: Dependencies,
  actor: StaffActor,
  { page: wanted = 1, sought = '' }: { readonly page?: number; readonly sought?: string },
): Promise<OwnerOverview> => {
  if (!holdsAny(actor, ['owner'])) throw new AppError('not_found');
  const own = await readInOwned(deps, actor, await perhapsOwned(deps, actor), nameAndWhether);
  const all = [...own.values()]
    .flat()
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb') || a.schoolId.localeCompare(b.schoolId));
  const shown = all.filter(({ isShown }) => isShown).filter(isNamed(sought));
  const pages = Math.max(1, Math.ceil(shown.length / A_PAGE));
  const page = Math.min(wanted, pages);
  const onPage = shown.slice((page - 1) * A_PAGE, page * A_PAGE);
  const ids = onPage.map(({ schoolId }) => schoolId);
  const reports = await readInOwned(deps, actor, ids, reportsTo);
  return {
    // One that was withdrawn meanwhile is left out.
    schools: onPage.flatMap((school) => {
      const told = (reports.get(school.schoolId) ?? []).map(asReport);
      return asPublished(school, school.schoolId === actor.schoolId, told) ?? [];
    }),
    ...{ page, pages, shown: shown.length },
    silent: all.filter(({ isShown }) => !isShown).map(({ name }) => name),
  };
};
