import { randomBytes } from 'node:crypto';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { createKeyring, openBareWriter, openDatabase, openServerClock } from '../../packages/db/src/index.ts';
import { openBenchDatabase, type BenchUrls } from './bench-database.ts';
import type { Bench, BenchResult } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { madeQuestionnaire } from './made-questionnaire.ts';
import { bareResponse, partRequests, wholeRequest } from './made-response.ts';
import { makeSchool, openRound, publish, type SeatedPupil } from './made-school.ts';
import { median, ms, percentile, perSecond } from './statistics.ts';
import type { TabletPlan, TabletReport } from './tablets.ts';

const TABLETS = 200;
/** As many as `serve` opens. */
const CONNECTIONS = 20;
const MEASURED = 5;
/** Responses of each side in one measured turn: this many of each tablet. */
const EACH = 4;
const PACE_MS = 2_000;
const PARTS = 8;

const questionnaire = madeQuestionnaire();

type Lanes = TabletPlan['lanes'];

/** Every tablet sends one whole response after the other, as fast as it is answered. */
const unpaced = (rounds: readonly (readonly SeatedPupil[])[]): Promise<Lanes> =>
  Promise.all(
    Array.from({ length: TABLETS }, (_, place) =>
      Promise.all(
        rounds.map(async (seated) => ({
          atMs: 0,
          request: await wholeRequest(questionnaire, seated[place]!, place),
        })),
      ),
    ),
  );

/** The tablets begin spread over the first two seconds, in no order of class. */
const phase = (place: number): number => 1 + ((place * 7919) % PACE_MS);

const paced = (seated: readonly SeatedPupil[]): Promise<Lanes> =>
  Promise.all(
    seated.map(async (pupil, place) =>
      (await partRequests(questionnaire, pupil, place, 1))
        .slice(0, PARTS)
        .map((request, i) => ({ atMs: phase(place) + i * PACE_MS, request })),
    ),
  );

const handedInTogether = (seated: readonly SeatedPupil[]): Promise<Lanes> =>
  Promise.all(
    seated.map(async (pupil, place) => [
      { atMs: phase(place), request: await wholeRequest(questionnaire, pupil, place) },
    ]),
  );

const play = async (tablets: Child, port: number, lanes: Lanes): Promise<TabletReport> => {
  const report = await tablets.ask<TabletReport>({ port, lanes });
  if (report.failures.length > 0)
    throw new Error(`${report.failures.length} requests failed: ${report.failures[0]}`);
  return report;
};

const measure = async ({ serveUrl, superuserUrl }: BenchUrls): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 4);
  await publishQuestionnaires(db);
  await publish(db, questionnaire);
  const school = await makeSchool(db, keyring, { classes: 8, pupils: TABLETS / 8 });
  const rounds = async (count: number): Promise<(readonly SeatedPupil[])[]> => {
    const opened = [];
    for (let i = 0; i < count; i += 1) opened.push(await openRound(db, keyring, school));
    return opened;
  };
  const api = startChild(
    'api-process.ts',
    JSON.stringify({ url: serveUrl, connections: CONNECTIONS, key: key.toString('base64') }),
  );
  const tablets = startChild('tablets-process.ts');
  const writer = await openBareWriter(serveUrl, school.schoolId, CONNECTIONS);
  const clock = await openServerClock(superuserUrl);
  try {
    const { port } = await api.next<{ port: number }>();
    const bySide = { api: [] as number[], bare: [] as number[] };
    const saturated: number[] = [];
    for (let turn = 0; turn <= MEASURED; turn += 1) {
      const lanes = await unpaced(await rounds(EACH));
      const bare = (await rounds(EACH)).flatMap((seated) =>
        seated.map((pupil, place) => bareResponse(questionnaire, pupil, place)),
      );
      await clock.settle();
      const report = await play(tablets, port, lanes);
      const begun = performance.now();
      await writer.storeAll(bare);
      const bareSeconds = (performance.now() - begun) / 1000;
      // The first turn warms both up.
      if (turn === 0) continue;
      bySide.api.push(report.latencies.length / report.seconds);
      bySide.bare.push(bare.length / bareSeconds);
      saturated.push(...report.latencies);
    }
    const [forParts = [], forWhole = []] = await rounds(2);
    await clock.settle();
    const parts = await play(tablets, port, await paced(forParts));
    const whole = await play(tablets, port, await handedInTogether(forWhole));
    const { memory } = await api.ask<{ memory: number }>('memory');
    const apiRate = median(bySide.api);
    const bareRate = median(bySide.bare);
    const ratio = median(bySide.api.map((rate, i) => rate / (bySide.bare[i] ?? NaN)));
    const p99 = percentile(parts.latencies, 0.99);
    const spread = (rates: readonly number[]): string => `${rates.map(Math.round).join(', ')}`;
    return {
      postgres: writer.version,
      figures: [
        {
          what: 'whole responses stored, 200 tablets without pause',
          measured: perSecond(apiRate),
          baseline: perSecond(bareRate),
        },
        { what: 'share of the baseline', measured: ratio.toFixed(2), aim: '≥ 0.50', met: ratio >= 0.5 },
        {
          what: `p50, 200 tablets each an item every ${PACE_MS / 1000} s`,
          measured: ms(median(parts.latencies)),
        },
        {
          what: `p99, 200 tablets each an item every ${PACE_MS / 1000} s`,
          measured: ms(p99),
          aim: '≤ 50 ms',
          met: p99 <= 50,
        },
        { what: 'p50, 200 whole responses within 2 s', measured: ms(median(whole.latencies)) },
        { what: 'p99, 200 whole responses within 2 s', measured: ms(percentile(whole.latencies, 0.99)) },
        { what: 'p50, 200 tablets without pause', measured: ms(median(saturated)) },
        { what: 'p99, 200 tablets without pause', measured: ms(percentile(saturated, 0.99)) },
        { what: 'memory of the api process', measured: `${Math.round(memory / 2 ** 20)} MiB` },
      ],
      notes: [
        `A response: 16 answers and 15 nominations. Turns of ${EACH * TABLETS} responses a side, in turn: api ${spread(bySide.api)}; baseline ${spread(bySide.bare)} a second.`,
        `Baseline: pg alone, prepared statements, one transaction a response, ${CONNECTIONS} connections as the api has, the same role and tables, no HTTP. The api stores what comes at the same moment together (decision 70). Every commit is on disk.`,
        'Before each turn the database is vacuumed and analyzed, which it does by itself once a minute. Database, api and tablets share the machine. Latency counts from when a request was due.',
      ],
      sentence: `The api stores ${perSecond(apiRate)} whole responses with session, validation and transaction, ${ratio.toFixed(2)} of the ${perSecond(bareRate)} of the bare driver; with 200 tablets answering an item every 2 s the p50 is ${ms(median(parts.latencies))} and the p99 ${ms(p99)}, with ${Math.round(memory / 2 ** 20)} MiB in the api process.`,
    };
  } finally {
    await Promise.all([tablets.stop(), api.stop(), writer.close(), clock.close()]);
    await db.close();
  }
};

export const responses: Bench = {
  name: 'responses',
  run: async () => {
    const database = await openBenchDatabase();
    try {
      return await measure(database);
    } finally {
      await database.stop();
    }
  },
};
