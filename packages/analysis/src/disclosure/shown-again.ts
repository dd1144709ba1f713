import type { CountTable } from './count-system.ts';
import { secured, type Guard, type Guarded } from './guard.ts';
import type { Said } from './moves.ts';

/**
 * Shows again what turned out not to be needed: figures that were hidden for the sake of others, one by one, those with the
 * greatest counts first, as long as every target stays secured by single moves.
 */
export function shownAgain<Viewpoint extends { readonly guard: Guard }>(
  viewpoints: readonly Viewpoint[],
  hidden: Set<number>,
  primary: ReadonlySet<number>,
): readonly Viewpoint[] {
  const countOf = figureCounts(viewpoints[0]?.guard.ground.said ?? []);
  const extra = [...hidden]
    .filter((figure) => !primary.has(figure))
    .toSorted((a, b) => (countOf.get(b) ?? 0) - (countOf.get(a) ?? 0) || a - b);
  let now = viewpoints;
  for (const figure of extra) {
    hidden.delete(figure);
    const without = withFigure(now, figure);
    if (without === null) hidden.add(figure);
    else now = without;
  }
  return now;
}

const figureCounts = (said: readonly Said[]): ReadonlyMap<number, number> =>
  new Map(said.flatMap(({ figure, least }) => (figure === null ? [] : [[figure, least] as const])));

/** The viewpoints with that figure shown; null when a target would be open. */
function withFigure<Viewpoint extends { readonly guard: Guard }>(
  viewpoints: readonly Viewpoint[],
  figure: number,
): readonly Viewpoint[] | null {
  const after: Viewpoint[] = [];
  for (const viewpoint of viewpoints) {
    const { guard } = viewpoint;
    const said = guard.ground.said.find((one) => one.figure === figure);
    const guarded: Guarded[] = [];
    for (const one of guard.guarded) {
      const witnesses = one.witnesses.filter((pair) => pair.every((table) => agrees(table, said)));
      const again =
        witnesses.length === one.witnesses.length ? witnesses : secured(guard, { ...one, witnesses }, null);
      if (again === null) return null;
      guarded.push({ ...one, witnesses: again });
    }
    after.push({ ...viewpoint, guard: { ...guard, guarded } });
  }
  return after;
}

const agrees = (table: CountTable, said: Said | undefined): boolean =>
  said === undefined || said.cells.reduce((sum, cell) => sum + (table[cell] ?? 0), 0) === said.least;
