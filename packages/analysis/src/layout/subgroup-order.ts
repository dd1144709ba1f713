import { findSubgroups } from '../networks/subgroups.ts';
import type { TiePair } from './tie-pairs.ts';

/**
 * The subgroups of mutual ties (see findSubgroups) in an order that puts those with most ties between them side by side:
 * the largest first, then each time the one with most ties, mutual or not, to the one before it, else to any placed.
 * Within a subgroup the most chosen first. A pupil without mutual ties is a subgroup of one. Indices 0 … n − 1.
 */
export function orderedSubgroups(n: number, ties: readonly TiePair[]): number[][] {
  const received = new Int32Array(n);
  const friends = Array.from({ length: n }, () => new Array<number>());
  for (const { from, to, mutual } of ties) {
    received[to] = (received[to] ?? 0) + 1;
    if (!mutual) continue;
    received[from] = (received[from] ?? 0) + 1;
    friends[from]?.push(to);
    friends[to]?.push(from);
  }
  const parts = findSubgroups(friends.map((list) => list.sort((a, b) => a - b)));
  const members = Array.from({ length: Math.max(-1, ...parts) + 1 }, (_, part) =>
    [...parts.keys()].filter((i) => parts[i] === part),
  );
  const count = members.length;
  const between = new Int32Array(count * count);
  for (const { from, to } of ties) {
    const [a, b] = [parts[from] ?? 0, parts[to] ?? 0];
    between[a * count + b] = between[b * count + a] = (between[a * count + b] ?? 0) + 1;
  }
  const toPlaced = new Int32Array(count);
  // Parts are numbered from the largest.
  const waiting = new Set(members.keys());
  const placed: number[] = [];
  while (waiting.size > 0) {
    const last = placed.at(-1);
    let next = -1;
    let most = -1;
    for (const part of waiting) {
      const near = last === undefined ? 0 : (between[last * count + part] ?? 0);
      // There are fewer ties in all than one more tie to the last subgroup outweighs.
      const bond = near * (ties.length + 1) + (toPlaced[part] ?? 0);
      if (bond <= most) continue;
      most = bond;
      next = part;
    }
    waiting.delete(next);
    placed.push(next);
    for (const part of waiting) toPlaced[part] = (toPlaced[part] ?? 0) + (between[next * count + part] ?? 0);
  }
  return placed.map((part) =>
    (members[part] ?? []).sort((a, b) => (received[b] ?? 0) - (received[a] ?? 0) || a - b),
  );
}
