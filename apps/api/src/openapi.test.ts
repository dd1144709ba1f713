import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openApiText } from './openapi.ts';

test('the committed openapi.json says what the routes say (node scripts/with-node-24.mjs scripts/openapi.ts)', async () => {
  const committed = readFileSync(
    resolve(import.meta.dirname, '../../../packages/contract/openapi.json'),
    'utf8',
  );
  expect(await openApiText()).toBe(committed);
});
