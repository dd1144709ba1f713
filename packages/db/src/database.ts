import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import { giveUpReadOnly } from './give-up-read-only.ts';
import { interfere, type Interference } from './interfere.ts';
import { spareTrips } from './spare-trips.ts';
import { CommitUnknown, isLost, withRetry } from './retry.ts';
import type { Keyring, SchoolSealer } from './sealing.ts';
import type { DB } from './tables.gen.ts';

/** A transaction inside one school's scope: rows of other schools do not exist in it. */
export type Tx = Transaction<DB>;
export type TableName = keyof DB;

/** Whoever asks, at least known by school. */
export type Scoped = { readonly schoolId: string };

export type InScope = {
  /**
   * Every prepared statement keeps one plan. For statements with lists, which PostgreSQL plans anew for each list that is
   * shorter than ten; planning takes longer than the statement.
   */
  readonly keepsPlans?: boolean;
};

export type Database = {
  /**
   * Runs `work` in one transaction that sees one school only, and again from the start after a failure that passes; not when
   * the connection was lost at the end of it, since it may have been done. Effects outside the database belong after it. Throws on a school id that is not a UUID.
   */
  readonly inScope: <T>(
    actor: Scoped,
    work: (tx: Tx, sealer: () => Promise<SchoolSealer>) => Promise<T>,
    how?: InScope,
  ) => Promise<T>;
  /** For what is asked before the school is known: the look-up tables, owners, questionnaires. Sees no tenant row. */
  readonly beforeScope: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The sealer of a school whose scope `tx` is in. */
  readonly sealerIn: (tx: Tx, schoolId: string) => Promise<SchoolSealer>;
  readonly ready: () => Promise<boolean>;
  /** Connections now: in use, idle, and requests that wait for one. */
  readonly connections: () => { readonly used: number; readonly idle: number; readonly waiting: number };
  readonly close: () => Promise<void>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);

const DATE = 1082;
const INT8 = 20;

/**
 * In an address: the engine is Citus, and passes `set local` on to the machines that hold the rows. It passes on the text of
 * the whole message, so nothing else may stand in it.
 */
const PASSES_SCOPE_ON = /[?&]options=[^&]*citus\.propagate_set_commands(=|%3D)local/i;

export const openDatabase = (
  url: string,
  keyring: Keyring,
  connections = 10,
  interference?: Interference,
): Database => {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: (oid, format) => {
        // A date is a day of the calendar and stays text; counts fit a number.
        if (oid === DATE) return (value: string) => value;
        if (oid === INT8) return Number;
        return types.getTypeParser(oid, format);
      },
    },
  });
  // An idle connection that the server closes is replaced at the next query; nothing is lost.
  pool.on('error', () => undefined);
  if (interference !== undefined) pool.on('connect', (client) => interfere(client, interference));
  giveUpReadOnly(pool);
  const beginAlone = PASSES_SCOPE_ON.test(url);
  // A connection in use that is lost between two queries fails the next query, which is then run again.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    spareTrips(client, beginAlone);
  });
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

  const inTransaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    let worked = false;
    try {
      return await kysely.transaction().execute(async (tx) => {
        const result = await work(tx);
        worked = true;
        return result;
      });
    } catch (error) {
      throw worked && isLost(error) ? new CommitUnknown(error) : error;
    }
  };

  const loadSealer = async (tx: Tx, schoolId: string): Promise<SchoolSealer> => {
    const row = await tx
      .selectFrom('school')
      .select('wrapped_key')
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow();
    return keyring.sealerFor(schoolId, row.wrapped_key);
  };

  return {
    inScope: async ({ schoolId }, work, { keepsPlans = false } = {}) => {
      if (!isUuid(schoolId)) throw new Error('A scope needs a school id.');
      const settings = [`set local app.school_id = '${schoolId}'`];
      if (keepsPlans) settings.push('set local plan_cache_mode = force_generic_plan');
      return withRetry(() =>
        inTransaction(async (tx) => {
          for (const text of beginAlone ? settings : [settings.join('; ')]) await sql.raw(text).execute(tx);
          // Never kept past the transaction: the key may be rolled back with it, or dropped later to erase the school.
          let sealer: Promise<SchoolSealer> | undefined;
          return work(tx, () => (sealer ??= loadSealer(tx, schoolId)));
        }),
      );
    },
    beforeScope: (work) => withRetry(() => inTransaction(work)),
    sealerIn: loadSealer,
    ready: () =>
      sql`select 1`.execute(kysely).then(
        () => true,
        () => false,
      ),
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => kysely.destroy(),
  };
};
