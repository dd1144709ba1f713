import { cellsIn, faultsOfTables, itemsOf, sumOf } from './check-tables.ts';
import type { ItemCube } from './item-cube.ts';
import { countedTogether, groupsOf, primaryTargets, type Target } from './primary-targets.ts';
import type { AuditedSystem, ReleasedDocument, ReleasedItem, Viewpoint } from './release-file.ts';

/** The width every count of the promise must have. */
export const RANGE = 3;

/** How much was checked: items, counts of the promise, counts in each case of what a reader knows, and tables. */
export type Checked = { systems: number; targets: number; cases: number; tables: number };

/** What a reader may know beside: which tables agree with it, and how many pupils of a group it speaks of. */
type Case = {
  readonly name: string;
  readonly agrees: (table: number) => boolean;
  readonly knownIn: (target: Target) => number;
};

/**
 * Checks one item in one round, or the items that a share counts together, as seen from one viewpoint. The tables of the
 * same number belong together. Yields what is wrong.
 */
export function* checkSystems(
  systems: readonly AuditedSystem[],
  documents: readonly ReleasedDocument[],
  { thresholds, ownClassKnown }: Pick<Viewpoint, 'thresholds' | 'ownClassKnown'>,
  checked: Checked,
): Generator<string> {
  const faults = systems.flatMap((system) => {
    const said = itemsOf(system, documents);
    const unknown = [...unknownNames(system, said)];
    // A table can be read only where its units and options are known.
    return unknown.length > 0 ? unknown : [...faultsOfTables(system, said)];
  });
  yield* faults;
  // What follows rests on the tables.
  if (faults.length > 0) return;

  for (const system of systems) {
    const together = countedTogether(itemsOf(system, documents));
    const targets = primaryTargets(actualAnswers(system), thresholds, together);
    const cases = [...casesOf(system, systems, ownClassKnown)];
    // Per case, which of the tables agree with it.
    const agreeing = cases.map(({ agrees }) => [...system.tables.keys()].map(agrees));
    for (const target of targets) yield* checkTarget(system, target, cases, agreeing, checked);
    checked.systems += 1;
    checked.targets += targets.length;
    checked.tables += system.tables.length;
  }
}

/** Each count has to have its pair of tables in every case, at least as wide apart as the promise says. */
function* checkTarget(
  system: AuditedSystem,
  target: Target,
  cases: readonly Case[],
  agreeing: readonly (readonly boolean[])[],
  checked: Checked,
): Generator<string> {
  const { group, columns } = target;
  const units = group.units.map(({ unitId }) => unitId);
  const names = [...system.options, 'har ikke svart'];
  const name = `«${columns.map((column) => names[column]).join('+')}» i «${group.name}»`;
  const audited = system.targets.find(
    (one) => sameMembers(one.of, units) && sameMembers(one.columns, columns),
  );
  if (audited === undefined) return yield `${name} skal være vernet, men er ikke kontrollert.`;

  const cells = cellsIn(system, units, columns);
  const counts = system.tables.map((table) => sumOf(table, cells));
  const unshown: string[] = [];
  for (const [c, { name: knowing, knownIn }] of cases.entries()) {
    const wanted = Math.min(RANGE, group.size - knownIn(target));
    if (wanted <= 0) continue;
    checked.cases += 1;
    const shown = audited.witnesses.some(
      ([low, high]) =>
        agreeing[c]?.[low] && agreeing[c][high] && (counts[high] ?? 0) - (counts[low] ?? 0) >= wanted,
    );
    if (!shown) unshown.push(`usikkert med ${wanted} ${knowing}`);
  }
  const [first, ...more] = unshown;
  const others = more.length === 0 ? '' : `, og heller ikke i ${more.length} andre tilfeller`;
  if (first !== undefined) yield `${name}: ingen to tabeller viser at tallet er ${first}${others}.`;
}

/**
 * Nothing known; the answer of one pupil, before every item: then no cell that it may lie in is empty; all the answers of
 * one class, where somebody inside the school knows them.
 */
function* casesOf(
  system: AuditedSystem,
  together: readonly AuditedSystem[],
  ownClassKnown: boolean,
): Generator<Case> {
  yield { name: 'for den som ikke vet noe', agrees: () => true, knownIn: () => 0 };
  const { units } = system;
  const width = system.options.length + 1;
  const names = [...system.options, 'har ikke svart'];
  const cellsOf = (unit: number): readonly number[] =>
    Array.from({ length: width }, (_, i) => unit * width + i);
  const actual = ({ tables }: AuditedSystem, cell: number): number => tables[0]?.[cell] ?? 0;
  for (const [cell, count] of system.tables[0]?.entries() ?? []) {
    const place = Math.floor(cell / width);
    const unit = units[place];
    if (count === 0 || unit === undefined) continue;
    const filled = together.map((one): [AuditedSystem, readonly number[]] => [
      one,
      one === system ? [cell] : cellsOf(place).filter((other) => actual(one, other) > 0),
    ]);
    yield {
      name: `for den som vet om ett svar («${names[cell % width]}» i «${unit.unitId}»)`,
      agrees: (table) =>
        filled.every(([{ tables }, cells]) => cells.every((one) => (tables[table]?.[one] ?? 0) >= 1)),
      knownIn: ({ group }) => (group.units.some(({ unitId }) => unitId === unit.unitId) ? 1 : 0),
    };
  }
  if (!ownClassKnown) return;
  for (const [classId, own] of Map.groupBy(units.keys(), (unit) => units[unit]?.classId ?? '')) {
    const cells = own.flatMap(cellsOf);
    yield {
      name: `for den som kjenner klassen «${classId}»`,
      agrees: (table) =>
        together.every((one) => cells.every((cell) => one.tables[table]?.[cell] === actual(one, cell))),
      knownIn: ({ group }) =>
        group.units.filter((unit) => unit.classId === classId).reduce((sum, { size }) => sum + size, 0),
    };
  }
}

/** The first table is the actual one. */
export function actualAnswers(system: AuditedSystem): ItemCube {
  const { options, units, tables } = system;
  const width = options.length + 1;
  return {
    ...system,
    options: options.map((optionId) => ({ optionId, score: null })),
    units: units.map((unit, i) => ({
      ...unit,
      counts: tables[0]?.slice(i * width, (i + 1) * width - 1) ?? [],
    })),
  };
}

/** Units, options and tables that are spoken of but not there, and rows that are no class, no grade and not the school. */
function* unknownNames(system: AuditedSystem, said: readonly ReleasedItem[]): Generator<string> {
  const ours = new Set(system.units.map(({ unitId }) => unitId));
  const groups = groupsOf(actualAnswers(system).units).map(({ units }) => units.map(({ unitId }) => unitId));
  for (const { options, rows } of said) {
    const here = rows.filter(({ of }) => of.some((unitId) => ours.has(unitId)));
    if (here.length > 0 && options.some(({ of }) => of.some((source) => !system.options.includes(source))))
      yield 'dokumentet har svar som kontrollen ikke kjenner.';
    for (const { groupId, of } of here) {
      if (!groups.some((group) => sameMembers(group, of)))
        yield `gruppen «${groupId}» er verken en klasse, et trinn eller skolen.`;
    }
  }
  for (const { columns, witnesses } of system.targets) {
    if (columns.some((column) => column > system.options.length))
      yield 'et mål har en kolonne som ikke finnes.';
    if (witnesses.flat().some((table) => table >= system.tables.length))
      yield 'et mål viser til en tabell som ikke finnes.';
  }
}

const sameMembers = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
