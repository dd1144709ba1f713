import type { Demand } from './conflict.ts';

/** Steps of the search after which it gives up. */
const mostSteps = 100_000;

/**
 * The group of each pupil, in the order of `pupils`, such that all demands on groups are kept; false when there is no
 * such grouping and null when that was not settled. Without `sizes` groups may have any size, without
 * `number-of-groups` there may be any number. Those kept together are placed as one, the largest first, the
 * most often kept apart first among equals; of groups with as much room left, barred to the same others, only the first is tried.
 */
export function packGroups(pupils: readonly string[], demands: readonly Demand[]): number[] | false | null {
  const room = capacities(pupils.length, demands);
  if (room === null) return false;
  const blocks = togetherBlocks(pupils, demands);
  const blockOf = new Map(blocks.flatMap((block, b) => block.map((id) => [id, b] as const)));
  const apart = blocks.map(() => new Set<number>());
  for (const demand of demands) {
    if (demand.kind !== 'apart') continue;
    const [one, other] = demand.pupils;
    const [a, b] = [blockOf.get(one)!, blockOf.get(other)!];
    if (a === b) return false;
    apart[a]!.add(b);
    apart[b]!.add(a);
  }
  const sizeOf = (b: number): number => blocks[b]!.length;
  const order = blocks
    .map((_, b) => b)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || apart[b]!.size - apart[a]!.size || a - b);
  const groupOf = blocks.map(() => -1);
  const left = [...room];
  /** Per group the blocks kept apart from somebody in it, in order. */
  const barred = room.map((): ReadonlySet<number> => new Set());
  let steps = 0;

  const place = (at: number): boolean | null => {
    const block = order[at];
    if (block === undefined) return true;
    steps += 1;
    if (steps > mostSteps) return null;
    const tried = new Set<string>();
    for (let g = 0; g < left.length; g += 1) {
      if (left[g]! < sizeOf(block) || barred[g]!.has(block)) continue;
      const alike = [left[g], ...[...barred[g]!].filter((b) => groupOf[b] === -1)].join();
      if (tried.has(alike)) continue;
      tried.add(alike);
      const before = barred[g]!;
      barred[g] = new Set([...before, ...apart[block]!].sort((one, other) => one - other));
      groupOf[block] = g;
      left[g]! -= sizeOf(block);
      const placed = place(at + 1);
      if (placed !== false) return placed;
      left[g]! += sizeOf(block);
      barred[g] = before;
      groupOf[block] = -1;
    }
    return false;
  };
  const placed = place(0);
  return placed === true ? pupils.map((id) => groupOf[blockOf.get(id)!]!) : placed;
}

function capacities(n: number, demands: readonly Demand[]): number[] | null {
  const sizes = demands.find((demand) => demand.kind === 'sizes')?.sizes;
  const groups = demands.find((demand) => demand.kind === 'number-of-groups')?.groups;
  if (sizes !== undefined) {
    return sizes.reduce((sum, size) => sum + size, 0) === n ? [...sizes] : null;
  }
  return Array.from({ length: groups ?? n }, () => n);
}

function togetherBlocks(pupils: readonly string[], demands: readonly Demand[]): string[][] {
  const blockOf = new Map(pupils.map((id) => [id, [id]]));
  for (const demand of demands) {
    if (demand.kind !== 'together') continue;
    const [a, b] = demand.pupils;
    const [one, other] = [blockOf.get(a)!, blockOf.get(b)!];
    if (one === other) continue;
    one.push(...other);
    for (const id of other) blockOf.set(id, one);
  }
  return [...new Set(blockOf.values())];
}
