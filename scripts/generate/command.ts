import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../apps/api/src/config.ts';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { openDatabase } from '../../packages/db/src/index.ts';
import { startDatabase } from '../start/database.ts';
import { keyringOf, readOrMakeSecrets } from '../../apps/api/src/secrets.ts';
import { makeKommune } from './make-kommune.ts';

const help = `npm run generate -- --schools 150

Fyller en tom database med en oppdiktet kommune: én eier, så mange skoler, og runder med svar.
Databasen ligger i .data/kommune, eller der DATA_DIRECTORY sier. Se den etterpå med:
  DATA_DIRECTORY=.data/kommune npm start`;

const numberOf = (text: string | undefined, usual: number): number => {
  const number = Number(text ?? usual);
  if (!Number.isInteger(number) || number < 1 || number > 3_000)
    throw new Error('--schools er fra 1 til 3000.');
  return number;
};

const generate = async (root: string, schools: number, say: (line: string) => void): Promise<void> => {
  const { database: own, dataDirectory } = readConfig();
  if (own !== undefined)
    throw new Error('Kommunen lages bare i den innebygde databasen. Fjern DATABASE_URL.');
  const data = resolve(dataDirectory ?? join(root, '.data/kommune'));
  const secrets = readOrMakeSecrets(join(data, 'secrets.json'));
  const begun = performance.now();
  const database = await startDatabase({ root, data }, undefined, secrets, say);
  const keyring = keyringOf(secrets);
  const db = openDatabase(database.serveUrl, keyring, 4);
  try {
    await publishQuestionnaires(db);
    const someOwner = await db.beforeScope((tx) =>
      tx.selectFrom('school_owner').select('owner_id').execute(),
    );
    if (someOwner.length > 0)
      throw new Error(`${data} har skoler fra før. Flytt mappen bort, eller velg en annen.`);
    const urls = { serve: database.serveUrl, superuser: database.superuserUrl ?? '' };
    const made = await makeKommune(db, keyring, urls, { schools, seed: 1, say });
    const pupils = made.schools.reduce((sum, school) => sum + school.pupils, 0);
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(
      `${made.schools.length} skoler med ${pupils} elever på ${seconds} s. Åpne dem: DATA_DIRECTORY=${data} npm start`,
    );
  } finally {
    await db.close();
    await database.stop();
  }
};

/** Returns the exit code. */
export const generateCommand = async (
  root: string,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { schools: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) say(help);
    else await generate(root, numberOf(values.schools, 150), say);
    return 0;
  } catch (error) {
    say(`Kommunen er ikke laget. ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
};
