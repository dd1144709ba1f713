import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../apps/api/src/config.ts';
import { isMigrated, migrate, readMigrations, tablesInOrder } from '../../packages/db/src/index.ts';
import { DONE, FAILED, reasonOf, type Output } from '../backup/output.ts';
import { withThrowAwayServer } from '../backup/throw-away-server.ts';
import { placeTables } from './placement.ts';
import { distributionStatements } from './statements.ts';

const help = `Skriver setningene som fordeler tabellene på maskinene i en Citus-klynge, skole for skole. Endrer ingenting selv.

Bruk: npm run -s citus > fordel.sql
      psql -v ON_ERROR_STOP=1 -f fordel.sql <koordinatoren>

Tabellene leses fra databasen i DATABASE_URL; uten den fra en tom database av denne versjonen, som slettes etterpå.
Les docs/operate/citus.md først.`;

const ofThisVersion = (root: string): ReturnType<typeof tablesInOrder> =>
  withThrowAwayServer(async ({ migration }) => {
    await migrate(migration, readMigrations(join(root, 'migrations')));
    return tablesInOrder(migration);
  });

const ofDatabase = async (url: string): ReturnType<typeof tablesInOrder> => {
  if (!(await isMigrated(url))) throw new Error('Databasen i DATABASE_URL er ikke satt opp ennå.');
  return tablesInOrder(url);
};

/** Prints the statements. Returns the exit code. */
export const citusCommand = async (
  args: readonly string[],
  { root }: { readonly root: string },
  output: Output,
): Promise<number> => {
  try {
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean' } } });
    if (values.help === true) {
      output.result(help);
      return DONE;
    }
    const { database } = readConfig();
    const tables = await (database === undefined ? ofThisVersion(root) : ofDatabase(database.url));
    output.result(distributionStatements(placeTables(tables)).join('\n'));
    return DONE;
  } catch (error) {
    output.note(`Ingen setninger ble skrevet. ${reasonOf(error)} Se npm run -s citus -- --help.`);
    return FAILED;
  }
};
