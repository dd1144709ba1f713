export { sql } from 'kysely';
export { openBareWriter, type BareResponse, type BareWriter } from './bench-baseline.ts';
export { openBareCopier } from './copy-baseline.ts';
export { openBareSums } from './sums-baseline.ts';
export { openServerClock, type ServerClock } from './server-clock.ts';
export { hashColumns, hashTables } from './backup/hash-tables.ts';
export { newBackupKey } from './backup/encryption.ts';
export { backUpInto, forgetBackups } from './backup/backup-folder.ts';
export { BackupFault, type Manifest } from './backup/manifest.ts';
export { readSealedArchive, writeSealedArchive, type ArchiveFile } from './backup/sealed-archive.ts';
export { restoreBackup } from './backup/restore-backup.ts';
export { writeBackup } from './backup/write-backup.ts';
export { isUuid, openDatabase, type Database, type Scoped, type TableName, type Tx } from './database.ts';
export { startEmbeddedServer, type EmbeddedServer } from './embedded-server.ts';
export type { JobPayloads, Queue } from './job-queues.ts';
export { JobFailure, openJobs, type Jobs } from './jobs.ts';
export { migrate, migrationState, readMigrations, type Migration } from './migrate.ts';
export type { Interference } from './interfere.ts';
export { isUnavailable } from './retry.ts';
export {
  dropDatabase,
  givenServeUrl,
  prepareGivenDatabase,
  prepareServer,
  type DatabaseUrls,
} from './roles.ts';
export { isMigrated, missingMigrations } from './schema-state.ts';
export { rewrapSchoolKeys } from './rewrap-school-keys.ts';
export { RETENTION_CLASSES } from './schema-lint/rule.ts';
export {
  copyTemplate,
  forgetSchool,
  readTemplate,
  type Rewrite,
  type SchoolTemplate,
} from './school-template.ts';
export { createKeyring, lookupKeyOf, type Keyring, type Place, type SchoolSealer } from './sealing.ts';
export { tablesInOrder, type SchemaTable } from './tables-in-order.ts';
export { askAsSuperuser, createTestDatabase, startTestServer, type TestDatabase } from './test-server.ts';
