import type { Choice } from '../../packages/analysis/src/index.ts';
import { at, Refusal } from './refusal.ts';
import { readTable } from './read-table.ts';

export type EdgeWish = {
  readonly edges: string;
  readonly wave: string | undefined;
  readonly relation: string | undefined;
  readonly minWeight: number | undefined;
  readonly undirected: boolean;
};

const numberIn = (text: string, where: string): number => {
  const number = Number(text.replace(',', '.'));
  if (text === '' || !Number.isFinite(number)) throw new Refusal(`${where}: «${text}» er ikke et tall.`);
  return number;
};

/**
 * The choices in a file with the columns source and target, and wave, relation and weight where they are there: of the wave,
 * the relation and at least the weight that are wished for. Undirected ties count as choices both ways. Throws Refusal with
 * file, row and reason.
 */
export const readEdges = (wish: EdgeWish): readonly Choice[] => {
  const table = readTable(wish.edges, ['source', 'target']);
  const needs = (column: string, wished: unknown): void => {
    if (wished !== undefined && !table.columns.includes(column))
      throw new Refusal(`${at(table.name, 1)}: kolonnen «${column}» mangler, og den er spurt etter.`);
  };
  needs('wave', wish.wave);
  needs('relation', wish.relation);
  needs('weight', wish.minWeight);
  const choices = table.rows.flatMap(({ row, values }): Choice[] => {
    const [from = '', to = ''] = [values['source'], values['target']];
    const where = at(table.name, row);
    if (from === '' || to === '') throw new Refusal(`${where}: source eller target er tom.`);
    if (wish.wave !== undefined && values['wave'] !== wish.wave) return [];
    if (wish.relation !== undefined && values['relation'] !== wish.relation) return [];
    if (wish.minWeight !== undefined && numberIn(values['weight'] ?? '', where) < wish.minWeight) return [];
    return [{ from, to }];
  });
  return wish.undirected
    ? choices.flatMap(({ from, to }) => [
        { from, to },
        { from: to, to: from },
      ])
    : choices;
};

/** The ids of a file with the column id, each once. Throws Refusal. */
export const readIds = (path: string): readonly string[] => {
  const table = readTable(path, ['id']);
  const seen = new Set<string>();
  for (const { row, values } of table.rows) {
    const id = values['id'] ?? '';
    if (id === '') throw new Refusal(`${at(table.name, row)}: id er tom.`);
    if (seen.has(id)) throw new Refusal(`${at(table.name, row)}: «${id}» står to ganger.`);
    seen.add(id);
  }
  return [...seen];
};

/** A label per id, from a column of a file with the column id; ids without one are left out. Throws Refusal. */
export const readLabels = (path: string, column: string): ReadonlyMap<string, string> =>
  new Map(
    readTable(path, ['id', column]).rows.flatMap(({ values }): [string, string][] => {
      const [id = '', label = ''] = [values['id'], values[column]];
      return label === '' ? [] : [[id, label]];
    }),
  );
