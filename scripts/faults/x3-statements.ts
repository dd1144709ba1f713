import { seededRandom } from '../../packages/analysis/src/layout/seeded-random.ts';
import { startTestServer } from '../../packages/db/src/index.ts';
import type { Fault, Outcome } from './fault.ts';
import { firstSchool } from './x3-first-school.ts';
import { openBench, tryUseCase, type Bench, type Choose, type Harm, type Tried } from './x3-nth-query.ts';
import { notTried, outcomeOf } from './x3-outcome.ts';
import { preparations, preparedUseCases } from './x3-prepared.ts';
import { openHarmedHouse, openHarmedSchool, type HarmedHouse, type HarmedSchool } from './x3-school.ts';
import { importantUseCases, useCasesOfRoutes, type UseCase } from './x3-use-cases.ts';

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

/** Lets statements of use cases of one installation come to harm, each use case from the state they were made in. */
const harm = async <H extends HarmedHouse>(
  { superuserUrl, say }: HarmPlan,
  open: (superuserUrl: string) => Promise<H>,
  useCasesOf: (harmed: H) => Promise<readonly UseCase[]>,
  choose: Choose,
): Promise<readonly Tried[]> => {
  const harmed = await open(superuserUrl);
  const opened: { bench?: Bench } = {};
  try {
    const useCases = await useCasesOf(harmed);
    const bench = (opened.bench = await openBench(harmed));
    const tried: Tried[] = [];
    for (const useCase of useCases) {
      const one = await tryUseCase(bench, useCase, choose);
      say?.(`${one.name}: ${one.kind}, ${one.statements} statements, ${one.trials} trials`);
      for (const breach of one.breaches) say?.(`    ${breach}`);
      tried.push(one);
    }
    return tried;
  } finally {
    await opened.bench?.reader.close();
    await harmed.house.close();
  }
};

/** The most important use cases first; of each route the one that is prepared for it, where there is one. */
const everyUseCase = async (school: HarmedSchool): Promise<readonly UseCase[]> => {
  const important = await importantUseCases(school);
  const prepared = await preparedUseCases(school);
  const names = new Set(prepared.map(({ name }) => name));
  return [...important, ...useCasesOfRoutes(school).filter(({ name }) => !names.has(name)), ...prepared];
};

/** The most important ones, some routes as they are seated, and one that something is prepared for. */
const someUseCases =
  (routes: number, random: () => number) =>
  async (school: HarmedSchool): Promise<readonly UseCase[]> => [
    ...(await importantUseCases(school)),
    ...drawn(useCasesOfRoutes(school), routes, random),
    ...drawn(await preparedUseCases(school, drawn(preparations, 1, random)), 1, random),
  ];

/** Lets one statement after the other of every use case come to harm: the old state or the new one, never between. */
export const harmStatements = async (plan: HarmPlan): Promise<Outcome> => {
  const random = seededRandom(plan.seed);
  const { sample } = plan;
  const choose = choosing(sample?.statements ?? Infinity, random);
  if (sample !== undefined)
    return outcomeOf(await harm(plan, openHarmedSchool, someUseCases(sample.routes, random), choose));
  const tried = [
    ...(await harm(plan, openHarmedSchool, everyUseCase, choose)),
    ...(await harm(plan, openHarmedHouse, firstSchool, choose)),
  ];
  const { breaches, ...outcome } = outcomeOf(tried);
  return { ...outcome, breaches: [...breaches, ...notTried(tried)] };
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
