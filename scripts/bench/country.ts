import { randomBytes } from 'node:crypto';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { createKeyring, openDatabase, openServerClock } from '../../packages/db/src/index.ts';
import { makeKommune } from '../generate/make-kommune.ts';
import { openBenchDatabase, type BenchUrls } from './bench-database.ts';
import type { Bench, BenchResult, Chart, Figure } from './bench.ts';
import { startChild } from './child.ts';
import { costAmong, type Cost } from './country-cost.ts';
import { madeQuestionnaire } from './made-questionnaire.ts';
import { publish } from './made-school.ts';

/** The last is a tenth of the primary schools of the country. */
const SIZES = [1, 10, 40, 150, 280];
/** All alike, so that only their number differs: two classes in each grade, and a year of rounds behind them. */
const KIND = { years: 1, parallels: 2, pupils: 24, share: 1 };
const FLAT = 1.25;
const MINUTES_OF_A_YEAR = 365 * 24 * 60;
const RESPONSES_OF_A_PUPIL = 9;

/** What a year of one school asks for, of 14 classes of 24. */
const year = {
  responses: 14 * 24 * RESPONSES_OF_A_PUPIL,
  closings: 14 * RESPONSES_OF_A_PUPIL,
  /** A contact teacher opens five pages a school day, leadership twenty together. */
  pages: 190 * (14 * 5 + 20),
  looks: MINUTES_OF_A_YEAR,
};

const kinds = [
  ['response', 'a response, judged and stored'],
  ['closing', 'a sitting closed: tallies, descriptions, signals'],
  ['page', 'a page of a contact teacher or leadership'],
  ['look', 'a look of the clock, that finds nothing to do'],
] as const;

const written = (ms: number): string => `${ms.toFixed(1)} ms`;

const secondsAYear = ({ response, closing, page, look }: Cost): readonly number[] =>
  [year.responses * response, year.closings * closing, year.pages * page, year.looks * look].map(
    (ms) => ms / 1000,
  );

const figuresOf = (costs: readonly Cost[]): readonly Figure[] => {
  const [first, last] = [costs[0]!, costs.at(-1)!];
  return [
    ...kinds.map(([kind, what]): Figure => {
      const share = last[kind] / first[kind];
      return {
        what: `${what}: processor time among ${last.schools} schools`,
        measured: `${written(last[kind])}, ${share.toFixed(2)} of that among one`,
        baseline: costs.map((cost) => written(cost[kind])).join(', '),
        aim: `≤ ${FLAT}`,
        met: share <= FLAT,
      };
    }),
    {
      what: `the database, for each of ${last.schools} schools with a year behind it`,
      measured: `${(last.sizeOfSchool / 2 ** 20).toFixed(0)} MiB`,
    },
    {
      what: 'processor time of a school a year: responses, closings, pages, the clock',
      measured: secondsAYear(last)
        .map((seconds) => `${seconds.toFixed(0)} s`)
        .join(', '),
    },
  ];
};

const chartOf = (costs: readonly Cost[]): Chart => ({
  name: 'country-cost',
  title: 'Processor time of one piece of work by the number of schools',
  across: 'schools in the installation',
  up: 'ms',
  lines: kinds.map(([kind, what]) => ({
    what,
    points: costs.map((cost): readonly [number, number] => [cost.schools, cost[kind]]),
  })),
});

const measure = async ({ serveUrl, superuserUrl }: BenchUrls): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 4);
  const questionnaire = madeQuestionnaire();
  await publishQuestionnaires(db);
  await publish(db, questionnaire);
  const api = startChild(
    'api-process.ts',
    JSON.stringify({ url: serveUrl, connections: 20, key: key.toString('base64') }),
  );
  const tablets = startChild('tablets-process.ts');
  const clock = await openServerClock(superuserUrl);
  const costs: Cost[] = [];
  try {
    const { port } = await api.next<{ port: number }>();
    const given = { db, keyring, questionnaire, port, api, tablets, clock };
    await makeKommune(
      db,
      keyring,
      { serve: serveUrl, superuser: superuserUrl },
      {
        schools: SIZES.at(-1) ?? 1,
        seed: 1,
        kinds: [KIND],
        afterEach: async ({ schools }) => {
          if (SIZES.includes(schools.length))
            costs.push(
              await costAmong(
                given,
                schools.map(({ schoolId }) => schoolId),
              ),
            );
        },
      },
    );
  } finally {
    await Promise.all([tablets.stop(), api.stop(), clock.close()]);
    await db.close();
  }
  const total = secondsAYear(costs.at(-1)!).reduce((sum, seconds) => sum + seconds, 0);
  return {
    figures: figuresOf(costs),
    notes: [
      `Schools of 14 classes of 24 pupils, all alike. Baseline: the same among ${SIZES.join(', ')} schools. Processor time of the api and of the connections that serve it; tablets, the writing of the log and vacuum are not in it.`,
      `A year of a school: ${year.responses} responses, ${year.closings} sittings, ${year.pages} pages, a look each minute.`,
    ],
    postgres: clock.version,
    charts: [chartOf(costs)],
    sentence: `A school of 336 pupils takes ${total.toFixed(0)} s of processor time a year among ${SIZES.at(-1)} schools.`,
  };
};

export const country: Bench = {
  name: 'country',
  run: async () => {
    const database = await openBenchDatabase();
    try {
      return await measure(database);
    } finally {
      await database.stop();
    }
  },
};
