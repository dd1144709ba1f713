import { appendFileSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { askAsSuperuser } from '../../packages/db/src/index.ts';

/** Adds to a file of a server's folder, by the account that owns the folder. */
export const addToFile = (folder: string, name: string, text: string): void => {
  const file = join(folder, name);
  appendFileSync(file, text);
  const { uid, gid } = statSync(folder);
  chownSync(file, uid, gid);
};

/** What pg_basebackup does, by the server's own functions: that program is not among the packaged ones. */
export const takeBase = async (superuserUrl: string, from: string, to: string): Promise<void> => {
  const copy = `tar -C ${from} --exclude=./postmaster.pid --exclude=./pg_wal/* -cf - . | tar -C ${to} -xf -`;
  const { uid, gid } = statSync(from);
  mkdirSync(to, { recursive: true });
  chownSync(to, uid, gid);
  const [label] = await askAsSuperuser<{ labelfile: string }>(
    superuserUrl,
    `select pg_backup_start('trial', true);
     copy (select 1) to program 'cat > /dev/null; ${copy}';
     select labelfile from pg_backup_stop()`,
  );
  addToFile(to, 'backup_label', label?.labelfile ?? '');
};
