import type { LinearSolver } from '../groups/linear-solver.ts';
import { hasSeen, knowsOwnClass, tierOf, tierThresholds, viewpointsOf, type Tier } from './audiences.ts';
import { groupsOf, sizeOf, type CountTable, type Group, type Level, type Places } from './count-system.ts';
import { guardOf, secured, type Guard, type Guarded, type Hide } from './guard.ts';
import type { Said } from './moves.ts';
import type { Statement } from './statements.ts';
import { sensitivityOf, smallestGroupFor, type Target } from './targets.ts';
import type { Audience, Thresholds } from './thresholds.ts';

/** For whom a table is, and which groups it lists. */
export type TableSpec = {
  readonly audience: Audience;
  /** Those of the audience, or higher ones. */
  readonly thresholds: Thresholds;
  readonly levels: readonly Level[];
  /** Only rows within one of these classes when not null. */
  readonly classIds: readonly string[] | null;
};

/** The groups of the table. One under the smallest is not listed. */
export function listedGroups(
  system: Places,
  { levels, classIds, thresholds }: TableSpec,
  isOfTable: (group: Group) => boolean,
): readonly Group[] {
  return groupsOf(system).filter(
    (group) =>
      isOfTable(group) &&
      levels.includes(group.level) &&
      (classIds === null || classIds.some((id) => isWithin(system, group, id))) &&
      // Of several items together each pupil is counted once for each.
      smallestSize(system, group) >= smallestGroupFor(sensitivityOf(system, group.places), thresholds),
  );
}

const isWithin = ({ places }: Places, group: Group, classId: string): boolean =>
  group.places.every((place) => places[place]?.classId === classId);

const smallestSize = (system: Places, { places }: Group): number => {
  const items = Map.groupBy(places, (place) => system.places[place]?.item);
  return Math.min(...items.values().map((of) => sizeOf(system, of)));
};

/** How one tier's readers look at a table, and for each primary cell the tables that prove it unknown. */
export type Audit = {
  readonly tier: Tier;
  readonly thresholds: Thresholds;
  readonly ownClassKnown: boolean;
  /** The first is the actual one. */
  readonly tables: readonly CountTable[];
  readonly targets: readonly (Target & { readonly witnesses: readonly (readonly [number, number])[] })[];
};

/** The least distance between the smallest and the greatest count a reader may hold for possible in a primary cell. */
export const protectedRange = 3;

export type Viewpoint = Pick<Audit, 'tier' | 'thresholds' | 'ownClassKnown'> & { readonly guard: Guard };

/** What was said before of the counts, by the tier it was said to. */
export type SaidBefore = { readonly tier: Tier; readonly statements: readonly Statement[] };

/** What the readers of each viewpoint have seen, what is said here among it, from the audience's own inwards. */
export function viewpointsIn(
  given: {
    readonly system: Places;
    readonly actual: CountTable;
    readonly spec: TableSpec;
    readonly before: readonly SaidBefore[];
    readonly here: readonly Said[];
  },
  targetsAt: (thresholds: Thresholds, tier: Tier) => readonly Target[],
  hidden: ReadonlySet<number>,
): readonly Viewpoint[] {
  const { system, actual, spec } = given;
  return viewpointsOf(spec.audience).map((tier) => {
    const thresholds = tier === tierOf(spec.audience) ? spec.thresholds : tierThresholds(tier);
    const before = given.before
      .filter((said) => hasSeen(tier, said.tier))
      .flatMap(({ statements }) => statements)
      .map((statement): Said => ({ ...statement, figure: null }));
    const ownClassKnown = knowsOwnClass(tier);
    const ground = { system, actual, said: [...before, ...given.here], hidden };
    const rules = { range: protectedRange, ownClass: ownClassKnown };
    return { tier, thresholds, ownClassKnown, guard: guardOf(ground, targetsAt(thresholds, tier), rules) };
  });
}

/** Every target secured from every viewpoint, with more hidden where it must and may be; null when one stays open. */
export function guardAll(
  viewpoints: readonly Viewpoint[],
  hide: Hide | null,
  solver: LinearSolver | null,
): readonly Viewpoint[] | null {
  const secure: Viewpoint[] = [];
  for (const one of viewpoints) {
    const guarded: Guarded[] = [];
    for (const each of one.guard.guarded) {
      const witnesses = secured(one.guard, each, hide, solver);
      if (witnesses === null) return null;
      guarded.push({ ...each, witnesses });
    }
    secure.push({ ...one, guard: { ...one.guard, guarded } });
  }
  return secure;
}

/** Each table once, the actual one first, and the witnesses by its number. */
export function recorded(actual: CountTable, { guard, ...of }: Viewpoint): Audit {
  const numbers = new Map<string, number>();
  const numbersOfSame = new Map<CountTable, number>();
  const tables: CountTable[] = [];
  const numberOf = (table: CountTable): number => {
    const same = numbersOfSame.get(table);
    if (same !== undefined) return same;
    const key = table.join();
    const number = numbers.get(key) ?? tables.push(table) - 1;
    numbers.set(key, number);
    numbersOfSame.set(table, number);
    return number;
  };
  numberOf(actual);
  const targets = guard.guarded.map(({ target, witnesses }) => ({
    ...target,
    witnesses: witnesses.map(([low, high]) => [numberOf(low), numberOf(high)] as const),
  }));
  return { ...of, tables, targets };
}
