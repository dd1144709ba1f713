import { loadavg } from 'node:os';
import { dayOf } from '../apps/api/src/calendar-days.ts';
import type { Bench } from './bench/bench.ts';
import { machine, printResult } from './bench/print-result.ts';
import { saveRun } from './bench/report.ts';
import { aggregates } from './bench/aggregates.ts';
import { close } from './bench/close.ts';
import { country } from './bench/country.ts';
import { disclosure } from './bench/disclosure.ts';
import { groups } from './bench/groups.ts';
import { rosterImport } from './bench/import.ts';
import { kommune, soak } from './bench/kommune.ts';
import { layout } from './bench/layout.ts';
import { pupil } from './bench/pupil.ts';
import { responses } from './bench/responses.ts';
import { signals } from './bench/signals.ts';
import { signalsFit } from './bench/signals-fit.ts';
import { sociometry } from './bench/sociometry.ts';
import { staff } from './bench/staff.ts';
import { start } from './bench/start.ts';

const benches: readonly Bench[] = [
  responses,
  close,
  aggregates,
  disclosure,
  groups,
  rosterImport,
  layout,
  pupil,
  signals,
  signalsFit,
  sociometry,
  staff,
  start,
  kommune,
];
/** Those that take so long that they are run only when they are named. */
const named: readonly Bench[] = [country, soak];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const all = [...benches, ...named];
const chosen = wanted.length === 0 ? benches : all.filter(({ name }) => wanted.includes(name));
const unknown = wanted.filter((name) => !all.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `No bench is named ${unknown.join(', ')}. There are ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

let missed = false;
for (const { name, run } of chosen) {
  const [load = 0] = loadavg();
  const result = await run();
  printResult(name, result, load);
  if (process.argv.includes('--save')) {
    await saveRun({ name, day: dayOf(new Date()), machine: machine(load, result.postgres), result });
  }
  missed ||= result.figures.some((figure) => figure.met === false);
}
process.exit(missed && process.argv.includes('--check') ? 1 : 0);
