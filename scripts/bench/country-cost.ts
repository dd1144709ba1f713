import { lookAfter } from '../../apps/api/src/clock/due-work.ts';
import { closeInScope } from '../../apps/api/src/rounds/close.ts';
import { openIdentityProviders } from '../../apps/api/src/session/identity-providers.ts';
import type { Database, Keyring, ServerClock } from '../../packages/db/src/index.ts';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import type { Child } from './child.ts';
import { pagesOf, timeOf, type Page } from './kommune-pages.ts';
import { openMadeSchool } from './kommune-school.ts';
import { wholeRequest } from './made-response.ts';
import { openRound, type SeatedPupil } from './made-school.ts';
import { processorOf } from './processes.ts';
import { median } from './statistics.ts';
import type { TabletReport } from './tablets.ts';

const CLASSES = 10;
const TURNS = 3;
const LANES = 20;
const LOOKS = 5;

/** Processor time in ms of the program and its database: of one response, one sitting closed, one page, one look of the clock. */
export type Cost = {
  readonly schools: number;
  readonly response: number;
  readonly closing: number;
  readonly page: number;
  readonly look: number;
  /** Of the database, in bytes. */
  readonly sizeOfSchool: number;
};

type Work = Omit<Cost, 'schools' | 'sizeOfSchool'>;

export type CountryGiven = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly questionnaire: Questionnaire;
  readonly port: number;
  readonly api: Child;
  readonly tablets: Child;
  readonly clock: ServerClock;
};

/** Schools spread evenly over those there are; of the one school, itself again. */
const spread = (schoolIds: readonly string[]): readonly string[] =>
  Array.from({ length: CLASSES }, (_, k) => schoolIds[Math.floor((k * schoolIds.length) / CLASSES)] ?? '');

/** Processor time in seconds by now of the api and this process. */
const ofNode = async (api: Child): Promise<number> => {
  const { user, system } = process.cpuUsage();
  return (await api.ask<{ processor: number }>('use')).processor + (user + system) / 1e6;
};

/** Processor time in ms that `work` takes of Node and of the connections that serve it; what tablets do is not in it. */
const processorTimeOf = async (
  { api, clock }: CountryGiven,
  work: () => Promise<unknown>,
): Promise<number> => {
  const pids = await clock.servingPids();
  const [node, server] = [await ofNode(api), processorOf(pids)];
  await work();
  const after = processorOf([...pids, ...(await clock.servingPids())]);
  const postgres = [...after].reduce((sum, [pid, seconds]) => sum + seconds - (server.get(pid) ?? 0), 0);
  return 1000 * ((await ofNode(api)) - node + postgres);
};

const seatOneClass = async (
  { db, keyring }: CountryGiven,
  schoolId: string,
  at: number,
): Promise<readonly SeatedPupil[]> => {
  const school = await openMadeSchool(db, schoolId);
  const one = school.classes[at % school.classes.length];
  return openRound(db, keyring, { ...school, classes: one === undefined ? [] : [one] });
};

const turnOf = async (given: CountryGiven, schoolIds: readonly string[]): Promise<Work> => {
  const { db, keyring, questionnaire, port, tablets } = given;
  const chosen = spread(schoolIds);
  const seated = (await Promise.all(chosen.map((schoolId, at) => seatOneClass(given, schoolId, at)))).flat();
  const requests = await Promise.all(seated.map((pupil, at) => wholeRequest(questionnaire, pupil, at)));
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    requests.filter((_one, at) => at % LANES === lane).map((request) => ({ atMs: 0, request })),
  );
  const responses = await processorTimeOf(given, async () => {
    const { failures } = await tablets.ask<TabletReport>({ port, lanes });
    if (failures.length > 0) throw new Error(`${failures.length} failed: ${failures[0]}`);
  });
  const sittings = new Map(seated.map(({ sittingId, schoolId }) => [sittingId, schoolId]));
  const closings = await processorTimeOf(given, async () => {
    for (const [sittingId, schoolId] of sittings)
      await db.inScope({ schoolId }, (tx) => closeInScope(tx, schoolId, sittingId, new Date()));
  });
  // As the school leaves them: a round whose classes are done is over.
  for (const schoolId of new Set(chosen))
    await db.inScope({ schoolId }, (tx) =>
      tx
        .updateTable('round')
        .set({ ended_at: new Date() })
        .where('school_id', '=', schoolId)
        .where('ended_at', 'is', null)
        .execute(),
    );
  const pages: Page[] = [];
  for (const schoolId of new Set(chosen)) pages.push(...(await pagesOf(db, schoolId)));
  const opened = Array.from({ length: 5 * CLASSES }, (_, at) => pages[at % pages.length]);
  const reading = await processorTimeOf(given, async () => {
    for (const page of opened) if (page !== undefined) await timeOf(port, page);
  });
  const identityProviders = openIdentityProviders('http://localhost');
  const deps = { db, keyring, now: (): Date => new Date(), identityProviders };
  // The first look does what there is to do; the one that is counted finds nothing, as nearly every one of a year.
  for (const schoolId of chosen) await lookAfter(deps, schoolId);
  const looks = await processorTimeOf(given, async () => {
    for (let time = 0; time < LOOKS; time += 1)
      for (const schoolId of chosen) await lookAfter(deps, schoolId);
  });
  return {
    response: responses / requests.length,
    closing: closings / sittings.size,
    page: reading / opened.length,
    look: looks / chosen.length / LOOKS,
  };
};

/** What a school costs while there are so many. */
export const costAmong = async (given: CountryGiven, schoolIds: readonly string[]): Promise<Cost> => {
  await given.clock.settle();
  const turns: Work[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) turns.push(await turnOf(given, schoolIds));
  const measured = turns.slice(1); // the first warms up
  const of = (kind: keyof Work): number => median(measured.map((turn) => turn[kind]));
  return {
    schools: schoolIds.length,
    response: of('response'),
    closing: of('closing'),
    page: of('page'),
    look: of('look'),
    sizeOfSchool: (await given.clock.size()) / schoolIds.length,
  };
};
