import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { BenchResult, Figure } from './bench.ts';
import { writeChart } from './chart-svg.ts';

/** What one run of a bench gave. `day` is the day it was run, and `machine` the one it was run on. */
export type Run = {
  readonly name: string;
  readonly day: string;
  readonly machine: string;
  readonly result: BenchResult;
};

const folder = new URL('../../docs/performance/', import.meta.url);
const runs = new URL('runs/', folder);

const cell = (content: string): string => content.replaceAll('|', '\\|');
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

Made by \`npm run bench -- --save\`, which keeps each run in \`runs/\` and writes this page from them. A bench that is named is run alone: \`npm run bench -- responses --save\`. Where a figure can be, it is a ratio of two things measured in the same run; a time says as much of the machine as of the product. Where the time of a stored response goes: [ceiling](ceiling.md).
`;

const saved = (): readonly Run[] =>
  readdirSync(runs)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(new URL(file, runs), 'utf8')) as Run);

/** Keeps a run, draws its charts, and writes the page of all benches anew. */
export const saveRun = (run: Run): void => {
  mkdirSync(runs, { recursive: true });
  mkdirSync(new URL('images/', folder), { recursive: true });
  writeFileSync(new URL(`${run.name}.json`, runs), `${JSON.stringify(run, null, 2)}\n`);
  for (const chart of run.result.charts ?? []) writeChart(chart);
  writeFileSync(new URL('README.md', folder), [head, ...saved().flatMap(section)].join('\n'));
};
