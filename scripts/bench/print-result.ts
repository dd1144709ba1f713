import { cpus, totalmem } from 'node:os';
import type { BenchResult, Figure } from './bench.ts';

const columns = ['what', 'measured', 'baseline', 'aim', ''] as const;

const cellsOf = (figure: Figure): readonly string[] => [
  figure.what,
  figure.measured,
  figure.baseline ?? '',
  figure.aim ?? '',
  figure.met === undefined ? '' : figure.met ? 'met' : 'missed',
];

const table = (figures: readonly Figure[]): string => {
  const rows = [columns, ...figures.map(cellsOf)];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** The machine in one sentence, and how much else wanted its processor. */
export const machine = (load: number, postgres?: string): string => {
  const cores = cpus();
  const database = postgres === undefined ? '' : `, PostgreSQL ${postgres}`;
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Machine: ${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores, ${memory} GiB, Node ${process.versions.node}${database}; load ${load.toFixed(1)} before it began.`;
};

/** `load` is how many processes wanted the processor in the minute before: other work on the machine makes figures worse. */
export const printResult = (name: string, result: BenchResult, load: number): void => {
  console.log(`\n${name}\n${table(result.figures)}`);
  for (const note of result.notes) console.log(note);
  console.log(machine(load, result.postgres));
  console.log(result.sentence);
};
