import type { ReleaseFile } from './release-file.ts';
import { holds, SILENT, type System } from './statements.ts';

/** A table that a proof has: the counts of items, each of all units, by option and then who was silent. */
export type KnownTable = {
  readonly roundId: string;
  readonly items: readonly string[];
  readonly units: readonly string[];
  readonly options: readonly string[];
  readonly counts: readonly number[];
};

/** Every table in the proofs of these files. That it agrees with what is released is looked at, never taken on trust. */
export const knownTables = (files: readonly ReleaseFile[]): readonly KnownTable[] =>
  files.flatMap(({ audit }) =>
    (audit?.viewpoints ?? []).flatMap(({ systems, themes = [] }) =>
      [...systems.map((system) => ({ ...system, items: [system.itemId] })), ...themes].flatMap(
        ({ roundId, items, options, units, tables }) =>
          tables.map((counts): KnownTable => ({
            ...{ roundId, items, options, counts },
            units: units.map(({ unitId }) => unitId),
          })),
      ),
    ),
  );

/** Those that are about this system and agree with all that is said, by its cells; of other items the actual counts. */
export function tablesOf(
  { roundId, items, cells, statements }: System,
  tables: readonly KnownTable[],
  actual: readonly number[],
): readonly (readonly number[])[] {
  const own = new Set(items.map(({ itemId }) => itemId));
  const cellOf = new Map(
    cells.map(({ itemId, unitId, option }, cell) => [JSON.stringify([itemId, unitId, option]), cell]),
  );
  const found = new Map<string, readonly number[]>();
  for (const table of tables) {
    if (table.roundId !== roundId || !table.items.every((item) => own.has(item))) continue;
    const whole = [...actual];
    let at = 0;
    for (const item of table.items)
      for (const unit of table.units)
        for (const option of [...table.options, SILENT]) {
          const cell = cellOf.get(JSON.stringify([item, unit, option]));
          if (cell !== undefined) whole[cell] = table.counts[at] ?? 0;
          at += 1;
        }
    if (statements.every((one) => holds(one, (cell) => whole[cell] ?? 0))) found.set(whole.join(), whole);
  }
  return [...found.values()];
}
