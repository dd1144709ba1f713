import { join } from 'node:path';
import { until } from './deadline.ts';
import type { OwnServer } from './own-server.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import type { Cause } from './x5-cause.ts';

/** Each holds one part of the database and nothing else. */
export type Disks = { readonly tables: SmallDisk; readonly log: SmallDisk };

/** With little of it kept the log fills at once, and is no more than what the disk has room for until then. */
export const SMALL_LOG = ['min_wal_size=32MB', 'max_wal_size=32MB'];
export const DISK_MEGABYTES = 96;

const TABLES_FULL = 'disk of the tables full';
const LOG_FULL = 'disk of the log full';
export const diskCauses: readonly string[] = [TABLES_FULL, LOG_FULL];

const DEADLINE_MS = 30_000;
/** A few bytes in each piece of the log, and its rest is given up, so that there must be another piece. */
const GIVE_UP_ROOM = `select pg_logical_emit_message(false, 'faults', 'x'), pg_switch_wal() from generate_series(1, 20)`;
const STOPPED_FOR_ROOM = /PANIC: .*No space left on device[^]*database system is shut down/;

/** Both, the one with the tables in use; undefined where no file system may be mounted. */
export const mountDisks = async (server: OwnServer): Promise<Disks | undefined> => {
  const mount = (name: string) => mountSmallDisk(join(server.folder, name), DISK_MEGABYTES, server.files);
  const tables = mount('tables-disk');
  const log = tables && mount('log-disk');
  if (tables === undefined || log === undefined) return undefined;
  await server.ask(`create tablespace small location '${tables.directory}'`, 'postgres');
  await server.ask('alter database samhold set tablespace small', 'postgres');
  return { tables, log };
};

const tablesFull = (disk: SmallDisk): Cause => ({
  what: TABLES_FULL,
  bring: async () => disk.fill(),
  lift: async () => disk.free(),
});

/** PostgreSQL ends all its sessions, recovers, finds no room for that either, and stops. Its operator starts it again. */
const logFull = (server: OwnServer, disk: SmallDisk): Cause => ({
  what: LOG_FULL,
  did: 'the database stopped by itself',
  bring: async () => {
    const before = server.said().length;
    await until(DEADLINE_MS, 'a database that stops for want of room', async () => {
      disk.fill();
      await server.ask(GIVE_UP_ROOM).catch(() => undefined);
      return STOPPED_FOR_ROOM.test(server.said().slice(before));
    });
  },
  lift: async () => {
    disk.free();
    await server.start();
  },
});

export const fullDisks = (server: OwnServer, { tables, log }: Disks): readonly Cause[] => [
  tablesFull(tables),
  logFull(server, log),
];
