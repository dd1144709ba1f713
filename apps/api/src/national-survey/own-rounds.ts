import type { OwnFigure, OwnSeries, ReleasedDocument, ReleasedRow } from '@samhold/contract';
import { atOrAboveThreshold, surveyMatters, type SurveyMatter } from '@samhold/survey';
import type { ReleasedRound } from './released-rounds.ts';

type Item = ReleasedDocument['tables'][number]['items'][number];
type Measure = OwnSeries['measure'];

const nothing: OwnFigure = { hidden: true, value: null, answers: null };

/** The share of those who answered; null when one of the counts it is made of is hidden. */
const shareOf = (options: readonly string[], row: ReleasedRow): number | null => {
  const counts = row.counts.filter(({ optionId }) => options.includes(optionId)).map(({ count }) => count);
  if (row.answered === null || row.answered === 0) return null;
  const sum = counts.reduce((all, count) => (all === null || count === null ? null : all + count), 0);
  return sum === null ? null : (100 * sum) / row.answered;
};

const valueOf = (item: Item, measure: Measure, row: ReleasedRow): number | null => {
  if (measure === 'mean') return row.mean;
  const options = item.options.map(({ optionId }) => optionId);
  return shareOf(measure === 'bullied' ? atOrAboveThreshold(options) : [measure], row);
};

/** A figure of the release as it stands there: what is hidden there is hidden here, with nothing made of the rest. */
const figureOf = (item: Item, measure: Measure, row: ReleasedRow | undefined): OwnFigure => {
  const value = row === undefined ? null : valueOf(item, measure, row);
  return row === undefined || value === null || row.answered === null
    ? nothing
    : { hidden: false, value, answers: row.answered };
};

const measuresOf = (matter: SurveyMatter, item: Item, kind: ReleasedDocument['kind']): readonly Measure[] => {
  const options = item.options.map(({ optionId }) => optionId);
  // Pupils are asked whom they want to be with at recess as Elevundersøkelsen asks whom they are with there.
  if (kind === 'sociogram')
    return item.itemId === 'recess' ? matter.sociogram.filter((one) => options.includes(one)) : [];
  if (!matter.themes.some((theme) => theme === item.theme)) return [];
  if (matter.measure === 'bullied') return atOrAboveThreshold(options).length > 0 ? ['bullied'] : [];
  return item.options.some(({ score }) => score !== null) ? ['mean'] : [];
};

/** Beside a figure that is hidden, the counts of it that the release shows. */
const shownOf = (item: Item, row: ReleasedRow, { hidden }: OwnFigure) => ({
  size: row.size,
  cells: row.counts.flatMap(({ optionId, count }) => {
    const text = item.options.find((option) => option.optionId === optionId)?.text;
    return !hidden || count === null || text === undefined ? [] : [{ text, count }];
  }),
});

type Found = Omit<OwnSeries, 'rounds'> & { readonly round: OwnSeries['rounds'][number] };

/** Grades, and each class of one grade; a class of several grades is in none. */
const unitsOf = ({ rows }: Item) => {
  const grades = rows.filter(({ level }) => level === 'grade');
  return [
    ...grades.map((row) => ({ row, grade: Number(row.groupId), className: '' })),
    ...rows
      .filter(({ level, of }) => level === 'class' && of.length === 1)
      .flatMap((row) => {
        const grade = grades.find(({ of }) => of.includes(row.of[0] ?? ''));
        return grade === undefined ? [] : [{ row, grade: Number(grade.groupId), className: row.groupId }];
      }),
  ];
};

const foundIn = ({ roundId, year, releasedAt, document }: ReleasedRound): readonly Found[] =>
  document.tables.flatMap(({ items, fromGrade, toGrade }) =>
    items.flatMap((item) => {
      const total = item.rows.find(({ level }) => level === 'school');
      return surveyMatters.flatMap((matter) =>
        measuresOf(matter, item, document.kind).flatMap((measure) =>
          unitsOf(item).map(({ row, grade, className }) => {
            const figure = figureOf(item, measure, row);
            return {
              ...{ matter: matter.id, grade, className, itemId: item.itemId, text: item.text, measure },
              round: {
                ...{ roundId, year, name: document.roundName, releasedAt: releasedAt.toISOString() },
                found: { ...figure, ...shownOf(item, row, figure) },
                together: { fromGrade, toGrade, ...figureOf(item, measure, total) },
              },
            };
          }),
        ),
      );
    }),
  );

/** The school's own rounds on the matters that Elevundersøkelsen asks about, item by item, for each of the grades and their classes. */
export const ownSeriesOf = (rounds: readonly ReleasedRound[], grades: ReadonlySet<number>): OwnSeries[] => {
  const found = rounds.flatMap(foundIn).filter(({ grade }) => grades.has(grade));
  const groups = Map.groupBy(found, (one) =>
    JSON.stringify([one.grade, one.className, one.itemId, one.measure]),
  );
  return [...groups.values()].flatMap((same) => {
    const newest = same.at(-1);
    if (newest === undefined) return [];
    const { round: _, ...series } = newest;
    return [{ ...series, rounds: same.map(({ round }) => round) }];
  });
};
