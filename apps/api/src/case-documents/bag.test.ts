import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeBag } from './bag.ts';
import { unzip } from './unzip.fixture.ts';

const info = {
  source: 'Fjellvik skole',
  description: 'Skolemiljøsak',
  identifier: 'K7F3Q',
  day: '2026-11-27',
};
const payload = [
  { name: 'sak.json', bytes: Buffer.from('{"å":1}') },
  { name: 'sak.pdf', bytes: Buffer.from([0, 255, 10, 13]) },
];

const folder = mkdtempSync(join(tmpdir(), 'samhold-bag-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const unpack = async (zip: Buffer, changed?: (name: string, bytes: Buffer) => Buffer): Promise<void> => {
  for (const [name, bytes] of await unzip(zip)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), changed?.(name, bytes) ?? bytes);
  }
};

/** The checker anybody has: coreutils'. */
const check = (manifest: string) =>
  spawnSync('sha256sum', ['-c', '--strict', manifest], { cwd: folder, encoding: 'utf8' });

test('a bag holds what was put in it, and its manifests check out', async () => {
  const { zip } = await makeBag(payload, info);
  const files = await unzip(zip);
  expect([...files.keys()].toSorted()).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data/sak.json',
    'data/sak.pdf',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
  ]);
  expect(files.get('data/sak.pdf')).toEqual(payload[1]?.bytes);
  expect(files.get('bag-info.txt')?.toString()).toContain('Payload-Oxum: 12.2');
  await unpack(zip);
  expect(check('manifest-sha256.txt').status).toBe(0);
  expect(check('tagmanifest-sha256.txt').status).toBe(0);
});

test('a file changed afterwards is found', async () => {
  const { zip } = await makeBag(payload, info);
  await unpack(zip, (name, bytes) => (name === 'data/sak.json' ? Buffer.from('{"å":2}') : bytes));
  expect(check('manifest-sha256.txt').status).not.toBe(0);
  expect(check('tagmanifest-sha256.txt').status).toBe(0);
});

test('the same case on the same day is the same bag, and another case is not', async () => {
  const [one, again] = [await makeBag(payload, info), await makeBag(payload, info)];
  expect(again.zip).toEqual(one.zip);
  const other = await makeBag([{ name: 'sak.json', bytes: Buffer.from('{}') }], info);
  expect(other.manifest).not.toEqual(one.manifest);
});
