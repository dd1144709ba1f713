import type { OwnFigure, OwnSeries, ReleasedDocument } from '@samhold/contract';
import { atOrAboveThreshold, surveyMatters, type SurveyMatter } from '@samhold/survey';
import type { ReleasedRound } from './released-rounds.ts';

type Item = ReleasedDocument['tables'][number]['items'][number];
type Row = Item['rows'][number];
type Measure = OwnSeries['measure'];

const nothing: OwnFigure = { hidden: true, value: null, answers: null };

const shareOf = (options: readonly string[], row: Row & { readonly shown: true }): number | null => {
  const count = row.counts
    .filter(({ optionId }) => options.includes(optionId))
    .reduce((sum, one) => sum + one.count, 0);
  return row.answered === 0 ? null : (100 * count) / row.answered;
};

const valueOf = (item: Item, measure: Measure, row: Row & { readonly shown: true }): number | null => {
  if (measure === 'mean') return row.mean;
  if (measure === 'bullied')
    return shareOf(atOrAboveThreshold(item.options.map(({ optionId }) => optionId)), row);
  return shareOf([measure], row);
};

/** A figure of the release as it stands there: what is hidden there is hidden here, with nothing made of the rest. */
const figureOf = (item: Item, measure: Measure, row: Row | null | undefined): OwnFigure => {
  if (row === null || row === undefined || !row.shown) return nothing;
  const value = valueOf(item, measure, row);
  return value === null ? nothing : { hidden: false, value, answers: row.answered };
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

type Found = Omit<OwnSeries, 'rounds'> & { readonly round: OwnSeries['rounds'][number] };

const foundIn = ({ roundId, year, releasedAt, document }: ReleasedRound): readonly Found[] =>
  document.tables.flatMap(({ items, fromGrade, toGrade }) =>
    items.flatMap((item) =>
      surveyMatters.flatMap((matter) =>
        measuresOf(matter, item, document.kind).flatMap((measure) =>
          item.rows.map((row) => ({
            ...{
              matter: matter.id,
              grade: Number(row.groupId),
              itemId: item.itemId,
              text: item.text,
              measure,
            },
            round: {
              ...{ roundId, year, name: document.roundName, releasedAt: releasedAt.toISOString() },
              ofGrade: figureOf(item, measure, row),
              together: { fromGrade, toGrade, ...figureOf(item, measure, item.total) },
            },
          })),
        ),
      ),
    ),
  );

/** The school's own rounds on the matters that Elevundersøkelsen asks about, item by item, for each of the grades. */
export const ownSeriesOf = (rounds: readonly ReleasedRound[], grades: ReadonlySet<number>): OwnSeries[] => {
  const found = rounds.flatMap(foundIn).filter(({ grade }) => grades.has(grade));
  const groups = Map.groupBy(found, ({ grade, itemId, measure }) => `${grade} ${itemId} ${measure}`);
  return [...groups.values()].flatMap((same) => {
    const newest = same.at(-1);
    if (newest === undefined) return [];
    const { round: _, ...series } = newest;
    return [{ ...series, rounds: same.map(({ round }) => round) }];
  });
};
