import { randomBytes } from 'node:crypto';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import {
  createKeyring,
  openDatabase,
  openServerClock,
  type Database,
  type Keyring,
} from '../../packages/db/src/index.ts';
import { makeKommune } from '../generate/make-kommune.ts';
import { openBenchDatabase, type BenchUrls } from './bench-database.ts';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { startChild } from './child.ts';
import { ceilingFigures, findCeiling } from './kommune-ceiling.ts';
import { closeEverySitting } from './kommune-close.ts';
import { dayCharts } from './kommune-charts.ts';
import {
  bell,
  everyone,
  minuteInParts,
  playDay,
  pupilsAMinute,
  steadyRate,
  together,
  wholeMinute,
  type PlayedDay,
} from './kommune-day.ts';
import { pageFigures, pageTimes } from './kommune-pages.ts';
import { openMadeSchool } from './kommune-school.ts';
import { madeQuestionnaire } from './made-questionnaire.ts';
import { openRound, publish, type MadeSchool, type SeatedPupil } from './made-school.ts';
import { median, MiB, ms, percentile } from './statistics.ts';

const SCHOOLS = 150;
const MINUTES_IN_PARTS = 3;
/** As many as `serve` opens. */
const CONNECTIONS = 20;

/** Pupils of every school in turn, a class at a time, who sit down to answer as they are asked for; a new round when all have. */
async function* everybody(
  db: Database,
  keyring: Keyring,
  schools: readonly MadeSchool[],
): AsyncGenerator<SeatedPupil> {
  const most = Math.max(...schools.map(({ classes }) => classes.length));
  for (;;)
    for (let at = 0; at < most; at += 1)
      for (const school of schools) {
        const one = school.classes[at];
        if (one !== undefined) yield* await openRound(db, keyring, { ...school, classes: [one] });
      }
}

