import type { PoolClient, QueryResult } from 'pg';

type Query = (statement: unknown, values?: unknown, ...rest: unknown[]) => Promise<QueryResult>;

const begun: QueryResult = { command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] };

const isPlain = (statement: unknown, values: unknown, rest: readonly unknown[]): statement is string =>
  typeof statement === 'string' &&
  rest.length === 0 &&
  (values === undefined || (Array.isArray(values) && values.length === 0));

const USES = 3;
const KEPT = 200;
const COUNTED = 1_000;

/**
 * Spares a connection trips to the server, and the server work: `begin` goes along with the statement after it, and each
 * statement with parameters is prepared from its third use on, so that it is not parsed and planned again. Statements that
 * vary in length are seldom seen three times; at most 200 are kept a connection. `beginAlone` lets `begin` go by itself.
 */
export const spareTrips = (client: PoolClient, beginAlone = false): void => {
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

  /** `begin` waits for the statement after it: where that is plain text, as the one that sets the scope, they go in one trip. */
  let begins = false;
  const withBegin = async (statement: unknown, values: unknown, rest: readonly unknown[]) => {
    begins = false;
    if (!isPlain(statement, values, rest)) {
      await query('begin');
      return prepared(statement, values, ...rest);
    }
    // The answers to several statements come as a list.
    const answers = (await query(`begin; ${statement}`)) as unknown as readonly QueryResult[];
    return answers.at(-1) ?? begun;
  };

  const prepared: Query = (statement, values, ...rest) => {
    if (begins) return withBegin(statement, values, rest);
    if (statement === 'begin' && !beginAlone && isPlain(statement, values, rest)) {
      begins = true;
      return Promise.resolve(begun);
    }
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
