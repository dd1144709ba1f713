import { seededRandom } from '../../packages/analysis/src/layout/seeded-random.ts';
import { startTestServer } from '../../packages/db/src/index.ts';
import { count, type Fault, type Outcome } from './fault.ts';
import { openBench, tryUseCase, type Bench, type Choose, type Harm, type Tried } from './x3-nth-query.ts';
import { openHarmedSchool } from './x3-school.ts';
import { NOT_COMPARED } from './x3-state.ts';
import { preparedUseCases } from './x3-prepared.ts';
import { importantUseCases, openSittingId, useCasesOfRoutes } from './x3-use-cases.ts';

export type HarmPlan = {
  readonly superuserUrl: string;
  readonly seed: number;
  /** How many routes are drawn besides the most important use cases, and how many statements of each; all when left out. */
  readonly sample?: { readonly routes: number; readonly statements: number };
  /** Told of each use case when it is done. */
  readonly say?: (line: string) => void;
};

const drawn = <T>(from: readonly T[], wanted: number, random: () => number): readonly T[] =>
  from
    .map((one) => ({ one, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, wanted)
    .map(({ one }) => one);

/** Every statement, or the last commit and some others, both ways; tried again, every commit of them and one other. */
const choosing =
  (wanted: number, random: () => number): Choose =>
  (statements) => {
    const all = statements.map((_, i) => i + 1);
    const ends = all.filter((n) => statements[n - 1] === 'commit');
    const commits = wanted === Infinity ? ends : ends.slice(-1);
    const others = drawn(
      all.filter((n) => !commits.includes(n)),
      wanted,
      random,
    );
    const ways = (numbers: readonly number[], how: Harm['how']): Harm[] => numbers.map((n) => ({ n, how }));
    const harmed = [...commits, ...others].toSorted((a, b) => a - b);
    return [
      ...ways(harmed, 'refused'),
      ...ways(harmed, 'lost'),
      ...ways([...commits, ...others.slice(0, 1)], 'once'),
    ];
  };

const sum = (tried: readonly Tried[], of: 'statements' | 'trials' | 'old' | 'made' | 'finished'): string =>
  count(tried.reduce((total, one) => total + one[of], 0));

/** Lets one statement after the other of every use case come to harm: the old state or the new one, never between. */
export const harmStatements = async (plan: HarmPlan): Promise<Outcome> => {
  const random = seededRandom(plan.seed);
  const school = await openHarmedSchool(plan.superuserUrl);
  const opened: { bench?: Bench } = {};
  try {
    const important = await importantUseCases(school);
    const prepared = await preparedUseCases(school, await openSittingId(school));
    const routes = [...useCasesOfRoutes(school), ...prepared];
    const chosen = plan.sample === undefined ? routes : drawn(routes, plan.sample.routes, random);
    const bench = (opened.bench = await openBench(school));
    const choose = choosing(plan.sample?.statements ?? Infinity, random);
    const tried: Tried[] = [];
    for (const useCase of [...important, ...chosen]) {
      const one = await tryUseCase(bench, useCase, choose);
      plan.say?.(`${one.name}: ${one.kind}, ${one.statements} statements, ${one.trials} trials`);
      for (const breach of one.breaches) plan.say?.(`    ${breach}`);
      tried.push(one);
    }
    const writes = tried.filter(({ kind }) => kind === 'writes');
    const isDone = (name: string): boolean =>
      tried.some((one) => one.name === name && one.kind !== 'refused');
    const refused = [...new Set(tried.map(({ name }) => name))].filter((name) => !isDone(name));
    return {
      figures: [
        {
          what: 'use cases that write, each statement harmed',
          measured: `${count(writes.length)}, ${sum(writes, 'statements')} statements`,
        },
        {
          what: 'trials; old state and new state after them',
          measured: `${sum(writes, 'trials')}; ${sum(writes, 'old')} and ${sum(writes, 'made')}`,
        },
        {
          what: 'new state after the clock looked again, of a use case in steps',
          measured: sum(writes, 'finished'),
        },
        {
          what: 'use cases that change nothing',
          measured: count(tried.filter(({ kind }) => kind === 'reads').length),
        },
        { what: 'use cases whose request is refused in this school', measured: count(refused.length) },
      ],
      breaches: tried.flatMap(({ breaches }) => breaches),
      notes: [
        'Every route of the access table with a request that is right in itself, in a school with somebody in every seat, and besides: a response handed in, a sitting closed, a round ended, a pupil erased.',
        'Refused: the statement fails instead of being executed. Lost: it is executed, then the connection is lost, and there is none until the request is answered. Once: the same for each commit and one other statement, and the next connection works.',
        `States are compared by all rows of all tables but ${NOT_COMPARED.join(', ')}: attempts are counted past the use case, also of what fails. What is refused goes to the log lines, not to a table. In the new state, ids, moments and sealed bytes made on the way may differ.`,
        ...(refused.length === 0 ? [] : [`Refused in this school, so not tried: ${refused.join(', ')}.`]),
      ],
    };
  } finally {
    await opened.bench?.reader.close();
    await school.house.close();
  }
};

export const x3: Fault = {
  name: 'x3',
  rule: 'The n-th statement fails, before it is executed or after, for every n of every use case that writes: the old state or the new one, never between.',
  run: async ({ seed }) => {
    const server = await startTestServer();
    try {
      return await harmStatements({ superuserUrl: server.superuserUrl, seed, say: console.error });
    } finally {
      await server.stop();
    }
  },
};
