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
  /** Of the answers to a whole theme. */
  readonly share: number | string;
};

export const shownFigure = (value: number | null): number | string => value ?? hidden;

const inOrder = new Intl.Collator('nb', { numeric: true });
const levels = ['grade', 'class', 'school'] as const;

/** Grade by grade, then the classes, then all together. */
export const sortedRows = <T extends Pick<ReleasedRow, 'level' | 'groupId'>>(
  rows: readonly T[],
): readonly T[] =>
  rows.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || inOrder.compare(a.groupId, b.groupId),
  );

export const themeName = (theme: string): string => findTheme(theme)?.name.nb ?? theme;

type Table = Report['rounds'][number]['tables'][number];

const gradesOf = ({ fromGrade, toGrade }: Table): string =>
  fromGrade === toGrade ? `${fromGrade}. trinn` : `${fromGrade}.–${toGrade}. trinn`;

const linesOfItems = (round: string, table: Table): readonly ReportLine[] =>
  table.items.flatMap((item) =>
    sortedRows(item.rows).flatMap((row) =>
      item.options.map(({ optionId, text, score }): ReportLine => ({
        ...{ round, grades: gradesOf(table), theme: themeName(item.theme), item: item.text },
        ...{ group: groupName(row), size: row.size, answered: shownFigure(row.answered), option: text },
        count: shownFigure(row.counts.find((one) => one.optionId === optionId)?.count ?? null),
        // An item without scores has no mean to hide.
        mean: score === null ? '' : shownFigure(row.mean),
        share: '',
      })),
    ),
  );

const linesOfThemes = (round: string, table: Table): readonly ReportLine[] =>
  table.themes.flatMap(({ themeId, items, rows }) =>
    sortedRows(rows).map((row): ReportLine => ({
      ...{ round, grades: gradesOf(table), theme: themeName(themeId), item: wholeTheme(items.length) },
      ...{ group: groupName(row), size: row.size, answered: '', option: shareName, count: '', mean: '' },
      share: shownFigure(row.shareAbove),
    })),
  );

export const wholeTheme = (items: number): string => `Hele temaet, ${items} spørsmål`;
export const shareName = 'I den beste halvdelen av skalaen, til nærmeste 0,05';

/** The report as one long table: a line for each option of each group, and one for each group and theme. */
export const reportLines = ({ rounds }: Report): readonly ReportLine[] =>
  rounds.flatMap(({ roundName, tables }) =>
    tables.flatMap((table) => [...linesOfItems(roundName, table), ...linesOfThemes(roundName, table)]),
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
  ['share', 'Andel'],
];
