import type { AuditedSystem, ReleasedDocument, ReleasedItem, ReleasedRow } from './release-file.ts';

/** What a table has of these units in these columns. Columns are the options by their place, then the silent ones. */
export function countIn(
  { units, options }: AuditedSystem,
  table: readonly number[],
  of: readonly string[],
  columns: readonly number[],
): number {
  let sum = 0;
  units.forEach(({ unitId }, unit) => {
    if (!of.includes(unitId)) return;
    for (const column of columns) sum += table[unit * (options.length + 1) + column] ?? 0;
  });
  return sum;
}

/** What is said of an item in a round: its tables in the documents. */
export const itemsOf = (
  { roundId, itemId }: Pick<AuditedSystem, 'roundId' | 'itemId'>,
  documents: readonly ReleasedDocument[],
): readonly ReleasedItem[] =>
  documents
    .filter((document) => document.roundId === roundId)
    .flatMap(({ tables }) => tables.flatMap(({ items }) => items))
    .filter((item) => item.itemId === itemId);

/** Where a table differs from the sizes, or from anything that is said. */
export function* faultsOfTable(
  system: AuditedSystem,
  table: readonly number[],
  said: readonly ReleasedItem[],
): Generator<string> {
  const columns = [...system.options.keys(), system.options.length];
  if (table.length !== system.units.length * columns.length) return yield 'har feil antall celler';
  for (const { unitId, size } of system.units) {
    if (countIn(system, table, [unitId], columns) !== size)
      yield `har ikke ${size} elever i delen «${unitId}»`;
  }
  const ours = new Set(system.units.map(({ unitId }) => unitId));
  for (const item of said) {
    const rows = item.rows.filter(({ of }) => of.some((unitId) => ours.has(unitId)));
    for (const row of rows) yield* faultsOfRow(system, table, item, row);
  }
}

function* faultsOfRow(
  system: AuditedSystem,
  table: readonly number[],
  { options }: ReleasedItem,
  { groupId, of, size, answered, counts, mean }: ReleasedRow,
): Generator<string> {
  const everyOption = [...system.options.keys()];
  const has = (columns: readonly number[]): number => countIn(system, table, of, columns);
  const inOption = options.map((option) => has(option.of.map((source) => system.options.indexOf(source))));
  const group = `gruppen «${groupId}»`;

  if (has([...everyOption, system.options.length]) !== size) yield `har ikke ${size} elever i ${group}`;
  if (answered !== null && has(everyOption) !== answered) yield `har ikke ${answered} svar i ${group}`;
  for (const [i, { optionId, count }] of counts.entries()) {
    if (count !== null && inOption[i] !== count) yield `har ikke ${count} på «${optionId}» i ${group}`;
  }
  if (mean === null) return;
  // In hundredths: the scores round half up to the mean when they lie within half a hundredth an answer of it.
  let [answers, scores] = [0, 0];
  for (const [i, { score }] of options.entries()) {
    if (score === null) continue;
    answers += inOption[i] ?? 0;
    scores += Math.round(100 * score) * (inOption[i] ?? 0);
  }
  const away = 2 * (scores - Math.round(100 * mean) * answers);
  if (away < -answers || away >= answers) yield `har ikke snittet ${mean} i ${group}`;
}
