import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

/** Linux lists its processes there; elsewhere none is found. */
const listed = existsSync('/proc/self/stat');

const all = (): readonly Process[] =>
  (listed ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(name) ?? []);

const takesSignals = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

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
export const isRunning = (pid: number): boolean =>
  listed ? !['Z', undefined].includes(read(String(pid))?.state) : takesSignals(pid);

/** Processor time in seconds by now of each of these processes that still runs. */
export const processorOf = (pids: readonly number[]): ReadonlyMap<number, number> =>
  new Map(pids.flatMap((pid) => read(String(pid)) ?? []).map((one) => [one.pid, one.seconds]));

/** The process that started this one; 0 when there is none any more. */
export const parentOf = (pid: number): number => read(String(pid))?.parent ?? 0;

/**
 * Memory in bytes of a process, 0 when it has ended: all of it (`Rss`), or with what it shares with others counted by its
 * part (`Pss`), so that those of one server can be added.
 */
export const memoryOf = (pid: number, counted: 'Rss' | 'Pss'): number => {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(new RegExp(`^${counted}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};

/** Every process by the words it was started with and the folder it works in. */
export const startedWith = (
  holds: (words: readonly string[], folder: string) => boolean,
): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return holds(
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'),
          readlinkSync(`/proc/${pid}/cwd`),
        );
      } catch {
        return false; // it ended meanwhile
      }
    })
    .map(Number);

/** Those and all they started, and so on. */
export const withChildren = (pids: readonly number[]): readonly number[] => {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (read(name) ?? []) : []));
  const found = new Set(pids);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
};
