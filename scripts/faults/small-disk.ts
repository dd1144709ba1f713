import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type SmallDisk = {
  readonly directory: string;
  /** Writes until there is no room left. */
  readonly fill: () => void;
  readonly free: () => void;
  readonly remove: () => void;
};

const isOutOfSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/** Down to the last page: large blocks first. */
const fillWith = (file: string): void => {
  for (const size of [1024 * 1024, 4096])
    for (;;)
      try {
        appendFileSync(file, Buffer.alloc(size, 1));
      } catch (error) {
        if (!isOutOfSpace(error)) throw error;
        break;
      }
};

/** A file system of its own in memory that belongs to whom `files` belongs to; undefined where none may be mounted. */
export const mountSmallDisk = (
  directory: string,
  megabytes: number,
  files: string,
): SmallDisk | undefined => {
  mkdirSync(directory, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory]);
  if (mounted.status !== 0) return undefined;
  const { uid, gid } = statSync(files);
  const space = join(directory, 'space');
  mkdirSync(space);
  for (const place of [directory, space]) chownSync(place, uid, gid);
  chmodSync(space, 0o700);
  const filler = join(directory, 'filler');
  return {
    directory: space,
    fill: () => fillWith(filler),
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', [directory]);
      rmSync(dirname(space), { recursive: true, force: true });
    },
  };
};
