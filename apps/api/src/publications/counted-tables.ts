import type { CountSystem, ReleasedColumn, Unit } from '@samhold/analysis';
import type { RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { bulliedOptionIds, textIn, type Questionnaire } from '@samhold/survey';
import { criterionTitle, pinnedQuestionnaire } from '../questionnaires/service.ts';
import { cellsOfItem, type Cell } from './cells-of-item.ts';
import type { FrozenCounts } from './freeze-counts.ts';
import type { ReleaseSpec } from './release-spec.ts';

/** One item with its counts, and how a release shows it. */
export type CountedTableItem = {
  readonly theme: string;
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly system: CountSystem;
};

/** The items of one version of a questionnaire, over the classes that answered it. */
export type CountedTable = {
  readonly questionnaireId: string;
  readonly questionnaireVersion: number;
  readonly fromGrade: number;
  readonly toGrade: number;
  readonly items: readonly CountedTableItem[];
};

export const columnsOf = (cells: readonly Cell[]): readonly ReleasedColumn[] =>
  cells.map(({ optionId, score, of }) => ({ optionId, score, of }));

type Counts = FrozenCounts['counts'];
type List = FrozenCounts['lists'][number];

const unitsOf = (lists: readonly List[]): readonly Unit[] =>
  lists.map(({ class_name: name, sitting_id: sittingId, grade, listed }) => ({
    unitId: lists.filter((row) => row.sitting_id === sittingId).length > 1 ? `${name}:${grade}` : name,
    classId: name,
    grade,
    size: listed,
  }));

const countsOf = (
  lists: readonly List[],
  counts: Counts,
  itemId: string,
  optionIds: readonly string[],
): readonly (readonly number[])[] => {
  const of = new Map(
    counts
      .filter((row) => row.item_id === itemId)
      .map((row) => [`${row.sitting_id} ${row.grade} ${row.outcome}`, row.count]),
  );
  return lists.map(({ sitting_id: id, grade }) =>
    optionIds.map((option) => of.get(`${id} ${grade} ${option}`) ?? 0),
  );
};

const wellbeingItems = (
  questionnaire: Questionnaire,
  lists: readonly List[],
  counts: Counts,
  by: ReleaseSpec['cells'],
): readonly CountedTableItem[] =>
  questionnaire.items.flatMap((item) => {
    if (item.type !== 'choice') return [];
    const options = questionnaire.scales[item.scaleId]?.options ?? [];
    const cells = cellsOfItem(options, by);
    // What everybody in the lower cell answered would be told of each pupil.
    const lower =
      item.sensitive && item.bullying === undefined && by === 'above-middle' ? cells.at(-1) : undefined;
    return [
      {
        theme: item.theme,
        text: textIn(item.text, 'nb').text,
        cells,
        system: {
          units: unitsOf(lists),
          item: {
            itemId: item.id,
            options: options.map(({ id, score }) => ({ optionId: id, score })),
            sensitive: item.sensitive,
            sensitiveOptions: lower?.of ?? bulliedOptionIds(questionnaire, item),
            counts: countsOf(
              lists,
              counts,
              item.id,
              options.map(({ id }) => id),
            ),
          },
        },
      },
    ];
  });

const networkCell = (optionId: string, text: string): Cell => ({
  ...{ optionId, text, score: null },
  of: [optionId],
});
const unchosen = networkCell('unchosen', 'Ikke valgt av noen');
const networkCells: readonly Cell[] = [
  networkCell('mutual', 'Gjensidig valg med minst én'),
  networkCell('one-way', 'Valgt, men ingen valg er gjensidig'),
  unchosen,
];
/** Rounds whose counts were kept before mutual choices were. */
const withoutMutual: readonly Cell[] = [networkCell('chosen', 'Valgt av minst én'), unchosen];

/** The criteria that were counted in the order of the questionnaires, whatever order the counts are read in. */
const countedCriteria = (counts: Counts, titles: ReadonlyMap<string, string>): readonly string[] => {
  const counted = new Set(counts.map((row) => row.item_id));
  return [...new Set([...titles.keys(), ...[...counted].toSorted()])].filter((id) => counted.has(id));
};

export const networkItems = (
  lists: readonly List[],
  counts: Counts,
  titles: ReadonlyMap<string, string>,
): readonly CountedTableItem[] =>
  countedCriteria(counts, titles).map((criterionId) => {
    // A criterion of the school's own may be asked of some of the grades only.
    const asked = new Set(counts.flatMap((row) => (row.item_id === criterionId ? [row.sitting_id] : [])));
    const own = lists.filter((list) => asked.has(list.sitting_id));
    const isOld = counts.some((row) => row.item_id === criterionId && row.outcome === 'chosen');
    const cells = isOld ? withoutMutual : networkCells;
    return {
      theme: 'friends',
      text: titles.get(criterionId) ?? criterionId,
      cells,
      system: {
        units: unitsOf(own),
        item: {
          itemId: criterionId,
          options: cells.map(({ optionId }) => ({ optionId, score: null })),
          sensitive: false,
          sensitiveOptions: [],
          counts: countsOf(
            own,
            counts,
            criterionId,
            cells.map(({ optionId }) => optionId),
          ),
        },
      },
    };
  });

/** What staff call the criteria that the lists were asked for. */
const criterionTitles = async (
  tx: Tx,
  schoolId: string,
  lists: readonly List[],
): Promise<ReadonlyMap<string, string>> => {
  const titles = new Map<string, string>();
  for (const { questionnaire_id: id, questionnaire_version: version } of lists) {
    const questionnaire = await pinnedQuestionnaire(tx, schoolId, id, version);
    for (const item of questionnaire.items)
      if (item.type === 'nomination')
        titles.set(item.criterionId, criterionTitle(questionnaire, item.criterionId));
  }
  return titles;
};

/** The kept counts of a round as tables, one for each version of a questionnaire, from the lowest grade up. */
export const countedTables = async (
  tx: Tx,
  schoolId: string,
  kind: RoundKind,
  { lists, counts }: FrozenCounts,
  by: ReleaseSpec['cells'],
): Promise<readonly CountedTable[]> => {
  const tables: CountedTable[] = [];
  for (const rows of Map.groupBy(lists, (row) =>
    kind === 'sociogram' ? '' : `${row.questionnaire_id} ${row.questionnaire_version}`,
  ).values()) {
    const [first] = rows;
    if (first === undefined) continue;
    if (kind === 'sociogram') {
      const grades = rows.map(({ grade }) => grade).sort();
      tables.push({
        questionnaireId: 'sociogram',
        questionnaireVersion: first.questionnaire_version,
        fromGrade: grades[0] ?? 1,
        toGrade: grades.at(-1) ?? 7,
        items: networkItems(rows, counts, await criterionTitles(tx, schoolId, rows)),
      });
      continue;
    }
    const { questionnaire_id: id, questionnaire_version: version } = first;
    const questionnaire = await pinnedQuestionnaire(tx, schoolId, id, version);
    tables.push({
      questionnaireId: id,
      questionnaireVersion: version,
      fromGrade: questionnaire.grades.from,
      toGrade: questionnaire.grades.to,
      items: wellbeingItems(questionnaire, rows, counts, by),
    });
  }
  return tables.filter(({ items }) => items.length > 0).sort((a, b) => a.fromGrade - b.fromGrade);
};
