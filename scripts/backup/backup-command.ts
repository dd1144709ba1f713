import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../apps/api/src/config.ts';
import { backUpInto, newBackupKey, readMigrations } from '../../packages/db/src/index.ts';
import { withServer, type Places } from '../roster/with-database.ts';
import { openServer } from '../start/database.ts';
import { keyringOf } from '../../apps/api/src/secrets.ts';
import { contentOf, DONE, FAILED, reasonOf, sizeOf, type Output } from './output.ts';

const help = `Tar en kryptert sikkerhetskopi av databasen. Kan kjøres mens Samhold er i bruk.

Bruk: npm run -s backup -- [--to <mappe>] [--recipient <age1…>]
      npm run -s backup -- --new-key <fil>

  --to         mappen kopien legges i; ellers BACKUP_DIRECTORY
  --recipient  den offentlige nøkkelen det krypteres til; ellers BACKUP_RECIPIENT
  --new-key    lager et nøkkelpar: den private nøkkelen skrives til filen, den offentlige vises.
               Gjør dette på en annen maskin enn den Samhold kjører på.
  --help       viser dette

Kopier eldre enn BACKUP_KEPT_DAYS dager slettes. secrets.json er ikke med, og må tas vare på for seg.`;

const makeKey = async (file: string, { result }: Output): Promise<void> => {
  if (existsSync(file)) throw new Error(`${file} finnes fra før, og blir ikke skrevet over.`);
  const { identity, recipient } = await newBackupKey();
  writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  result(recipient);
};

/** Takes a backup and says what came of it. Returns the exit code. */
export const backupCommand = async (
  args: readonly string[],
  places: Places,
  folder: string,
  output: Output,
): Promise<number> => {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { to: text, recipient: text, 'new-key': text, help: { type: 'boolean' } },
    });
    if (values.help === true) {
      output.result(help);
      return DONE;
    }
    if (values['new-key'] !== undefined) {
      await makeKey(resolve(folder, values['new-key']), output);
      return DONE;
    }
    const { backups } = readConfig();
    const recipient = values.recipient ?? backups.to?.recipient;
    const directory = values.to === undefined ? backups.to?.directory : resolve(folder, values.to);
    if (recipient === undefined || directory === undefined)
      throw new Error('Si hvor kopien skal legges (--to) og hvilken nøkkel den krypteres til (--recipient).');
    const migrations = readMigrations(resolve(places.root, 'migrations'));
    const { file, bytes, manifest } = await withServer(places, openServer, ({ started, secrets }) =>
      backUpInto(resolve(directory), started.urls.backup, {
        ...{ keyring: keyringOf(secrets), migrations, recipient, now: () => new Date() },
        keptDays: backups.keptDays,
      }),
    );
    output.result(`${file} (${sizeOf(bytes)}, ${contentOf(manifest)})`);
    return DONE;
  } catch (error) {
    output.note(`Det ble ikke tatt noen sikkerhetskopi. ${reasonOf(error)} Se npm run -s backup -- --help.`);
    return FAILED;
  }
};
