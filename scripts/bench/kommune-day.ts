import type { Questionnaire } from '../../packages/survey/src/index.ts';
import type { Child } from './child.ts';
import { partRequests, wholeRequest } from './made-response.ts';
import type { SeatedPupil } from './made-school.ts';
import { median, percentile } from './statistics.ts';
import type { TabletPlan, TabletReport, TabletRequest } from './tablets.ts';

/** Pupils of a kommune, who all answer between 09:00 and 09:45. */
export const everyone = 60_000;
export const steadyRate = everyone / (45 * 60);
/** So many hand in at the same moment, once a minute. */
export const bell = 400;
const CONNECTIONS = 100;
const MINUTE = 60_000;
/** In the middle of the minute. */
const BELL_AT = 30_000;

export const pupilsAMinute = Math.round(steadyRate * 60) + bell;

type Lanes = TabletPlan['lanes'];
type Minute = { readonly steady: Lanes; readonly atTheBell: Lanes };

const requestsOf = (
  questionnaire: Questionnaire,
  seated: readonly SeatedPupil[],
): Promise<readonly TabletRequest[]> =>
  Promise.all(seated.map((pupil, place) => wholeRequest(questionnaire, pupil, place)));

/** What the tablets of a minute send when each hands in at once what it kept: one response after the other evenly, and a burst. */
export const wholeMinute = async (
  questionnaire: Questionnaire,
  seated: readonly SeatedPupil[],
): Promise<Minute> => {
  const requests = await requestsOf(questionnaire, seated);
  const evenly = requests.slice(bell);
  const due = (at: number): number => 1 + (at * MINUTE) / evenly.length;
  return {
    steady: Array.from({ length: CONNECTIONS }, (_, lane) =>
      evenly.flatMap((request, at) => (at % CONNECTIONS === lane ? [{ atMs: due(at), request }] : [])),
    ),
    atTheBell: requests.slice(0, bell).map((request) => [{ atMs: BELL_AT, request }]),
  };
};

/** What gathers in the 10 to 20 seconds a tablet waits, of a pupil who takes six or seven seconds for an item. */
export const together = 3;

/**
 * What they send while pupils answer: as many pupils, each some answers after the others through the minute, and a burst of those
 * who give their first.
 */
export const minuteInParts = async (
  questionnaire: Questionnaire,
  seated: readonly SeatedPupil[],
): Promise<Minute> => {
  const parts = await Promise.all(
    seated.map((pupil, place) => partRequests(questionnaire, pupil, place, together)),
  );
  const [beginning, through] = [parts.slice(0, bell), parts.slice(bell)];
  const lanes = through.map((own, at) => {
    const pace = MINUTE / own.length;
    const first = 1 + (at * pace) / through.length;
    return own.map((request, i) => ({ atMs: first + i * pace, request }));
  });
  return {
    steady: Array.from({ length: CONNECTIONS }, (_, lane) =>
      lanes
        .filter((_own, at) => at % CONNECTIONS === lane)
        .flat()
        .toSorted((a, b) => a.atMs - b.atMs),
    ),
    atTheBell: beginning.flatMap(([request]) =>
      request === undefined ? [] : [[{ atMs: BELL_AT, request }]],
    ),
  };
};

export type PlayedDay = {
  readonly steady: readonly number[];
  readonly atTheBell: readonly number[];
  readonly failures: readonly string[];
  readonly minutes: readonly PlayedMinute[];
};

/** Latencies in ms. */
export type PlayedMinute = {
  readonly steadyP50: number;
  readonly steadyP99: number;
  readonly lastAtTheBell: number;
  /** Of the api when the minute was over, in bytes. */
  readonly memory: number;
};

const all = (reports: readonly TabletReport[]): readonly number[] =>
  reports.flatMap(({ latencies }) => latencies);

/** Plays minute after minute; the next is made ready while one is played, as tablets do by themselves. */
export const playDay = async (
  minutes: readonly (() => Promise<Minute>)[],
  port: number,
  [steady, atTheBell]: readonly [Child, Child],
  memoryNow: () => Promise<number>,
): Promise<PlayedDay> => {
  const reports: { steady: TabletReport; atTheBell: TabletReport }[] = [];
  const played: PlayedMinute[] = [];
  let ready = minutes[0]?.();
  for (let at = 0; at < minutes.length; at += 1) {
    const minute = await ready;
    if (minute === undefined) break;
    const playing = Promise.all([
      steady.ask<TabletReport>({ port, lanes: minute.steady }),
      atTheBell.ask<TabletReport>({ port, lanes: minute.atTheBell }),
    ]);
    ready = minutes[at + 1]?.();
    const [even, burst] = await playing;
    reports.push({ steady: even, atTheBell: burst });
    played.push({
      steadyP50: median(even.latencies),
      steadyP99: percentile(even.latencies, 0.99),
      lastAtTheBell: Math.max(...burst.latencies),
      memory: await memoryNow(),
    });
  }
  return {
    steady: all(reports.map((one) => one.steady)),
    atTheBell: all(reports.map((one) => one.atTheBell)),
    failures: reports.flatMap((one) => [...one.steady.failures, ...one.atTheBell.failures]),
    minutes: played,
  };
};
