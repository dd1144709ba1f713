import { rowOf, type CubeUnit, type ItemCube } from './item-cube.ts';
import { hashOf } from './read-release-file.ts';
import type { ReleasedDocument, ReleasedItem, ReleasedRow, ReleaseFile } from './release-file.ts';

const leadership = { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 5 };

/** A file as the product would write it, around this document. */
export const fileOf = (document: ReleasedDocument, changed: Partial<ReleaseFile> = {}): ReleaseFile => ({
  format: 'samhold-release/1',
  releaseId: 'release-1',
  audience: 'leadership',
  spec: 'wellbeing-items',
  specVersion: '1',
  releasedAt: '2026-11-26T12:00:00.000Z',
  thresholds: leadership,
  hash: hashOf(document),
  document,
  ...changed,
});

export const documentOf = (
  roundId: string,
  items: readonly ReleasedItem[],
  questionnaireId = 'questionnaire',
): ReleasedDocument => ({
  kind: 'wellbeing',
  roundId,
  roundName: 'Høst 2026',
  tables: [{ questionnaireId, questionnaireVersion: 1, fromGrade: 1, toGrade: 7, items: [...items] }],
});

/** What a table shows of a cube: its rows and columns, and what is hidden in them. */
export type Shown = {
  readonly levels?: readonly ('class' | 'grade' | 'school')[];
  /** Whether a count is hidden; the column is an option's id, or null for those who did not answer. */
  readonly hide?: (groupId: string, column: string | null) => boolean;
  /** Options counted together, by the id of the column. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Whether a mean stands in a row with hidden counts also. */
  readonly meanBesideHidden?: boolean;
};

/** The item of a document, with true numbers. */
export function itemOf(cube: ItemCube, shown: Shown = {}): ReleasedItem {
  const columns =
    shown.columns ?? Object.fromEntries(cube.options.map(({ optionId }) => [optionId, [optionId]]));
  const options = Object.entries(columns).map(([optionId, of]) => ({
    optionId,
    text: optionId,
    score: of.length > 1 ? null : (cube.options.find((option) => option.optionId === of[0])?.score ?? null),
    of: [...of],
  }));
  const places = options.map(({ of }) =>
    of.map((source) => cube.options.findIndex(({ optionId }) => optionId === source)),
  );
  const levels = shown.levels ?? ['class', 'grade', 'school'];
  const rows = groupsIn(cube, levels).map(({ level, id, units }): ReleasedRow => {
    const row = together(units);
    const counts = places.map((of) => of.reduce((sum, i) => sum + (row[i] ?? 0), 0));
    const size = units.reduce((sum, unit) => sum + unit.size, 0);
    const hides = (column: string | null): boolean => shown.hide?.(id, column) ?? false;
    const anyHidden = hides(null) || options.some(({ optionId }) => hides(optionId));
    return {
      groupId: id,
      level,
      of: units.map(({ unitId }) => unitId),
      size,
      answered: hides(null) ? null : size - (row.at(-1) ?? 0),
      counts: options.map(({ optionId }, i) => ({
        optionId,
        count: hides(optionId) ? null : (counts[i] ?? 0),
      })),
      mean: anyHidden && !shown.meanBesideHidden ? null : meanOf(options, counts),
    };
  });
  return { itemId: cube.itemId, theme: 'wellbeing', text: cube.itemId, options, rows };
}

type Level = ReleasedRow['level'];
type Group = { readonly level: Level; readonly id: string; readonly units: readonly CubeUnit[] };

function groupsIn({ units }: ItemCube, levels: readonly Level[]): readonly Group[] {
  const by = (level: Level, idOf: (unit: CubeUnit) => string): Group[] =>
    [...Map.groupBy(units, idOf)].map(([id, members]) => ({ level, id, units: members }));
  return [
    ...by('class', ({ classId }) => classId),
    ...by('grade', ({ grade }) => `grade-${grade}`),
    ...by('school', () => 'school'),
  ].filter(({ level }) => levels.includes(level));
}

const together = (units: readonly CubeUnit[]): readonly number[] => {
  const rows = units.map((unit) => rowOf(unit));
  return (rows[0] ?? []).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
};

function meanOf(
  options: readonly { readonly score: number | null }[],
  counts: readonly number[],
): number | null {
  let [sum, answers] = [0, 0];
  options.forEach(({ score }, i) => {
    if (score === null) return;
    sum += score * (counts[i] ?? 0);
    answers += counts[i] ?? 0;
  });
  return answers === 0 ? null : Math.round((100 * sum) / answers) / 100;
}

/** A cube of classes by hand: per class its size and its counts, with scores from high to low. */
export function cubeOf(
  classes: Readonly<
    Record<string, { readonly grade: number; readonly size: number; readonly counts: readonly number[] }>
  >,
  about: Partial<ItemCube> = {},
): ItemCube {
  const units = Object.entries(classes).map(([id, one]) => ({ unitId: id, classId: id, ...one }));
  const options = (units[0]?.counts ?? []).map((_, i, all) => ({
    optionId: 'abcde'.charAt(i),
    score: all.length - i,
  }));
  return {
    roundId: 'round-1',
    itemId: 'item',
    options,
    sensitive: false,
    sensitiveOptions: [],
    units,
    ...about,
  };
}

/** The document with the shares above the middle of some items together, in the groups that `shows` names. */
export function withTheme(
  document: ReleasedDocument,
  cubes: readonly ItemCube[],
  shows: (groupId: string) => boolean = () => true,
): ReleasedDocument {
  const [first] = cubes;
  if (first === undefined) return document;
  const rows = groupsIn(first, ['class', 'grade', 'school']).map(({ level, id, units }) => {
    const of = units.map(({ unitId }) => unitId);
    let [above, answers] = [0, 0];
    for (const cube of cubes) {
      const scores = cube.options.map(({ score }) => score ?? 0);
      const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
      for (const { unitId, counts } of cube.units) {
        if (!of.includes(unitId)) continue;
        answers += counts.reduce((sum, count) => sum + count, 0);
        above += counts.reduce((sum, count, i) => sum + ((scores[i] ?? 0) > middle ? count : 0), 0);
      }
    }
    const share = Math.floor((40 * above + answers) / (2 * answers)) / 20;
    return {
      ...{ groupId: id, level, of, size: units.reduce((sum, { size }) => sum + size, 0) },
      shareAbove: answers > 0 && shows(id) ? share : null,
    };
  });
  const theme = { themeId: 'theme', items: cubes.map(({ itemId }) => itemId), rows };
  return { ...document, tables: document.tables.map((table) => ({ ...table, themes: [theme] })) };
}
