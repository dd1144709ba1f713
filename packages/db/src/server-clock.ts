import { Client } from 'pg';

export type ServerClock = {
  /** Of this connection; its parent process is the server. */
  readonly pid: number;
  readonly version: string;
  /** Time in seconds by now that processes of the server waited for the log to be on disk. */
  readonly waitedForDisk: () => Promise<number>;
  /** The processes that serve connections of the program that runs. */
  readonly servingPids: () => Promise<readonly number[]>;
  /** Of the database, in bytes. */
  readonly size: () => Promise<number>;
  /** So that what a load before left to do is not counted with the next. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Lets the server time how long it waits for the disk, as a superuser may. It goes on doing so. */
export const openServerClock = async (superuserUrl: string): Promise<ServerClock> => {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('alter system set track_wal_io_timing = on');
  await client.query('select pg_reload_conf()');
  const found = await client.query<{ pid: number; version: string }>(
    "select pg_backend_pid() as pid, current_setting('server_version') as version",
  );
  return {
    pid: found.rows[0]?.pid ?? 0,
    version: found.rows[0]?.version ?? '',
    waitedForDisk: async () => {
      const { rows } = await client.query<{ seconds: number }>(
        "select coalesce(sum(fsync_time + write_time), 0)::float8 / 1000 as seconds from pg_stat_io where object = 'wal'",
      );
      return rows[0]?.seconds ?? 0;
    },
    servingPids: async () => {
      const { rows } = await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where usename like '%serve' and datname = current_database()",
      );
      return rows.map(({ pid }) => pid);
    },
    size: async () => {
      const { rows } = await client.query<{ size: string }>(
        'select pg_database_size(current_database()) as size',
      );
      return Number(rows[0]?.size);
    },
    settle: async () => {
      await client.query('vacuum (analyze)');
      await client.query('checkpoint');
    },
    close: () => client.end(),
  };
};
