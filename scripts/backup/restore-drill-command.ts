import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHeadFiles } from '../../apps/api/src/access-log/head-files.ts';
import { backUpInto, newBackupKey, readMigrations } from '../../packages/db/src/index.ts';
import { withServer, type Places } from '../roster/with-database.ts';
import { openServer } from '../start/database.ts';
import { keyringOf } from '../../apps/api/src/secrets.ts';
import { drill, drillHolds, type DrillResult } from './drill.ts';
import { readIdentities } from './identities.ts';
import { contentOf, DONE, FAILED, reasonOf, type Output } from './output.ts';
import { withThrowAwayServer } from './throw-away-server.ts';

const help = `Øver på å hente inn en sikkerhetskopi: i en database for seg, som slettes etterpå. Installasjonen røres ikke.

Bruk: npm run -s restore-drill                                  tar en ny kopi og øver på den
      npm run -s restore-drill -- <kopi> --identity <nøkkelfil>  øver på en kopi som er tatt

Sammenligner radene i hver tabell, kontrollerer innsynsloggen og logger en ansatt inn.
Avslutter med 0 når alt stemmer, 1 når noe ikke stemmer eller øvelsen ikke kunne kjøres.`;

const signInText = {
  'signed in': 'Innlogging: en ansatt kom inn og så sitt eget navn.',
  refused: 'Innlogging: VIRKER IKKE.',
  nobody: 'Innlogging: ikke prøvd, for ingen arbeider her ennå.',
} as const;

const tell = (result: DrillResult, { result: say }: Output): number => {
  const { manifest, differing, brokenLogs, schools } = result;
  say(`Kopien er fra ${manifest.madeAt}: ${contentOf(manifest)}.`);
  say(differing.length === 0 ? 'Rader: alle er like.' : `Rader: ULIKE i ${differing.join(', ')}.`);
  say(
    brokenLogs.length === 0
      ? `Innsynslogg: stemmer for ${schools} skoler.`
      : `Innsynslogg: STEMMER IKKE for ${brokenLogs.join(', ')}.`,
  );
  say(signInText[result.signIn]);
  return drillHolds(result) ? DONE : FAILED;
};

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-drill-copy-'));
  return work(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
};

/** Runs the drill and says what came of it. Returns the exit code. */
export const restoreDrillCommand = async (
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
    const given = positionals[0];
    const own = readIdentities(values.identity && resolve(folder, values.identity));
    const migrations = readMigrations(resolve(places.root, 'migrations'));
    return await inFolder(async (copies) => {
      const once = await newBackupKey();
      const { keyring, heads, file } = await withServer(
        places,
        openServer,
        async ({ started, secrets, data }) => {
          const lent = { keyring: keyringOf(secrets), heads: readHeadFiles(join(data, 'log-heads')).heads };
          if (given !== undefined) return { ...lent, file: resolve(folder, given) };
          const options = { keyring: lent.keyring, migrations, recipient: once.recipient, keptDays: 1 };
          const kept = await backUpInto(copies, started.urls.backup, { ...options, now: () => new Date() });
          return { ...lent, file: kept.file };
        },
      );
      const identities = given === undefined ? [once.identity] : own;
      // What was kept outside after an older copy was taken is not in it.
      const options = { keyring, migrations, identities, heads: given === undefined ? heads : [] };
      return tell(await withThrowAwayServer((urls) => drill(urls, file, options)), output);
    });
  } catch (error) {
    output.note(`Øvelsen kunne ikke kjøres. ${reasonOf(error)} Se npm run -s restore-drill -- --help.`);
    return FAILED;
  }
};
