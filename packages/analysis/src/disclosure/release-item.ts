import type { LinearSolver } from '../groups/linear-solver.ts';
import { hasSeen, type Tier } from './audiences.ts';
import {
  countTable,
  placesOf,
  sizeOf,
  sumOver,
  type CountSystem,
  type CountTable,
  type Group,
  type Places,
} from './count-system.ts';
import type { Said } from './moves.ts';
import type { ReleasedColumn, ReleasedItem, ReleasedRow } from './released-item.ts';
import { shownAgain } from './shown-again.ts';
import { cellsOf, statementsOf } from './statements.ts';
import { answeredIn, isPrimary, sensitivityOf, smallestGroupFor, targetsOf, type Target } from './targets.ts';
import { guardAll, listedGroups, recorded, viewpointsIn, type Audit, type TableSpec } from './viewpoint.ts';

/** What an audience is to be shown of an item. */
export type ItemSpec = TableSpec & { readonly columns: readonly ReleasedColumn[] };

/** What has been published of the same counts. */
export type EarlierRelease = { readonly tier: Tier; readonly item: ReleasedItem };

/** How one tier's readers look at an item, and for each of its primary cells the tables that prove it unknown. */
export type ItemAudit = Omit<Audit, 'targets'> & {
  readonly targets: readonly {
    readonly units: readonly number[];
    readonly columns: readonly number[];
    readonly witnesses: Audit['targets'][number]['witnesses'];
  }[];
};

export type ItemRelease = { readonly item: ReleasedItem; readonly audits: readonly ItemAudit[] };

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
  { units, item }: CountSystem,
  spec: ItemSpec,
  earlier: readonly EarlierRelease[],
  solver: LinearSolver | null,
): ItemRelease {
  const system = placesOf(units, [item]);
  const actual = countTable(system);
  const columns = columnNumbers(system, spec);
  const groups = listedGroups(system, spec, () => true);
  const figures = groups.flatMap(({ places }) => columns.map((of): Target => ({ places, columns: of })));
  const job: Job = { system, actual, groups, figures, columns, spec };
  const primary = new Set(figures.keys().filter((k) => mustHide(job, figures[k]!)));
  const hidden = new Set(primary);
  const before = earlier.map(({ tier, item: seen }) => ({ tier, statements: statementsOf(system, seen) }));
  const viewpoints = guardAll(
    viewpointsIn(
      { system, actual, spec, before, here: saidHere(job) },
      (at, tier) => targetsOf(system, actual, at, [...columns, ...columnsSeenBy(system, tier, earlier)]),
      hidden,
    ),
    (more) => {
      for (const figure of more) hidden.add(figure);
    },
    solver,
  );
  // Where nothing holds, nothing is shown, and there is nothing to prove.
  if (viewpoints === null) return { item: tableOf(job, new Set(figures.keys())), audits: [] };
  const countOf = (k: number): number => sumOver(system, actual, figures[k]!.places, figures[k]!.columns);
  const extra = [...hidden]
    .filter((figure) => !primary.has(figure))
    .toSorted((a, b) => countOf(b) - countOf(a) || a - b);
  const secure = shownAgain(
    viewpoints,
    hidden,
    extra.map((figure) => [figure]),
    null,
  );
  return {
    item: tableOf(job, hidden),
    audits: secure.map((one) => ofUnits(recorded(actual, one))),
  };
}

/** Before one item the places are the units. */
const ofUnits = (audit: Audit): ItemAudit => ({
  ...audit,
  targets: audit.targets.map(({ places, ...of }) => ({ units: places, ...of })),
});

type Job = {
  readonly system: Places;
  readonly actual: CountTable;
  readonly groups: readonly Group[];
  /** The figures of the table: each group's columns, those who did not answer last. */
  readonly figures: readonly Target[];
  readonly columns: readonly (readonly number[])[];
  readonly spec: ItemSpec;
};

function columnNumbers(
  { options }: Places,
  { columns }: Pick<ItemSpec, 'columns'>,
): readonly (readonly number[])[] {
  const optionNumber = new Map(options.map(({ optionId }, o) => [optionId, o]));
  return [...columns.map(({ of }) => of.map((id) => optionNumber.get(id) ?? -1)), [options.length]];
}

/** What an earlier table counts together must not be narrowed by a later one that counts otherwise. */
export const columnsSeenBy = (
  system: Places,
  tier: Tier,
  earlier: readonly EarlierRelease[],
): readonly (readonly number[])[] =>
  earlier
    .filter(({ tier: of, item }) => hasSeen(tier, of) && showsSomething(item))
    .flatMap(({ item }) => columnNumbers(system, item));

const showsSomething = ({ rows }: ReleasedItem): boolean =>
  rows.some(({ answered, counts }) => answered !== null || counts.some(({ count }) => count !== null));

/** Primary, or of a group that is listed but of which too few answered. */
function mustHide({ system, actual, spec: { thresholds } }: Job, figure: Target): boolean {
  const smallest = smallestGroupFor(sensitivityOf(system, figure.places), thresholds);
  return (
    isPrimary(system, actual, figure, thresholds) || answeredIn(system, actual, figure.places) < smallest
  );
}

const saidHere = ({ system, actual, figures }: Job): readonly Said[] =>
  figures.map(({ places, columns }, figure) => {
    const cells = cellsOf(system, places, columns);
    const count = sumOver(system, actual, places, columns);
    return { cells, weights: cells.map(() => 1), least: count, most: count, figure };
  });

function tableOf(job: Job, hidden: ReadonlySet<number>): ReleasedItem {
  const { system, actual, groups, columns, spec } = job;
  const rows = groups.map((group, row): ReleasedRow => {
    const shown = columns.map((of, k) =>
      hidden.has(row * columns.length + k) ? null : sumOver(system, actual, group.places, of),
    );
    const size = sizeOf(system, group.places);
    const silent = shown.at(-1) ?? null;
    return {
      groupId: group.groupId,
      level: group.level,
      of: [...new Set(group.places.map((place) => system.places[place]?.unitId ?? ''))],
      size,
      answered: silent === null ? null : size - silent,
      counts: spec.columns.map(({ optionId }, k) => ({ optionId, count: shown[k] ?? null })),
      mean: shown.includes(null) ? null : meanOf(spec.columns, shown),
    };
  });
  return { itemId: system.places[0]?.item.itemId ?? '', columns: spec.columns, rows };
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
