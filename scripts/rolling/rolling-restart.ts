import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { keyringOf, readOrMakeSecrets } from '../../apps/api/src/secrets.ts';
import { openDatabase, sql } from '../../packages/db/src/index.ts';
import { madeQuestionnaire } from '../bench/made-questionnaire.ts';
import { partRequests } from '../bench/made-response.ts';
import { makeSchool, openRound, publish } from '../bench/made-school.ts';
import { freePort } from '../start/free-port.ts';
import { isReady, openBalancer } from './balancer.ts';
import { handIn, type HandedIn } from './hand-in.ts';
import { startProgram, type Program } from './program.ts';

export type RollingPlan = {
  /** The serving login of a migrated database. */
  readonly databaseUrl: string;
  readonly classes: number;
  readonly pupils: number;
  /** Each tablet hands in answer after answer, as long as it goes on, with this pause between. */
  readonly pauseMs: number;
  /** Where the program lies that serves; here, when left out. */
  readonly installation?: string;
};

export type RollingResult = HandedIn & {
  /** Parts that are in the database, and how many of them lie there more than once. */
  readonly stored: number;
  readonly twice: number;
  /** From when each server was told to stop until the one in its place took requests. */
  readonly replacedAfterMs: readonly number[];
  /** How the servers that were told to stop ended. */
  readonly ended: readonly (number | null)[];
  /** Of 130 wrong class codes sent to one server, what another answers to the next. */
  readonly afterGuessing: number;
};

/** More than a tablet comes to while two servers are replaced. */
const ANSWERS = 80;

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
};

const guess = async (port: number): Promise<number> =>
  (
    await fetch(`http://127.0.0.1:${port}/api/v1/join`, {
      method: 'POST',
      body: JSON.stringify({ classCode: 'AAAAAAAA' }),
      headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    })
  ).status;

/** Two servers and a worker on one database, behind a balancer; each server is replaced while tablets hand in. */
export const rollingRestart = async (plan: RollingPlan): Promise<RollingResult> => {
  const directory = mkdtempSync(join(tmpdir(), 'samhold-rolling-'));
  const keyring = keyringOf(readOrMakeSecrets(join(directory, 'secrets.json')));
  const db = openDatabase(plan.databaseUrl, keyring, 2);
  const ports = [await freePort(), await freePort()];
  const settings = {
    DATABASE_SERVE_URL: plan.databaseUrl,
    DATA_DIRECTORY: directory,
    HOST: '127.0.0.1',
    // As long as the balancer needs to see it.
    DRAIN_SECONDS: '1',
  };
  const serve = (port: number): Program =>
    startProgram('serve', { ...settings, PORT: String(port) }, plan.installation);
  const programs = ports.map(serve);
  const worker = startProgram('work', settings, plan.installation);
  try {
    const questionnaire = madeQuestionnaire(ANSWERS);
    await publishQuestionnaires(db);
    await publish(db, questionnaire);
    const school = await makeSchool(db, keyring, plan);
    const seated = await openRound(db, keyring, school);
    const tablets = await Promise.all(
      seated.map(async (pupil, place) =>
        (await partRequests(questionnaire, pupil, place, 1)).slice(0, ANSWERS),
      ),
    );
    await Promise.all([...programs, worker].map((program) => program.ready));
    const balancer = await openBalancer(ports);
    let replaced = false;
    const handingIn = handIn(balancer.port, tablets, plan.pauseMs, () => replaced);
    const ended: (number | null)[] = [];
    const replacedAfterMs: number[] = [];
    for (const [i, port] of ports.entries()) {
      const told = performance.now();
      ended.push((await programs[i]?.stop()) ?? null);
      programs[i] = serve(port);
      await programs[i].ready;
      await until(() => isReady(port));
      replacedAfterMs.push(Math.round(performance.now() - told));
    }
    replaced = true;
    const handedIn = await handingIn;
    await balancer.close();
    const [one = 0, other = 0] = ports;
    for (let tries = 0; tries < 130; tries += 10)
      await Promise.all(Array.from({ length: 10 }, () => guess(one)));
    const afterGuessing = await guess(other);
    const { rows } = await db.inScope(school, (tx) =>
      sql<{ stored: number; answers: number }>`
        select (select count(*) from response_part where school_id = ${school.schoolId} and outcome = 'stored') as stored,
               (select count(*) from answer where school_id = ${school.schoolId}) as answers`.execute(tx),
    );
    const { stored = 0, answers = 0 } = rows[0] ?? {};
    return { ...handedIn, stored, twice: answers - stored, replacedAfterMs, ended, afterGuessing };
  } finally {
    await Promise.all([...programs, worker].map((program) => program.stop()));
    await db.close();
    rmSync(directory, { recursive: true });
  }
};
