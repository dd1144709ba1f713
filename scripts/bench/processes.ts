import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICKS = 100;

type Process = { readonly pid: number; readonly parent: number; readonly seconds: number };

/** The name in brackets may hold anything, so the fields are read from behind it. */
const read = (pid: string): Process | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return { pid: Number(pid), parent: parent ?? 0, seconds: ((user ?? 0) + (system ?? 0)) / TICKS };
  } catch {
    return undefined; // it ended meanwhile
  }
};

/** Processor time in seconds by now of a process and those it started; connections that ended meanwhile are not in it. */
export const processorSeconds = (pid: number): number => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(name) ?? []);
  return all
    .filter((one) => one.pid === pid || one.parent === pid)
    .reduce((sum, one) => sum + one.seconds, 0);
};

/** Processor time in seconds by now of each of these processes that still runs. */
export const processorOf = (pids: readonly number[]): ReadonlyMap<number, number> =>
  new Map(pids.flatMap((pid) => read(String(pid)) ?? []).map((one) => [one.pid, one.seconds]));

/** The process that started this one; 0 when there is none any more. */
export const parentOf = (pid: number): number => read(String(pid))?.parent ?? 0;
