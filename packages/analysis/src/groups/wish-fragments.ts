import type { Placing } from './placing.ts';

/** For each pupil those with whom there is a wish either way, or who are to be together, and who are not kept apart. */
export function wishNeighbours({ pupils, wish, apart, partners }: Placing): number[][] {
  const n = pupils.length;
  return pupils.map((_, i) =>
    pupils.flatMap((_, j) => {
      const joined = (wish[i * n + j] ?? 0) + (wish[j * n + i] ?? 0) > 0 || partners[i]!.includes(j);
      return i !== j && joined && apart[i * n + j] === 0 ? [j] : [];
    }),
  );
}

/** Every path of at most `longest` different nodes, in one direction only. Stops when `take` gives false. */
export function eachPath(
  neighbours: readonly (readonly number[])[],
  longest: number,
  take: (path: readonly number[]) => boolean,
): void {
  const path: number[] = [];
  const extend = (node: number): boolean => {
    path.push(node);
    let going = path[0]! <= node ? take(path) : true;
    if (path.length < longest) {
      for (const next of neighbours[node]!) {
        if (going && !path.includes(next)) going = extend(next);
      }
    }
    path.pop();
    return going;
  };
  neighbours.every((_, start) => extend(start));
}

/** Every connected set of at most `largest` nodes, once (the enumeration of Wernicke 2006). Stops when `take` gives false. */
export function eachConnectedSet(
  neighbours: readonly (readonly number[])[],
  largest: number,
  take: (set: readonly number[]) => boolean,
): void {
  const extend = (set: number[], seen: ReadonlySet<number>, border: readonly number[]): boolean => {
    if (!take(set)) return false;
    if (set.length === largest) return true;
    for (let b = 0; b < border.length; b += 1) {
      const next = border[b]!;
      const reached = neighbours[next]!.filter((node) => node > set[0]! && !seen.has(node));
      const going = extend([...set, next], new Set([...seen, ...reached]), [
        ...border.slice(b + 1),
        ...reached,
      ]);
      if (!going) return false;
    }
    return true;
  };
  neighbours.every((beside, start) => {
    const border = beside.filter((node) => node > start);
    return extend([start], new Set([start, ...border]), border);
  });
}
