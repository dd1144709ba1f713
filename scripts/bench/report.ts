import { mkdirSync, readFileSync } from 'node:fs';
import type { BenchResult, Figure } from './bench.ts';
import { writeChart } from './chart-svg.ts';
import { cell, keepRun } from './saved-runs.ts';
import { writeLaidOut } from './write-laid-out.ts';

/** What one run of a bench gave. `day` is the day it was run, and `machine` the one it was run on. */
export type Run = {
  readonly name: string;
  readonly day: string;
  readonly machine: string;
  readonly result: BenchResult;
};

const folder = new URL('../../docs/performance/', import.meta.url);

const met = (figure: Figure): string => (figure.met === undefined ? '' : figure.met ? 'met' : '**missed**');

const row = (figure: Figure): string =>
  `| ${[figure.what, figure.measured, figure.baseline ?? '', figure.aim ?? '', met(figure)].map(cell).join(' | ')} |`;

const section = ({ name, day, machine, result }: Run): readonly string[] => [
  `## ${name}`,
  '',
  result.sentence,
  '',
  '| what | measured | baseline | aim | |',
  '| --- | --- | --- | --- | --- |',
  ...result.figures.map(row),
  '',
  ...result.notes.map((note) => `- ${note}`),
  `- ${day}. ${machine}`,
  '',
  ...(result.charts ?? []).flatMap(({ name: file, title }) => [`![${title}](images/${file}.svg)`, '']),
];

const head = `# How fast it is

Made by \`npm run bench -- --save\`, which keeps each run in \`runs/\` and writes this page from them. A bench that is named is run alone: \`npm run bench -- responses --save\`. Where a figure can be, it is a ratio of two things measured in the same run; a time says as much of the machine as of the product. Where the time of a stored response goes: [ceiling](ceiling.md). What ten times as many schools would ask for: [country](country.md).
`;

const front = new URL('../../README.md', import.meta.url);
const BEGIN = '<!-- measured: written by the benches -->';
const END = '<!-- measured ends -->';

const missedBy = ({ figures }: BenchResult): string =>
  figures
    .filter((figure) => figure.met === false)
    .map(({ what, measured, aim }) => `${what}: ${measured} (aim ${aim ?? ''})`)
    .join('; ');

/** What a run came to, for the front page: one sentence, and each aim that was missed. */
const line = ({ name, result }: Run): string => {
  const missed = missedBy(result);
  return `- \`${name}\`: ${result.sentence}${missed === '' ? '' : ` **Missed:** ${missed}.`}`;
};

/** Writes the lines of all runs between the marks of the front page. */
const writeFront = (lines: readonly string[]): Promise<void> => {
  const page = readFileSync(front, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error('README.md has no place for what was measured.');
  const between = `${BEGIN}\n\n${lines.join('\n')}\n\n`;
  return writeLaidOut(front, `${page.slice(0, before)}${between}${page.slice(after)}`);
};

/** Keeps a run, draws its charts, and writes the page of all benches and the front page's lines anew. */
export const saveRun = async (run: Run): Promise<void> => {
  mkdirSync(new URL('images/', folder), { recursive: true });
  for (const chart of run.result.charts ?? []) writeChart(chart);
  const all = await keepRun(folder, run, (runs) => [head, ...runs.flatMap(section)].join('\n'));
  await writeFront(all.map(line));
};
