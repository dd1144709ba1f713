import type { Pool, PoolClient, QueryResult } from 'pg';

const READ_ONLY = '25006';

type Query = (...statement: readonly unknown[]) => Promise<QueryResult>;

const isReadOnly = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === READ_ONLY;

/**
 * A connection keeps from when it began whether it may write, where the database says so rather than the server. One that was
 * refused for that is given up when it comes back to the pool, so that the next one finds out anew.
 */
export const giveUpReadOnly = (pool: Pool): void => {
  const refused = new WeakSet<PoolClient>();
  pool.on('connect', (client) => {
    // One of the overloads of `query`: the others are not used.
    const query = client.query.bind(client) as unknown as Query;
    const watched: Query = async (...statement) => {
      try {
        return await query(...statement);
      } catch (error) {
        if (isReadOnly(error)) refused.add(client);
        throw error;
      }
    };
    client.query = watched as unknown as PoolClient['query'];
  });
  pool.on('release', (_error, client) => {
    // The types of the driver do not know that it ends without a callback. The pool takes none back that is ending.
    if (refused.has(client))
      void (client as unknown as { end: () => Promise<void> }).end().catch(() => undefined);
  });
};
