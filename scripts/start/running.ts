import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STOPPING = 'stopping';

const folder = (data: string): string => join(data, 'running');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const ownFile = (data: string): string => join(folder(data), String(process.pid));

/** Notes that this process uses the folder. */
export const noteRunning = (data: string): void => {
  mkdirSync(folder(data), { recursive: true });
  writeFileSync(ownFile(data), '');
};

/** Notes that this process is about to stop the database. */
export const noteStopping = (data: string): void => {
  if (existsSync(ownFile(data))) writeFileSync(ownFile(data), STOPPING);
};

export const forgetRunning = (data: string): void => rmSync(ownFile(data), { force: true });

/** The files of other processes that are alive. Forgets those that were killed. */
const others = (data: string): readonly string[] => {
  if (!existsSync(folder(data))) return [];
  const names = readdirSync(folder(data)).filter((name) => Number(name) !== process.pid);
  for (const name of names) if (!isAlive(Number(name))) rmSync(join(folder(data), name), { force: true });
  return names.map((name) => join(folder(data), name)).filter((file) => existsSync(file));
};

/** Whether another process uses the folder. */
export const otherStarts = (data: string): boolean => others(data).length > 0;

/** Whether another process is stopping the database of the folder just now. */
export const otherStops = (data: string): boolean =>
  others(data).some((file) => existsSync(file) && readFileSync(file, 'utf8') === STOPPING);