const next = async (pupils: AsyncGenerator<SeatedPupil>, count: number): Promise<SeatedPupil[]> => {
  const taken: SeatedPupil[] = [];
  while (taken.length < count) {
    const { value, done } = await pupils.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
};

/** Memory is flat when the last fifth of the minutes holds no more than a tenth above the second fifth, when all is warm. */
const isFlat = (memory: readonly number[]): boolean => {
  const fifth = Math.max(1, Math.floor(memory.length / 5));
  return median(memory.slice(-fifth)) <= 1.1 * median(memory.slice(fifth, 2 * fifth));
};

/** The most a response may take at p99, in ms. */
const AIM = 100;

/** How often so many may come at once before more than one in a hundred of all requests of the morning is late. */
const bellsBorne = ({ steady, atTheBell, minutes }: PlayedDay): Figure => {
  const both = [...steady, ...atTheBell];
  const lateOfABell = both.filter((latency) => latency > AIM).length / minutes.length;
  const perPupil = steady.length / minutes.length / 60 / steadyRate;
  const borne = Math.floor((0.01 * everyone * perPupil) / lateOfABell);
  return {
    what: `of them later than ${AIM} ms for each time ${bell} come at once; as often in 45 minutes may they, with p99 ≤ ${AIM} ms`,
    measured: `${lateOfABell.toFixed(0)}; ${borne}`,
  };
};

const spread = (what: string, latencies: readonly number[], aim = false): Figure => ({
  what: `${what}: p50 and p99`,
  measured: `${ms(median(latencies))} and ${ms(percentile(latencies, 0.99))}`,
  ...(aim ? { aim: `p99 ≤ ${AIM} ms`, met: percentile(latencies, 0.99) <= AIM } : {}),
});

/** The figures of a morning of one kind. */
const dayFigures = (what: string, day: PlayedDay): readonly Figure[] => {
  const { steady, atTheBell, failures, minutes } = day;
  const rate = steady.length / minutes.length / 60;
  return [
    spread(
      `${what}, ${rate.toFixed(0)} a second, with ${bell} at once every minute for ${minutes.length} minutes`,
      [...steady, ...atTheBell],
      true,
    ),
    spread('of them those that come evenly', steady),
    spread(`of them the ${bell} at once`, atTheBell),
    bellsBorne(day),
    { what: 'of them failed', measured: String(failures.length), aim: '0', met: failures.length === 0 },
  ];
};

const memoryFigure = (memory: readonly number[]): Figure => ({
  what: 'memory of the api after the first minute and the last',
  measured: `${MiB(memory[0] ?? 0)} and ${MiB(memory.at(-1) ?? 0)}`,
  aim: 'flat',
  met: isFlat(memory),
});

const measure = async (
  name: string,
  { serveUrl, superuserUrl }: BenchUrls,
  minutes: number,
  whole: boolean,
): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 4);
  const questionnaire = madeQuestionnaire();
  await publishQuestionnaires(db);
  await publish(db, questionnaire);
  const begun = performance.now();
  const urls = { serve: serveUrl, superuser: superuserUrl };
  const made = await makeKommune(db, keyring, urls, { schools: SCHOOLS, seed: 1 });
  const makingSeconds = (performance.now() - begun) / 1000;
  const schools = [];
  for (const { schoolId } of made.schools) schools.push(await openMadeSchool(db, schoolId));
  const pupils = schools.flatMap(({ classes }) => classes.flatMap(({ pupilIds }) => pupilIds)).length;

  const options = { url: serveUrl, connections: CONNECTIONS, key: key.toString('base64') };
  const api = startChild('api-process.ts', JSON.stringify(options));
  const tablets = [startChild('tablets-process.ts'), startChild('tablets-process.ts')] as const;
  const clock = await openServerClock(superuserUrl);
  try {
    const { port } = await api.next<{ port: number }>();
    const arriving = everybody(db, keyring, schools);
    const minute = (of: typeof wholeMinute) => async () =>
      of(questionnaire, await next(arriving, pupilsAMinute));
    const memoryNow = async (): Promise<number> => (await api.ask<{ memory: number }>('use')).memory;
    const play = (count: number, of: typeof wholeMinute): Promise<PlayedDay> =>
      playDay(
        Array.from({ length: count }, () => minute(of)),
        port,
        tablets,
        memoryNow,
      );
    const day = await play(minutes, wholeMinute);
    const rest = whole
      ? [
          ...dayFigures(
            `requests of tablets, ${together} answers each`,
            await play(MINUTES_IN_PARTS, minuteInParts),
          ),
          ...ceilingFigures(
            await findCeiling({
              questionnaire,
              next: (count) => next(arriving, count),
              port,
              api,
              clock,
              tablets: tablets[0],
            }),
          ),
          ...pageFigures(await pageTimes(db, keyring, made, port)),
          ...(await closeEverySitting(db, keyring, serveUrl, schools, questionnaire)),
        ]
      : [];
    const failed = day.failures.length;
    return {
      figures: [
        {
          what: `${SCHOOLS} schools with ${pupils} pupils made, with a year of rounds`,
          measured: `${makingSeconds.toFixed(0)} s`,
        },
        ...dayFigures('whole responses', day),
        memoryFigure(day.minutes.map((one) => one.memory)),
        ...rest,
      ],
      notes: [
        `A response: 16 answers and 15 nominations, handed in whole. ${minutes} minutes, schools in turn, a class at a time. Latency counts from when a request was due.`,
        'Database, api and tablets share the machine. Every commit is on disk. How the ceiling stands to a bare driver: the bench responses.',
      ],
      postgres: clock.version,
      charts: dayCharts(name, day.minutes),
      sentence: `With ${pupils} pupils in ${SCHOOLS} schools, ${steadyRate.toFixed(0)} responses a second and ${bell} at once every minute for ${minutes} minutes are stored with p99 ${ms(percentile([...day.steady, ...day.atTheBell], 0.99))} and ${failed} failures.`,
    };
  } finally {
    await Promise.all([...tablets.map((one) => one.stop()), api.stop(), clock.close()]);
    await db.close();
  }
};

const kommuneBench = (name: string, minutes: number, whole: boolean): Bench => ({
  name,
  run: async () => {
    const database = await openBenchDatabase();
    try {
      return await measure(name, database, minutes, whole);
    } finally {
      await database.stop();
    }
  },
});

export const kommune = kommuneBench('kommune', 5, true);
/** An hour of the same, run when it is named. */
export const soak = kommuneBench('soak', 60, false);
