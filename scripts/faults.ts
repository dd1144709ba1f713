import { parseArgs } from 'node:util';
import type { Fault } from './faults/fault.ts';
import { x1 } from './faults/x1-kill.ts';
import { x2 } from './faults/x2-cut.ts';
import { x5 } from './faults/x5-out-of-service.ts';

const faults: readonly Fault[] = [x1, x2, x5];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '100' },
    requests: { type: 'string', default: '100000' },
    save: { type: 'boolean', default: false },
  },
});
const all = positionals.length === 0 || positionals.includes('all');
const unknown = positionals.filter((name) => name !== 'all' && !faults.some((fault) => fault.name === name));
if (unknown.length > 0) {
  console.error(
    `No fault is named ${unknown.join(', ')}. There are ${faults.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const options = {
  seed: Number(values.seed ?? Date.now() % 1_000_000_000),
  kills: Number(values.kills),
  requests: Number(values.requests),
};
let breached = false;
for (const { name, run } of faults.filter((fault) => all || positionals.includes(fault.name))) {
  const begun = performance.now();
  const outcome = await run(options);
  const took = Math.round((performance.now() - begun) / 1000);
  const told = outcome.figures.map(({ what, measured }) => `${what}: ${measured}`).join('; ');
  console.log(`${name} ${outcome.breaches.length === 0 ? 'holds' : 'DOES NOT HOLD'} (${took} s). ${told}`);
  for (const breach of outcome.breaches.slice(0, 50)) console.log(`    ${breach}`);
  breached ||= outcome.breaches.length > 0;
}
process.exit(breached ? 1 : 0);
