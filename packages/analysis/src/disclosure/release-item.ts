import type { LinearSolver } from '../groups/linear-solver.ts';
import { viewpointsOf, hasSeen, knowsOwnClass, tierOf, tierThresholds, type Tier } from './audiences.ts';
import {
  columnsOf,
  countTable,
  groupsOf,
  sumOver,
  type CountSystem,
  type CountTable,
  type Group,
  type Level,
} from './count-system.ts';
import { guardOf, secured, type Guard, type Guarded } from './guard.ts';
import type { Said } from './moves.ts';
import type { ReleasedColumn, ReleasedItem, ReleasedRow } from './released-item.ts';
import { shownAgain } from './shown-again.ts';
import { cellsOf, statementsOf } from './statements.ts';
import { answeredIn, isPrimary, smallestGroupFor, targetsOf, type Target } from './targets.ts';
import type { Audience, Thresholds } from './thresholds.ts';

/** What an audience is to be shown of an item. */
export type ItemSpec = {
  readonly audience: Audience;
  /** Those of the audience, or higher ones. */
  readonly thresholds: Thresholds;
  readonly levels: readonly Level[];
  /** Only rows within one of these classes when not null. */
  readonly classIds: readonly string[] | null;
  readonly columns: readonly ReleasedColumn[];
};

/** What has been published of the same counts. */
export type EarlierRelease = { readonly tier: Tier; readonly item: ReleasedItem };

/** How one tier's readers look at an item, and for each of its primary cells the tables that prove it unknown. */
export type ItemAudit = {
  readonly tier: Tier;
  readonly thresholds: Thresholds;
  readonly ownClassKnown: boolean;
  /** The first is the actual one. */
  readonly tables: readonly CountTable[];
  readonly targets: readonly (Target & { readonly witnesses: readonly (readonly [number, number])[] })[];
};

export type ItemRelease = { readonly item: ReleasedItem; readonly audits: readonly ItemAudit[] };

/** The least distance between the smallest and the greatest count a reader may hold for possible in a primary cell. */
export const protectedRange = 3;

/**
 * One item as an audience may see it beside everything that it, or a wider audience, has seen of the same counts. Primary cells
 * are hidden first (`isPrimary`); then, from the viewpoint of the audience and of every audience further in, as many more
 * as it takes that each primary cell has two possible values at least `protectedRange` apart, whatever a reader of the
 * scenarios knows (`scenariosOf`); last, what turned out not to be needed is shown again. With a hidden figure goes the
 * mean of its row. Where even an empty table leaves a cell too narrow, nothing is shown.
 *
 * Complementary cell suppression with interval protection as in Fischetti & Salazar (2001), without their optimality: each step
 * takes the cheapest of the simplest moves. Whether it holds does not rest on that: the witnesses prove it.
 *
 * @throws RangeError when counts are not counts, or an earlier release speaks of what is not there.
 */
export function releaseItem(
  system: CountSystem,
  spec: ItemSpec,
  earlier: readonly EarlierRelease[],
  solver: LinearSolver | null,
): ItemRelease {
  const actual = countTable(system);
  const columns = columnNumbers(system, spec);
  const groups = listedGroups(system, spec);
  const figures = groups.flatMap((group) =>
    columns.map((of): Target => ({ units: group.units, columns: of })),
  );
  const job: Job = { system, actual, figures, columns, spec, earlier, solver };
  const primary = new Set(
    figures
      .keys()
      .filter((k) => isPrimary(system, actual, figures[k]!, spec.thresholds) || ofTooFew(job, figures[k]!)),
  );
  const hidden = new Set(primary);
  const viewpoints = guardAll(
    viewpointsOf(spec.audience).map((tier) => viewpoint(job, tier, hidden)),
    hidden,
  );
  // Where nothing holds, nothing is shown, and there is nothing to prove.
  if (viewpoints === null) {
    for (const k of figures.keys()) hidden.add(k);
    return { item: tableOf(job, groups, hidden), audits: [] };
  }
  const secure = shownAgain(viewpoints, hidden, primary);
  return { item: tableOf(job, groups, hidden), audits: secure.map((one) => recorded(actual, one)) };
}

/** Of a group that is listed, but of which too few answered, nothing is shown. */
const ofTooFew = ({ system, actual, spec }: Job, { units }: Target): boolean =>
  answeredIn(system, actual, units) < smallestGroupFor(system.item, spec.thresholds);

type Job = {
  readonly system: CountSystem;
  readonly actual: CountTable;
  /** The figures of the table: each group's columns, those who did not answer last. */
  readonly figures: readonly Target[];
  readonly columns: readonly (readonly number[])[];
  readonly spec: ItemSpec;
  readonly earlier: readonly EarlierRelease[];
  readonly solver: LinearSolver | null;
};

function columnNumbers(
  system: CountSystem,
  { columns }: Pick<ItemSpec, 'columns'>,
): readonly (readonly number[])[] {
  const optionNumber = new Map(system.item.options.map(({ optionId }, o) => [optionId, o]));
  return [...columns.map(({ of }) => of.map((id) => optionNumber.get(id) ?? -1)), [columnsOf(system) - 1]];
}

