import type { Choice } from '../network.ts';

export type ReferenceClass = {
  readonly name: string;
  readonly pupils: readonly { readonly id: string; readonly label: string }[];
  readonly choices: readonly Choice[];
};

/** Gives the text of a file of the reference data. */
export type ReadText = (file: string) => string;

/** Names of the lengths met in Norwegian classes: 3 to 19 characters. */
const names =
  'Ida,Ola Berg,Emma Larsen,Nora,Abdirahman Mohammed,Jakob,Sofie Nguyen,Filip,Anne-Sofie Hagen,Oskar,Maja,William H.,Amina,Noah,Live'.split(
    ',',
  );

function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const cells = (line: string): string[] => line.split(',').map((cell) => cell.replaceAll('"', ''));
  const columns = cells(head);
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(columns.map((column, k) => [column, values[k] ?? '']));
  });
}

function toClass(
  name: string,
  ids: readonly string[],
  edges: readonly Record<string, string>[],
): ReferenceClass {
  const choices = edges.map((row) => ({ from: row['source'] ?? '', to: row['target'] ?? '' }));
  const all = [...new Set([...ids, ...choices.flatMap(({ from, to }) => [from, to])])];
  return { name, choices, pupils: all.map((id, k) => ({ id, label: names[k % names.length] ?? id })) };
}

function groupedBy(
  list: readonly Record<string, string>[],
  ...keys: string[]
): [string, Record<string, string>[]][] {
  return [...Map.groupBy(list, (row) => keys.map((key) => row[key]).join('.'))];
}

/** Every class of at most 40 pupils in the reference data; see its README for where they come from. */
export function referenceClasses(read: ReadText): ReferenceClass[] {
  const rows = (file: string): Record<string, string>[] => rowsOf(read(file));
  const classes: ReferenceClass[] = [];
  for (const set of ['knecht', 'valente6', 'vickers']) {
    const ids = rows(`${set}.nodes.csv`).map((row) => row['id'] ?? '');
    for (const [wave, edges] of groupedBy(rows(`${set}.edges.csv`), 'wave', 'relation')) {
      classes.push(toClass(`${set}.${wave}`, ids, edges));
    }
  }
  const moreno = rows('moreno1934.nodes.csv');
  for (const [grade, edges] of groupedBy(rows('moreno1934.edges.csv'), 'class')) {
    const ids = moreno.filter((row) => row['class'] === grade).map((row) => row['id'] ?? '');
    classes.push(toClass(`moreno.${grade}`, ids, edges));
  }
  for (const [name, ratings] of groupedBy(rows('mcfarland-sem2.ratings.csv'), 'class')) {
    const ids = ratings.flatMap((row) => [row['source'] ?? '', row['target'] ?? '']);
    const friends = ratings.filter((row) => Number(row['relationship'] || 0) >= 2);
    classes.push(toClass(`mcfarland.${name}`, ids, friends));
  }
  return classes.filter(({ pupils }) => pupils.length > 0 && pupils.length <= 40);
}

/** The networks of the reference data that are no class of at most 40: larger grades, students, a monastery. */
export function otherReferenceNetworks(read: ReadText): ReferenceClass[] {
  const rows = (file: string): Record<string, string>[] => rowsOf(read(file));
  const moreno = groupedBy(rows('moreno1934.edges.csv'), 'class').map(([grade, edges]) =>
    toClass(`moreno.${grade}`, [], edges),
  );
  const waves = ['s50', 'coleman', 'sampson'].flatMap((set) =>
    groupedBy(rows(`${set}.edges.csv`), 'wave', 'relation').map(([wave, edges]) =>
      toClass(`${set}.${wave}`, [], edges),
    ),
  );
  const nearest = rows('newcomb.rankings.csv').filter(({ rank }) => Number(rank) <= 3);
  const newcomb = groupedBy(nearest, 'wave').map(([wave, edges]) => toClass(`newcomb.${wave}`, [], edges));
  return [...moreno.filter(({ pupils }) => pupils.length > 40), ...waves, ...newcomb];
}
