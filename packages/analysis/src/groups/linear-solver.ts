/**
 * Solves a linear or mixed-integer programme given as text in CPLEX LP format. Values and dual values are by the name
 * of the variable or row, those that are absent being 0; `duals` are of the linear programme only.
 */
export type LinearSolver = (
  lp: string,
  limits: { readonly seconds?: number; readonly integer: boolean },
) => LinearSolution;

export type LinearSolution = {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly values: Readonly<Record<string, number>>;
  readonly duals: Readonly<Record<string, number>>;
};

/** What is used of the `highs` package once its loader has resolved. */
export type Highs = {
  solve(
    lp: string,
    options: Readonly<Record<string, string | number | boolean>>,
  ): {
    readonly Status: string;
    readonly Columns: Readonly<Record<string, { readonly Index: number; readonly Primal?: number }>>;
    readonly Rows: readonly { readonly Index: number; readonly Name?: string; readonly Dual?: number }[];
  };
};

/** An integer programme is given up after so many nodes, so that it ends also without a limit of time. */
const mostNodes = 5_000;

/** The solver HiGHS (Huangfu & Hall 2018), loaded by the caller. Objectives must take whole values: the search ends when less than one is left. */
export function highsSolver(highs: Highs): LinearSolver {
  return (lp, { seconds, integer }) => {
    const options = {
      output_flag: false,
      ...(seconds === undefined ? {} : { time_limit: Math.max(seconds, 0.01) }),
      ...(integer ? { mip_abs_gap: 0.999, mip_rel_gap: 0, mip_max_nodes: mostNodes } : {}),
    };
    const solution = solveOrRetry(highs, lp, options);
    if (solution === null) return { status: 'limit', values: {}, duals: {} };
    const { Status, Columns, Rows } = solution;
    return {
      status: Status === 'Optimal' ? 'optimal' : Status === 'Infeasible' ? 'infeasible' : 'limit',
      values: Object.fromEntries(Object.entries(Columns).map(([name, { Primal }]) => [name, Primal ?? 0])),
      duals: Object.fromEntries(Rows.map(({ Name, Dual }) => [Name ?? '', Dual ?? 0])),
    };
  };
}

/** HiGHS 1.15 fails on some small programmes without a solution, in presolve only: it is then asked again without presolve. */
function solveOrRetry(
  highs: Highs,
  lp: string,
  options: Readonly<Record<string, string | number | boolean>>,
): ReturnType<Highs['solve']> | null {
  for (const more of [{}, { presolve: 'off' }]) {
    try {
      return highs.solve(lp, { ...options, ...more });
    } catch {
      continue;
    }
  }
  return null;
}

/** A sum of terms in CPLEX LP format, in lines short enough for every reader; empty when all coefficients are 0. */
export function terms(list: readonly (readonly [number, string])[]): string {
  const parts = list.filter(([coefficient]) => coefficient !== 0);
  return parts
    .map(
      ([coefficient, name], k) =>
        `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}${k % 8 === 7 ? '\n' : ''}`,
    )
    .join(' ');
}
