import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { writeLaidOut } from './write-laid-out.ts';

/** Text for a cell of a table in Markdown. */
export const cell = (content: string): string => content.replaceAll('|', '\\|');

/** Keeps a run in `runs/` of the folder under its name, and writes the folder's page anew from all that are kept, which it answers. */
export const keepRun = async <R extends { readonly name: string }>(
  folder: URL,
  run: R,
  pageOf: (all: readonly R[]) => string,
): Promise<readonly R[]> => {
  const runs = new URL('runs/', folder);
  mkdirSync(runs, { recursive: true });
  await writeLaidOut(new URL(`${run.name}.json`, runs), JSON.stringify(run, null, 2));
  const all = readdirSync(runs)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(new URL(file, runs), 'utf8')) as R); // written above
  await writeLaidOut(new URL('README.md', folder), pageOf(all));
  return all;
};
