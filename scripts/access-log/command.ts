import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../apps/api/src/config.ts';
import { readHeadFiles, type KeptHeads } from '../../apps/api/src/access-log/head-files.ts';
import { verifySchools, type Verified } from '../../apps/api/src/access-log/verify-schools.ts';
import { createKeyring, openDatabase, type Database } from '../../packages/db/src/index.ts';
import type { Output } from '../backup/output.ts';
import { withDatabase, type Places } from '../roster/with-database.ts';
import { faultText } from './fault-text.ts';

const help = `Kontrollerer innsynsloggen: at ingen oppføring er endret, fjernet, flyttet på eller tatt bort fra slutten.

Bruk: npm run -s verify-log -- [--database <adresse>] [--heads <mappe>]

  --database   en PostgreSQL-adresse; ellers databasen installasjonen bruker
  --heads      mappen med kjedens stand dag for dag; ellers log-heads i datamappen
  --help       viser dette

Kan kjøres mens Samhold er i bruk. Skriver ingen navn.
Avslutter med 0 når alt stemmer, 1 når noe ikke stemmer, 2 når kommandoen ikke kunne kjøres.`;

const HOLDS = 0;
const BROKEN = 1;
const NOT_RUN = 2;

const withGiven = async <T>(url: string, work: (db: Database) => Promise<T>): Promise<T> => {
  // The log holds nothing sealed, so any key does.
  const db = openDatabase(url, createKeyring(Buffer.alloc(32)), 2);
  return work(db).finally(() => db.close());
};

const tell = (verified: readonly Verified[], { unreadable }: KeptHeads, { result }: Output): number => {
  for (const place of unreadable) result(`${place}: linjen kan ikke leses.`);
  for (const { schoolId, entries, days, faults } of verified) {
    const extent = `${entries} oppføringer, ${days} dager bevart utenfor databasen`;
    result(`Skole ${schoolId}: ${faults.length === 0 ? 'stemmer' : 'STEMMER IKKE'} (${extent}).`);
    for (const fault of faults) result(`  ${faultText(fault)}`);
  }
  if (verified.length === 0) result('Ingen skole har en innsynslogg ennå.');
  const isBroken = unreadable.length > 0 || verified.some(({ faults }) => faults.length > 0);
  return isBroken ? BROKEN : HOLDS;
};

/** Verifies the log of every school and says what came of it. Returns the exit code. */
export const verifyLogCommand = async (
  args: readonly string[],
  places: Places,
  folder: string,
  output: Output,
): Promise<number> => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { database: { type: 'string' }, heads: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) {
      output.result(help);
      return HOLDS;
    }
    const data = resolve(readConfig().dataDirectory ?? places.data);
    const directory = values.heads === undefined ? `${data}/log-heads` : resolve(folder, values.heads);
    // Read before the database, which by then has whatever the files have.
    const kept = readHeadFiles(directory);
    const verify = (db: Database): Promise<readonly Verified[]> => verifySchools(db, kept.heads);
    const verified =
      values.database === undefined
        ? await withDatabase(places, verify)
        : await withGiven(values.database, verify);
    return tell(verified, kept, output);
  } catch (error) {
    output.note(
      `Loggen ble ikke kontrollert. ${error instanceof Error ? error.message : String(error)} Se npm run -s verify-log -- --help.`,
    );
    return NOT_RUN;
  }
};
