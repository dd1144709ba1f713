import { matrixOrder } from '@samhold/analysis';
import type { ShownNetwork, ShownPupil } from '@samhold/analysis';

export type MatrixMark = 'mutual' | 'one-way' | null;

/** A row says whom one pupil chose, in the order of the columns; null for a pupil who has not answered. */
export type MatrixRow = {
  readonly pupil: ShownPupil;
  /** Begins a group of pupils who choose each other. */
  readonly beginsGroup: boolean;
  readonly marks: readonly MatrixMark[] | null;
};

export type ChoiceMatrix = { readonly columns: readonly ShownPupil[]; readonly rows: readonly MatrixRow[] };

/**
 * Who chose whom as a table (Forsyth & Katz 1946): rows choose, columns are chosen, in the same order, groups of mutual
 * choices beside each other. With `mutualOnly` the choices that go one way are left out.
 */
export const choiceMatrix = (network: ShownNetwork, mutualOnly: boolean): ChoiceMatrix => {
  const byId = new Map(network.pupils.map((pupil) => [pupil.pupilId, pupil]));
  const { order, subgroups, withoutMutual } = matrixOrder([...byId.keys()], network.choices);
  const columns = order.flatMap((id) => byId.get(id) ?? []);
  const chosen = new Set(network.choices.map(({ from, to }) => `${from}>${to}`));
  const first = new Set([...subgroups, withoutMutual].flatMap(([id]) => id ?? []));
  const markOf = (from: string, to: string): MatrixMark => {
    if (!chosen.has(`${from}>${to}`)) return null;
    if (chosen.has(`${to}>${from}`)) return 'mutual';
    return mutualOnly ? null : 'one-way';
  };
  return {
    columns,
    rows: columns.map((pupil) => ({
      pupil,
      beginsGroup: first.has(pupil.pupilId),
      marks: pupil.responded ? columns.map((to) => markOf(pupil.pupilId, to.pupilId)) : null,
    })),
  };
};
