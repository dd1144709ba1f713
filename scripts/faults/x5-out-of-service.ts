import { openDatabase } from '../../packages/db/src/index.ts';
import { until } from './deadline.ts';
import { compareEntries, storedEntries, type Sent } from './entries.ts';
import { isUnavailable } from './exchange.ts';
import { count, seconds, type Fault, type Figure, type Outcome } from './fault.ts';
import { startLoad } from './load.ts';
import { makeInstallation } from './made-installation.ts';
import { openOwnServer, type OwnServer } from './own-server.ts';
import { openRunningApi, type RunningApi } from './running-api.ts';
import type { Cause } from './x5-cause.ts';
import { causesOf } from './x5-causes.ts';
import { DISK_MEGABYTES, diskCauses, mountDisks, SMALL_LOG } from './x5-full-disks.ts';

/** Outside it, nothing waits longer for anything. */
const DEADLINE_MS = 60_000;
const TABLETS = 6;
/** Whoever signs in holds a place before it is known who it is: as many are kept for the superuser as the api tries at once, and more. */
const CONNECTIONS = ['max_connections=55', 'superuser_reserved_connections=28'];
/** So many refusals show what a cause does, and so many acknowledgements that nothing is left of it. */
const SEEN = 15;

export type OutOfService = Outcome & {
  readonly healing: readonly { readonly what: string; readonly ms: number }[];
};

type Under = {
  readonly ms: number;
  readonly refused: number;
  readonly readyMeanwhile: number;
  readonly did?: string;
  readonly breaches: readonly string[];
};

/** Brings a cause about while tablets hand in, lifts it, and says how long it took until every tablet was acknowledged again. */
const under = async (
  { what, bring, lift, did }: Cause,
  api: RunningApi,
  responses: readonly Sent[],
  handedIn: Sent[],
): Promise<Under> => {
  const load = startLoad(api.port, responses, { tablets: TABLETS, pauseMs: 15 });
  const more = async (of: 'refused' | 'acknowledged'): Promise<void> => {
    const before = load[of].length;
    await until(DEADLINE_MS, `${what}: ${SEEN} more ${of}`, () => load[of].length >= before + SEEN);
  };
  await more('acknowledged');
  await bring();
  await more('refused');
  const readyMeanwhile = await api.statusOf('/ready');
  await lift();
  const lifted = performance.now();
  const ms = await until(DEADLINE_MS, `${what}: healing`, () => load.allHeardAt() > lifted);
  await until(DEADLINE_MS, `${what}: ready`, async () => (await api.statusOf('/ready')) === 200);
  await more('acknowledged');
  await load.stop();
  handedIn.push(...load.acknowledged);
  const other = load.refused.filter((answer) => !isUnavailable(answer));
  return {
    ...{ ms, readyMeanwhile, refused: load.refused.length },
    ...(did === undefined ? {} : { did }),
    breaches: other.map(
      (answer) => `${what}: answered ${answer === undefined ? 'nothing' : `${answer.status} ${answer.body}`}`,
    ),
  };
};

/** The api is started first, and its database when it has said that it is not ready. */
const startWithout = async (server: OwnServer, api: RunningApi): Promise<Under> => {
  await api.stop();
  await server.stop();
  api.start();
  await until(DEADLINE_MS, 'an api that lives', async () => (await api.statusOf('/live')) === 200);
  const readyMeanwhile = await api.statusOf('/ready');
  await server.start();
  const ms = await until(
    DEADLINE_MS,
    'an api that is ready',
    async () => (await api.statusOf('/ready')) === 200,
  );
  const breaches =
    readyMeanwhile === 503 ? [] : [`started without a database, /ready says ${readyMeanwhile}`];
  return { ms, refused: 0, readyMeanwhile, breaches };
};

const figureOf = ([what, { ms, refused, readyMeanwhile, did }]: readonly [string, Under]): Figure => ({
  what,
  measured: [
    ...(refused === 0 ? [] : [`${count(refused)} answers of 503`]),
    `/ready ${readyMeanwhile} meanwhile`,
    ...(did === undefined ? [] : [did]),
    `healed after ${seconds(ms)}`,
  ].join(', '),
});

const notRun = (what: string): Figure => ({
  what,
  measured: 'not run: no file system may be mounted here',
});

/** A database that cannot store, for one cause after the other, under an api that is asked to all the while. */
export const outOfService = async (responsesEach: number): Promise<OutOfService> => {
  const server = await openOwnServer([...CONNECTIONS, ...SMALL_LOG]);
  const disks = await mountDisks(server);
  const api = await openRunningApi(server);
  try {
    const causes = causesOf(server, api, disks);
    const db = openDatabase(server.urls.serve, api.keyring, 4);
    const { responses } = await makeInstallation(db, api.keyring, responsesEach * causes.length);
    await db.close();
    // Now that no more is written than the tablets send.
    if (disks !== undefined) await server.moveLog(disks.log.directory);
    api.start();
    await api.ready();
    const [version] = await server.ask<{ server_version: string }>('show server_version');
    const handedIn: Sent[] = [];
    const came: [string, Under][] = [];
    for (const [i, cause] of causes.entries()) {
      const own = responses.slice(i * responsesEach, (i + 1) * responsesEach);
      came.push([cause.what, await under(cause, api, own, handedIn)]);
    }
    came.push(['started without a database', await startWithout(server, api)]);
    const stored = await storedEntries(server.ask);
    return {
      figures: [
        ...(disks === undefined ? diskCauses.map(notRun) : []),
        ...came.map(figureOf),
        {
          what: 'responses acknowledged, and stored',
          measured: `${count(handedIn.length)} and ${count(stored.length)}`,
        },
      ],
      breaches: [
        ...came.flatMap(([, { breaches }]) => [...new Set(breaches)]),
        ...compareEntries(handedIn, stored, handedIn.length),
      ],
      healing: came.map(([what, { ms }]) => ({ what, ms })),
      notes: [
        `${TABLETS} tablets hand in whole responses without pause, each sent again until it is acknowledged. The api runs in a process of its own, the database too.`,
        'Healed: from when the cause was gone, for a database that was stopped or killed from when it took connections, until every tablet had been acknowledged again.',
        `Tables and write-ahead log of the database lie each on a file system of its own, of ${DISK_MEGABYTES} MB. Where the log finds no room, PostgreSQL ends all its sessions, fails to recover and stops; it is started when there is room again.`,
      ],
      postgres: version?.server_version ?? '',
    };
  } finally {
    await api.stop();
    await server.stop();
    for (const disk of Object.values(disks ?? {})) disk.remove();
    await server.remove();
  }
};

const HEALED_WITHIN_MS = 5_000;

export const x5: Fault = {
  name: 'x5',
  rule: 'Disk of the tables or of the log full, read-only, no connection left, a database that is stopped, killed, or not there yet: 503 without acknowledgement, healed within 5 s after the cause is gone.',
  run: async () => {
    const { healing, ...outcome } = await outOfService(1_500);
    const late = healing.filter(({ ms }) => ms > HEALED_WITHIN_MS);
    const told = late.map(({ what, ms }) => `${what}: healed after ${seconds(ms)}`);
    return { ...outcome, breaches: [...outcome.breaches, ...told] };
  },
};
