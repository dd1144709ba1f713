import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Text for a cell of a table in Markdown. */
export const cell = (content: string): string => content.replaceAll('|', '\\|');

/** Keeps a run in `runs/` of the folder under its name, and writes the folder's page anew from all that are kept, which it answers. */
export const keepRun = <R extends { readonly name: string }>(
  folder: URL,
  run: R,
  pageOf: (all: readonly R[]) => string,
): readonly R[] => {
  const runs = new URL('runs/', folder);
  mkdirSync(runs, { recursive: true });
  writeFileSync(new URL(`${run.name}.json`, runs), `${JSON.stringify(run, null, 2)}\n`);
  const all = readdirSync(runs)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(new URL(file, runs), 'utf8')) as R); // written above
  writeFileSync(new URL('README.md', folder), pageOf(all));
  return all;
};
