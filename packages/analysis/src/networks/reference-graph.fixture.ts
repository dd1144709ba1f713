import type { Choice } from '../network.ts';

/** A row of a CSV file by column name. */
export type Row = Readonly<Record<string, string>>;

/** What the tests name of a reference graph; they compare all of it, key by key. Arrays follow `nodes`. */
export type Reference = {
  readonly name: string;
  readonly nodes: readonly string[];
  readonly mutualGraph: {
    readonly optimalModularity?: number;
    /** The part of each node. */
    readonly optimalMembership?: readonly number[];
    readonly leidenBestOf30Modularity: number;
  };
  readonly partitions: Readonly<Record<string, ReferencePartition>>;
};

/** Values about one label per node; `mixing` has a key `from->to` for each pair of labels. */
type ReferencePartition = {
  readonly counts: Readonly<Record<string, number>>;
  readonly mixing: Readonly<Record<string, number>>;
};

export type ReferenceFile = {
  readonly graphs: Readonly<Record<string, Reference>>;
  readonly change: Readonly<Record<string, unknown>>;
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
