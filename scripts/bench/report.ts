import { mkdirSync } from 'node:fs';
import type { BenchResult, Figure } from './bench.ts';
import { writeChart } from './chart-svg.ts';
import { cell, keepRun } from './saved-runs.ts';

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

Made by \`npm run bench -- --save\`, which keeps each run in \`runs/\` and writes this page from them. A bench that is named is run alone: \`npm run bench -- responses --save\`. Where a figure can be, it is a ratio of two things measured in the same run; a time says as much of the machine as of the product. Where the time of a stored response goes: [ceiling](ceiling.md).
`;

/** Keeps a run, draws its charts, and writes the page of all benches anew. */
export const saveRun = (run: Run): void => {
  mkdirSync(new URL('images/', folder), { recursive: true });
  for (const chart of run.result.charts ?? []) writeChart(chart);
  keepRun(folder, run, (all) => [head, ...all.flatMap(section)].join('\n'));
};
