import type { PoolClient, QueryResult } from 'pg';

/**
 * For tests of faults: stands between every statement and the server. `pass` sends the statement, or another one instead of it;
 * `cut` ends the connection as when the network does.
 */
export type Interference = (
  statement: string,
  pass: (instead?: string) => Promise<unknown>,
  cut: () => void,
) => Promise<unknown>;

type Query = (...statement: readonly unknown[]) => Promise<QueryResult>;

const textOf = (statement: unknown): string =>
  typeof statement === 'object' && statement !== null && 'text' in statement
    ? String(statement.text)
    : String(statement);

/** Lets `interference` decide over every statement of this connection. */
export const interfere = (client: PoolClient, interference: Interference): void => {
  // One of the overloads of `query`: the others are not used.
  const query = client.query.bind(client) as unknown as Query;
  // The driver's own, which its types leave out.
  const { stream } = (client as unknown as { connection: { stream: { destroy: () => void } } }).connection;
  const watched: Query = (...statement) =>
    interference(
      textOf(statement[0]),
      (instead) => (instead === undefined ? query(...statement) : query(instead)),
      () => stream.destroy(),
    ) as Promise<QueryResult>;
  client.query = watched as unknown as PoolClient['query'];
};
