import type { Dependencies } from '../../apps/api/src/dependencies.ts';
import { sourceAtPath } from '../../apps/api/src/roster/files/roster-source.ts';
import { applyImport } from '../../apps/api/src/roster/import/apply.ts';
import { readImport } from '../../apps/api/src/roster/import/imports.ts';
import { createKeyring, openDatabase } from '../../packages/db/src/index.ts';

export type ImportOrder = {
  readonly url: string;
  readonly key: string;
  readonly schoolId: string;
  readonly folder: string;
};
export type ImportReport = {
  readonly readMs: number;
  readonly applyMs: number;
  readonly added: number;
  readonly unchanged: number;
  /** The most memory this process has held, in bytes. */
  readonly memory: number;
};

const importFolder = async ({ url, key, schoolId, folder }: ImportOrder): Promise<ImportReport> => {
  const keyring = createKeyring(Buffer.from(key, 'base64'));
  const db = openDatabase(url, keyring, 4);
  // An import asks nothing of a sign-in.
  const deps = { db, keyring, now: () => new Date() } as Dependencies;
  const begun = performance.now();
  const source = await sourceAtPath(folder);
  const reading = await readImport(deps, { schoolId }, source);
  await source.close();
  if (reading.outcome !== 'read') throw new Error('The columns were not known.');
  const read = performance.now();
  const { counts } = await applyImport(deps, { schoolId }, reading.import.importId, false);
  const applied = performance.now();
  await db.close();
  return {
    readMs: read - begun,
    applyMs: applied - read,
    added: counts.new,
    unchanged: counts.unchanged,
    memory: process.resourceUsage().maxRSS * 1024,
  };
};

process.on('message', (order: ImportOrder) => {
  void importFolder(order).then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
