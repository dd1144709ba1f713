import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTestDatabase, startTestServer } from '../packages/db/src/index.ts';
import { inStyle } from './privacy/in-style.ts';
import { privacyDocuments } from './privacy/documents.ts';

const folder = resolve(import.meta.dirname, '../docs/privacy');

const server = await startTestServer('.data/privacy-documents/postgres');
try {
  const database = await createTestDatabase(server.superuserUrl);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await privacyDocuments(database)) {
    const path = resolve(folder, name);
    writeFileSync(path, await inStyle(path, text));
  }
} finally {
  await server.stop();
}
