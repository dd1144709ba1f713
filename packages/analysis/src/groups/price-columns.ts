import type { Columns } from './columns.ts';
import { costCount } from './costs.ts';
import type { Kept } from './stage-by-stage.ts';

export type Prices = {
  /** No partition costs less. */
  readonly bound: number;
  /** The columns that would lower the linear optimum most, a few for each pupil. */
  readonly attractive: readonly number[];
  /** The columns that can be in a partition of at most this cost. */
  readonly within: (cost: number) => Int32Array;
};

const perPupil = 12;

/**
 * Reduced costs of all columns for dual values of rows p⟨pupil⟩, k⟨kind⟩, u and s⟨stage⟩. The bound is the Lagrangean one:
 * valid whatever the dual values, so rounding in the solver cannot make it too high.
 */
export function priceColumns(
  columns: Columns,
  n: number,
  active: Int32Array,
  stage: number,
  kept: readonly Kept[],
  duals: Readonly<Record<string, number>>,
): Prices {
  const pupil = Float64Array.from({ length: n }, (_, i) => duals[`p${i}`] ?? 0);
  // Rows of at most cannot have a price above 0 in a minimum.
  const atMost = (name: string): number => Math.min(0, duals[name] ?? 0);
  const kind = columns.most.map((_, k) => atMost(`k${k}`));
  const stages = kept
    .map((one) => ({ ...one, price: atMost(`s${one.stage}`) }))
    .filter(({ price }) => price !== 0);

  const each = Math.max(0, duals['u'] ?? 0);
  const reduced = new Float64Array(active.length);
  const least = new Float64Array(columns.most.length);
  const { width, seated, costs } = columns;
  const best: number[][] = Array.from({ length: n }, () => []);
  for (let a = 0; a < active.length; a += 1) {
    const column = active[a] ?? 0;
    const k = columns.kind[column] ?? 0;
    let value = (costs[column * costCount + stage] ?? 0) - (kind[k] ?? 0) - each;
    for (const { stage: earlier, price } of stages)
      value -= price * (costs[column * costCount + earlier] ?? 0);
    for (let s = column * width; s < (column + 1) * width; s += 1) {
      const i = seated[s]!;
      if (i >= 0) value -= pupil[i] ?? 0;
    }
    reduced[a] = value;
    if (value < (least[k] ?? 0)) least[k] = value;
    if (value < -1e-7) keepBest(best[firstOf(seated, column * width)]!, a, reduced);
  }
  let bound = pupil.reduce((sum, price) => sum + price, each * columns.fewest);
  for (const { cost, price } of stages) bound += price * cost;
  for (const { parts, ways } of columns.fillings) {
    const dearest = ways.map((way) => way.reduce((sum, times, k) => sum + times * (kind[k] ?? 0), 0));
    bound += parts * Math.min(0, ...dearest);
  }
  columns.most.forEach((times, k) => {
    bound += (least[k] ?? 0) * times;
  });
  return {
    bound,
    attractive: best.flat().map((a) => active[a] ?? 0),
    within: (cost) => active.filter((_, a) => (reduced[a] ?? 0) <= cost - bound + 1e-6),
  };
}

function firstOf(seated: Int16Array, from: number): number {
  let at = from;
  while (seated[at] === -1) at += 1;
  return seated[at] ?? 0;
}

/** Keeps the positions with the lowest values, lowest first. */
function keepBest(list: number[], position: number, values: Float64Array): void {
  const value = values[position] ?? 0;
  if (list.length === perPupil && value >= (values[list.at(-1) ?? 0] ?? 0)) return;
  let at = list.length;
  while (at > 0 && (values[list[at - 1] ?? 0] ?? 0) > value) at -= 1;
  list.splice(at, 0, position);
  if (list.length > perPupil) list.pop();
}
