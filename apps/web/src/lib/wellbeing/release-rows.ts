import { isWholeRow, type ReleasedDocument, type ReleasedRow } from '@samhold/contract';
import type { ScaleOption } from '@samhold/analysis';

type Item = ReleasedDocument['tables'][number]['items'][number];

export type ReleaseLine = {
  readonly id: string;
  readonly level: ReleasedRow['level'];
  readonly name: string;
  readonly size: number;
  /** Null where it is hidden. */
  readonly answered: number | null;
  readonly counts: readonly { readonly optionId: string; readonly count: number | null }[];
  readonly mean: number | null;
  /** What the bar shows; null when a figure is hidden, since its length would tell. */
  readonly bar: readonly ScaleOption[] | null;
  readonly allHidden: boolean;
};

const nameOf = ({ level, groupId }: ReleasedRow): string =>
  level === 'class' ? groupId : level === 'grade' ? `${groupId}. trinn` : 'Samlet';

const lineOf = (item: Item, row: ReleasedRow): ReleaseLine => {
  const countOf = (optionId: string) => row.counts.find((one) => one.optionId === optionId)?.count ?? null;
  return {
    id: `${row.level} ${row.groupId}`,
    level: row.level,
    name: nameOf(row),
    size: row.size,
    answered: row.answered,
    counts: item.options.map(({ optionId }) => ({ optionId, count: countOf(optionId) })),
    mean: row.mean,
    bar: isWholeRow(row)
      ? item.options.map((option) => ({ ...option, count: countOf(option.optionId) ?? 0 }))
      : null,
    allHidden: row.answered === null && row.counts.every(({ count }) => count === null),
  };
};

const inOrder = new Intl.Collator('nb', { numeric: true });
const byName = (a: ReleasedRow, b: ReleasedRow): number => inOrder.compare(a.groupId, b.groupId);

/**
 * The grades of an item in order, each with its classes after it when they are wanted, then the total. A class that is its whole
 * grade is not repeated. A hidden row stays a row: it says that it is hidden.
 */
export const releaseLines = (item: Item, withClasses = false): readonly ReleaseLine[] => {
  const of = (level: ReleasedRow['level']) => item.rows.filter((row) => row.level === level).sort(byName);
  const classes = withClasses ? of('class') : [];
  const [grades, total] = [of('grade'), of('school')];
  const within = (row: ReleasedRow, grade: ReleasedRow): boolean =>
    row.of[0] !== undefined && grade.of.includes(row.of[0]) && row.of.length < grade.of.length;
  const isAlone = (row: ReleasedRow): boolean =>
    grades.some(
      (grade) => grade.of.length === row.of.length && row.of.every((unit) => grade.of.includes(unit)),
    );
  const placed = new Set(grades.flatMap((grade) => classes.filter((row) => within(row, grade))));
  const others = classes.filter((row) => !placed.has(row) && !isAlone(row));
  return [
    ...grades.flatMap((grade) => [grade, ...classes.filter((row) => within(row, grade))]),
    ...others,
    ...total,
  ].map((row) => lineOf(item, row));
};
