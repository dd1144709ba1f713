import type { Choice } from '../network.ts';

/** A row of a CSV file by column name. */
export type Row = Readonly<Record<string, string>>;

/** The parts of a reference graph that a description has; arrays follow `nodes`. */
export type Reference = {
  readonly name: string;
  readonly n: number;
  readonly m: number;
  readonly nodes: readonly string[];
  readonly selfLoopsDropped: number;
  readonly density: number;
  readonly indegree: readonly number[];
  readonly outdegree: readonly number[];
  readonly dyadCensus: Readonly<Record<'M' | 'A' | 'N', number>>;
  readonly mutualPairs: readonly (readonly string[])[];
  readonly reciprocity: { readonly edgewise: number; readonly dyadic_M_over_MA: number };
  readonly triadCensus: Readonly<Record<string, number>>;
  readonly transitivity: Readonly<
    Record<'directedWeak' | 'transitiveTriples' | 'twoPaths' | 'undirectedMutual', number>
  >;
  readonly weakComponents: readonly number[];
  readonly strongComponents: readonly number[];
  readonly isolates: Readonly<
    Record<'indegree0' | 'outdegree0' | 'inAndOut0' | 'noMutual', readonly string[]>
  >;
  readonly centralization: Readonly<Record<'indegree' | 'outdegree' | 'betweenness', number>>;
  readonly betweenness: readonly number[];
  readonly pagerank: readonly number[];
  readonly mutualGraph: {
    readonly components: readonly number[];
    readonly componentMembers: readonly (readonly string[])[];
    readonly cliques3plus: readonly (readonly string[])[];
    readonly triangles: number;
    readonly articulationPoints: readonly string[];
    readonly bridges: readonly (readonly string[])[];
    readonly coreNumber: readonly number[];
    readonly optimalModularity: number | null;
    readonly leidenBestOf30Modularity: number;
  };
  readonly classic: { readonly katzPowell: number };
};

export type Karate = Reference & {
  readonly degree: readonly number[];
  readonly transitivity: number;
  readonly components: readonly number[];
  readonly cliques3plus: readonly (readonly string[])[];
  readonly articulationPoints: readonly string[];
  readonly optimalModularity: number;
};

export type Change = Readonly<Record<'n11' | 'n10' | 'n01' | 'n00' | 'jaccard' | 'hamming', number>> & {
  readonly members?: number;
  readonly respondents?: number;
};

export type ReferenceFile = {
  readonly graphs: Readonly<Record<string, Reference>>;
  readonly change: Readonly<Record<string, Change>>;
};

/** The choices of a graph, from its name: which file, and which rows of it. */
export function choicesOf(name: string, rowsOf: (file: string) => readonly Row[]): Choice[] {
  const [family = '', second = '', third = ''] = name.split('.');
  const wave = (third === '' ? second : third).replace('w', '');
  const rows = (file: string, keep: (row: Row) => boolean): Choice[] =>
    rowsOf(file)
      .filter(keep)
      .map(({ source = '', target = '' }) => ({ from: source, to: target }));
  switch (family) {
    case 'karate':
      return rows('karate.edges.csv', () => true).flatMap(({ from, to }) => [
        { from, to },
        { from: to, to: from },
      ]);
    case 'moreno1934':
      return rows('moreno1934.edges.csv', (row) => row.class === second);
    case 'mcfarland':
      return rows('mcfarland-sem2.ratings.csv', (row) => {
        return row.class === second.slice(1) && row.relationship !== '' && Number(row.relationship) >= 2;
      });
    case 'newcomb':
      return rows('newcomb.rankings.csv', (row) => row.wave === wave && Number(row.rank) <= 3);
    case 'sampson':
      return rows('sampson.edges.csv', (row) => row.wave === wave && row.relation === second);
    default:
      return rows(`${family}.edges.csv`, (row) => row.wave === wave && row.relation === 'friend');
  }
}
