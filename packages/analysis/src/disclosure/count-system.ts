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

/** The pupils of one unit before one item. */
export type Place = Unit & { readonly item: CountedItem; readonly counts: readonly number[] };

/** One item, or several with the same options, place by place: what is solved for together. */
export type Places = { readonly places: readonly Place[]; readonly options: CountedItem['options'] };

/** A table of counts: place by place, its options in order, then those who did not answer. */
export type CountTable = readonly number[];

/**
 * @throws RangeError when items have different options, when a count or size is not a whole number from 0 up, when a unit has
 *   not as many counts as there are options, when more answered than are on the list, or when a unit occurs twice.
 */
export function placesOf(units: readonly Unit[], items: readonly CountedItem[]): Places {
  if (new Set(units.map(({ unitId }) => unitId)).size < units.length)
    throw new RangeError('a unit occurs twice');
  const [first] = items;
  const idsOf = (item: CountedItem): string => item.options.map(({ optionId }) => optionId).join();
  if (first === undefined || items.some((item) => idsOf(item) !== idsOf(first)))
    throw new RangeError('items with different options');
  const places = items.flatMap((item) =>
    units.map((unit, u): Place => ({ ...unit, item, counts: item.counts[u] ?? [] })),
  );
  for (const { unitId, size, counts } of places) {
    if (counts.length !== first.options.length) throw new RangeError(`${unitId} has other options`);
    if (![size, ...counts].every((value) => Number.isSafeInteger(value) && value >= 0))
      throw new RangeError(`${unitId} has a figure that is not a count`);
    if (counts.reduce((sum, count) => sum + count, 0) > size)
      throw new RangeError(`more answers than pupils in ${unitId}`);
  }
  return { places, options: first.options };
}

export const columnsOf = ({ options }: Places): number => options.length + 1;

export const cellAt = (system: Places, place: number, column: number): number =>
  place * columnsOf(system) + column;

/** The counts as one table. */
export const countTable = ({ places }: Places): CountTable =>
  places.flatMap(({ size, counts }) => [...counts, size - counts.reduce((sum, count) => sum + count, 0)]);

export type Level = 'class' | 'grade' | 'school';

/** The pupils of a class, a grade or the school before one item, or before all of them. */
export type Group = {
  readonly groupId: string;
  readonly level: Level;
  /** Null for all items together. */
  readonly item: CountedItem | null;
  readonly places: readonly number[];
};

/** Every class, every grade and the school, in this order: of each item, and of several items together. */
export function groupsOf({ places }: Places): readonly Group[] {
  const items = [...new Set(places.map(({ item }) => item))];
  return [...items, ...(items.length > 1 ? [null] : [])].flatMap((item) => {
    const own = places
      .keys()
      .filter((p) => item === null || places[p]?.item === item)
      .toArray();
    const by = (level: Level, idOf: (place: Place) => string): readonly Group[] =>
      [...Map.groupBy(own, (p) => idOf(places[p]!))].map(([groupId, of]) => ({
        groupId,
        level,
        item,
        places: of,
      }));
    return [
      ...by('class', ({ classId }) => classId),
      ...by('grade', ({ grade }) => String(grade)),
      ...by('school', () => 'school'),
    ];
  });
}

export const sizeOf = ({ places }: Places, of: readonly number[]): number =>
  of.reduce((sum, place) => sum + (places[place]?.size ?? 0), 0);

export const sumOver = (
  system: Places,
  table: CountTable,
  places: readonly number[],
  columns: readonly number[],
): number =>
  places.reduce(
    (sum, place) =>
      columns.reduce((inner, column) => inner + (table[cellAt(system, place, column)] ?? 0), sum),
    0,
  );
