import { cell, keepRun } from '../bench/saved-runs.ts';
import type { Outcome } from './fault.ts';

/** What one run of a fault gave, on which day and machine, and by which command the same is run again. */
export type Run = {
  readonly name: string;
  readonly rule: string;
  readonly command: string;
  readonly seconds: number;
  readonly day: string;
  readonly machine: string;
  readonly outcome: Outcome;
};

const folder = new URL('../../docs/reliability/', import.meta.url);

const title = (name: string): string => name.toUpperCase();
const verdict = ({ breaches }: Outcome): string => (breaches.length === 0 ? 'holds' : '**does not hold**');

const row = ({ name, rule, outcome }: Run): string => {
  const [first, second] = outcome.figures;
  const figures = [first, second].flatMap((figure) =>
    figure === undefined ? [] : [`${figure.what}: ${figure.measured}`],
  );
  return `| [${title(name)}](#${name}) | ${cell(rule)} | ${verdict(outcome)} | ${cell(figures.join('; '))} |`;
};

const section = ({ name, command, seconds, day, machine, outcome }: Run): readonly string[] => [
  `## ${title(name)}`,
  '',
  '| what | measured |',
  '| --- | --- |',
  ...outcome.figures.map(({ what, measured }) => `| ${cell(what)} | ${cell(measured)} |`),
  '',
  ...outcome.breaches.map((breach) => `- **Does not hold:** ${breach}`),
  ...outcome.notes.map((note) => `- ${note}`),
  `- \`${command}\`, ${day}, ${seconds} s. ${machine}`,
  '',
];

const head = `# What it withstands

Made by \`npm run faults -- all --save\`, which keeps each run in \`runs/\` and writes this page from them. One that is named is run alone: \`npm run faults -- x1 --kills 100 --save\`. A shorter version of each runs with the tests. Why it is done like this: [decision 65](../decisions/0065-faults-are-run-not-argued.md).

| | what is done, and what must hold | result | figures |
| --- | --- | --- | --- |
`;

const page = (all: readonly Run[]): string =>
  [head + all.map(row).join('\n'), '', ...all.flatMap(section)].join('\n');

/** Keeps a run, and writes the page of all of them anew. */
export const saveRun = async (run: Run): Promise<void> => {
  await keepRun(folder, run, page);
};
