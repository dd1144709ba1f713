import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICKS = 100;

type Process = {
  readonly pid: number;
  readonly parent: number;
  /** `Z` is one that has ended and that nobody has asked about yet. */
  readonly state: string;
  readonly seconds: number;
};

/** The name in brackets may hold anything, so the fields are read from behind it. */
const read = (pid: string): Process | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    const seconds = ((user ?? 0) + (system ?? 0)) / TICKS;
    return { pid: Number(pid), parent: parent ?? 0, state: fields[0] ?? '', seconds };
  } catch {
    return undefined; // it ended meanwhile
  }
};

const all = (): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(name) ?? []);

/** Processor time in seconds by now of a process and those it started; connections that ended meanwhile are not in it. */
export const processorSeconds = (pid: number): number =>
  all()
    .filter((one) => one.pid === pid || one.parent === pid)
    .reduce((sum, one) => sum + one.seconds, 0);

/** The processes this one has started. */
export const childrenOf = (pid: number): readonly number[] =>
  all()
    .filter(({ parent }) => parent === pid)
    .map((one) => one.pid);

/** Whether it still does anything: one that has ended may be listed until it is asked about. */
export const isRunning = (pid: number): boolean => !['Z', undefined].includes(read(String(pid))?.state);

/** Processor time in seconds by now of each of these processes that still runs. */
export const processorOf = (pids: readonly number[]): ReadonlyMap<number, number> =>
  new Map(pids.flatMap((pid) => read(String(pid)) ?? []).map((one) => [one.pid, one.seconds]));

/** The process that started this one; 0 when there is none any more. */
export const parentOf = (pid: number): number => read(String(pid))?.parent ?? 0;
