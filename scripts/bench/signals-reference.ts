import { existsSync, readFileSync } from 'node:fs';
import type { ChoiceNetwork } from '../../packages/analysis/src/index.ts';

const FOLDER = new URL('../../../shared/reference/sociometry/data/', import.meta.url);
export const hasReference = existsSync(FOLDER);

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  const fields = (line: string): string[] => line.split(',').map((field) => field.replaceAll('"', '').trim());
  const names = fields(head);
  return lines.map((line) => Object.fromEntries(fields(line).map((value, i) => [names[i] ?? '', value])));
}

export type ReferenceClass = {
  readonly family: string;
  readonly name: string;
  readonly network: ChoiceNetwork;
};

const choicesOf = (rows: readonly Row[]) =>
  rows.map(({ source = '', target = '', rater = source, ratee = target }) => ({ from: rater, to: ratee }));

const class_ = (
  family: string,
  name: string,
  rows: readonly Row[],
  roster: readonly string[],
  respondents = roster,
): ReferenceClass => ({ family, name, network: { roster, respondents, choices: choicesOf(rows) } });

function knecht(): ReferenceClass[] {
  const [edges, participation] = [rowsOf('knecht.edges.csv'), rowsOf('knecht.participation.csv')];
  return ['1', '2', '3', '4'].map((wave) => {
    const there = participation.filter((row) => row.wave === wave && row.member === 'TRUE');
    const ids = (rows: readonly Row[]): string[] => rows.map((row) => row.id ?? '');
    const answered = ids(there.filter((row) => row.respondent === 'TRUE'));
    return class_(
      'knecht',
      `knecht.w${wave}`,
      edges.filter((row) => row.wave === wave),
      ids(there),
      answered,
    );
  });
}

function oneFile(family: string, relations: readonly string[], idColumn: string): ReferenceClass[] {
  const roster = rowsOf(`${family}.nodes.csv`).map((row) => row[idColumn] ?? '');
  const edges = rowsOf(`${family}.edges.csv`);
  return relations.map((relation) =>
    class_(
      family,
      `${family}.${relation}`,
      edges.filter((row) => row.relation === relation),
      roster,
    ),
  );
}

function moreno(): ReferenceClass[] {
  const [nodes, edges] = [rowsOf('moreno1934.nodes.csv'), rowsOf('moreno1934.edges.csv')];
  return ['grade1', 'grade2', 'grade3', 'grade4'].map((grade) =>
    class_(
      'moreno1934',
      `moreno1934.${grade}`,
      edges.filter((row) => row.class === grade),
      nodes.filter((row) => row.class === grade).map((row) => row.id ?? ''),
    ),
  );
}

/** Everybody rates everybody; the highest rating, or a rating of friend and above, is taken as a choice. */
function rated(
  family: string,
  file: string,
  keyOf: (row: Row) => string,
  from: string,
  to: string,
  isChoice: (row: Row) => boolean,
  isAnswer: (row: Row) => boolean,
): ReferenceClass[] {
  return [...Map.groupBy(rowsOf(file), keyOf)].map(([key, rows]) => {
    const roster = [...new Set(rows.flatMap((row) => [row[from] ?? '', row[to] ?? '']))];
    const answered = new Set(rows.filter(isAnswer).map((row) => row[from] ?? ''));
    return class_(family, `${family}.${key}`, rows.filter(isChoice), roster, [...answered]);
  });
}

/** Real classes of 15 to 40 with choices at least 70 % took part in, by family of origin. */
export function referenceClasses(): ReferenceClass[] {
  const all = [
    ...knecht(),
    ...oneFile('vickers', ['best-friend', 'work-with'], 'id'),
    ...oneFile('valente6', ['friend'], 'id'),
    ...moreno(),
    ...rated(
      'ssrat-primary',
      'ssrat-primary.ratings.csv',
      (row) => `${row.year}.${row.group}`,
      'rater',
      'ratee',
      (row) => row.rating === '7',
      (row) => row.rating !== '',
    ),
    ...rated(
      'mcfarland-sem2',
      'mcfarland-sem2.ratings.csv',
      (row) => `c${row.class}`,
      'source',
      'target',
      (row) => Number(row.relationship) >= 2,
      (row) => row.relationship !== '',
    ),
  ];
  return all.filter(({ network: { roster, respondents } }) => {
    return roster.length >= 15 && roster.length <= 40 && respondents.length >= 0.7 * roster.length;
  });
}
