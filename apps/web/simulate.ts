import 'fake-indexeddb/auto';
import { simulate } from './src/lib/pupil/queue/simulation/simulate.ts';

/**
 * Lives of tablets, queues, a bad network and a server by chance: `npm run simulate` for ten thousand seeds, or
 * `npm run simulate -- <first> <last>`. A seed that comes to something wrong is printed, and runs the same again alone.
 */
const [first = 1, last = first === 1 ? 10_000 : first] = process.argv.slice(2).map(Number);
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || last < first) {
  console.error('Give the first and the last seed as whole numbers: npm run simulate -- 1 200');
  process.exit(2);
}
let wrong = 0;
for (let seed = first; seed <= last; seed += 1) {
  const faults = await simulate(seed);
  if (faults.length === 0) continue;
  wrong += 1;
  console.log(`seed ${String(seed)}: ${faults.join('; ')}`);
}
console.log(`${String(last - first + 1)} seeds, ${String(wrong)} wrong.`);
process.exit(wrong === 0 ? 0 : 1);
