import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createTestDatabase } from './test-server.ts';

test('the table types are those of the migrated schema', async () => {
  const database = await createTestDatabase(inject('superuserUrl'));
  const folder = mkdtempSync(join(tmpdir(), 'samhold-'));
  try {
    const file = join(folder, 'tables.ts');
    const program = resolve(import.meta.dirname, '../node_modules/.bin/kysely-codegen');
    const options = ['--dialect', 'postgres', '--date-parser', 'string', '--url', database.migration];
    // The tables of the job queue are pg-boss's own; only pg-boss asks them.
    const ours = ['--exclude-pattern', 'pgboss.*'];
    const ran = spawnSync(program, [...options, ...ours, '--out-file', file], { encoding: 'utf8' });
    expect(ran.status, ran.stderr).toBe(0);
    expect(readFileSync(join(import.meta.dirname, 'tables.gen.ts'), 'utf8')).toBe(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
    await database.drop();
  }
});
