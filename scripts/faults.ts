import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { dayOf } from '../apps/api/src/calendar-days.ts';
import { machine } from './bench/print-result.ts';
import type { Fault, Options } from './faults/fault.ts';
import { x4, x6, x7, x8, x9 } from './faults/others.ts';
import { saveRun } from './faults/report.ts';
import { x1 } from './faults/x1-kill.ts';
import { x2 } from './faults/x2-cut.ts';
import { x3 } from './faults/x3-statements.ts';
import { x5 } from './faults/x5-out-of-service.ts';

const faults: readonly Fault[] = [x1, x2, x3, x4, x5, x6, x7, x8, x9];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '100' },
    requests: { type: 'string', default: '100000' },
    save: { type: 'boolean', default: false },
  },
});
const names = faults.map(({ name }) => name);
const unknown = positionals.filter((name) => name !== 'all' && !names.includes(name));
if (unknown.length > 0) {
  console.error(`No fault is named ${unknown.join(', ')}. There are ${names.join(', ')}, and all.`);
  process.exit(2);
}
const all = positionals.length === 0 || positionals.includes('all');
const options: Options = {
  seed: Number(values.seed ?? Date.now() % 1_000_000_000),
  kills: Number(values.kills),
  requests: Number(values.requests),
};

/** As it is run again. */
const commandOf = (name: string): string => {
  const own: Readonly<Record<string, string>> = {
    x1: ` --kills ${options.kills} --seed ${options.seed}`,
    x3: ` --seed ${options.seed}`,
    x8: ` --requests ${options.requests} --seed ${options.seed}`,
  };
  return `npm run faults -- ${name}${own[name] ?? ''}`;
};

let breached = false;
for (const { name, rule, run } of faults.filter((fault) => all || positionals.includes(fault.name))) {
  const [load = 0] = loadavg();
  const begun = performance.now();
  const outcome = await run(options);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const told = outcome.figures.map(({ what, measured }) => `${what}: ${measured}`).join('; ');
  console.log(`${name} ${outcome.breaches.length === 0 ? 'holds' : 'DOES NOT HOLD'} (${seconds} s). ${told}`);
  for (const breach of outcome.breaches.slice(0, 50)) console.log(`    ${breach}`);
  if (values.save)
    await saveRun({
      ...{ name, rule, seconds, outcome, command: commandOf(name), day: dayOf(new Date()) },
      machine: machine(load, outcome.postgres),
    });
  breached ||= outcome.breaches.length > 0;
}
process.exit(breached ? 1 : 0);
