import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keptReceipts } from '../../apps/api/src/schools/receipt-files.ts';
import { readMigrations, restoreBackup } from '../../packages/db/src/index.ts';
import { placesOf, withServer, type Places } from '../roster/with-database.ts';
import { openServer } from '../start/database.ts';
import { keyringOf } from '../../apps/api/src/secrets.ts';
import { deleteClosedSchools } from './closed-schools.ts';
import { readIdentities } from './identities.ts';
import { contentOf, DONE, FAILED, reasonOf, type Output } from './output.ts';

const help = `Henter en sikkerhetskopi inn i en tom database: alt sammen eller ingenting.

Bruk: npm run -s restore -- <kopi> [--identity <nøkkelfil>]

  --identity   filen med den private nøkkelen; trengs ikke for en kopi fra before-upgrade
  --help       viser dette

secrets.json fra samme tid må ligge i datamappen først. Databasen er den innebygde, eller den i DATABASE_URL.`;

/** Restores a backup and says what came of it. Returns the exit code. */
export const restoreCommand = async (
  args: readonly string[],
  places: Places,
  folder: string,
  output: Output,
): Promise<number> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { identity: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help === true) {
      output.result(help);
      return DONE;
    }
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) throw new Error('Si hvilken kopi som skal hentes inn.');
    const file = resolve(folder, name);
    if (!existsSync(file)) throw new Error(`Filen ${file} finnes ikke.`);
    const { secretsFile } = placesOf(places);
    if (!existsSync(secretsFile))
      throw new Error(`${secretsFile} mangler. Legg filen som hører til sikkerhetskopien, der først.`);
    const identities = readIdentities(values.identity && resolve(folder, values.identity));
    const migrations = readMigrations(resolve(places.root, 'migrations'));
    const { manifest, back } = await withServer(places, openServer, async ({ started, secrets, data }) => {
      const keyring = keyringOf(secrets);
      const restored = await restoreBackup(started.urls.migration, file, { keyring, migrations, identities });
      const receipts = keptReceipts(join(data, 'closed-schools'));
      return {
        manifest: restored,
        back: await deleteClosedSchools(started.urls.migration, keyring, migrations, receipts),
      };
    });
    if (back > 0)
      output.result(`${back} skoler som er slettet etter at kopien ble tatt, er slettet på nytt.`);
    output.result(
      `Hentet inn alt fra ${manifest.madeAt}: ${contentOf(manifest)}. Start Samhold med npm start -- --empty.`,
    );
    return DONE;
  } catch (error) {
    output.note(`Sikkerhetskopien ble ikke hentet inn. ${reasonOf(error)}`);
    return FAILED;
  }
};
