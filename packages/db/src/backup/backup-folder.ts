import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';
import { writeBackup, type BackupOptions } from './write-backup.ts';

const NAME = /^samhold-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz\.age$/;
const DAY = 86_400_000;

const nameOf = (at: Date): string =>
  `samhold-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar.gz.age`;

const timeOf = (name: string): number => {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  return Date.parse(`${day}T${hour}:${minute}:${second}Z`);
};

/** Deletes backups older than `days`, but for the last `spared` ones. */
export const forgetBackups = (directory: string, days: number, now: Date, spared = 0): void => {
  const names = readdirSync(directory)
    .filter((name) => NAME.test(name))
    .sort();
  const old = names
    .slice(0, names.length - spared)
    .filter((name) => now.getTime() - timeOf(name) > days * DAY);
  for (const name of old)
    for (const file of [name, `${name}.sha256`]) rmSync(join(directory, file), { force: true });
};

export type KeptBackup = { readonly file: string; readonly bytes: number; readonly manifest: Manifest };

/**
 * Writes a backup named by its time into a folder, beside it its SHA-256 as `sha256sum -c` reads it, and deletes what is
 * older than `keptDays`. A run that is cut off leaves a file that ends with `.part` and no backup.
 */
export const backUpInto = async (
  directory: string,
  url: string,
  { keptDays, ...options }: BackupOptions & { readonly keptDays: number },
): Promise<KeptBackup> => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(directory))
    if (NAME.test(name.replace(/\.part$/, '')) && name.endsWith('.part')) rmSync(join(directory, name));
  const name = nameOf(options.now());
  const file = join(directory, name);
  const { bytes, sha256, manifest } = await writeBackup(url, `${file}.part`, options);
  writeFileSync(`${file}.sha256`, `${sha256}  ${name}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
  // One too old is better than none.
  forgetBackups(directory, keptDays, options.now(), 1);
  return { file, bytes, manifest };
};
