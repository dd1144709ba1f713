import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = (data: string): string => join(data, 'running');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Notes that this process uses the folder. */
export const noteRunning = (data: string): void => {
  mkdirSync(folder(data), { recursive: true });
  writeFileSync(join(folder(data), String(process.pid)), '');
};

export const forgetRunning = (data: string): void =>
  rmSync(join(folder(data), String(process.pid)), { force: true });

/** Whether another process that is alive uses the folder. Forgets those that were killed. */
export const otherStarts = (data: string): boolean => {
  const others = readdirSync(folder(data)).filter((name) => Number(name) !== process.pid);
  const dead = others.filter((name) => !isAlive(Number(name)));
  for (const name of dead) rmSync(join(folder(data), name), { force: true });
  return others.length > dead.length;
};
