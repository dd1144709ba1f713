import type { Bounds } from './narrow-bounds.ts';
import type { Statement } from './statements.ts';

/** Cells that are not known, and hang together by what is said: no statement reaches from one component to another. */
export type Component = { readonly cells: readonly number[]; readonly statements: readonly Statement[] };

/** Takes what is known out of the statements, and parts the rest into what hangs together. */
export function componentsOf(statements: readonly Statement[], { low, high }: Bounds): readonly Component[] {
  const open = statements.map((statement) => withoutKnown(statement, low, high));
  const root = new Map(low.flatMap((from, cell) => (from === high[cell] ? [] : [[cell, cell] as const])));
  const find = (cell: number): number => {
    const parent = root.get(cell) ?? cell;
    if (parent === cell) return cell;
    const top = find(parent);
    root.set(cell, top);
    return top;
  };
  for (const { terms } of open) {
    const [first, ...rest] = terms.keys();
    for (const cell of rest) if (first !== undefined) root.set(find(cell), find(first));
  }
  const cells = Map.groupBy(root.keys(), find);
  const said = Map.groupBy(
    open.filter(({ terms }) => terms.size > 0),
    ({ terms }) => find(terms.keys().next().value ?? -1),
  );
  return [...cells].map(([top, members]) => ({ cells: members, statements: merged(said.get(top) ?? []) }));
}

function withoutKnown(statement: Statement, low: readonly number[], high: readonly number[]): Statement {
  const terms = new Map<number, number>();
  let known = 0;
  for (const [cell, weight] of statement.terms) {
    const from = low[cell] ?? 0;
    if (from === high[cell]) known += weight * from;
    else if (weight !== 0) terms.set(cell, weight);
  }
  return { terms, low: statement.low - known, high: statement.high - known };
}

/** What is said several times about the same sum, once. */
function merged(statements: readonly Statement[]): readonly Statement[] {
  const byTerms = new Map<string, Statement>();
  for (const { terms, low, high } of statements) {
    const key = JSON.stringify([...terms].toSorted(([a], [b]) => a - b));
    const other = byTerms.get(key);
    byTerms.set(key, {
      terms,
      low: Math.max(low, other?.low ?? -Infinity),
      high: Math.min(high, other?.high ?? Infinity),
    });
  }
  return [...byTerms.values()];
}
