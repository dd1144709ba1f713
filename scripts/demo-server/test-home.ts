import { randomBytes } from 'node:crypto';
import { createTestDatabase, startTestServer, type TestDatabase } from '../../packages/db/src/index.ts';

/** Where products that share a database server live. */
export type SharedHome = {
  readonly superuserUrl: string;
  /** The database with the demo school, to be copied. */
  readonly demo: string;
  /** What it is sealed with, in base64. */
  readonly key: string;
};

type TestHome = {
  readonly database: TestDatabase;
  readonly key: Buffer;
  readonly leave: () => Promise<void>;
};

const sharedHome = (): SharedHome | undefined => {
  const given = process.env['SAMHOLD_SHARED_HOME'];
  return given ? (JSON.parse(given) as SharedHome) : undefined;
};

/**
 * A migrated database for one product: on the server that the environment names, a copy of the demo school's when it is the
 * demo; else on a server of its own in `directory`.
 */
export const openTestHome = async (directory: string, isDemo: boolean): Promise<TestHome> => {
  const shared = sharedHome();
  if (shared !== undefined) {
    if (isDemo) console.log('Kopierer demoskolen …');
    const database = await createTestDatabase(
      shared.superuserUrl,
      isDemo ? { name: shared.demo } : 'migrated',
    );
    return {
      database,
      key: isDemo ? Buffer.from(shared.key, 'base64') : randomBytes(32),
      leave: database.drop,
    };
  }
  const { superuserUrl, stop } = await startTestServer(`${directory}/postgres`);
  try {
    return { database: await createTestDatabase(superuserUrl), key: randomBytes(32), leave: stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
