import type { ReleasedDocument } from '@samhold/contract';
import type { ReleasedOverview, ReleasedTable } from './released-groups.ts';

type OfTable = ReleasedOverview['overview']['tables'][number];

/** Of each group the most that is told of any item; null where each is hidden. */
const answeredIn = ({ items }: ReleasedTable): OfTable['answered'] => {
  const rows = items.flatMap((item) => item.rows);
  return [...Map.groupBy(rows, ({ level, groupId }) => `${level} ${groupId}`).values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const told = of.flatMap(({ answered }) => answered ?? []);
    const { level, groupId, size } = first;
    return [{ level, groupId, size, answered: told.length === 0 ? null : Math.max(...told) }];
  });
};

/**
 * What the overview of the school says of a release to leadership. Kept beside the document: reading it out of twelve whole
 * documents takes longer than all else of the page.
 */
export const overviewOf = ({ roundName, tables }: ReleasedDocument): ReleasedOverview['overview'] => ({
  roundName,
  tables: tables.map((table) => ({
    fromGrade: table.fromGrade,
    toGrade: table.toGrade,
    themes: table.themes.map(({ themeId, rows }) => ({
      themeId,
      rows: rows.map(({ level, groupId, size, shareAbove }) => ({ level, groupId, size, shareAbove })),
    })),
    answered: answeredIn(table),
  })),
});
