import { openDatabase } from '../../packages/db/src/index.ts';
import { until } from './deadline.ts';
import type { OwnServer } from './own-server.ts';
import type { RunningApi } from './running-api.ts';
import type { Cause } from './x5-cause.ts';
import { fullDisks, type Disks } from './x5-full-disks.ts';

const DEADLINE_MS = 30_000;
/** So many refusals in a row, a look apart, say that nothing is left to take. */
const REFUSALS = 10;
const SERVES = `usename = 'samhold_serve'`;

const endServing = (server: OwnServer): Promise<unknown> =>
  server.ask(`select pg_terminate_backend(pid) from pg_stat_activity where ${SERVES}`);

const changeServer = async (server: OwnServer, statement: string): Promise<void> => {
  await server.ask(statement);
  await server.ask('select pg_reload_conf()');
};

/** As an operator sets it, or a standby that is no longer the first: at once for everybody. */
const readOnly = (server: OwnServer): Cause => ({
  what: 'read-only server',
  bring: () => changeServer(server, 'alter system set default_transaction_read_only = on'),
  lift: () => changeServer(server, 'alter system reset default_transaction_read_only'),
});

const inDatabase = (server: OwnServer, what: string): Promise<unknown> =>
  server.ask(`alter database samhold ${what}`, 'postgres');

/** As hosts of databases do when the disk fills: connections that began meanwhile stay so. */
const readOnlyDatabase = (server: OwnServer): Cause => ({
  what: 'read-only database',
  bring: async () => {
    await inDatabase(server, 'set default_transaction_read_only = on');
    await endServing(server);
  },
  lift: () => inDatabase(server, 'reset default_transaction_read_only'),
});

/** Others take every connection there is. */
const noConnections = (server: OwnServer, { keyring }: RunningApi): Cause => {
  const held = { release: (): void => undefined, close: (): Promise<void> => Promise.resolve() };
  return {
    what: 'no connection left',
    bring: async () => {
      const others = openDatabase(server.urls.backup, keyring, 100);
      const released = new Promise<void>((resolve) => (held.release = resolve));
      const holding: Promise<unknown>[] = [];
      held.close = async () => {
        await Promise.allSettled(holding);
        await others.close();
      };
      // Kept out until the others have taken all, so that they get the better of it however fast it is.
      await server.ask('alter role samhold_serve connection limit 0');
      await until(DEADLINE_MS, 'the connections of the api to end', async () => {
        await endServing(server);
        const [left] = await server.ask<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity where ${SERVES}`,
        );
        return left?.count === 0;
      });
      // A connection that has just ended may still be in its place, and give it up after somebody was refused.
      let refusals = 0;
      await until(DEADLINE_MS, 'all connections to be taken', async () => {
        const taken = new Promise<boolean>((resolve) => {
          const one = others.beforeScope(() => {
            resolve(true);
            return released;
          });
          holding.push(one.catch(() => resolve(false)));
        });
        refusals = (await taken) ? 0 : refusals + 1;
        return refusals === REFUSALS;
      });
      await server.ask('alter role samhold_serve connection limit -1');
    },
    lift: async () => {
      held.release();
      await held.close();
    },
  };
};

const restart = (server: OwnServer): Cause => ({
  what: 'database stopped',
  bring: () => server.stop(),
  lift: () => server.start(),
});

const killed = (server: OwnServer): Cause => ({
  what: 'database killed',
  bring: () => server.kill(),
  lift: () => server.start(),
});

/** All of them; the disks only where some could be mounted. */
export const causesOf = (server: OwnServer, api: RunningApi, disks: Disks | undefined): readonly Cause[] => [
  ...(disks === undefined ? [] : fullDisks(server, disks)),
  readOnly(server),
  readOnlyDatabase(server),
  noConnections(server, api),
  restart(server),
  killed(server),
];
