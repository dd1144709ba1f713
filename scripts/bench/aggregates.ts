import { randomBytes } from 'node:crypto';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import {
  copyTemplate,
  createKeyring,
  openBareSums,
  openDatabase,
  readTemplate,
} from '../../packages/db/src/index.ts';
import { openBenchDatabase } from './bench-database.ts';
import type { Bench, BenchResult } from './bench.ts';
import { startChild } from './child.ts';
import { sealedAnew } from '../generate/sealed-anew.ts';
import { makeHistory } from '../generate/made-history.ts';
import { median, ms, percentile } from './statistics.ts';

const YEARS = 5;
/** In each of fourteen classes: 392 in a school, and just over 60,000 in the owner's schools together. */
const PUPILS = 28;
const SCHOOLS = 154;
/** As many rounds as the overview shows. */
const ROUNDS = 12;
const TIMES = 200;
const WARM_UP = 20;
const CONNECTIONS = 20;

type Times = { readonly overview: readonly number[]; readonly sums: readonly number[] };

/** The overview and the sums in turn, so that what else the machine does meets both. */
const inTurn = async (overview: () => Promise<unknown>, sums: () => Promise<unknown>): Promise<Times> => {
  const times: { overview: number[]; sums: number[] } = { overview: [], sums: [] };
  for (let time = 0; time < WARM_UP + TIMES; time += 1)
    for (const [name, run] of [
      ['overview', overview],
      ['sums', sums],
    ] as const) {
      const begun = performance.now();
      await run();
      if (time >= WARM_UP) times[name].push(performance.now() - begun);
    }
  return times;
};

const figuresOf = (one: Times, many: Times): BenchResult['figures'] => {
  const [p95, ratio] = [percentile(one.overview, 0.95), median(one.overview) / median(one.sums)];
  const [p95Many, growth] = [percentile(many.overview, 0.95), median(many.overview) / median(one.overview)];
  return [
    {
      what: `overview of a school of ${14 * PUPILS} with ${YEARS} years of history: median and p95`,
      measured: `${ms(median(one.overview))} and ${ms(p95)}`,
      baseline: `${ms(median(one.sums))} by a hand-written sum`,
      aim: 'p95 ≤ 30 ms',
      met: p95 <= 30,
    },
    { what: 'cost against the sum', measured: ratio.toFixed(2), aim: '≤ 1.5', met: ratio <= 1.5 },
    {
      what: `the same among ${SCHOOLS} schools of one owner, ${14 * PUPILS * SCHOOLS} pupils: median and p95`,
      measured: `${ms(median(many.overview))} and ${ms(p95Many)}`,
      baseline: `${ms(median(many.sums))} by the sum`,
      aim: 'p95 ≤ 30 ms',
      met: p95Many <= 30,
    },
    { what: 'against one school alone', measured: growth.toFixed(2), aim: '≤ 1.2', met: growth <= 1.2 },
  ];
};

const measure = async (serveUrl: string, superuserUrl: string): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 4);
  await publishQuestionnaires(db);
  const { schoolId, leadership } = await makeHistory(db, keyring, serveUrl, { years: YEARS, pupils: PUPILS });
  const ownerId = await db.inScope({ schoolId }, async (tx) => {
    const school = tx.selectFrom('school').select('owner_id').where('school_id', '=', schoolId);
    return (await school.executeTakeFirstOrThrow()).owner_id;
  });
  await db.close();
  const sums = await openBareSums(serveUrl, schoolId);
  const options = { url: serveUrl, connections: CONNECTIONS, key: key.toString('base64') };
  const api = startChild('api-process.ts', JSON.stringify(options));
  try {
    const { port } = await api.next<{ port: number }>();
    const overview = async (): Promise<number> => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/themes`, {
        headers: { cookie: `__Host-samhold=${leadership}` },
      });
      if (!answer.ok) throw new Error(`The overview answered ${answer.status}.`);
      return (await answer.text()).length;
    };
    const size = await overview();
    const count = await sums.sum(ROUNDS);
    const one = await inTurn(overview, () => sums.sum(ROUNDS));
    const template = await readTemplate(superuserUrl, schoolId);
    for (let number = 2; number <= SCHOOLS; number += 1)
      await copyTemplate(superuserUrl, template, sealedAnew(keyring, 1, number, ownerId), [ownerId]);
    const many = await inTurn(overview, () => sums.sum(ROUNDS));
    return {
      postgres: sums.version,
      figures: figuresOf(one, many),
      notes: [
        `${TIMES} requests and ${TIMES} sums in turn, one at a time, from this machine: the whole request with its session, ${(size / 1000).toFixed(0)} kB of answer, against one statement on an open connection. Both of the newest ${ROUNDS} wellbeing rounds; the sum gives ${count} sums of the tallies by grade, item and outcome.`,
      ],
      sentence: `The overview of a school with ${YEARS} years of history takes ${ms(percentile(one.overview, 0.95))} (p95), ${(median(one.overview) / median(one.sums)).toFixed(2)} of a hand-written sum, and ${ms(percentile(many.overview, 0.95))} among ${SCHOOLS} schools.`,
    };
  } finally {
    await api.stop();
    await sums.close();
  }
};

export const aggregates: Bench = {
  name: 'aggregates',
  run: async () => {
    const database = await openBenchDatabase();
    try {
      return await measure(database.serveUrl, database.superuserUrl);
    } finally {
      await database.stop();
    }
  },
};
