import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Files here are kept in memory, on Linux. */
const MEMORY = '/dev/shm';
/** The tests take some 160 MB of it; the write-ahead log may grow to a GiB. */
const ROOM = 2 * 2 ** 30;

const freeInMemory = (): number => {
  if (!existsSync(MEMORY)) return 0;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize;
};

/**
 * Where a server for tests that is asked for in `directory`, a whole path, keeps its files: in memory where there is room, in a
 * folder of its own; otherwise there. On a disk a database takes three times as long to make.
 */
export const inMemoryIfRoom = (directory: string, free: number = freeInMemory()): string =>
  free < ROOM
    ? directory
    : join(MEMORY, `samhold-test-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`);
