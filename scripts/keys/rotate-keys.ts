import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resealSecrets } from '../../apps/api/src/sign-in-method/service.ts';
import { lookupKeyOf, rewrapSchoolKeys } from '../../packages/db/src/index.ts';
import { placesOf, withDatabase, type Places } from '../roster/with-database.ts';
import { otherStarts } from '../start/running.ts';
import { readOrMakeSecrets, writeSecrets, type Secrets } from '../../apps/api/src/secrets.ts';

/** A new master key beside the one it replaces. One that was made by a rotation that did not end is gone on with. */
const withNewKey = (secrets: Secrets): Secrets =>
  secrets.previousMasterKey !== undefined
    ? secrets
    : {
        ...secrets,
        masterKey: randomBytes(32).toString('base64'),
        previousMasterKey: secrets.masterKey,
        lookupKey:
          secrets.lookupKey ?? lookupKeyOf(Buffer.from(secrets.masterKey, 'base64')).toString('base64'),
      };

/**
 * Replaces the master key: makes a new one, wraps every school's key and every client secret by it, and forgets the one
 * before. Interrupted anywhere, everything still opens, and the next run goes on. Throws while the product runs: it
 * would wrap by the old key.
 */
export const rotateKeys = async (usual: Places): Promise<number> => {
  const { data, secretsFile: file } = placesOf(usual);
  if (!existsSync(file)) throw new Error('Samhold er ikke satt opp her ennå. Kjør npm start først.');
  if (otherStarts(data))
    throw new Error('Samhold er i gang. Stopp det først, på alle maskiner som bruker databasen.');
  writeSecrets(file, withNewKey(readOrMakeSecrets(file)));
  const schools = await withDatabase(usual, async (db, keyring, migrationUrl) => {
    await resealSecrets(db, keyring);
    return rewrapSchoolKeys(migrationUrl, keyring);
  });
  const { previousMasterKey: forgotten, ...kept } = readOrMakeSecrets(file);
  if (forgotten !== undefined) writeSecrets(file, kept);
  return schools;
};

/** Rotates and says what came of it. Returns the exit code. */
export const rotateKeysCommand = async (usual: Places, say: (line: string) => void): Promise<number> => {
  try {
    const schools = await rotateKeys(usual);
    say(`Hovednøkkelen er byttet, og nøklene til ${schools} skoler er pakket om.`);
    say('Ta en ny sikkerhetskopi av secrets.json nå. Den gamle åpner ikke det som er skrevet fra nå av.');
    return 0;
  } catch (error) {
    say(
      `Nøkkelen er ikke byttet ferdig. ${error instanceof Error ? error.message : String(error)} Alt kan fortsatt åpnes; kjør kommandoen en gang til når det er rettet.`,
    );
    return 1;
  }
};
