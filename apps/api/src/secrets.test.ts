import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrMakeSecrets } from './secrets.ts';

describe('the secrets of an installation', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'samhold-secrets-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('are made once, readable by the owner only, with a master key of 32 bytes', () => {
    const file = join(directory, 'inner', 'secrets.json');
    const made = readOrMakeSecrets(file);
    expect(Buffer.from(made.masterKey, 'base64')).toHaveLength(32);
    expect(new Set(Object.values(made)).size).toBe(5);
    expect(readOrMakeSecrets(file)).toEqual(made);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"superuser":"x"}', '[1'])('are never replaced when the file is damaged: %j', (text) => {
    const file = join(directory, 'secrets.json');
    writeFileSync(file, text);
    expect(() => readOrMakeSecrets(file)).toThrow('ødelagt');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
