import { byCodeUnit } from './clean-network.ts';
import { ratio } from './digraph.ts';

/** How many ties go from each label to each: `counts[a][b]` from `labels[a]` to `labels[b]`. */
export type Mixing = {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
};

/**
 * The mixing matrix of ties by a label per pupil (Newman 2003). `labels` are those that occur in `labelOf`, by code
 * unit. A tie with an end that has no label is ignored.
 */
export function mixingMatrix(
  ties: Iterable<readonly [string, string]>,
  labelOf: ReadonlyMap<string, string>,
): Mixing {
  const labels = [...new Set(labelOf.values())].sort(byCodeUnit);
  const counts = labels.map(() => labels.map(() => 0));
  for (const [from, to] of ties) {
    const [a, b] = [labelOf.get(from), labelOf.get(to)];
    if (a !== undefined && b !== undefined) counts[labels.indexOf(a)]![labels.indexOf(b)]! += 1;
  }
  return { labels, counts };
}

/** Ties inside a label and between labels. */
export type InternalExternal = {
  readonly internal: number;
  readonly external: number;
  /** (external − internal) / (external + internal). */
  readonly eiIndex: number | null;
};

/**
 * The E–I index (Krackhardt & Stern 1988): −1 when all ties stay inside a label, 1 when none does. It is not corrected
 * for the sizes of the labels. Null without ties and with fewer than two labels.
 */
export function eiIndex({ labels, counts }: Mixing): InternalExternal {
  const internal = sum(counts.map((row, a) => row[a]!));
  const external = sum(counts.flat()) - internal;
  const index = labels.length < 2 ? null : ratio(external - internal, external + internal);
  return { internal, external, eiIndex: index };
}

/** Ties inside labels beyond those expected from what each label gives and receives. */
export type Assortativity = {
  /** Σe_aa − Σr_a·c_a with e the shares of ties, r and c its row and column sums: the directed modularity. */
  readonly modularity: number | null;
  /** The same as a share of its maximum, 1 − Σr_a·c_a. */
  readonly coefficient: number | null;
};

/**
 * Assortativity by label from a directed mixing matrix (Newman 2003): 1 when all ties stay inside their label, 0 when
 * labels mix as by chance, negative when ties seek other labels. Its numerator is the directed modularity of the
 * labels (Leicht & Newman 2008). Both are null without ties and with fewer than two labels, the coefficient also when
 * one label gives and receives everything.
 */
export function assortativity({ labels, counts }: Mixing): Assortativity {
  const total = sum(counts.flat());
  if (labels.length < 2 || total === 0) return { modularity: null, coefficient: null };
  // In whole numbers of ties², so that 0 is 0.
  const inside = total * sum(counts.map((row, a) => row[a]!));
  const expected = sum(counts.map((row, a) => sum(row) * sum(counts.map((other) => other[a]!))));
  return {
    modularity: (inside - expected) / total ** 2,
    coefficient: ratio(inside - expected, total ** 2 - expected),
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
