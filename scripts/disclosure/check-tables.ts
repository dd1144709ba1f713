import type { AuditedSystem, ReleasedDocument, ReleasedItem, ReleasedRow } from './release-file.ts';

/** The places in a table of these units in these columns. Columns are the options by their place, then the silent ones. */
export function cellsIn(
  { units, options }: AuditedSystem,
  of: readonly string[],
  columns: readonly number[],
): readonly number[] {
  const inGroup = new Set(of);
  const width = options.length + 1;
  return units.flatMap(({ unitId }, unit) =>
    inGroup.has(unitId) ? columns.map((column) => unit * width + column) : [],
  );
}

export const sumOf = (table: readonly number[], cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + (table[cell] ?? 0), 0);

/** What is said of an item in a round: its tables in the documents. */
export const itemsOf = (
  { roundId, itemId }: Pick<AuditedSystem, 'roundId' | 'itemId'>,
  documents: readonly ReleasedDocument[],
): readonly ReleasedItem[] =>
  documents
    .filter((document) => document.roundId === roundId)
    .flatMap(({ tables }) => tables.flatMap(({ items }) => items))
    .filter((item) => item.itemId === itemId);

/** Where the tables differ from the sizes, or from anything that is said. */
export function* faultsOfTables(system: AuditedSystem, said: readonly ReleasedItem[]): Generator<string> {
  const columns = [...system.options.keys(), system.options.length];
  for (const [t, table] of system.tables.entries()) {
    if (table.length !== system.units.length * columns.length)
      return yield `tabell ${t} har feil antall celler.`;
  }
  for (const { unitId, size } of system.units)
    yield* faultsOfSum(system, cellsIn(system, [unitId], columns), size, `elever i delen «${unitId}»`);
  const ours = new Set(system.units.map(({ unitId }) => unitId));
  for (const item of said) {
    const rows = item.rows.filter(({ of }) => of.some((unitId) => ours.has(unitId)));
    for (const row of rows) yield* faultsOfRow(system, item, row);
  }
}

function* faultsOfRow(
  system: AuditedSystem,
  { options }: ReleasedItem,
  { groupId, of, size, answered, counts, mean }: ReleasedRow,
): Generator<string> {
  const everyOption = [...system.options.keys()];
  const group = `i gruppen «${groupId}»`;
  const cellsOf = options.map((option) =>
    cellsIn(
      system,
      of,
      option.of.map((source) => system.options.indexOf(source)),
    ),
  );
  const everyCell = cellsIn(system, of, [...everyOption, system.options.length]);
  yield* faultsOfSum(system, everyCell, size, `elever ${group}`);
  yield* faultsOfSum(system, cellsIn(system, of, everyOption), answered, `svar ${group}`);
  for (const [i, { optionId, count }] of counts.entries())
    yield* faultsOfSum(system, cellsOf[i] ?? [], count, `på «${optionId}» ${group}`);
  if (mean === null) return;
  const scored = options.flatMap(({ score }, i) =>
    score === null ? [] : [{ score, cells: cellsOf[i] ?? [] }],
  );
  for (const [t, table] of system.tables.entries()) {
    // In hundredths: the scores round half up to the mean when they lie within half a hundredth an answer of it.
    let [answers, scores] = [0, 0];
    for (const { score, cells } of scored) {
      answers += sumOf(table, cells);
      scores += Math.round(100 * score) * sumOf(table, cells);
    }
    const away = 2 * (scores - Math.round(100 * mean) * answers);
    if (away < -answers || away >= answers) yield `tabell ${t} har ikke snittet ${mean} ${group}.`;
  }
}

/** Null is hidden: then any sum will do. */
function* faultsOfSum(
  { tables }: AuditedSystem,
  cells: readonly number[],
  sum: number | null,
  what: string,
): Generator<string> {
  if (sum === null) return;
  for (const [t, table] of tables.entries()) {
    if (sumOf(table, cells) !== sum) yield `tabell ${t} har ikke ${sum} ${what}.`;
  }
}
