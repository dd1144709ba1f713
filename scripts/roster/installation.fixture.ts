import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { addDays } from '../../apps/api/src/calendar/days.ts';
import { createSchool, insertSchoolYear, insertStaffMember } from '../../apps/api/src/roster/people.ts';
import { applyPupils } from '../../apps/api/src/roster/service.ts';
import { embeddedHome } from '../../packages/db/src/embedded-binaries.ts';
import { openDatabase, type Database } from '../../packages/db/src/index.ts';
import { startDatabase } from '../start/database.ts';
import { forgetRunning, noteRunning } from '../start/running.ts';
import { keyringOf, readOrMakeSecrets } from '../../apps/api/src/secrets.ts';

const root = resolve(import.meta.dirname, '../..');
export const organisationNumber = '974589095';

export type Outcome = { readonly code: number | null; readonly out: string; readonly fault: string };

const started = (
  args: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>>,
): ReturnType<typeof spawn> =>
  spawn(process.execPath, args, {
    cwd: folder,
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(npm_|DATABASE_|INIT_CWD)/.test(name)),
      ),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs node to its end; `begun` is given the process once it runs. */
export const runNode = async (
  args: readonly string[],
  folder = root,
  begun: (process: ReturnType<typeof spawn>) => void = () => undefined,
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> => {
  const child = started(args, folder, settings);
  const text = { out: '', fault: '' };
  child.stdout?.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text.fault += chunk.toString()));
  begun(child);
  const code = await new Promise<number | null>((settle) => child.once('close', settle));
  return { code, ...text };
};

const command = (data: string): string => {
  const module = JSON.stringify(new URL('command.ts', import.meta.url).href);
  const places = JSON.stringify({ root, data });
  return `import { rosterCommand } from ${module};
    process.exitCode = await rosterCommand(process.argv.slice(1), ${places}, process.cwd());`;
};

export type Installation = {
  readonly db: Database;
  readonly schoolId: string;
  /** The product's folder, and the one with the secrets and the database. */
  readonly places: { readonly root: string; readonly data: string };
  /** A folder for the files to read. */
  readonly files: string;
  /** Runs the command on this installation, in the folder of the files. */
  readonly roster: (args: readonly string[], begun?: Parameters<typeof runNode>[2]) => Promise<Outcome>;
  /** What is noted as running from the installation's folder, this process excepted. */
  readonly othersRunning: () => readonly string[];
  readonly databaseRuns: () => boolean;
  /** Stops the product, as far as the command can see. */
  readonly stopProduct: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** An installation of its own whose product runs, with one school of four pupils. */
export const openInstallation = async (): Promise<Installation> => {
  mkdirSync(join(root, '.data/test'), { recursive: true });
  const data = mkdtempSync(join(root, '.data/test/roster-'));
  // The database runs as an account of its own.
  chmodSync(data, 0o755);
  const files = join(data, 'files');
  mkdirSync(files);
  const secrets = readOrMakeSecrets(join(data, 'secrets.json'));
  noteRunning(data);
  const database = await startDatabase({ root, data }, undefined, secrets, () => undefined);
  const keyring = keyringOf(secrets);
  const db = openDatabase(database.serveUrl, keyring, 2);
  const now = new Date();
  const today = dayOf(now);
  const school = { name: 'Lesen skole', organisationNumber, ownerName: 'Lesen kommune', demo: false };
  const schoolId = await createSchool(db, keyring, school);
  await db.inScope({ schoolId }, async (tx, open) => {
    const sealer = await open();
    const year = { label: 'nå', startsOn: addDays(today, -100), endsOn: addDays(today, 200) };
    await insertSchoolYear(tx, schoolId, year);
    await insertStaffMember(tx, sealer, keyring, schoolId, {
      givenName: 'Ada',
      familyName: 'Min',
      identity: { issuer: 'test', subject: 'ada' },
      relations: [{ kind: 'administrator', fromAt: now }],
    });
    const pupil = { className: '5A', grade: 5, givenName: 'Elev', familyName: 'Navnesen' };
    const pupils = [1, 2, 3, 4].map((number) => ({ ...pupil, externalId: `p${number}` }));
    await applyPupils(tx, sealer, schoolId, now, pupils);
  });
  const stopProduct = async (): Promise<void> => {
    await db.close();
    forgetRunning(data);
    await database.stop();
  };
  const { directory } = embeddedHome(join(data, 'postgres'));
  return {
    db,
    schoolId,
    places: { root, data },
    files,
    roster: (args, begun) =>
      runNode(['--input-type=module', '-e', command(data), '--', ...args], files, begun),
    othersRunning: () => readdirSync(join(data, 'running')).filter((name) => name !== String(process.pid)),
    databaseRuns: () => existsSync(join(directory, 'postmaster.pid')),
    stopProduct,
    remove: async () => {
      await stopProduct();
      for (const folder of [directory, data]) rmSync(folder, { recursive: true, force: true });
    },
  };
};
