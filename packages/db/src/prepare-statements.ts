import type { PoolClient, QueryResult } from 'pg';

type Query = (statement: unknown, values?: unknown, ...rest: unknown[]) => Promise<QueryResult>;

const USES = 3;
const KEPT = 200;
const COUNTED = 1_000;

/**
 * Lets a connection prepare each statement with parameters from its third use on, so that the server need not parse and
 * plan it again. Statements that vary in length are seldom seen three times; at most 200 are kept a connection.
 */
export const prepareStatements = (client: PoolClient): void => {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  // One of the overloads of `query`: the others pass through it unchanged.
  const query = client.query.bind(client) as unknown as Query;

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= KEPT) return known;
    const count = (uses.get(text) ?? 0) + 1;
    if (count < USES) {
      if (uses.size >= COUNTED) uses.clear();
      uses.set(text, count);
      return undefined;
    }
    uses.delete(text);
    const name = `samhold_${names.size}`;
    names.set(text, name);
    return name;
  };

  const prepared: Query = (statement, values, ...rest) => {
    const named =
      typeof statement === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0
        ? nameOf(statement)
        : undefined;
    return named === undefined
      ? query(statement, values, ...rest)
      : query({ name: named, text: statement, values });
  };
  client.query = prepared as unknown as PoolClient['query'];
};
