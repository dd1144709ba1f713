import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifySchool } from '../../apps/api/src/access-log/verify-schools.ts';
import { seededRandom } from '../../packages/analysis/src/layout/seeded-random.ts';
import { openDatabase } from '../../packages/db/src/index.ts';
import { startChild, type Child } from '../bench/child.ts';
import { median } from '../bench/statistics.ts';
import { until, within } from './deadline.ts';
import { compareEntries, intact, storedEntries, type Entry } from './entries.ts';
import { count, seconds, type Fault, type Outcome } from './fault.ts';
import { makeInstallation, type MadeInstallation } from './made-installation.ts';
import { openOwnServer, type OwnServer } from './own-server.ts';
import { openRunningApi, type RunningApi } from './running-api.ts';
import type { TabletsPlan, TabletsReport } from './tablets-process.ts';

const DEADLINE_MS = 60_000;
const TABLETS = 6;
const PAUSE_MS = 100;
/** Acknowledged since the kill before, so that each kill hits a server that stores. */
const BETWEEN = 12;
/** More than the tablets come to between two kills. */
const RESPONSES_A_KILL = 80;

const targets = ['api', 'database', 'both'] as const;
type Target = (typeof targets)[number];

/** Both at the same moment; the api is started before its database, which it must wait for. */
const killAndStart = async (target: Target, server: OwnServer, api: RunningApi): Promise<void> => {
  await Promise.all([
    target === 'database' ? undefined : api.kill(),
    target === 'api' ? undefined : server.kill(),
  ]);
  if (target !== 'database') api.start();
  if (target !== 'api') await server.start();
};

type Line = Entry | { readonly opened: string };

const readLedger = (file: string) => {
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line); // written by the tablets' process
  const entries = lines.filter((line): line is Entry => 'responseId' in line);
  return { entries, opened: lines.length - entries.length };
};

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

const settingsOf = (server: OwnServer) =>
  server.ask<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any('{${DURABLE.join(',')},server_version}') order by name`,
  );

/** What is wrong with the access log: a broken chain, or an opening that was answered and is not in it. */
const judgeLog = async (server: OwnServer, api: RunningApi, schoolId: string, opened: number) => {
  const db = openDatabase(server.urls.serve, api.keyring, 2);
  try {
    const { faults, entries } = await verifySchool(db, schoolId, []);
    return {
      entries,
      breaches: [
        ...(faults.length > 0 ? [`the access log does not hold: ${JSON.stringify(faults[0])}`] : []),
        ...(entries < opened ? [`${opened} openings were answered and ${entries} are in the log`] : []),
      ],
    };
  } finally {
    await db.close();
  }
};

const ask = (tablets: Child, message: TabletsPlan | 'report' | 'stop'): Promise<TabletsReport> =>
  within(
    2 * DEADLINE_MS,
    `the tablets' ${typeof message === 'string' ? message : 'start'}`,
    tablets.ask(message),
  );

type Plan = { readonly kills: number; readonly seed: number };

/** Kills again and again while tablets hand in. Returns what the tablets say at last, and how long each healing took. */
const killAgainAndAgain = async (
  { kills, seed }: Plan,
  server: OwnServer,
  api: RunningApi,
  made: MadeInstallation,
  ledger: string,
) => {
  const { responses, teacher } = made;
  const random = seededRandom(seed);
  const tablets = startChild('../faults/tablets-process.ts');
  const healing: number[] = [];
  const killed: Record<Target, number> = { api: 0, database: 0, both: 0 };
  try {
    await ask(tablets, { port: api.port, responses, tablets: TABLETS, pauseMs: PAUSE_MS, ledger, teacher });
    const more = async (than: number, what: string): Promise<number> =>
      until(DEADLINE_MS, what, async () => (await ask(tablets, 'report')).acknowledged > than);
    for (let i = 0; i < kills; i += 1) {
      const { acknowledged } = await ask(tablets, 'report');
      await more(acknowledged + BETWEEN, 'answers to be acknowledged');
      await wait(random() * 300);
      const target = targets[Math.floor(random() * targets.length)] ?? 'both';
      killed[target] += 1;
      const before = await ask(tablets, 'report');
      await killAndStart(target, server, api);
      healing.push(await more(before.acknowledged + TABLETS, `healing after ${i + 1} kills (${target})`));
    }
    return { healing, killed, report: await ask(tablets, 'stop') };
  } finally {
    await tablets.stop();
  }
};

/** Kills api and database at random under load; whatever was acknowledged is there once, as it was sent. */
export const killUnderLoad = async (plan: Plan): Promise<Outcome> => {
  const server = await openOwnServer();
  const api = await openRunningApi(server);
  try {
    api.start();
    const db = openDatabase(server.urls.serve, api.keyring, 4);
    const made = await makeInstallation(db, api.keyring, RESPONSES_A_KILL * (plan.kills + 1));
    await db.close();
    await api.ready();
    const ledger = join(server.folder, 'ledger');
    const { healing, killed, report } = await killAgainAndAgain(plan, server, api, made, ledger);
    const { entries, opened } = readLedger(ledger);
    const stored = await storedEntries(server.ask);
    const log = await judgeLog(server, api, made.school.schoolId, opened);
    const settings = await settingsOf(server);
    const durable = settings.filter(({ name }) => DURABLE.includes(name));
    return {
      figures: [
        { what: 'kills: api, database, both', measured: `${killed.api}, ${killed.database}, ${killed.both}` },
        { what: 'responses acknowledged, in the ledger', measured: count(entries.length) },
        {
          what: 'of them there once, as they were sent',
          measured: count(intact(entries, stored).length),
        },
        { what: 'stored and never acknowledged', measured: count(stored.length - entries.length) },
        { what: 'requests that had to be sent again', measured: count(report.sentAgain) },
        {
          what: 'entries in the access log, of openings answered',
          measured: `${count(log.entries)}, ${count(opened)}`,
        },
        {
          what: 'until tablets were acknowledged again: median and longest',
          measured: `${seconds(median(healing))} and ${seconds(Math.max(...healing))}`,
        },
      ],
      breaches: [
        ...(report.failure === undefined ? [] : [report.failure]),
        ...new Set(report.other),
        ...compareEntries(entries, stored, made.responses.length),
        ...log.breaches,
        ...durable.filter(({ setting }) => setting !== 'on').map(({ name }) => `${name} is off`),
      ],
      notes: [
        `${TABLETS} tablets hand in whole responses, each sent again until it is acknowledged; the ledger is on disk before a response counts. A teacher opens named data ten times a second.`,
        `The database runs as in an installation: ${durable.map(({ name, setting }) => `${name} ${setting}`).join(', ')}. All its processes are killed at once.`,
        'A killed process leaves what it has written to the operating system. That the disk keeps it when the power goes is what fsync is for, and is not tried here.',
      ],
      postgres: settings.find(({ name }) => name === 'server_version')?.setting ?? '',
    };
  } finally {
    await api.kill();
    await server.remove();
  }
};

export const x1: Fault = {
  name: 'x1',
  rule: 'Api and database are killed (SIGKILL) at random under load: every acknowledged response is there exactly once with the same hash, and the access log verifies.',
  run: killUnderLoad,
};
