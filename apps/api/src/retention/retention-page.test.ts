import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { retentionPage } from './retention-page.ts';

test('docs/privacy/retention.md says what the clocks say (node scripts/with-node-24.mjs scripts/retention-page.ts)', () => {
  const page = resolve(import.meta.dirname, '../../../../docs/privacy/retention.md');
  expect(readFileSync(page, 'utf8')).toBe(retentionPage());
});
