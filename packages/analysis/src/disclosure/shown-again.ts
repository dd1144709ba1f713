import type { LinearSolver } from '../groups/linear-solver.ts';
import type { CountTable } from './count-system.ts';
import { secured, type Guard, type Guarded } from './guard.ts';
import type { Said } from './moves.ts';

/** Shows what need not be hidden: sets of figures, one after the other, each as long as every target stays secured. */
export function shownAgain<Viewpoint extends { readonly guard: Guard }>(
  viewpoints: readonly Viewpoint[],
  hidden: Set<number>,
  sets: readonly (readonly number[])[],
  solver: LinearSolver | null,
): readonly Viewpoint[] {
  let now = viewpoints;
  for (const set of sets) {
    for (const figure of set) hidden.delete(figure);
    const without = withFigures(now, set, solver);
    if (without === null) for (const figure of set) hidden.add(figure);
    else now = without;
  }
  return now;
}

/** The viewpoints with these figures shown; null when a target would be open. */
function withFigures<Viewpoint extends { readonly guard: Guard }>(
  viewpoints: readonly Viewpoint[],
  figures: readonly number[],
  solver: LinearSolver | null,
): readonly Viewpoint[] | null {
  const after: Viewpoint[] = [];
  for (const viewpoint of viewpoints) {
    const { guard } = viewpoint;
    const said = guard.ground.said.filter(({ figure }) => figure !== null && figures.includes(figure));
    const guarded: Guarded[] = [];
    for (const one of guard.guarded) {
      const witnesses = one.witnesses.filter((pair) => pair.every((table) => agrees(table, said)));
      const again =
        witnesses.length === one.witnesses.length
          ? witnesses
          : secured(guard, { ...one, witnesses }, null, solver);
      if (again === null) return null;
      guarded.push({ ...one, witnesses: again });
    }
    after.push({ ...viewpoint, guard: { ...guard, guarded } });
  }
  return after;
}

/** Whether a table is possible beside what is said. */
export const agrees = (table: CountTable, said: readonly Said[]): boolean =>
  said.every(({ cells, weights, least, most }) => {
    const sum = cells.reduce((total, cell, i) => total + (weights[i] ?? 0) * (table[cell] ?? 0), 0);
    return sum >= least && sum <= most;
  });
