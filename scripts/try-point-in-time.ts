import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createSchool } from '../apps/api/src/roster/people.ts';
import { embeddedHome } from '../packages/db/src/embedded-binaries.ts';
import {
  askAsSuperuser,
  createKeyring,
  hashTables,
  migrate,
  openDatabase,
  prepareServer,
  readMigrations,
  startEmbeddedServer,
} from '../packages/db/src/index.ts';
import { addToFile, takeBase } from './backup/take-base.ts';

/** What docs/operate/backup.md says of archiving, done once: an accident is undone to the moment before it. */
const root = resolve(import.meta.dirname, '..');
const superuserPassword = 'trial-superuser';
const passwords = { migration: 'trial-migration', serve: 'trial-serve', backup: 'trial-backup' };
const folder = mkdtempSync(join(tmpdir(), 'samhold-wal-'));
chmodSync(folder, 0o755);
const archive = join(folder, 'archive');
mkdirSync(archive);
// The server may run as an account of its own.
chmodSync(archive, 0o777);
const live = join(folder, 'live', 'postgres');
const recovered = join(folder, 'recovered', 'postgres');
const directory = embeddedHome(live).directory;
const target = embeddedHome(recovered).directory;

type Server = Awaited<ReturnType<typeof startEmbeddedServer>>;
const urlOf = ({ port }: Server, user: string, database: string): string =>
  `postgresql://${user}@127.0.0.1:${port}/${database}`;
const superuserOf = (server: Server, database = 'samhold'): string =>
  urlOf(server, `postgres:${superuserPassword}`, database);
const hashesOf = async (server: Server): Promise<string> =>
  JSON.stringify((await hashTables(urlOf(server, `samhold_backup:${passwords.backup}`, 'samhold'))).tables);

const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('Waited a minute in vain.');
};

const addSchool = async (server: Server, name: string, organisationNumber: string): Promise<void> => {
  const keyring = createKeyring(Buffer.alloc(32, 7));
  const db = openDatabase(urlOf(server, `samhold_serve:${passwords.serve}`, 'samhold'), keyring, 1);
  await createSchool(db, keyring, { name, organisationNumber, ownerName: 'Prøve kommune', demo: false });
  await db.close();
};

const startArchiving = async (): Promise<Server> => {
  const server = await startEmbeddedServer({ directory: live, superuserPassword });
  const urls = await prepareServer(superuserOf(server, 'postgres'), 'samhold', passwords);
  await migrate(urls.migration, readMigrations(join(root, 'migrations')));
  for (const setting of [
    `archive_mode = on`,
    `archive_timeout = '60s'`,
    `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f'`,
  ])
    await askAsSuperuser(superuserOf(server), `alter system set ${setting}`);
  await server.stop();
  return startEmbeddedServer({ directory: live, superuserPassword });
};

const recoverTo = async (moment: string): Promise<Server> => {
  addToFile(
    target,
    'postgresql.auto.conf',
    `restore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\narchive_mode = off\n`,
  );
  addToFile(target, 'recovery.signal', '');
  const server = await startEmbeddedServer({ directory: recovered, superuserPassword });
  await until(async () => {
    const [row] = await askAsSuperuser<{ over: boolean }>(
      superuserOf(server),
      'select not pg_is_in_recovery() as over',
    );
    return row?.over === true;
  });
  return server;
};

try {
  const server = await startArchiving();
  await addSchool(server, 'Før grunnkopien', '974589095');
  await takeBase(superuserOf(server), directory, target);
  await addSchool(server, 'Etter grunnkopien', '974589109');
  const wanted = await hashesOf(server);
  const [at] = await askAsSuperuser<{ moment: string }>(superuserOf(server), 'select now()::text as moment');
  await new Promise((done) => setTimeout(done, 1_100));
  await askAsSuperuser(superuserOf(server), 'truncate school_owner cascade');
  const lost = await hashesOf(server);
  const [wal] = await askAsSuperuser<{ file: string }>(
    superuserOf(server),
    'select pg_walfile_name(pg_switch_wal()) as file',
  );
  await until(() => readdirSync(archive).includes(wal?.file ?? ''));
  await server.stop();
  const restored = await recoverTo(at?.moment ?? '');
  const found = await hashesOf(restored);
  await restored.stop();
  console.log(
    `rows were lost: ${lost !== wanted}; all are back as they were at ${at?.moment}: ${found === wanted}`,
  );
  process.exitCode = lost !== wanted && found === wanted ? 0 : 1;
} finally {
  for (const place of [directory, target, folder]) rmSync(place, { recursive: true, force: true });
}
