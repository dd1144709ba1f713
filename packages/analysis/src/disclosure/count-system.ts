/** The pupils of one class in one grade: every group is made of units, and no pupil is in two of them. */
export type Unit = {
  readonly unitId: string;
  readonly classId: string;
  readonly grade: number;
  /** Pupils on the list. Taken as known to every reader. */
  readonly size: number;
};

export type CountedItem = {
  readonly itemId: string;
  readonly options: readonly { readonly optionId: string; readonly score: number | null }[];
  readonly sensitive: boolean;
  /** Options that say something about each pupil when all chose one of them. */
  readonly sensitiveOptions: readonly string[];
  /** How many chose each option, by unit; the others of the unit did not answer. */
  readonly counts: readonly (readonly number[])[];
};

/** The counts of one item of one round: nothing in it depends on another item. */
export type CountSystem = { readonly units: readonly Unit[]; readonly item: CountedItem };

/** A table of counts: unit by unit, its options in order, then those who did not answer. */
export type CountTable = readonly number[];

export const columnsOf = ({ item }: CountSystem): number => item.options.length + 1;

export const cellAt = (system: CountSystem, unit: number, column: number): number =>
  unit * columnsOf(system) + column;

/**
 * The counts as one table.
 *
 * @throws RangeError when a count or size is not a whole number from 0 up, when a unit has not as many counts as there are
 *   options, when more answered than are on the list, or when a unit occurs twice.
 */
export function countTable(system: CountSystem): CountTable {
  const { units, item } = system;
  if (new Set(units.map(({ unitId }) => unitId)).size < units.length)
    throw new RangeError('a unit occurs twice');
  return units.flatMap(({ unitId, size }, u) => {
    const counts = item.counts[u] ?? [];
    if (counts.length !== item.options.length) throw new RangeError(`${unitId} has other options`);
    if (![size, ...counts].every((value) => Number.isSafeInteger(value) && value >= 0))
      throw new RangeError(`${unitId} has a figure that is not a count`);
    const answered = counts.reduce((sum, count) => sum + count, 0);
    if (answered > size) throw new RangeError(`more answers than pupils in ${unitId}`);
    return [...counts, size - answered];
  });
}

export type Level = 'class' | 'grade' | 'school';

/** Units taken together. */
export type Group = {
  readonly groupId: string;
  readonly level: Level;
  readonly units: readonly number[];
};

/** Every class, every grade and the school, in this order. */
export function groupsOf(units: readonly Unit[]): readonly Group[] {
  const by = (level: Level, idOf: (unit: Unit) => string): readonly Group[] =>
    [...Map.groupBy(units.keys(), (u) => idOf(units[u]!))].map(([groupId, of]) => ({
      groupId,
      level,
      units: of,
    }));
  return [
    ...by('class', ({ classId }) => classId),
    ...by('grade', ({ grade }) => String(grade)),
    ...(units.length === 0 ? [] : by('school', () => 'school')),
  ];
}

export const sumOver = (
  system: CountSystem,
  table: CountTable,
  units: readonly number[],
  columns: readonly number[],
): number =>
  units.reduce(
    (sum, unit) => columns.reduce((inner, column) => inner + (table[cellAt(system, unit, column)] ?? 0), sum),
    0,
  );
