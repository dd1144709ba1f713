import type { ServerClock } from '../../packages/db/src/index.ts';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import type { Figure } from './bench.ts';
import type { Child } from './child.ts';
import { wholeRequest } from './made-response.ts';
import type { SeatedPupil } from './made-school.ts';
import { parentOf, processorSeconds } from './processes.ts';
import { median, perSecond } from './statistics.ts';
import type { TabletReport } from './tablets.ts';

const TABLETS = 200;
const EACH = 4;
const TURNS = 3;

type Given = {
  readonly questionnaire: Questionnaire;
  readonly next: (count: number) => Promise<readonly SeatedPupil[]>;
  readonly port: number;
  readonly api: Child;
  readonly clock: ServerClock;
  readonly tablets: Child;
};

/** What one turn without pause took, in seconds a response. */
type Turn = {
  readonly rate: number;
  readonly node: number;
  readonly postgres: number;
  readonly disk: number;
};

const turnOf = async ({ questionnaire, next, port, api, clock, tablets }: Given): Promise<Turn> => {
  const server = parentOf(clock.pid);
  const now = async () => ({
    node: (await api.ask<{ processor: number }>('use')).processor,
    postgres: processorSeconds(server),
    disk: await clock.waitedForDisk(),
  });
  const count = TABLETS * EACH;
  const pupils = await next(count);
  const requests = await Promise.all(pupils.map((pupil, at) => wholeRequest(questionnaire, pupil, at)));
  const lanes = Array.from({ length: TABLETS }, (_, lane) =>
    requests.filter((_one, at) => at % TABLETS === lane).map((request) => ({ atMs: 0, request })),
  );
  const before = await now();
  const report = await tablets.ask<TabletReport>({ port, lanes });
  const after = await now();
  if (report.failures.length > 0) throw new Error(`${report.failures.length} failed: ${report.failures[0]}`);
  return {
    rate: count / report.seconds,
    node: (after.node - before.node) / count,
    postgres: (after.postgres - before.postgres) / count,
    disk: (after.disk - before.disk) / count,
  };
};

export const findCeiling = async (given: Given): Promise<readonly Turn[]> => {
  await turnOf(given); // warms both up
  const turns = [];
  for (let turn = 0; turn < TURNS; turn += 1) turns.push(await turnOf(given));
  return turns;
};

const perResponse = (seconds: number): string => `${(1000 * seconds).toFixed(1)} ms`;

export const ceilingFigures = (turns: readonly Turn[]): readonly Figure[] => {
  const of = (kind: keyof Turn): number => median(turns.map((turn) => turn[kind]));
  return [
    {
      what: `ceiling: responses stored, ${TABLETS} tablets without pause, all schools`,
      measured: perSecond(of('rate')),
    },
    {
      what: 'of a response at the ceiling: processor time of Node, of Postgres, and waiting for the disk',
      measured: `${perResponse(of('node'))}, ${perResponse(of('postgres'))}, ${perResponse(of('disk'))}`,
    },
  ];
};
