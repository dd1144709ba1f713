export { sql } from 'kysely';
export { openBareWriter, type BareResponse, type BareWriter } from './bench-baseline.ts';
export { isUuid, openDatabase, type Database, type Scoped, type Tx } from './database.ts';
export { startEmbeddedServer, type EmbeddedServer } from './embedded-server.ts';
export { migrate, readMigrations } from './migrate.ts';
export { isTransient } from './retry.ts';
export { prepareGivenDatabase, prepareServer, type DatabaseUrls } from './roles.ts';
export { createKeyring, type Keyring, type Place, type SchoolSealer } from './sealing.ts';
export { createTestDatabase, startTestServer, type TestDatabase } from './test-server.ts';
