import { runDueWork } from '../../apps/api/src/clock/due-work.ts';
import type { Browser } from '../../apps/api/src/testing/browser.ts';
import type { Call } from '../../apps/api/src/testing/call-of.ts';
import { cookiesOf, type UseCase } from './x3-use-cases.ts';
import type { HarmedHouse } from './x3-school.ts';
import type { How } from './x3-planted.ts';
import {
  differing,
  openStateReader,
  tokensIn,
  withoutChance,
  type Hashes,
  type Rows,
  type StateReader,
} from './x3-state.ts';
import { within } from './deadline.ts';

export type Tried = {
  readonly name: string;
  readonly route: string;
  /** `reads`: it changed nothing; `refused`: nobody got through with this request. */
  readonly kind: 'writes' | 'reads' | 'refused';
  readonly statements: number;
  readonly trials: number;
  /** After how many trials the state was the old one, the new one, and one from which the clock makes the new one. */
  readonly old: number;
  readonly made: number;
  readonly finished: number;
  readonly breaches: readonly string[];
};

export type Bench = {
  readonly harmed: HarmedHouse;
  readonly reader: StateReader;
  readonly old: Hashes;
  /** What stood in the old state, so that it is not taken for made anew. */
  readonly known: ReadonlySet<string>;
};

const ANSWERED_WITHIN_MS = 30_000;

/** Keeps the state of an installation as the one that every use case begins with. */
export const openBench = async (harmed: HarmedHouse): Promise<Bench> => {
  const { database, deps } = harmed.house;
  const reader = await openStateReader(database.superuser, deps.keyring);
  const old = await reader.hashes();
  const rows = await reader.rows(Object.keys(old));
  return { harmed, reader, old, known: new Set(tokensIn(JSON.stringify(rows))) };
};

type Asked = { readonly cookie: string; readonly call: Call };

/** The request as it is sent the next time. */
const asking = async (browser: Browser, { call }: UseCase): Promise<() => Promise<Asked>> => {
  if (typeof call === 'function')
    return async () => {
      const made = await call();
      return { cookie: await cookiesOf(browser), call: made };
    };
  const asked = { cookie: await cookiesOf(browser), call };
  return () => Promise.resolve(asked);
};

const send = async ({ harmed }: Bench, { cookie, call: [path, options] }: Asked): Promise<number> => {
  const { origin } = harmed.house;
  const headers = new Headers(options?.headers);
  headers.set('origin', origin);
  if (cookie !== '') headers.set('cookie', cookie);
  const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS);
  const answer = await fetch(new URL(path, origin), { ...options, redirect: 'manual', headers, signal });
  await answer.arrayBuffer();
  return answer.status;
};

/** The tables that are not as before, and their rows without what chance makes. */
const changed = async ({ reader, old, known }: Bench, { call }: Asked): Promise<Rows> => {
  const tables = differing(old, await reader.hashes());
  const ownIds = tokensIn(JSON.stringify(call));
  return withoutChance(await reader.rows(tables), new Set([...known, ...ownIds]));
};

const isOld = (rows: Rows): boolean => Object.keys(rows).length === 0;

/** The first browser that gets through, with what the use case then makes. */
const withoutHarm = async (bench: Bench, useCase: UseCase) => {
  const { planted } = bench.harmed;
  for (const browser of useCase.browsers) {
    const ask = await asking(browser, useCase);
    const asked = await ask();
    planted.plant(0, 'refused');
    const status = await send(bench, asked);
    const { statements } = planted.lift();
    const rows = await changed(bench, asked);
    await bench.reader.putBack(Object.keys(rows));
    if (status < 400) return { ask, statements, rows };
  }
  return undefined;
};

const told = (rows: Rows, made: Rows): string =>
  [...new Set([...Object.keys(rows), ...Object.keys(made)])]
    .filter((table) => JSON.stringify(rows[table]) !== JSON.stringify(made[table]))
    .map(
      (table) =>
        `${table} (${rows[table]?.length ?? 'as before'} rows, ${made[table]?.length ?? 'as before'} when it succeeds)`,
    )
    .join(', ');

/** What the clock makes of a state the next time it looks. The state is put back. */
const afterClock = async (bench: Bench, asked: Asked): Promise<string> => {
  await runDueWork(bench.harmed.house.deps);
  const rows = await changed(bench, asked);
  await bench.reader.putBack(Object.keys(rows));
  return JSON.stringify(rows);
};

/** The same of the new state, asked for when it is needed. */
const madeAfterClock = (bench: Bench, ask: () => Promise<Asked>): (() => Promise<string>) => {
  let made: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const asked = await ask();
    await send(bench, asked);
    return afterClock(bench, asked);
  };
  return () => (made ??= make());
};

export type Harm = { readonly n: number; readonly how: How };

/** Which statements come to harm, and how: of each every one, and as many as wanted of those that are tried again. */
export type Choose = (statements: readonly string[]) => readonly Harm[];

/**
 * Lets each statement of a use case come to harm in turn. Afterwards the state is the old one or the new one; or, of a use case
 * in steps, one from which the clock comes to the same as after the new one.
 */
export const tryUseCase = async (bench: Bench, useCase: UseCase, choose: Choose): Promise<Tried> => {
  const { name, route = name } = useCase;
  const { planted } = bench.harmed;
  const done = await withoutHarm(bench, useCase);
  const none = { name, route, statements: 0, trials: 0, old: 0, made: 0, finished: 0, breaches: [] };
  if (done === undefined) return { ...none, kind: 'refused' };
  if (isOld(done.rows)) return { ...none, kind: 'reads' };
  const finishedState = madeAfterClock(bench, done.ask);
  const breaches: string[] = [];
  const count = { trials: 0, old: 0, made: 0, finished: 0 };
  for (const { n, how } of choose(done.statements)) {
    const asked = await done.ask();
    planted.plant(n, how);
    const what = `${name} with statement ${n} ${how}`;
    const status = await within(ANSWERED_WITHIN_MS, what, send(bench, asked));
    const { hit } = planted.lift();
    const rows = await changed(bench, asked);
    const isMade = JSON.stringify(rows) === JSON.stringify(done.rows);
    const isBetween = !isOld(rows) && !isMade;
    const later = isBetween ? await afterClock(bench, asked) : undefined;
    if (!isBetween) await bench.reader.putBack(Object.keys(rows));
    if (hit === undefined) continue;
    count.trials += 1;
    const at = `${name}: statement ${n} (${hit.slice(0, 60)}) ${how}`;
    if (isOld(rows)) count.old += 1;
    else if (isMade) count.made += 1;
    else if (later === (await finishedState())) count.finished += 1;
    else breaches.push(`${at}: ${told(rows, done.rows)}`);
    if (status < 400 && !isMade) breaches.push(`${at}: answered ${status}, and it is not done`);
    if (status < 500 && status >= 400) breaches.push(`${at}: answered ${status}`);
  }
  return { name, route, kind: 'writes', statements: done.statements.length, ...count, breaches };
};
