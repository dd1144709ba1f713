import { spawnSync } from 'node:child_process';
import type { Point, SociogramLayout } from '../../packages/analysis/src/index.ts';

export const programs = ['neato', 'fdp', 'sfdp'] as const;
export type Program = (typeof programs)[number];

export const installed = (program: Program): boolean =>
  spawnSync(program, ['-V'], { stdio: 'ignore' }).status === 0;

/** Where a Graphviz program with its defaults places the pupils: the undirected graph, pupils and ties sorted by id. */
export const graphvizPlaces = (program: Program, { pupils, ties }: SociogramLayout): Map<string, Point> => {
  const number = new Map(pupils.map(({ id }, k) => [id, k]));
  const graph = [
    ...pupils.keys().map((k) => `${k};`),
    ...ties.map(({ from, to }) => `${number.get(from)}--${number.get(to)};`),
  ];
  const run = spawnSync(program, ['-Tplain'], { input: `graph{${graph.join('')}}`, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${program} failed: ${run.stderr}`);
  const rows = run.stdout.split('\n').map((line) => line.split(' '));
  return new Map(
    rows
      .filter(([kind]) => kind === 'node')
      .map(([, name, x, y]) => [pupils[Number(name)]?.id ?? '', { x: Number(x), y: Number(y) }]),
  );
};
