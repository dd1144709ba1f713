import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ClassFigures, PupilFigures, TieLists } from '@samhold/analysis';

const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/', import.meta.url));
export const present = existsSync(`${folder}networks.json`);
if (!present) console.warn('reference networks absent: the classes that were recorded are not played');

/** What is recorded of one class in one round: who was on the list, who answered, and whom each chose. */
export type RecordedRound = {
  readonly name: string;
  readonly members: readonly string[];
  readonly respondents: readonly string[];
  readonly chosenBy: ReadonlyMap<string, readonly string[]>;
};

type Numbers = readonly number[];
type Names = readonly string[];

/** The parts of a reference graph that a stored description has; arrays follow `nodes`. Absent pupils count as choosing nobody. */
export type Reference = {
  readonly n: number;
  readonly m: number;
  readonly nodes: Names;
  readonly density: number;
  readonly indegree: Numbers;
  readonly outdegree: Numbers;
  readonly dyadCensus: Readonly<Record<'M' | 'A' | 'N', number>>;
  readonly mutualPairs: readonly Names[];
  readonly reciprocity: { readonly edgewise: number; readonly dyadic_M_over_MA: number };
  readonly triadCensus: Readonly<Record<string, number>>;
  readonly transitivity: Readonly<
    Record<'directedWeak' | 'transitiveTriples' | 'twoPaths' | 'undirectedMutual', number>
  >;
  readonly weakComponents: Numbers;
  readonly strongComponents: Numbers;
  readonly isolates: Readonly<Record<'indegree0' | 'outdegree0' | 'inAndOut0' | 'noMutual', Names>>;
  readonly centralization: Readonly<Record<'indegree' | 'outdegree' | 'betweenness', number>>;
  readonly betweenness: Numbers;
  readonly pagerank: Numbers;
  readonly mutualGraph: {
    readonly components: Numbers;
    readonly componentMembers: readonly Names[];
    readonly cliques3plus: readonly Names[];
    readonly triangles: number;
    readonly articulationPoints: Names;
    readonly bridges: readonly Names[];
    readonly coreNumber: Numbers;
    readonly optimalModularity: number | null;
    readonly leidenBestOf30Modularity: number;
  };
  readonly classic: { readonly katzPowell: number };
};

/** A description as it is stored, with the recorded ids in place of the pupils' own. */
export type Stored = {
  readonly figures: ClassFigures;
  readonly pupils: readonly PupilFigures[];
  readonly ties: TieLists;
};

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): readonly Row[] => {
  const [head = [], ...lines] = readFileSync(`${folder}data/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((field) => field.replace(/^"|"$/g, '')));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
};

const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => row.id ?? '');

/** Of one who is recorded as choosing themselves the choice is left out, as the reference does: no tablet offers it. */
const chosenBy = (edges: readonly Row[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(edges, (edge) => edge.source ?? '')].map(([source, own]) => [
      source,
      own.map((edge) => edge.target ?? '').filter((target) => target !== source),
    ]),
  );

/** Knecht's class, four waves of friendship nominations. */
export const knechtRounds = (): readonly RecordedRound[] =>
  ['1', '2', '3', '4'].map((wave) => {
    const there = rowsOf('knecht.participation.csv').filter((row) => row.wave === wave);
    return {
      name: `knecht.w${wave}`,
      members: idsOf(there.filter((row) => row.member === 'TRUE')),
      respondents: idsOf(there.filter((row) => row.respondent === 'TRUE')),
      chosenBy: chosenBy(
        rowsOf('knecht.edges.csv').filter((row) => row.wave === wave && row.relation === 'friend'),
      ),
    };
  });

/** Moreno's and Jennings' classes of grades 1–4: whom each wanted to sit beside. Everybody on the list answered. */
export const morenoRound = (grade: number): RecordedRound => {
  const ofGrade = (row: Row): boolean => row.class === `grade${grade}`;
  const members = idsOf(rowsOf('moreno1934.nodes.csv').filter(ofGrade));
  return {
    name: `moreno1934.grade${grade}`,
    members,
    respondents: members,
    chosenBy: chosenBy(rowsOf('moreno1934.edges.csv').filter(ofGrade)),
  };
};

export const referenceOf = (name: string): Reference => {
  // The file's shape is asserted by the comparison itself.
  const file = JSON.parse(readFileSync(`${folder}networks.json`, 'utf8')) as {
    readonly graphs: Readonly<Record<string, Reference>>;
  };
  return file.graphs[name] ?? expect.fail(`${name} is missing`);
};
