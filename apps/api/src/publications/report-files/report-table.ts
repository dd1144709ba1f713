import { groupName } from '@samhold/analysis';
import type { Report, ReleasedRow } from '@samhold/contract';
import { findTheme } from '@samhold/survey';

export const hidden = 'skjermet';

/** One figure of the report as every file writes it: what is hidden is a word, and nothing is derived from it. */
export type ReportLine = {
  readonly round: string;
  readonly grades: string;
  readonly theme: string;
  readonly item: string;
  readonly group: string;
  readonly size: number;
  readonly answered: number | string;
  readonly option: string;
  readonly count: number | string;
  readonly mean: number | string;
};

export const shownFigure = (value: number | null): number | string => value ?? hidden;

const inOrder = new Intl.Collator('nb', { numeric: true });
const levels = ['grade', 'class', 'school'] as const;

/** Grade by grade, then the classes, then all together. */
export const sortedRows = (rows: readonly ReleasedRow[]): readonly ReleasedRow[] =>
  rows.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || inOrder.compare(a.groupId, b.groupId),
  );

export const themeName = (theme: string): string => findTheme(theme)?.name.nb ?? theme;

/** The report as one long table, a line for each option of each group. */
export const reportLines = ({ rounds }: Report): readonly ReportLine[] =>
  rounds.flatMap(({ roundName, tables }) =>
    tables.flatMap(({ fromGrade, toGrade, items }) =>
      items.flatMap((item) =>
        sortedRows(item.rows).flatMap((row) =>
          item.options.map(({ optionId, text, score }): ReportLine => ({
            round: roundName,
            grades: fromGrade === toGrade ? `${fromGrade}. trinn` : `${fromGrade}.–${toGrade}. trinn`,
            theme: themeName(item.theme),
            item: item.text,
            group: groupName(row),
            size: row.size,
            answered: shownFigure(row.answered),
            option: text,
            count: shownFigure(row.counts.find((one) => one.optionId === optionId)?.count ?? null),
            // An item without scores has no mean to hide.
            mean: score === null ? '' : shownFigure(row.mean),
          })),
        ),
      ),
    ),
  );

export const lineHead: readonly (readonly [keyof ReportLine, string])[] = [
  ['round', 'Runde'],
  ['grades', 'Trinn'],
  ['theme', 'Tema'],
  ['item', 'Spørsmål'],
  ['group', 'Gruppe'],
  ['size', 'Elever'],
  ['answered', 'Svarte'],
  ['option', 'Svar'],
  ['count', 'Antall'],
  ['mean', 'Snitt'],
];
