import type { ReleasedDocument } from '@samhold/contract';

type Row = Pick<ReleasedDocument['tables'][number]['themes'][number]['rows'][number], 'level' | 'groupId'>;

/** The rows that a reader is to have, and the tables that have one. */
const rowsOf = (document: ReleasedDocument, isOfPart: (row: Row) => boolean): ReleasedDocument => ({
  ...document,
  tables: document.tables
    .map((table) => ({
      ...table,
      items: table.items.map((item) => ({ ...item, rows: item.rows.filter(isOfPart) })),
      themes: table.themes.map((theme) => ({ ...theme, rows: theme.rows.filter(isOfPart) })),
    }))
    .filter(({ items }) => items.some(({ rows }) => rows.length > 0)),
});

/** The part that speaks of the school under one. */
export const ofSchool = (document: ReleasedDocument): ReleasedDocument => {
  const part = rowsOf(document, ({ level }) => level === 'school');
  return {
    ...part,
    tables: part.tables.map((table) => ({
      ...table,
      themes: table.themes.filter(({ rows }) => rows.length > 0),
    })),
  };
};

/** The part of the document that speaks of one class. */
export const ofClass = (document: ReleasedDocument, className: string): ReleasedDocument =>
  rowsOf(document, ({ level, groupId }) => level === 'class' && groupId === className);

/** The part that speaks of one grade and its classes. */
export const ofGrade = (
  document: ReleasedDocument,
  grade: number,
  lists: readonly { readonly grade: number; readonly class_name: string }[],
): ReleasedDocument => {
  const isOther = new Set(lists.filter((row) => row.grade !== grade).map((row) => row.class_name));
  return rowsOf(document, ({ level, groupId }) =>
    level === 'grade' ? groupId === String(grade) : level === 'class' && !isOther.has(groupId),
  );
};
