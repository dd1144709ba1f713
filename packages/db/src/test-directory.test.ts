import { expect, test } from 'vitest';
import { inMemoryIfRoom } from './test-directory.ts';

const GIB = 2 ** 30;

test('two servers at once have folders of their own in memory, and each finds its own again', () => {
  const [one, other] = ['/product/.data/test/postgres', '/copy/.data/test/postgres'];
  expect(inMemoryIfRoom(one, 8 * GIB)).toMatch(/^\/dev\/shm\/samhold-test-[0-9a-f]{16}$/);
  expect(inMemoryIfRoom(one, 8 * GIB)).toBe(inMemoryIfRoom(one, 8 * GIB));
  expect(inMemoryIfRoom(one, 8 * GIB)).not.toBe(inMemoryIfRoom(other, 8 * GIB));
});

test('without room in memory the files lie where they were asked for', () => {
  expect(inMemoryIfRoom('/product/.data/test/postgres', 64 * 2 ** 20)).toBe('/product/.data/test/postgres');
});
