import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createSchool } from '../apps/api/src/roster/people.ts';
import { embeddedHome } from '../packages/db/src/embedded-binaries.ts';
import {
  askAsSuperuser,
  createKeyring,
  hashTables,
  migrate,
  newBackupKey,
  openDatabase,
  prepareServer,
  readMigrations,
  restoreBackup,
  startEmbeddedServer,
  writeBackup,
} from '../packages/db/src/index.ts';
import { addToFile, takeBase } from './backup/take-base.ts';

/** What docs/operate/citus.md says of read replicas, done once: a backup is read from one, and holds what was written meanwhile. */
const migrations = readMigrations(resolve(import.meta.dirname, '../migrations'));
const superuserPassword = 'trial-superuser';
const passwords = { migration: 'trial-migration', serve: 'trial-serve', backup: 'trial-backup' };
const keyring = createKeyring(Buffer.alloc(32, 7));
const folder = mkdtempSync(join(tmpdir(), 'samhold-replica-'));
chmodSync(folder, 0o755);
const [live, copied] = [join(folder, 'live', 'postgres'), join(folder, 'replica', 'postgres')];

type Server = Awaited<ReturnType<typeof startEmbeddedServer>>;
const urlOf = ({ port }: Server, user: string, database = 'samhold'): string =>
  `postgresql://${user}@127.0.0.1:${port}/${database}`;
const superuserOf = (server: Server, database?: string): string =>
  urlOf(server, `postgres:${superuserPassword}`, database);
const hashesOf = async (server: Server, database?: string): Promise<string> =>
  JSON.stringify((await hashTables(superuserOf(server, database))).tables);

const addSchool = async (server: Server, name: string, organisationNumber: string): Promise<void> => {
  const db = openDatabase(urlOf(server, `samhold_serve:${passwords.serve}`), keyring, 2);
  await createSchool(db, keyring, { name, organisationNumber, ownerName: 'Prøve kommune', demo: false });
  await db.close();
};

const caughtUp = async (server: Server, replica: Server): Promise<number> => {
  const began = performance.now();
  const [at] = await askAsSuperuser<{ lsn: string }>(
    superuserOf(server),
    'select pg_current_wal_lsn() as lsn',
  );
  for (;;) {
    const [row] = await askAsSuperuser<{ there: boolean }>(
      superuserOf(replica),
      `select pg_last_wal_replay_lsn() >= '${at?.lsn}' as there`,
    );
    if (row?.there === true) return performance.now() - began;
    if (performance.now() - began > 60_000) throw new Error('The replica did not catch up in a minute.');
  }
};

const servers: Server[] = [];
try {
  const server = await startEmbeddedServer({ directory: live, superuserPassword });
  servers.unshift(server);
  await prepareServer(superuserOf(server, 'postgres'), 'samhold', passwords);
  await migrate(urlOf(server, `samhold_migration:${passwords.migration}`), migrations);
  await addSchool(server, 'Før kopien', '974589095');
  const target = embeddedHome(copied).directory;
  await takeBase(superuserOf(server), embeddedHome(live).directory, target);
  addToFile(target, 'standby.signal', '');
  addToFile(
    target,
    'postgresql.auto.conf',
    `primary_conninfo = 'host=127.0.0.1 port=${server.port} user=postgres password=${superuserPassword}'\nhot_standby_feedback = on\n`,
  );
  const replica = await startEmbeddedServer({ directory: copied, superuserPassword });
  servers.unshift(replica);
  await addSchool(server, 'Etter kopien', '974589109');
  const waited = await caughtUp(server, replica);
  const { identity, recipient } = await newBackupKey();
  const file = join(folder, 'backup.tar.gz.age');
  await writeBackup(urlOf(replica, `samhold_backup:${passwords.backup}`), file, {
    ...{ keyring, migrations, recipient, now: () => new Date() },
  });
  await askAsSuperuser(superuserOf(server, 'postgres'), 'create database again owner samhold_migration');
  const empty = urlOf(server, `samhold_migration:${passwords.migration}`, 'again');
  await restoreBackup(empty, file, { keyring, migrations, identities: [identity] });
  const same = (await hashesOf(server, 'again')) === (await hashesOf(server));
  const refused = await addSchool(replica, 'På kopien', '974760673').then(
    () => false,
    () => true,
  );
  console.log(
    `caught up in ${waited.toFixed(0)} ms; the backup read from the replica holds every row: ${same}`,
  );
  console.log(`the replica refuses to be written to: ${refused}`);
  process.exitCode = same && refused ? 0 : 1;
} finally {
  for (const server of servers) await server.stop();
  for (const place of [embeddedHome(live).directory, embeddedHome(copied).directory, folder])
    rmSync(place, { recursive: true, force: true });
}
