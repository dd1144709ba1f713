import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Digraph } from '../../packages/analysis/src/networks/digraph.ts';

export type IgraphTimes = {
  readonly version: string;
  readonly all: number;
  readonly building: number;
  readonly each: Readonly<Record<string, number>>;
};

const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('./sociometry_igraph.py', import.meta.url));

/** Times of python-igraph for the same graphs in ms for one, or null where it is not installed. */
export function igraphTimes(graphs: readonly Digraph[], passes: number): IgraphTimes | null {
  if (spawnSync(python, ['-c', 'import igraph'], { stdio: 'ignore' }).status !== 0) return null;
  const classes = graphs.map(({ n, out }) => ({
    n,
    choices: out.flatMap((list, i) => list.map((j) => [i, j])),
  }));
  const run = spawnSync(python, [script], { input: JSON.stringify({ passes, classes }), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`igraph failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as IgraphTimes; // printed by the script beside this file
}
