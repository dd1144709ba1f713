import { expect, test } from 'vitest';
import { testDirectoryFor } from './test-directory.ts';

const GIB = 2 ** 30;

test('two servers at once have folders of their own in memory, and each finds its own again', () => {
  const [one, other] = ['/product/.data/test/postgres', '/copy/.data/test/postgres'];
  expect(testDirectoryFor(one, 8 * GIB)).toMatch(/^\/dev\/shm\/samhold-test-[0-9a-f]{16}$/);
  expect(testDirectoryFor(one, 8 * GIB)).toBe(testDirectoryFor(one, 8 * GIB));
  expect(testDirectoryFor(one, 8 * GIB)).not.toBe(testDirectoryFor(other, 8 * GIB));
});

test('without room in memory the files lie where they were asked for', () => {
  expect(testDirectoryFor('/product/.data/test/postgres', 64 * 2 ** 20)).toBe('/product/.data/test/postgres');
});