function listedGroups(system: CountSystem, { levels, classIds, thresholds }: ItemSpec): readonly Group[] {
  const smallest = smallestGroupFor(system.item, thresholds);
  return groupsOf(system.units).filter(
    (group) =>
      levels.includes(group.level) &&
      (classIds === null || classIds.some((id) => isWithin(system, group, id))) &&
      sizeOf(system, group) >= smallest,
  );
}

const isWithin = ({ units }: CountSystem, group: Group, classId: string): boolean =>
  group.units.every((unit) => units[unit]?.classId === classId);

const sizeOf = ({ units }: CountSystem, group: Group): number =>
  group.units.reduce((sum, unit) => sum + (units[unit]?.size ?? 0), 0);

/** What the readers of each viewpoint have seen, the table at hand among it. */
function viewpoint(job: Job, tier: Tier, hidden: ReadonlySet<number>): Viewpoint {
  const { system, actual, figures, columns, spec, earlier, solver } = job;
  const thresholds = tier === tierOf(spec.audience) ? spec.thresholds : tierThresholds(tier);
  const before = earlier
    .filter((release) => hasSeen(tier, release.tier))
    .flatMap(({ item }) => statementsOf(system, item))
    .map((statement): Said => ({ ...statement, figure: null }));
  const here = figures.map(({ units, columns: of }, figure): Said => {
    const cells = cellsOf(system, units, of);
    const count = sumOver(system, actual, units, of);
    return { cells, weights: cells.map(() => 1), least: count, most: count, figure };
  });
  const ownClassKnown = knowsOwnClass(tier);
  const ground = { system, actual, said: [...before, ...here], hidden };
  // What an earlier table counts together must not be narrowed by a later one that counts otherwise.
  const together = earlier
    .filter(({ tier: of, item }) => hasSeen(tier, of) && showsSomething(item))
    .flatMap(({ item }) => columnNumbers(system, item));
  const targets = targetsOf(system, actual, thresholds, [...columns, ...together]);
  const guard = guardOf(ground, targets, { range: protectedRange, ownClass: ownClassKnown, solver });
  return { tier, thresholds, ownClassKnown, guard };
}

type Viewpoint = Pick<ItemAudit, 'tier' | 'thresholds' | 'ownClassKnown'> & { readonly guard: Guard };

/** Every target secured from every viewpoint, with more hidden where it must be; null when one stays open. */
function guardAll(viewpoints: readonly Viewpoint[], hidden: Set<number>): readonly Viewpoint[] | null {
  const hide = (more: readonly number[]): void => {
    for (const figure of more) hidden.add(figure);
  };
  const secure: Viewpoint[] = [];
  for (const one of viewpoints) {
    const guarded: Guarded[] = [];
    for (const each of one.guard.guarded) {
      const witnesses = secured(one.guard, each, hide);
      if (witnesses === null) return null;
      guarded.push({ ...each, witnesses });
    }
    secure.push({ ...one, guard: { ...one.guard, guarded } });
  }
  return secure;
}

/** Each table once, the actual one first, and the witnesses by its number. */
function recorded(actual: CountTable, { guard, ...of }: Viewpoint): ItemAudit {
  const numbers = new Map<string, number>();
  const tables: CountTable[] = [];
  const numberOf = (table: CountTable): number => {
    const key = table.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, tables.length);
    return tables.push(table) - 1;
  };
  numberOf(actual);
  const targets = guard.guarded.map(({ target, witnesses }) => ({
    ...target,
    witnesses: witnesses.map(([low, high]) => [numberOf(low), numberOf(high)] as const),
  }));
  return { ...of, tables, targets };
}

function tableOf(job: Job, groups: readonly Group[], hidden: ReadonlySet<number>): ReleasedItem {
  const { system, actual, columns, spec } = job;
  const rows = groups.map((group, row): ReleasedRow => {
    const shown = columns.map((of, k) =>
      hidden.has(row * columns.length + k) ? null : sumOver(system, actual, group.units, of),
    );
    const size = sizeOf(system, group);
    const silent = shown.at(-1) ?? null;
    return {
      groupId: group.groupId,
      level: group.level,
      of: group.units.map((unit) => system.units[unit]?.unitId ?? ''),
      size,
      answered: silent === null ? null : size - silent,
      counts: spec.columns.map(({ optionId }, k) => ({ optionId, count: shown[k] ?? null })),
      mean: shown.includes(null) ? null : meanOf(spec.columns, shown),
    };
  });
  return { itemId: system.item.itemId, columns: spec.columns, rows };
}

/** With two decimals, half up, in whole numbers so that it is the same everywhere. */
function meanOf(columns: readonly ReleasedColumn[], counts: readonly (number | null)[]): number | null {
  const scored = columns.flatMap(({ score }, k) =>
    score === null ? [] : [{ score, count: counts[k] ?? 0 }],
  );
  const answers = scored.reduce((sum, { count }) => sum + count, 0);
  const scores = scored.reduce((sum, { score, count }) => sum + score * count, 0);
  return answers === 0 ? null : Math.floor((200 * scores + answers) / (2 * answers)) / 100;
}

const showsSomething = ({ rows }: ReleasedItem): boolean =>
  rows.some(({ answered, counts }) => answered !== null || counts.some(({ count }) => count !== null));
